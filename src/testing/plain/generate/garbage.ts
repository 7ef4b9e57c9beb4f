import { type AccessRequest, type RequestContext } from '#policy';
import { type Random } from './random.ts';

const policyLetters = [
  'a',
  'a',
  'b',
  '*',
  '*',
  '?',
  '${',
  '}',
  '$',
  '/',
  ':',
  ',',
  "'",
  ' ',
  'é',
  '${*}',
  '${aws:username}',
];
const requestLetters = ['a', 'a', 'b', '*', '?', '$', '{', '}', '/', ':', ' ', 'é', '😀'];

/** Text without sense, as a hostile or careless hand may write it into a policy. */
export const drawGarbagePattern = (random: Random): string =>
  random.chance(0.05) ? 'a*'.repeat(random.below(40)) : drawText(random, policyLetters);

const drawGarbageText = (random: Random): string =>
  random.chance(0.05) ? `${'a'.repeat(random.below(80))}b` : drawText(random, requestLetters);

const drawText = (random: Random, letters: readonly string[]): string =>
  Array.from({ length: random.below(9) }, () => random.pick(letters)).join('');

/** A request for nothing that AWS has, with nonsense for its texts. */
export function makeNonsenseOf(random: Random, request: AccessRequest): AccessRequest {
  const resource = `arn:aws:s3:::${drawGarbageText(random)}`;
  const action = `s3:${random.pick(['Get', 'a', 'aab', 'GetObject', 'A-b', ''])}`;
  return { ...request, action, resource, context: nonsenseIn(random, request.context) };
}

const nonsenseIn = (random: Random, context: RequestContext): RequestContext =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [
      key,
      random.chance(0.4) && typeof value === 'string' ? drawGarbageText(random) : value,
    ]),
  );
