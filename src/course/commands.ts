import { type AwsCall, type Command } from '#world';
import { type Played } from './lesson.ts';

/** Short forms with which lessons write what people do. */
export const allowed = (command: Command): Played => ({ command, expect: 'allowed' });
export const refused = (error: string, command: Command): Played => ({
  command,
  expect: { error },
});
export const done = (command: Command): Played => ({ command, expect: 'done' });

/** With the person's own long-term key. */
export const asSelf = (by: string, call: AwsCall): Command => ({
  type: 'call',
  by,
  with: { type: 'own' },
  call,
});

/** With the newest session that the person holds a copy of. */
export const withSession = (by: string, call: AwsCall): Command => ({
  type: 'call',
  by,
  with: { type: 'latest-session' },
  call,
});

export const assume = (roleArn: string, by: string): Command =>
  asSelf(by, { action: 'sts:AssumeRole', roleArn, roleSessionName: by });

export const wait = (seconds: number): Command => ({ type: 'wait', seconds });
