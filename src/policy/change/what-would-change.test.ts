import { expect, test } from 'vitest';
import { loadChanges } from '../index.ts';
import {
  admin,
  allow,
  deny,
  rootOf,
  home,
  trusts,
  user,
  userArn,
} from '../explain/asking.examples.ts';
import { changing, editable, shownAll, textual } from './changing.examples.ts';
import { type ChangeQuestion, type EditablePolicy } from './question.ts';
import { whatWouldChange } from './what-would-change.ts';

/** The same question with something else about its identity policies. */
const withIdentity = (
  question: ChangeQuestion,
  identity: readonly EditablePolicy[],
): ChangeQuestion => ({ ...question, policies: { ...question.policies, identity } });

const firstWords = (question: ChangeQuestion): readonly string[] =>
  shownAll(question).map((steps) => steps.map((step) => step.replace(/ [{[].*/, '')).join(' '));

const ofAws: EditablePolicy = {
  ...editable('identity', 'ReadOnlyAccess', [allow('ec2:*')]),
  editable: false,
};

test('a policy of AWS’s own is not edited: another is attached beside it', () => {
  expect(firstWords(withIdentity(changing({}), [ofAws]))).toStrictEqual([
    'Attach a new policy to alice that allows `s3:GetObject` on `arn:aws:s3:::b/k`.',
  ]);
});

test('a policy that nobody may edit can be detached where it denies', () => {
  const denying = { ...editable('identity', 'DenyAll', [deny('s3:*')]), editable: false };
  const own = editable('identity', 'Own', [admin]);
  expect(firstWords(withIdentity(changing({}), [own, denying]))).toStrictEqual([
    'Detach the policy `DenyAll` from alice.',
  ]);
});

test('where others share a policy, its deny can except one caller', () => {
  const group = { ...editable('identity', 'Group', [admin, deny('s3:*')]), shared: true };
  const question = changing({ context: { 'aws:principalarn': userArn('alice') } });
  expect(firstWords(withIdentity(question, [group]))).toStrictEqual([
    `Except \`${userArn('alice')}\` from statement 2 of the policy \`Group\`, by a condition on \`aws:PrincipalArn\` under \`ArnNotEquals\`.`,
    'Remove statement 2 from the policy `Group`.',
  ]);
});

test('a policy that is attached twice changes at both places', () => {
  const shared = editable('identity', 'Both', [allow('ec2:*')]);
  const boundary: EditablePolicy = { ...shared, kind: 'boundary' };
  const asked = withIdentity(changing({}), [shared]);
  const both: ChangeQuestion = { ...asked, policies: { ...asked.policies, boundary } };
  expect(firstWords(both)[0]).toBe(
    'Add a statement to the policy `Both` that allows `s3:GetObject` on `arn:aws:s3:::b/k`.',
  );
});

test('a text that cannot be saved again, for its principal is gone, is not edited', () => {
  const question = changing({ trust: [trusts({ AWS: 'AIDAQWERTYUIOPASDFGH' })] });
  const { type, policy } = question.policies.resource;
  const options = { principalExists: (name: string) => name.startsWith('arn:') };
  const resource = { type, policy: policy && { ...policy, options } };
  const asked = { ...question, policies: { ...question.policies, resource } };
  expect(shownAll(question)).toHaveLength(2);
  expect(shownAll(asked)).toStrictEqual([]);
});

test('a trust policy that is full takes no more statements, and offers the shorter edit alone', () => {
  const long = Array.from({ length: 31 }, (_, i) => userArn(`a-user-with-a-long-name-${i}`));
  const question = changing({ trust: [trusts({ AWS: long })] });
  expect(firstWords(question)).toStrictEqual([
    `Add \`${userArn('alice')}\` to the Principal of statement 1 of the trust policy.`,
  ]);
});

test('somebody else who may is proposed, and only who may', () => {
  const question = changing({ trust: [trusts({ AWS: userArn('bob') })] });
  const { identity, boundary, session, scps } = question.policies;
  const policies = { identity, boundary, session, scps };
  const others = [
    { principal: user('carol'), context: {}, policies },
    { principal: user('bob'), context: {}, policies },
  ];
  expect(firstWords({ ...question, others })[0]).toBe(`Make the call as \`${userArn('bob')}\`.`);
  expect(firstWords({ ...question, others }).join(' ')).not.toContain('carol');
});

test('a stored text that nobody can read allows nothing and denies nothing', () => {
  const broken = textual('identity', 'Broken', '{"Statement": [');
  expect(firstWords(withIdentity(changing({}), [broken]))).toStrictEqual([
    'Attach a new policy to alice that allows `s3:GetObject` on `arn:aws:s3:::b/k`.',
  ]);
});

test('names that JavaScript knows are names like others', () => {
  const trust = [
    trusts(
      { AWS: rootOf(home) },
      { Condition: { StringEquals: { 'aws:PrincipalTag/__proto__': 'constructor' } } },
    ),
  ];
  const context = JSON.parse(
    '{"aws:principaltag/__proto__": "toString", "__proto__": "x"}',
  ) as unknown;
  const question = changing({ trust, identity: [admin] });
  const asked = {
    ...question,
    request: { ...question.request, context: isContext(context) ? context : {} },
  };
  expect(firstWords(asked)[0]).toBe(
    'Add `toString` to the values of `aws:PrincipalTag/__proto__` under `StringEquals` in statement 1 of the trust policy.',
  );
});

const isContext = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null;

test('many policies with many statements are answered in bounded time', () => {
  const many = Array.from({ length: 10 }, (_, i) =>
    editable('identity', `P${i}`, [
      ...Array.from({ length: 5 }, (__, j) =>
        allow(`ec2:Action${j}`, `arn:aws:ec2:*:*:instance/i-${i}`),
      ),
      deny('s3:*', '*', {
        Condition: { StringNotEquals: { 'aws:RequestedRegion': `eu-west-${i}` } },
      }),
    ]),
  );
  const started = performance.now();
  expect(whatWouldChange(withIdentity(changing({}), many)).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(4_000);
});

test('the door lends it when it is asked for', async () => {
  const changes = await loadChanges();
  const question = changing({});
  const [change] = changes.whatWouldChange(question);
  expect(change).toBeDefined();
  expect(
    changes.sayChange(change ?? { steps: [], verdict: 'Allow', sideEffects: 0 }, question),
  ).toStrictEqual([
    'Attach a new policy to alice that allows `s3:GetObject` on `arn:aws:s3:::b/k`.',
  ]);
});
