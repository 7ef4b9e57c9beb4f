import { type CredentialsState } from '#world';
import { VerdictBadge } from '../kit/verdict-badge.tsx';
import { AwsAnswer } from './aws-answer.tsx';

export interface EarlyFailure {
  readonly state: CredentialsState;
  readonly awsMessage: string;
}

interface Explanation {
  readonly headline: string;
  readonly why: string;
  readonly what: string;
}

const explanations: Record<CredentialsState, Explanation> = {
  expired: {
    headline: 'The session’s credentials have expired',
    why: 'Temporary credentials carry their end in them, and the clock has passed it.',
    what: 'Assume the role again for new ones. Expired and revoked are different things: a revoked session reaches the policies and is denied there.',
  },
  missing: {
    headline: 'The request carries no credentials',
    why: 'Nothing signed this request, so AWS cannot tell who is calling.',
    what: 'Get credentials first: an access key, or a session from STS.',
  },
  unknown: {
    headline: 'AWS does not know this access key',
    why: 'No access key with this id exists: it was deleted, or never issued.',
    what: 'Use a key that exists.',
  },
  inactive: {
    headline: 'The access key is deactivated',
    why: 'The key exists, but its status is Inactive.',
    what: 'Activate the key, or use another. Role sessions that were obtained with it go on working: they belong to the role.',
  },
  'role-deleted': {
    headline: 'The role of this session no longer exists',
    why: 'The session belongs to a role that was deleted. A new role of the same name has another id, and is another role.',
    what: 'Assume a role that exists.',
  },
  valid: {
    headline: 'The request itself was not acceptable',
    why: 'The credentials are valid, but AWS turned the request away before it asked whether it is allowed.',
    what: 'Mend what AWS’s answer names, and send it again.',
  },
};

/** A call that ended before any policy: AWS looks credentials up first. */
export function FailedBefore({ failure }: { failure: EarlyFailure }) {
  const { headline, why, what } = explanations[failure.state];
  return (
    <section className="trace" aria-label="Why">
      <div className="trace-front">
        <div className="trace-rule">
          <h3>
            <VerdictBadge tone="denied">Failed</VerdictBadge> <span>{headline}</span>
          </h3>
          <p>{why}</p>
          <p>
            <strong>No policy was asked</strong>, so no edit to a policy changes this answer. {what}
          </p>
        </div>
        <AwsAnswer allowed={false} message={failure.awsMessage} />
      </div>
    </section>
  );
}
