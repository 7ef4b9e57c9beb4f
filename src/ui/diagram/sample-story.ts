import {
  accessKeyId,
  accountId,
  apply,
  buildWorld,
  simTime,
  type AccessKeyId,
  type AwsCall,
  type Command,
  type Happening,
  type Role,
  type SessionCredentials,
  type World,
} from '#world';
import {
  gates,
  type AccessRequest,
  type Decision,
  type Gate,
  type GateOutcome,
  type Principal,
} from '#policy';

/** The story of the leaked credentials, its calls written out by hand, for examples and tests. */

const account = accountId('111122223333');
export const roleArn = `arn:aws:iam::${account}:role/DemoRole`;
const objectArn = 'arn:aws:s3:::demo-bucket/payroll.csv';
const repository = 'emy/holiday-photos';

/** One command as it was played. */
export interface Episode {
  readonly before: World;
  readonly happenings: readonly Happening[];
  readonly after: World;
}

export const start: World = buildWorld({
  now: '2026-11-23T17:04:10Z',
  accounts: [
    {
      id: account,
      name: 'demo',
      users: ['bob', 'julie', 'emy', 'alice'].map((name) => ({ name })),
      roles: [{ name: 'DemoRole', trust: '{}', inline: { ReadDemoBucket: '{}' } }],
      buckets: [{ name: 'demo-bucket', objects: { 'payroll.csv': 'name,salary' } }],
      tables: [{ name: 'Orders', items: { '1': '{}', '2': '{}' } }],
    },
  ],
  people: [
    ...['Bob', 'Julie', 'Emy'].map((name, index) => ({
      id: name.toLowerCase(),
      name,
      role: 'insider' as const,
      sourceIp: `203.0.113.${23 + index}`,
      keyOf: { account, user: name.toLowerCase() },
    })),
    { id: 'woofy', name: 'woofy', role: 'outsider', sourceIp: '198.51.100.66' },
  ],
});

export const sessions = {
  julie: accessKeyId('ASIARTX3EXAMPLEJ7WQ'),
  emy: accessKeyId('ASIARTX3EXAMPLEM3TK'),
} as const;
type Insider = keyof typeof sessions;

interface Answer {
  readonly gate: Gate;
  readonly says: GateOutcome;
}

const verdicts: Partial<Record<GateOutcome, Decision['verdict']>> = {
  allows: 'Allow',
  denies: 'ExplicitDeny',
};

function decision({ gate, says }: Answer, resourceType: Decision['resourceType']): Decision {
  const verdict = verdicts[says] ?? 'ImplicitDeny';
  const kinds = { Allow: 'allowed', ExplicitDeny: 'explicit-deny' } as const;
  return {
    verdict,
    reason:
      verdict === 'ImplicitDeny'
        ? { kind: 'no-allow', gate }
        : { kind: kinds[verdict], gate, by: [] },
    resourceType,
    crossAccount: false,
    gates: gates.map((each) => {
      const decisive = each === gate;
      return { gate: each, outcome: decisive ? says : 'absent', decisive, policies: [] };
    }),
    missingKeys: [],
  };
}

interface CallFacts {
  readonly by: string;
  readonly key: AccessKeyId | undefined;
  readonly service: 'sts' | 's3';
  readonly call: AwsCall;
  readonly principal: Principal;
  readonly resource: string;
  readonly answer: Answer;
  readonly state?: 'valid' | 'expired';
}

const denied = (code: string) => ({ code, status: 403, message: '' });

function callHappenings(facts: CallFacts, issued: readonly Happening[]): readonly Happening[] {
  const { by, key, service, call, principal, resource, answer, state = 'valid' } = facts;
  const request: AccessRequest = {
    principal,
    action: call.action,
    resource,
    resourceAccount: account,
    context: {},
  };
  const decided = decision(answer, service === 'sts' ? 'trust' : 'ordinary');
  const opening: readonly Happening[] = [
    { type: 'request-sent', by, accessKeyId: key, service, call, resource },
    { type: 'credentials-checked', state, callerArn: undefined },
  ];
  const answered = (error?: string): Happening => ({
    type: 'answered',
    to: by,
    outcome: error ? { ok: false, error: denied(error) } : { ok: true, result: {} },
  });
  if (state === 'expired') return [...opening, answered('ExpiredToken')];
  return [
    ...opening,
    { type: 'gate-asked', gate: answer.gate, request, decision: decided },
    { type: 'decided', request, decision: decided },
    ...issued,
    answered(decided.verdict === 'Allow' ? undefined : 'AccessDenied'),
    { type: 'recorded', index: 0 },
  ];
}

