import { evaluatePlainly } from '../src/testing/plain/evaluate.ts';
import { rotating } from './engines.ts';
import { type Entrant } from './measure.ts';
import { type Question, type WrittenPolicy } from './questions.ts';

/** The second evaluator, which prepares nothing and is written to be read. */
export function plain({ identity, trust, requests, verdict }: Question): Entrant {
  const policies = {
    identity: identity.map((policy, i) => named(`Own${i}`, policy)),
    boundary: undefined,
    session: undefined,
    resource:
      trust === undefined
        ? ({ type: 'ordinary', policy: undefined } as const)
        : ({ type: 'trust', policy: named('trust policy', trust) } as const),
    scps: [],
    rcps: [],
  };
  return rotating('plain reference', requests, (request) => {
    return evaluatePlainly(request, policies).verdict === verdict;
  });
}

const named = (name: string, json: WrittenPolicy) => ({ name, json });
