import { boundariesScpsSessions } from './boundaries-scps-sessions.ts';
import { crossAccount } from './cross-account.ts';
import { federation } from './federation.ts';
import { generated } from './generated.ts';
import { matching } from './matching.ts';
import { operators } from './operators.ts';
import { principals } from './principals.ts';
import { type CorpusCase } from './question.ts';
import { resourcePolicies } from './resource-policies.ts';
import { sameAccount } from './same-account.ts';
import { sessions } from './sessions.ts';
import { trustConditions } from './trust-conditions.ts';
import { variables } from './variables.ts';

/** One file each, in the order in which they are best read. */
export const topics: ReadonlyMap<string, readonly CorpusCase[]> = new Map([
  ['same-account', sameAccount],
  ['cross-account', crossAccount],
  ['resource-policies', resourcePolicies],
  ['boundaries-scps-sessions', boundariesScpsSessions],
  ['sessions', sessions],
  ['trust-conditions', trustConditions],
  ['federation', federation],
  ['matching', matching],
  ['principals', principals],
  ['operators', operators],
  ['variables', variables],
  ['generated', generated],
]);

export const everyCase: readonly CorpusCase[] = [...topics.values()].flat();

/** The rows of the tables that are no question to an evaluator, with why. */
export const rowsWithoutCase: ReadonlyMap<string, string> = new Map([
  ['A22', 'STS refuses the root user before any policy is asked'],
  ['A23', 'STS finds no role of that name'],
  ['A24', 'STS finds no role of that name'],
  ['A25', 'the trust policy is refused when it is saved'],
  ['B18', 'accounts of another partition are not written in these policies'],
  ['E-9', 'STS refuses the duration'],
  ['E-10', 'about the duration of the credentials'],
  ['E-14', 'the credentials are refused before any policy is asked'],
  ['E-15', 'the credentials are refused before any policy is asked'],
  ['E-16', 'the credentials are refused before any policy is asked'],
  ['E-25', 'about the revocation, not about a request'],
  ['E-26', 'about the revocation, not about a request'],
  ['E-27', 'STS refuses the kind of credentials'],
  ['G10', 'the call carries no credentials'],
  ['G11', 'the trust policy is refused when it is saved'],
  ['G12', 'the trust policy is refused when it is saved'],
  ['H24', 'a resource policy without a principal is refused when it is saved'],
  ['8.8', 'the trust policy is refused when it is saved'],
  ['8.11', 'compares two policies'],
]);
