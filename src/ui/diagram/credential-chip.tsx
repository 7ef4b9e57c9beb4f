import { type StyleWithVariables } from './css-variables.ts';
import { KeyGlyph } from './glyphs.tsx';
import { type Chip } from './scene-parts.ts';
import './credential-chip.css';

/** One copy of credentials. Its tag and label are the same wherever a copy of the same session lies. */
export function CredentialChip({ chip }: { chip: Chip }) {
  const classes = ['chip', `chip-${chip.kind}`, chip.fresh && 'chip-fresh', chip.time?.state];
  const style: StyleWithVariables = { '--chip-colour': chip.colour };
  return (
    <span className={classes.filter(Boolean).join(' ')} style={style} translate="no">
      {chip.kind === 'session' ? <SessionFace chip={chip} /> : <KeyFace chip={chip} />}
    </span>
  );
}

function KeyFace({ chip }: { chip: Chip }) {
  return (
    <>
      <span className="chip-tag">
        <KeyGlyph />
      </span>
      <span className="chip-words">
        <span className="chip-row">
          <span className="chip-id">{chip.shortId}</span>
          <CopyMark chip={chip} />
        </span>
      </span>
    </>
  );
}

function SessionFace({ chip }: { chip: Chip }) {
  return (
    <>
      <span className="chip-tag">{chip.tag}</span>
      <span className="chip-words">
        <span className="chip-row">
          <SessionName label={chip.label} />
          <CopyMark chip={chip} />
        </span>
        <span className="chip-row">
          <span className="chip-id">{chip.shortId}</span>
          <span className="chip-time">{chip.time?.left}</span>
        </span>
      </span>
    </>
  );
}

/** The role's name gives way where there is little room: sessions of one role differ in what follows it. */
function SessionName({ label }: { label: string }) {
  const slash = label.indexOf('/');
  return (
    <span className="chip-label">
      {slash > 0 && <span className="chip-role">{label.slice(0, slash)}</span>}
      <span className="chip-session-name">{label.slice(Math.max(0, slash))}</span>
    </span>
  );
}

function CopyMark({ chip }: { chip: Chip }) {
  return chip.copyOf === undefined ? undefined : <span className="chip-copy">copy</span>;
}
