import { lessonById } from '#course';
import { type AwsCall, type Command } from '#world';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { found } from '../testing/small-world.ts';
import { policy, textOf, trusts } from '../testing/statements.ts';
import { useLab } from './lab-store.ts';
import { decisionAtCursor } from './selectors.ts';

const empty = () => useLab.setState(useLab.getInitialState(), true);
beforeEach(() => {
  empty();
  useLab.getState().openLesson(found(lessonById('assume-role')), undefined);
});
afterEach(empty);

const calls = (by: string, call: AwsCall): Command => ({
  type: 'call',
  by,
  with: { type: 'own' },
  call,
});
const bobMay = (...actions: readonly string[]) =>
  calls('admin', {
    action: 'iam:UpdateAssumeRolePolicy',
    roleName: 'DataRole',
    policyDocument: textOf(
      policy(trusts({ AWS: 'arn:aws:iam::111122223333:user/bob' }, { Action: actions })),
    ),
  });
const bobAsks = calls('bob', {
  action: 'sts:AssumeRole',
  roleArn: 'arn:aws:iam::111122223333:role/DataRole',
  roleSessionName: 'bob',
  sourceIdentity: 'bob',
});

/** What was decided by the time that everything has been shown. */
function decidedAfter(...commands: readonly Command[]) {
  for (const command of commands) useLab.getState().act(command);
  const decided = found(decisionAtCursor(useLab.getState()));
  return [decided.request.action, decided.decision.verdict];
}

test.each([
  ['both are allowed', ['sts:AssumeRole', 'sts:SetSourceIdentity'], 'sts:AssumeRole', 'Allow'],
  ['the second is refused', ['sts:SetSourceIdentity'], 'sts:AssumeRole', 'ImplicitDeny'],
  ['the first is refused', ['sts:AssumeRole'], 'sts:SetSourceIdentity', 'ImplicitDeny'],
] as const)(
  'of a call that needs two permissions, the last decision counts: %s',
  (_case, allowed, action, verdict) => {
    expect(decidedAfter(bobMay(...allowed), bobAsks)).toEqual([action, verdict]);
  },
);