function assume(before: World, by: string, says: GateOutcome): readonly Happening[] {
  const key = before.people[by]?.holds[0];
  const arn = `arn:aws:iam::${account}:user/${by}`;
  const session = by === 'julie' || by === 'emy' ? issue(before, by) : undefined;
  return callHappenings(
    {
      by,
      key,
      service: 'sts',
      call: { action: 'sts:AssumeRole', roleArn, roleSessionName: by },
      principal: { type: 'user', account, arn, uniqueId: `AIDA${by.toUpperCase()}` },
      resource: roleArn,
      answer: { gate: 'resource', says },
    },
    session && says === 'allows'
      ? [{ type: 'permissions-not-asked', roleArn }, issuing(by, session)]
      : [],
  );
}

function issue(world: World, by: Insider): SessionCredentials {
  return {
    type: 'session',
    accessKeyId: sessions[by],
    secretAccessKey: 'EXAMPLE',
    sessionToken: 'EXAMPLE',
    session: {
      type: 'assumed-role',
      account,
      roleName: 'DemoRole',
      roleId: 'AROAEXAMPLE',
      sessionName: by,
      arn: `arn:aws:sts::${account}:assumed-role/DemoRole/${by}`,
      sourceIdentity: undefined,
    },
    issuedAt: world.now,
    expiresAt: simTime(world.now + 3_600_000),
    issuedTo: world.people[by]?.holds[0] ?? accessKeyId(''),
  };
}

const issuing = (
  to: string,
  { accessKeyId, session, issuedAt, expiresAt }: SessionCredentials,
): Happening => ({
  type: 'credentials-issued',
  to,
  accessKeyId,
  sessionArn: 'arn' in session ? session.arn : '',
  issuedAt,
  expiresAt,
});

function assumed(before: World, by: Insider): Episode {
  const credentials = issue(before, by);
  const person = before.people[by];
  const people = person && {
    ...before.people,
    [by]: { ...person, holds: [...person.holds, credentials.accessKeyId] },
  };
  const after = {
    ...before,
    people: people ?? before.people,
    credentials: { ...before.credentials, [credentials.accessKeyId]: credentials },
  };
  return { before, after, happenings: assume(before, by, 'allows') };
}

function read(before: World, by: string, says: GateOutcome, state?: 'expired'): Episode {
  const arn = `arn:aws:sts::${account}:assumed-role/DemoRole/${by === 'julie' ? 'julie' : 'emy'}`;
  const happenings = callHappenings(
    {
      by,
      key: by === 'julie' ? sessions.julie : sessions.emy,
      service: 's3',
      call: { action: 's3:GetObject', bucket: 'demo-bucket', key: 'payroll.csv' },
      principal: {
        type: 'role-session',
        account,
        arn,
        roleArn,
        uniqueId: 'AROAEXAMPLE',
        serviceLinked: false,
      },
      resource: objectArn,
      answer: { gate: 'identity', says },
      ...(state && { state }),
    },
    [],
  );
  return { before, after: before, happenings };
}

function played(before: World, command: Command): Episode {
  const { world: after, happenings } = apply(before, command);
  return { before, after, happenings };
}

function revoked(before: World): Episode {
  const held = before.accounts[account];
  const role = held?.roles.DemoRole;
  if (!held || !role) throw new Error('the story has a role');
  const shut: Role = {
    ...role,
    inline: { ...role.inline, AWSRevokeOlderSessions: { text: '{}' } },
  };
  const after = {
    ...before,
    accounts: { ...before.accounts, [account]: { ...held, roles: { DemoRole: shut } } },
  };
  return { before, after, happenings: [{ type: 'changed', what: roleArn }] };
}

const bobRefused: Episode = {
  before: start,
  after: start,
  happenings: assume(start, 'bob', 'silent'),
};
const julieAssumes = assumed(start, 'julie');
const julieReads = read(julieAssumes.after, 'julie', 'allows');
const emyAssumes = assumed(played(julieReads.after, { type: 'wait', seconds: 300 }).after, 'emy');
const emyLeaks = played(emyAssumes.after, { type: 'leak-latest-session', by: 'emy', repository });
const woofyCopies = played(emyLeaks.after, { type: 'copy-published', by: 'woofy', repository });
const woofyReads = read(woofyCopies.after, 'woofy', 'allows');
const revocation = revoked(woofyReads.after);
const woofyRefused = read(revocation.after, 'woofy', 'denies');
const hourPasses = played(woofyRefused.after, { type: 'wait', seconds: 3400 });
const julieTooLate = read(hourPasses.after, 'julie', 'allows', 'expired');

export const story = {
  bobRefused,
  julieAssumes,
  julieReads,
  emyAssumes,
  emyLeaks,
  woofyCopies,
  woofyReads,
  revocation,
  woofyRefused,
  hourPasses,
  julieTooLate,
} as const satisfies Record<string, Episode>;

export type EpisodeName = keyof typeof story;
