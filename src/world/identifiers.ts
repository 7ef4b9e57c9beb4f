import { accessKeyId, type AccessKeyId, type AccountId, type World } from './model.ts';

/**
 * AWS's documented prefixes of unique ids and access key ids.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export type IdPrefix = 'AIDA' | 'AROA' | 'AGPA';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const spread = 0x2545f4914fn;
const mask39 = (1n << 39n) - 1n;

/** A new unique id; no two draws of one world give the same. */
export function drawUniqueId(world: World, account: AccountId, prefix: IdPrefix): Drawn<string> {
  const last = base32[Number((BigInt(world.draws) * 7n + 3n) % 32n)] ?? 'A';
  return drawn(world, `${prefix}${idBody(account, world.draws)}${last}`);
}

/** A new access key id: `AKIA` for long-term keys, `ASIA` for sessions. */
export function drawAccessKeyId(
  world: World,
  account: AccountId,
  prefix: 'AKIA' | 'ASIA',
): Drawn<AccessKeyId> {
  return drawn(world, accessKeyId(`${prefix}${idBody(account, world.draws)}`));
}

/** Forty characters, as AWS's secret access keys have. */
export function drawSecret(world: World): Drawn<string> {
  return drawn(world, randomText(world.draws, 40));
}

/**
 * A session token that starts as today's do. Real ones have no fixed length; this one has 160 characters.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
 */
export function drawSessionToken(world: World): Drawn<string> {
  return drawn(world, `IQoJb3JpZ2luX2VjE${randomText(world.draws, 141)}==`);
}

/** A request or event id in the form of a UUID. */
export function drawUuid(world: World): Drawn<string> {
  const hex = [...Array(32).keys()].map((i) => (noise(world.draws, i) % 16).toString(16)).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return drawn(world, `${parts.join('-')}-${hex.slice(20)}`);
}

export interface Drawn<T> {
  readonly value: T;
  readonly world: World;
}

const drawn = <T>(world: World, value: T): Drawn<T> => ({
  value,
  world: { ...world, draws: world.draws + 1 },
});

/**
 * Sixteen Base32 characters as modern ids have them: one bit, forty bits of account number, 39 that vary.
 * The varying part is the draw's number times an odd constant modulo 2^39, which never repeats.
 * The layout is an observation of independent researchers, not documented by AWS.
 */
function idBody(account: AccountId, draw: number): string {
  const varying = (BigInt(draw + 1) * spread) & mask39;
  const bits = (1n << 79n) | (BigInt(account) << 39n) | varying;
  return [...Array(16).keys()]
    .map((i) => base32[Number((bits >> BigInt(75 - 5 * i)) & 31n)] ?? '')
    .join('');
}

const randomText = (draw: number, length: number): string =>
  [...Array(length).keys()].map((i) => base64[noise(draw, i) % 64] ?? '').join('');

/** A well-mixed 32-bit number for a place in a draw: the finalizer of MurmurHash3. */
function noise(draw: number, index: number): number {
  let h = Math.imul(draw + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
