import { personColour } from './person-colour.ts';
import './person-name.css';

/** A person's name beside the dot in that person's one colour. */
export function PersonName({ id, name }: { id: string; name: string }) {
  return (
    <span className="person-name">
      <span
        className="person-name-dot"
        style={{ background: personColour(id) }}
        aria-hidden="true"
      />
      {name}
    </span>
  );
}
