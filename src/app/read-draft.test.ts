import { loadAdvice, type PolicyKind } from '#policy';
import { policyRefText } from '#world';
import { expect, test } from 'vitest';
import { home, own, play, smallWorld, userArn } from '../testing/small-world.ts';
import { policy, textOf, trusts } from '../testing/statements.ts';
import { readDraft } from './read-draft.ts';

const trustsCarol = textOf(policy(trusts({ AWS: userArn('carol') })));
const trustsAlice = textOf(policy(trusts({ AWS: userArn('alice') })));
const trust = policyRefText({ type: 'trust', account: home, role: 'R' });
const inline = policyRefText({ type: 'inline', account: home, of: 'role', owner: 'R', name: 'P' });
const world = () => smallWorld({ users: [{ name: 'alice' }] });

test('reads as AWS would on saving', () => {
  expect(readDraft(world(), trust, trustsAlice, 'trust').refusal).toBeUndefined();
  expect(readDraft(world(), trust, '{', 'trust').refusal?.code).toBe('MalformedPolicyDocument');
});

test('the same text in the same accounts gives the same object: an editor need not show it anew', () => {
  const at = world();
  const first = readDraft(at, trust, trustsAlice, 'trust');
  expect(readDraft(at, trust, trustsAlice, 'trust')).toBe(first);
});

test('what changes no account is no reason to read again', () => {
  const at = world();
  const first = readDraft(at, trust, trustsAlice, 'trust');
  const later = play(at, { type: 'wait', seconds: 60 }).world;
  expect(later).not.toBe(at);
  expect(readDraft(later, trust, trustsAlice, 'trust')).toBe(first);
});

test('another text is read', () => {
  const at = world();
  const first = readDraft(at, trust, trustsAlice, 'trust');
  const broken = readDraft(at, trust, '{', 'trust');
  expect(broken.refusal).toBeDefined();
  expect(readDraft(at, trust, trustsAlice, 'trust')).toEqual(first);
});

test('two policies with the same text are read apart', () => {
  const at = world();
  const asTrust = readDraft(at, trust, trustsAlice, 'trust');
  const identity = readDraft(at, inline, trustsAlice, 'identity');
  expect(asTrust.refusal).toBeUndefined();
  expect(identity.refusal).toBeDefined();
  expect(readDraft(at, trust, trustsAlice, 'trust')).toBe(asTrust);
});

test('new accounts have other principals: the same text is read again', () => {
  const at = world();
  const before = readDraft(at, trust, trustsCarol, 'trust');
  const { world: later } = play(at, own('admin', { action: 'iam:CreateUser', userName: 'carol' }));
  const after = readDraft(later, trust, trustsCarol, 'trust');
  expect(before.refusal?.message).toMatch(/principal/i);
  expect(after.refusal).toBeUndefined();
  expect(readDraft(at, trust, trustsCarol, 'trust')).toBe(before);
});

test('the advice is added once it is there', async () => {
  const at = world();
  const codes = (text: string, advise?: Awaited<ReturnType<typeof loadAdvice>>) =>
    readDraft(at, trust, text, 'trust', advise).diagnostics.map(({ code }) => code);
  const everyone = textOf(policy(trusts({ AWS: '*' })));
  expect(codes(everyone)).toEqual([]);
  expect(codes(everyone, await loadAdvice())).toContain('anyone');
});

test('the advice knows whose policy it is, and what it is attached to', async () => {
  const advise = await loadAdvice();
  const codes = (ref: string, text: string, kind: PolicyKind) =>
    readDraft(world(), ref, text, kind, advise).diagnostics.map(({ code }) => code);
  const outsider = textOf(policy(trusts({ AWS: '999999999999' })));
  expect(codes(trust, outsider, 'trust')).toContain('no-external-id');
  const ownFolder =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}/*"}}';
  expect(codes(inline, ownFolder, 'identity')).toEqual(['username-of-role']);
});
