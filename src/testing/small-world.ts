import {
  apply,
  type AwsCall,
  buildWorld,
  type Command,
  type Happening,
  type Outcome,
  type World,
  type WorldSpec,
} from '#world';
import { allow, policy } from './statements.ts';

/** Builds worlds of one account, plays in them, and says what came of it in few words. */
export const home = '111111111111';
export const rootArn = `arn:aws:iam::${home}:root`;
export const userArn = (name: string) => `arn:aws:iam::${home}:user/${name}`;
export const roleArn = (name: string) => `arn:aws:iam::${home}:role/${name}`;
export const policyArn = (name: string) => `arn:aws:iam::${home}:policy/${name}`;
export const sessionArn = (role: string, session: string) =>
  `arn:aws:sts::${home}:assumed-role/${role}/${session}`;

export type AccountSpec = WorldSpec['accounts'][number];

/**
 * An account as given, with an administrator beside. Every user is a person with a key; so is the
 * account's root. Mallory has nothing. The clock stands at ten.
 */
export function smallWorld(account: Partial<AccountSpec>): World {
  const { users = [], managedPolicies = [] } = account;
  const everybody = [...users, { name: 'admin', attached: ['AdministratorAccess'] }];
  const key = (user: string) => ({
    id: user,
    name: user,
    role: 'insider' as const,
    sourceIp: '203.0.113.1',
    keyOf: { account: home, user },
  });
  return buildWorld({
    now: '2026-11-23T10:00:00Z',
    accounts: [
      {
        id: home,
        name: 'Home',
        ...account,
        users: everybody,
        managedPolicies: [
          { name: 'AdministratorAccess', aws: true, document: policy(allow('*')) },
          ...managedPolicies,
        ],
      },
    ],
    people: [
      ...everybody.map(({ name }) => key(name)),
      key('root'),
      { id: 'mallory', name: 'Mallory', role: 'outsider', sourceIp: '198.51.100.66' },
    ],
  });
}

/** A command, or one that depends on what the world has come to: a new key's id, for instance. */
export type Step = Command | ((world: World) => Command);

export interface Moment {
  readonly world: World;
  /** Of the last step. */
  readonly happenings: readonly Happening[];
}

export const play = (world: World, ...steps: readonly Step[]): Moment =>
  steps.reduce<Moment>(
    (at, step) => apply(at.world, typeof step === 'function' ? step(at.world) : step),
    { world, happenings: [] },
  );

/** With the person's own long-term key. */
export const own = (by: string, call: AwsCall): Command => ({
  type: 'call',
  by,
  with: { type: 'own' },
  call,
});

/** With the newest session that the person holds. */
export const session = (by: string, call: AwsCall): Command => ({
  type: 'call',
  by,
  with: { type: 'latest-session' },
  call,
});

/** With whatever key the person got last. */
export const newestKey =
  (by: string, call: AwsCall): Step =>
  (world) => ({ type: 'call', by, with: { type: 'key', accessKeyId: heldLast(world, by) }, call });

export function heldLast(world: World, person: string) {
  const key = world.people[person]?.holds.at(-1);
  if (!key) throw new Error(`${person} holds nothing`);
  return key;
}

export const assume = (role: string, name: string, durationSeconds?: number): AwsCall => ({
  action: 'sts:AssumeRole',
  roleArn: roleArn(role),
  roleSessionName: name,
  ...(durationSeconds === undefined ? {} : { durationSeconds }),
});

export const wait = (seconds: number): Command => ({ type: 'wait', seconds });

/**
 * `Allow by resource`, `ExplicitDeny at identity`; `not asked` when no policy was. A call that needs several
 * permissions has a decision for each, up to the first refusal: this is the last.
 */
export function rulingOf(happenings: readonly Happening[]): string {
  const decided = happenings.findLast((h) => h.type === 'decided');
  if (!decided) return 'not asked';
  const { verdict, reason } = decided.decision;
  if (reason.kind === 'needs-no-permission') return `${verdict}, needs no permission`;
  return `${verdict} ${reason.kind === 'allowed' ? 'by' : 'at'} ${reason.gate}`;
}

export const outcomeOf = (happenings: readonly Happening[]): Outcome | undefined =>
  happenings.find((h) => h.type === 'answered')?.outcome;

/** `allowed`, or the error: `AccessDenied 403: User: …`. */
export function answerOf(happenings: readonly Happening[]): string {
  const outcome = outcomeOf(happenings);
  if (!outcome) return 'no answer';
  return outcome.ok
    ? 'allowed'
    : `${outcome.error.code} ${outcome.error.status}: ${outcome.error.message}`;
}

/** How AWS words a refused call to a service other than S3, without the why. */
export const mayNot = (arn: string, action: string, resource: string, why = ''): string =>
  `AccessDenied 403: User: ${arn} is not authorized to perform: ${action} on resource: ${resource}${why}`;

/** What must be there for a test to make sense. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the test’s own world has no such thing');
  return value;
}
