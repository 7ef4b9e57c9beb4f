import { sayDecision, type AccessRequest, type Decision, type Verdict } from '#policy';
import { Arn } from '../kit/arn.tsx';
import { VerdictBadge, type Tone } from '../kit/verdict-badge.tsx';
import { callerName } from './caller-name.ts';
import { MissingKeys } from './missing-keys.tsx';

const verdicts: Record<Verdict, { readonly tone: Tone; readonly word: string }> = {
  Allow: { tone: 'allowed', word: 'Allow' },
  ImplicitDeny: { tone: 'silent', word: 'Implicit deny' },
  ExplicitDeny: { tone: 'denied', word: 'Explicit deny' },
};

interface DecidingRuleProps {
  readonly request: AccessRequest;
  readonly decision: Decision;
}

/** The rule that decided, first in one line and then in full. */
export function DecidingRule({ request, decision }: DecidingRuleProps) {
  const { headline, sentences } = sayDecision(decision, request);
  const { tone, word } = verdicts[decision.verdict];
  return (
    <div className="trace-rule">
      <h3>
        <VerdictBadge tone={tone}>{word}</VerdictBadge> <span>{headline}</span>
      </h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <MissingKeys keys={missingKeysAsWritten(decision)} />
      <Asked request={request} />
    </div>
  );
}

/** What AWS was asked, as it sees it. */
function Asked({ request }: { request: AccessRequest }) {
  return (
    <dl className="trace-asked">
      <div>
        <dt>who</dt>
        <dd>
          <Arn>{callerName(request.principal)}</Arn>
        </dd>
      </div>
      <div>
        <dt>action</dt>
        <dd>
          <Arn>{request.action}</Arn>
        </dd>
      </div>
      <div>
        <dt>resource</dt>
        <dd>
          <Arn>{request.resource}</Arn>
        </dd>
      </div>
    </dl>
  );
}

/** The missing keys as the policies spell them; the decision has them in lower case. */
function missingKeysAsWritten({ missingKeys, gates }: Decision): readonly string[] {
  const written = gates
    .flatMap(({ policies }) => policies)
    .flatMap(({ statements }) => statements)
    .flatMap(({ elements }) => elements)
    .flatMap((element) => (element.element === 'Condition' ? [element.key] : []));
  return missingKeys.map((key) => written.find((one) => one.toLowerCase() === key) ?? key);
}
