import { groupArn } from '../arn.ts';
import { noSuchGroup } from '../aws-errors.ts';
import { withAccount } from '../change.ts';
import { type AwsCall } from '../command.ts';
import { type Group } from '../model.ts';
import { done, type Operation, plainTarget, refused } from '../operation.ts';
import { iam } from './iam-operation.ts';
import { accountOf, own } from './lookup.ts';
import { inlineTooLarge, refusalOf } from './write-policy.ts';

type PutGroupPolicy = Extract<AwsCall, { action: 'iam:PutGroupPolicy' }>;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html */
export const putGroupPolicy = (call: PutGroupPolicy): Operation => ({
  ...iam('PutGroupPolicy', call),
  target: plainTarget(
    (home, world) =>
      own(accountOf(world, home)?.groups ?? {}, call.groupName)?.arn ??
      groupArn(home, '/', call.groupName),
  ),
  perform: ({ world, home }) => {
    const account = accountOf(world, home);
    const group = own(account?.groups ?? {}, call.groupName);
    if (!account || !group) return refused(noSuchGroup(call.groupName));
    const changed = withInline(group, call);
    const refusal =
      refusalOf(world, call.policyDocument, 'identity') ??
      inlineTooLarge('group', group.name, changed.inline);
    if (refusal) return refused(refusal);
    const groups = { ...account.groups, [group.name]: changed };
    return done(withAccount(world, { ...account, groups }), {}, [
      { type: 'changed', what: group.arn },
    ]);
  },
});

const withInline = (group: Group, call: PutGroupPolicy): Group => ({
  ...group,
  inline: { ...group.inline, [call.policyName]: { text: call.policyDocument } },
});
