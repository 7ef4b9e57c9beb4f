import { sayElement, type ElementTrace, type EntryTrace } from '#policy';
import { Arn } from '../kit/arn.tsx';
import { isRevealed, type Revealing } from './reveal.ts';

/** More values than these are counted, not listed: a policy may name thousands of actions. */
const shownValues = 6;

interface ElementRowProps extends Revealing {
  readonly element: ElementTrace;
  readonly policyRef: string;
}

/** One element: what the request has beside what the policy asks for. The line lights the element's text. */
export function ElementRow({ element, policyRef, onReveal, revealed }: ElementRowProps) {
  return (
    <li>
      <button
        type="button"
        className="trace-row trace-element"
        aria-current={isRevealed(revealed, policyRef, element.at) ? 'true' : undefined}
        onClick={() => onReveal(policyRef, element.at)}
      >
        <span className="trace-row-head">
          <Mark matched={element.matched} />{' '}
          <span className="trace-element-name">{elementName(element)}</span>{' '}
          <span className="trace-row-say">{sayElement(element)}</span>
        </span>{' '}
        <Compared label="the request has" values={actualValues(element)} />{' '}
        <Expected entries={element.entries} />
      </button>
    </li>
  );
}

/** `Action`, or for a condition its operator and key. */
export function elementName(element: ElementTrace): string {
  return element.element === 'Condition' ? `${element.operator} ${element.key}` : element.element;
}

function actualValues(element: ElementTrace): readonly string[] {
  if (element.actual === undefined) return ['no such key'];
  return typeof element.actual === 'string' ? [element.actual] : element.actual;
}

function Mark({ matched }: { matched: boolean }) {
  return (
    <span className={`trace-mark trace-mark-${matched ? 'yes' : 'no'}`}>
      {matched ? '✓ holds' : '✕ does not hold'}
    </span>
  );
}

function Compared({ label, values }: { label: string; values: readonly string[] }) {
  return (
    <span className="trace-compared">
      <span className="trace-compared-label">{label}</span>{' '}
      {values.map((value, position) => (
        <Arn key={`${value} ${String(position)}`}>{value}</Arn>
      ))}
    </span>
  );
}

function Expected({ entries }: { entries: readonly EntryTrace[] }) {
  const shown = mostTelling(entries);
  const more = entries.length - shown.length;
  return (
    <span className="trace-compared">
      <span className="trace-compared-label">the policy names</span>{' '}
      {shown.map((entry) => (
        <span key={entry.at.start} className="trace-entry">
          <Arn>{entry.expected}</Arn>{' '}
          <span className="trace-entry-mark">{entry.matched ? '✓ matches' : '✕ no match'}</span>
        </span>
      ))}
      {more > 0 && <span className="trace-note">and {more} more</span>}
    </span>
  );
}

/** All that match, and of the others as many as there is room for, in the policy's order. */
function mostTelling(entries: readonly EntryTrace[]): readonly EntryTrace[] {
  if (entries.length <= shownValues) return entries;
  const matching = entries.filter((entry) => entry.matched);
  return matching.length > 0 ? matching.slice(0, shownValues) : entries.slice(0, shownValues);
}
