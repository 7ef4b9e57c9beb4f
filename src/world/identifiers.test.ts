import { expect, test } from 'vitest';
import {
  drawAccessKeyId,
  drawSecret,
  drawSessionToken,
  drawUniqueId,
  drawUuid,
} from './identifiers.ts';
import { accountId, type World } from './model.ts';
import { smallWorld } from '../testing/small-world.ts';

const start = smallWorld({});
const ones = accountId('111122223333');

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** As researchers read an account out of a key id: 16 Base32 characters are 80 bits, 40 of them the account. */
function accountIn(id: string): string {
  const bits = Array.from(id.slice(4, 20)).reduce(
    (sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)),
    0n,
  );
  return String((bits >> 39n) & ((1n << 40n) - 1n)).padStart(12, '0');
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
test.each([
  ['a user', drawUniqueId(start, ones, 'AIDA').value, /^AIDA[A-Z2-7]{17}$/],
  ['a role', drawUniqueId(start, ones, 'AROA').value, /^AROA[A-Z2-7]{17}$/],
  ['a group', drawUniqueId(start, ones, 'AGPA').value, /^AGPA[A-Z2-7]{17}$/],
  ['a long-term key', drawAccessKeyId(start, ones, 'AKIA').value, /^AKIA[A-Z2-7]{16}$/],
  ['a session’s key', drawAccessKeyId(start, ones, 'ASIA').value, /^ASIA[A-Z2-7]{16}$/],
])('the id of %s has AWS’s prefix, length and alphabet', (_whose, id, form) => {
  expect(id).toMatch(form);
});

test.each(['111122223333', '609629065308', '000000000001', '999999999999'])(
  'the account %s can be read back from every id',
  (id) => {
    const account = accountId(id);
    const ids = [
      drawUniqueId(start, account, 'AROA').value,
      drawAccessKeyId(start, account, 'ASIA').value,
    ];
    expect(ids.map(accountIn)).toEqual([id, id]);
  },
);

test('ids of 111122223333 start with RTX3GSDS, as those in AWS’s pages do', () => {
  expect(drawAccessKeyId(start, ones, 'AKIA').value.slice(4, 12)).toBe('RTX3GSDS');
});

test('no id comes twice in 10,000 draws', () => {
  const seen = new Set<string>();
  let world: World = start;
  for (let i = 0; i < 10_000; i++) {
    const drawn = drawAccessKeyId(world, ones, 'ASIA');
    seen.add(drawn.value);
    ({ world } = drawn);
  }
  expect(seen.size).toBe(10_000);
});

test('unique ids differ already without their last character', () => {
  const seen = new Set<string>();
  let world: World = start;
  for (let i = 0; i < 10_000; i++) {
    const drawn = drawUniqueId(world, ones, 'AROA');
    seen.add(drawn.value.slice(0, 20));
    ({ world } = drawn);
  }
  expect(seen.size).toBe(10_000);
});

test('secrets have forty characters, tokens start as today’s do', () => {
  expect(drawSecret(start).value).toMatch(/^[A-Za-z0-9+/]{40}$/);
  expect(drawSessionToken(start).value).toMatch(/^IQoJb3JpZ2luX2VjE[A-Za-z0-9+/]{141}==$/);
  expect(drawUuid(start).value).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('the same world draws the same, and the next draw is another', () => {
  const first = drawSecret(start);
  expect(drawSecret(start).value).toBe(first.value);
  expect(drawSecret(first.world).value).not.toBe(first.value);
});
