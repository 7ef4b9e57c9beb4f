import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { VerdictBadge } from '../kit/verdict-badge.tsx';
import { CredentialChip } from './credential-chip.tsx';
import { type StyleWithVariables } from './css-variables.ts';
import { type Point } from './geometry.ts';
import { type Traveller } from './scene-parts.ts';
import './traveller-dot.css';

interface TravellerDotProps {
  readonly traveller: Traveller;
  /** Plays the way from its start; otherwise only its end is shown. Read once: mount anew for another moment. */
  readonly plays: boolean;
  readonly speed: number;
  readonly labels: boolean;
}

const place = ({ x, y }: Point): string => `translate(${x}px, ${y}px)`;

/** The request, or credentials, on the way: an element moved by transform keyframes, which the compositor runs alone. */
export function TravellerDot({ traveller, plays, speed, labels }: TravellerDotProps) {
  const element = useRef<HTMLDivElement>(null);
  const animation = useRef<Animation>(null);
  const [way] = useState({ plays, points: traveller.points, duration: traveller.duration });
  useLayoutEffect(() => {
    if (!way.plays || way.points.length < 2) return;
    const keyframes = way.points.map((point) => ({ transform: place(point) }));
    const easing = 'cubic-bezier(0.45, 0.05, 0.3, 1)';
    const playing = element.current?.animate(keyframes, { duration: way.duration, easing });
    animation.current = playing ?? null;
    return () => playing?.cancel();
  }, [way]);
  useEffect(() => {
    if (animation.current) animation.current.playbackRate = speed;
  }, [speed]);
  const end = traveller.points.at(-1);
  if (!end) return undefined;
  const style: StyleWithVariables = { transform: place(end), '--person': traveller.colour };
  return (
    <div ref={element} className="traveller" style={style} aria-hidden="true">
      {traveller.chip ? (
        <span className="traveller-chip">
          <CredentialChip chip={traveller.chip} />
        </span>
      ) : (
        <Request traveller={traveller} labels={labels} />
      )}
    </div>
  );
}

function Request({ traveller, labels }: { traveller: Traveller; labels: boolean }) {
  const { mark, pulsing, label, labelSide } = traveller;
  const tone = mark ? `dot-${mark.tone}` : 'dot-plain';
  return (
    <>
      <span className={`dot ${tone} ${pulsing ? 'dot-pulsing' : ''}`}>
        {mark && <span className="dot-shape">{mark.tone === 'allowed' ? '✓' : '✕'}</span>}
      </span>
      {labels && (
        <span className={`dot-words dot-words-${labelSide}`} translate="no">
          {label && <code className="dot-label">{label}</code>}
          {mark && (
            <span className="dot-verdict">
              <VerdictBadge tone={mark.tone}>{mark.word}</VerdictBadge>
            </span>
          )}
        </span>
      )}
    </>
  );
}
