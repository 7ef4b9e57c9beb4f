import './findings-list.css';
import { useMemo } from 'react';
import {
  type AwsRefusal,
  type Diagnostic,
  type FindingSaid,
  type FindingWords,
  type Severity,
  type Span,
  type TextEdit,
} from '#policy';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import { InlineCode } from './inline-code.tsx';
import { placeOf } from './place-in-text.ts';

export interface FindingsListProps {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly refusal: AwsRefusal | undefined;
  /** `undefined` while they are under way: findings then say only their class and place. */
  readonly words: FindingWords | undefined;
  /** Changes the text; `undefined` where it cannot be edited. */
  readonly onEdit: ((edit: TextEdit) => void) | undefined;
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

/** More would make a page of them; who mends these sees the next. */
const mostShown = 200;

/** What is wrong in the text, class by class, and what AWS itself would answer. */
export function FindingsList(props: FindingsListProps) {
  const { text, diagnostics, refusal, words } = props;
  const editOf = useMemo(() => words?.editsIn(text), [words, text]);
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
          {findings.slice(0, mostShown).map(({ kind, found }, index) => (
            <li key={`${found.code} ${found.at.start} ${index}`} className="findings-item">
              <Finding {...props} kind={kind} found={found} said={words?.say(found)} />
              <More said={words?.say(found)} edit={editOf?.(found)} onEdit={props.onEdit} />
            </li>
          ))}
        </ul>
      )}
      {findings.length > mostShown && (
        <p className="findings-counts">{`${findings.length - mostShown} more are not listed.`}</p>
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

interface FindingProps extends FindingsListProps {
  readonly kind: Class;
  readonly found: Diagnostic;
  readonly said: FindingSaid | undefined;
}

function Finding({ kind, found, said, text, onGoTo }: FindingProps) {
  const { line, column } = placeOf(text, found.at.start);
  return (
    <button type="button" className="finding" onClick={() => onGoTo(found.at)}>
      <span className={`finding-class finding-${kind.severity}`}>
        <span aria-hidden="true">{kind.shape}</span> {kind.one}
      </span>{' '}
      <span className="finding-place">{`${line}:${column}`}</span>{' '}
      {said !== undefined && <Message said={said} />}
    </button>
  );
}

function Message({ said: { message, fix } }: { readonly said: FindingSaid }) {
  return (
    <span className="finding-message">
      <InlineCode>{message}</InlineCode>
      {fix !== undefined && (
        <span className="finding-fix">
          {' → '}
          <InlineCode>{fix}</InlineCode>
        </span>
      )}
    </span>
  );
}

/** What can be done with a finding: mend it, and learn from it. */
function More(props: {
  readonly said: FindingSaid | undefined;
  readonly edit: TextEdit | undefined;
  readonly onEdit: FindingsListProps['onEdit'];
}) {
  const { said, edit, onEdit } = props;
  if (said === undefined) return null;
  return (
    <div className="finding-more">
      {edit !== undefined && onEdit !== undefined && (
        <button type="button" className="finding-mend" onClick={() => onEdit(edit)}>
          Fix<VisuallyHidden>: {plain(said.message)}</VisuallyHidden>
        </button>
      )}
      <Why said={said} />
    </div>
  );
}

const plain = (message: string): string => message.replaceAll('`', '');

/** The lesson behind a finding, shown on demand. */
function Why({ said: { message, help } }: { readonly said: FindingSaid }) {
  return (
    <details className="finding-why">
      <summary>
        Why<VisuallyHidden>: {plain(message)}</VisuallyHidden>
      </summary>
      <p>
        <InlineCode>{help.text}</InlineCode>{' '}
        <a href={help.source} target="_blank" rel="noreferrer">
          AWS’s page on this
        </a>
      </p>
    </details>
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
