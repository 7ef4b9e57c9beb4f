import { type Gate, type GateOutcome, type GateTrace, type ResourcePolicyType } from '#policy';
import { type Tone } from '../kit/verdict-badge.tsx';

const names: Record<Gate, string> = {
  rcp: 'resource control policies',
  scp: 'service control policies',
  resource: 'resource-based policy',
  identity: 'identity policies',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** AWS's name of a gate, in lower case. A role's resource-based policy is its trust policy. */
export function gateName(gate: Gate, resourceType: ResourcePolicyType): string {
  if (gate !== 'resource') return names[gate];
  return { trust: 'trust policy', kms: 'key policy', ordinary: names.resource }[resourceType];
}

interface OutcomeWords {
  readonly tone: Tone;
  readonly word: string;
}

const outcomes: Record<Exclude<GateOutcome, 'silent'>, OutcomeWords> = {
  allows: { tone: 'allowed', word: 'allows' },
  delegates: { tone: 'silent', word: 'leaves it to the identity policies' },
  denies: { tone: 'denied', word: 'denies' },
  absent: { tone: 'silent', word: 'not in play' },
};

/** What a gate said. Where the request needed its yes, silence is a refusal and is called so. */
export function outcomeWords({ outcome, decisive }: GateTrace): OutcomeWords {
  if (outcome !== 'silent') return outcomes[outcome];
  return { tone: 'silent', word: decisive ? 'does not allow' : 'says nothing' };
}
