import { describe, expect, test } from 'vitest';
import { apply, buildWorld, type Command, type World } from '#world';
import { found } from '../testing/small-world.ts';
import { impactOf } from './index.ts';
import { type Finding } from './impact.ts';
import { leakedCredentials } from './lessons/leaked-credentials.ts';

const lesson = leakedCredentials;
const playAll = (world: World, commands: readonly Command[]): World =>
  commands.reduce<World>((at, command) => apply(at, command).world, world);
const before = playAll(
  buildWorld(lesson.world),
  lesson.steps.flatMap((step) => step.do.map(({ command }) => command)),
);
const acts = Object.fromEntries(
  lesson.steps.flatMap(({ options }) =>
    options.map(({ id, act }) => [id, act.map(({ command }) => command)]),
  ),
);
const worldAfter = (option: string): World => playAll(before, found(acts[option]));
const probe = found(lesson.impact);

function inShort(finding: Finding): string {
  switch (finding.outcome) {
    case 'works':
    case 'nothing-to-use':
      return finding.outcome;
    case 'later':
      return `in ${finding.seconds} s`;
    case 'refused':
      return `${finding.action} ${finding.code}`;
  }
}

/** A row a person: what is held, and asking again. */
const matrix = (world: World) =>
  Object.fromEntries(
    impactOf(world, probe).map(({ person, held, again }) => [
      person,
      [inShort(held), inShort(again)],
    ]),
  );

const works = ['works', 'works'];
const noRole = 'sts:AssumeRole AccessDenied';
const noReport = 's3:GetObject AccessDenied';

describe('who lost what', () => {
  test('before anything is done, woofy reads and can’t ask for more', () => {
    expect(matrix(before)).toEqual({
      bob: works,
      julie: works,
      emy: works,
      woofy: ['works', noRole],
    });
  });

  test('editing the trust policy hits Emy, and not woofy', () => {
    expect(matrix(worldAfter('edit-trust'))).toEqual({
      bob: works,
      julie: works,
      emy: ['works', noRole],
      woofy: ['works', noRole],
    });
  });

  test('taking the permissions away hits everybody for good', () => {
    expect(matrix(worldAfter('remove-permissions'))).toEqual({
      bob: [noReport, noReport],
      julie: [noReport, noReport],
      emy: [noReport, noReport],
      woofy: [noReport, noRole],
    });
  });

  test('revoking hits everybody at once, and only woofy for good', () => {
    const later = [noReport, 'in 30 s'];
    expect(matrix(worldAfter('revoke-sessions'))).toEqual({
      bob: later,
      julie: later,
      emy: later,
      woofy: [noReport, noRole],
    });
  });

  test('thirty seconds later those who are trusted can go on', () => {
    const waited = playAll(worldAfter('revoke-sessions'), [{ type: 'wait', seconds: 30 }]);
    const again = [noReport, 'works'];
    expect(matrix(waited)).toEqual({
      bob: again,
      julie: again,
      emy: again,
      woofy: [noReport, noRole],
    });
  });

  test('a second before that they still can’t', () => {
    const waited = playAll(worldAfter('revoke-sessions'), [{ type: 'wait', seconds: 29 }]);
    expect(matrix(waited).bob).toEqual([noReport, 'in 1 s']);
  });
});

test('the reason of a refusal comes with it', () => {
  const woofy = impactOf(worldAfter('revoke-sessions'), probe).find((i) => i.person === 'woofy');
  expect(woofy?.held).toMatchObject({
    message:
      'User: arn:aws:sts::111122223333:assumed-role/DataRole/emy is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-reports/q3-results.csv" with an explicit deny in an identity-based policy',
  });
});

test('what a finding says can be played, and comes out so', () => {
  const world = worldAfter('revoke-sessions');
  const bob = impactOf(world, probe).find((i) => i.person === 'bob');
  expect(bob?.again.commands.map(({ type }) => type)).toEqual(['wait', 'call', 'call']);
  const played = playAll(world, bob?.again.commands ?? []);
  expect(impactOf(played, probe).find((i) => i.person === 'bob')?.held.outcome).toBe('works');
});

test('who has nothing has nothing to use', () => {
  const start = buildWorld(lesson.world);
  const woofy = impactOf(start, probe).find((i) => i.person === 'woofy');
  expect([woofy?.held.outcome, woofy?.again.outcome]).toEqual(['nothing-to-use', 'nothing-to-use']);
});

test('asking changes nothing', () => {
  const text = JSON.stringify(before);
  impactOf(before, probe);
  expect(JSON.stringify(before)).toBe(text);
});
