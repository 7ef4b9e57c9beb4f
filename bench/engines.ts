import {
  type AttachedPolicy,
  compile,
  type CompiledPolicies,
  decide,
  explain,
  type Policies,
  type PolicyKind,
  readPolicy,
  type Verdict,
} from '#policy';
import { type Entrant } from './measure.ts';
import { type Question, variants, type WrittenPolicy } from './questions.ts';

/** Our own ways to answer a question. */
export function ours(question: Question): readonly Entrant[] {
  const { requests, verdict } = question;
  const policies = policiesOf(question);
  const compiled = compile(policies);
  return [
    { name: 'decide', repeat: (times) => decideOften(requests, compiled, verdict, times) },
    { name: 'explain', repeat: (times) => explainOften(requests, compiled, verdict, times) },
    rotating('compile and decide', requests, (request) => {
      return decide(request, compile(unseen(policies))) === verdict;
    }),
  ];
}

/** As callers write it: a call of a function that V8 knows, which a call of a parameter is not. */
function decideOften(
  requests: Question['requests'],
  policies: CompiledPolicies,
  verdict: Verdict,
  times: number,
): number {
  let right = 0;
  for (let i = 0; i < times; i++) {
    const request = requests[i & (variants - 1)];
    if (request !== undefined && decide(request, policies) === verdict) right++;
  }
  return right;
}

function explainOften(
  requests: Question['requests'],
  policies: CompiledPolicies,
  verdict: Verdict,
  times: number,
): number {
  let right = 0;
  for (let i = 0; i < times; i++) {
    const request = requests[i & (variants - 1)];
    if (request !== undefined && explain(request, policies).verdict === verdict) right++;
  }
  return right;
}

/** Asks about one variant after another. */
export function rotating<T>(
  name: string,
  requests: readonly T[],
  isRight: (request: T) => boolean,
): Entrant {
  return {
    name,
    repeat: (times) => {
      let right = 0;
      for (let i = 0; i < times; i++) {
        const request = requests[i & (variants - 1)];
        if (request !== undefined && isRight(request)) right++;
      }
      return right;
    },
  };
}

function policiesOf({ identity, trust }: Question): Policies {
  return {
    identity: identity.map((policy, i) => attach('identity', `Own${i}`, policy)),
    boundary: undefined,
    session: undefined,
    resource:
      trust === undefined
        ? { type: 'ordinary', policy: undefined }
        : { type: 'trust', policy: attach('trust', 'trust policy', trust) },
    scps: [],
    rcps: [],
  };
}

export function attach(kind: PolicyKind, name: string, policy: WrittenPolicy): AttachedPolicy {
  const { document, refusal } = readPolicy(JSON.stringify(policy), kind);
  if (document === undefined) throw new Error(`${name}: ${refusal.message}`);
  return { ref: name, name, document };
}

/** The same documents as other objects: what was made ready of a document is remembered by the object. */
function unseen({ identity, resource, ...others }: Policies): Policies {
  const { type, policy } = resource;
  return {
    ...others,
    identity: identity.map(again),
    resource: { type, policy: policy && again(policy) },
  };
}

const again = (policy: AttachedPolicy): AttachedPolicy => ({
  ...policy,
  document: { ...policy.document },
});
