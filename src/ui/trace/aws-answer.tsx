import { useId } from 'react';

/** AWS's own words, apart from ours: on a refusal they often hide the reason. */
export function AwsAnswer({ allowed, message }: { allowed: boolean; message: string }) {
  const heading = useId();
  return (
    <section className="trace-answer" aria-labelledby={heading}>
      <h4 id={heading}>{allowed ? 'What AWS returns' : 'What AWS answers'}</h4>
      <samp translate="no">{message}</samp>
      {!allowed && (
        <p className="trace-note">
          This is all that the caller gets to read. The explanation comes from this simulator.
        </p>
      )}
    </section>
  );
}
