import { expect, test } from 'vitest';
import { answerOf, own, play, rulingOf, smallWorld } from '../../testing/small-world.ts';
import { type AwsCall } from '../command.ts';

const start = smallWorld({ tables: [{ name: 't' }] });
const missing = 'MissingAuthenticationToken 403: Request is missing Authentication Token';

/**
 * Mallory has no credentials. What is answered to bad ones is in the table of errors.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
test.each<readonly [service: string, call: AwsCall, answer: string]>([
  ['STS', { action: 'sts:GetCallerIdentity' }, missing],
  ['IAM', { action: 'iam:CreateUser', userName: 'eve' }, missing],
  [
    'DynamoDB',
    { action: 'dynamodb:Scan', table: 't' },
    'MissingAuthenticationTokenException 400: Request is missing Authentication Token',
  ],
])(
  'a request without credentials to %s asks no policy and leaves no record',
  (_to, call, answer) => {
    const { world, happenings } = play(start, own('mallory', call));
    expect([rulingOf(happenings), answerOf(happenings)]).toEqual(['not asked', answer]);
    expect(world).toBe(start);
  },
);
