import { lessonById } from '#course';
import { useLab } from '#store';
import { type AwsCall, type Command } from '#world';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { found } from '../../testing/small-world.ts';
import { WhyPanel } from './why-panel.tsx';

const empty = () => useLab.setState(useLab.getInitialState(), true);

beforeEach(() => {
  empty();
  useLab.getState().openLesson(found(lessonById('assume-role')), undefined);
});
afterEach(() => act(empty));

const roleArn = 'arn:aws:iam::111122223333:role/DataRole';
const bob = (call: AwsCall): Command => ({ type: 'call', by: 'bob', with: { type: 'own' }, call });

function show(...commands: readonly Command[]) {
  for (const command of commands) useLab.getState().act(command);
  render(
    <Suspense>
      <WhyPanel />
    </Suspense>,
  );
}

test('before anything was asked, says what will be here', () => {
  show();
  expect(screen.getByText(/^Nothing has been asked yet/)).toBeVisible();
});

test('a decision is explained', async () => {
  show(bob({ action: 'sts:AssumeRole', roleArn, roleSessionName: 'bob' }));
  const why = await screen.findByRole('region', { name: 'Why' });
  expect(why).toHaveTextContent(
    'AccessDenied (HTTP 403): User: arn:aws:iam::111122223333:user/bob',
  );
});

test.each<[string, Command, string, string]>([
  [
    'credentials that are not there',
    {
      type: 'call',
      by: 'woofy',
      with: { type: 'own' },
      call: { action: 'dynamodb:Scan', table: 'acme-orders' },
    },
    'The request carries no credentials',
    'MissingAuthenticationTokenException (HTTP 400)',
  ],
  [
    'a request that AWS turns away unread, though its credentials are good',
    bob({ action: 'sts:AssumeRole', roleArn, roleSessionName: 'b' }),
    'The request itself was not acceptable',
    'ValidationError (HTTP 400)',
  ],
])('says that no policy was asked, and why: %s', async (_what, command, headline, answer) => {
  show(command);
  const why = await screen.findByRole('region', { name: 'Why' });
  expect(why).toHaveTextContent(headline);
  expect(why).toHaveTextContent('No policy was asked');
  expect(why).toHaveTextContent(answer);
});

test('until AWS has answered, says what is going on', () => {
  useLab.getState().act(bob({ action: 's3:ListAllMyBuckets' }));
  useLab.getState().goTo({ entry: 0, step: 1 });
  show();
  expect(
    screen.getByText(/^AWS looks the key up: .* No policy has been asked at this moment\.$/),
  ).toBeVisible();
});
