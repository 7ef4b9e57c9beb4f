import { useState, type KeyboardEvent } from 'react';
import { type Place } from '#world';

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

export interface RovingFocus {
  /** The one place that Tab reaches. */
  readonly tabStop: Place | undefined;
  readonly onFocus: (place: Place) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One tab stop for all places; the arrow keys go through them in reading order. */
export function useRovingFocus(places: readonly Place[], selected: Place | undefined): RovingFocus {
  const [visited, setVisited] = useState<Place>();
  const wanted = [visited, selected].find((place) => place !== undefined && places.includes(place));
  const tabStop = wanted ?? places[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined || tabStop === undefined || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation(); // the player's keys are these too
    const index = places.indexOf(tabStop) + step;
    const next = places[Math.min(places.length - 1, Math.max(0, index))];
    if (next !== undefined) focusPlace(event.currentTarget, next);
  };
  return { tabStop, onFocus: setVisited, onKeyDown };
}

const hasModifier = (event: KeyboardEvent): boolean =>
  event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

function focusPlace(within: HTMLElement, place: Place): void {
  for (const element of within.querySelectorAll<HTMLElement>('[data-place]'))
    if (element.dataset.place === place) element.focus({ preventScroll: true });
}
