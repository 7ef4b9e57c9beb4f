import './verdict-badge.css';

export type Tone = 'allowed' | 'denied' | 'silent';

const shapes: Record<Tone, string> = { allowed: '✓', denied: '✕', silent: '○' };

/** A verdict as shape, word and colour together: no one of them alone carries it. */
export function VerdictBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`verdict verdict-${tone}`}>
      <span className="verdict-shape" aria-hidden="true">
        {shapes[tone]}
      </span>
      {children}
    </span>
  );
}
