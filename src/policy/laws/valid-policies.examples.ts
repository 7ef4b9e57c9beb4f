import { type PolicyKind } from '../syntax/document.ts';
import { validPolicies as samples } from '../validate/policies.examples.ts';
import { type DrawnAsking, type Statements } from '../../testing/any-asking.ts';
import { type Place, placesOf } from './drawn.examples.ts';

export type ValidPolicy = readonly [kind: PolicyKind, text: string];

const kinds: Record<Place['kind'], PolicyKind> = {
  identity: 'identity',
  boundary: 'boundary',
  session: 'session',
  trust: 'trust',
  bucket: 'resource',
  key: 'resource',
  scp: 'scp',
  rcp: 'rcp',
};

const written = (statements: Statements): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);

/** So many policies that AWS saves, none twice: the samples, and what the drawn requests have, one a place. */
export function validPolicies(
  drawn: readonly DrawnAsking[],
  count: number,
): readonly ValidPolicy[] {
  const all = new Map<string, ValidPolicy>(samples.map((sample) => [sample.join(), sample]));
  for (const { kind, statements } of drawn.flatMap(placesOf)) {
    // AWS's own RCP, which allows, is not for customers to write.
    if (kind === 'rcp' && statements.some(({ Effect }) => Effect === 'Allow')) continue;
    const policy: ValidPolicy = [kinds[kind], written(statements)];
    all.set(policy.join(), policy);
  }
  return [...all.values()].slice(0, count);
}
