import './findings-list.css';
import { type AwsRefusal, type Diagnostic, type Severity, type Span } from '#policy';
import { InlineCode } from './inline-code.tsx';
import { placeOf } from './place-in-text.ts';

export interface FindingsListProps {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly refusal: AwsRefusal | undefined;
  /** Moves the cursor to the place of a finding. */
  readonly onGoTo: (at: Span) => void;
}

interface Class {
  readonly severity: Severity;
  /** As the strip under AWS's policy editor names it. */
  readonly many: string;
  readonly one: string;
  readonly shape: string;
}

/** In the order of the strip under AWS's policy editor. */
const classes: readonly Class[] = [
  { severity: 'security-warning', many: 'Security', one: 'Security', shape: '▲' },
  { severity: 'error', many: 'Errors', one: 'Error', shape: '✕' },
  { severity: 'warning', many: 'Warnings', one: 'Warning', shape: '!' },
  { severity: 'suggestion', many: 'Suggestions', one: 'Suggestion', shape: 'i' },
];

/** What is wrong in the text, class by class, and what AWS itself would answer. */
export function FindingsList({ text, diagnostics, refusal, onGoTo }: FindingsListProps) {
  const findings = classes.flatMap((kind) =>
    diagnostics
      .filter((found) => found.severity === kind.severity)
      .map((found) => ({ kind, found })),
  );
  return (
    <div className="findings">
      <Counts diagnostics={diagnostics} />
      {findings.length > 0 && (
        <ul className="findings-list" aria-label="Findings in this policy">
          {findings.map(({ kind, found }, index) => (
            <li key={index}>
              <Finding kind={kind} found={found} text={text} onGoTo={onGoTo} />
            </li>
          ))}
        </ul>
      )}
      {refusal !== undefined && <Refusal refusal={refusal} />}
    </div>
  );
}

function Counts({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  return (
    <p className="findings-counts" role="status">
      {classes.map(({ severity, many }) => {
        const count = diagnostics.filter((found) => found.severity === severity).length;
        return (
          <span key={severity} className={count > 0 ? `finding-${severity}` : undefined}>
            {`${many}: ${count}`}
          </span>
        );
      })}
    </p>
  );
}

function Finding(props: {
  readonly kind: Class;
  readonly found: Diagnostic;
  readonly text: string;
  readonly onGoTo: (at: Span) => void;
}) {
  const { kind, found, text, onGoTo } = props;
  const { line, column } = placeOf(text, found.at.start);
  return (
    <button type="button" className="finding" onClick={() => onGoTo(found.at)}>
      <span className={`finding-class finding-${kind.severity}`}>
        <span aria-hidden="true">{kind.shape}</span> {kind.one}
      </span>{' '}
      <span className="finding-place">{`${line}:${column}`}</span>{' '}
      <span className="finding-message">
        <InlineCode>{found.message}</InlineCode>
        {found.fix !== undefined && (
          <span className="finding-fix">
            {' → '}
            <InlineCode>{found.fix}</InlineCode>
          </span>
        )}
      </span>
    </button>
  );
}

function Refusal({ refusal }: { readonly refusal: AwsRefusal }) {
  return (
    <div className="findings-refusal">
      <p>
        <strong>If you save this, AWS will answer:</strong>
      </p>
      <code translate="no">{`${refusal.code} (${refusal.status}): ${refusal.message}`}</code>
    </div>
  );
}
