import { type AttachedPolicy, type Principal, type RequestContext } from '../decide/request.ts';
import { type PolicyKind } from '../syntax/document.ts';
import { readPolicy } from '../validate/read-policy.ts';
import { type AssumableRole, type Assumer } from './assumption.ts';

/** Callers and roles as large companies have them, for tests and measurements. The same number gives the same estate. */
export interface Estate {
  readonly callers: readonly Assumer[];
  readonly roles: readonly AssumableRole[];
}

/** Accounts are many and small: growth brings more of them. */
const rolesPerAccount = 50;

/**
 * As many callers as roles, half of them users and half sessions. Most roles trust one to three users or roles, of
 * their own account or another; every fourth trusts its own account, every tenth another account with an external
 * id, some a service; two roles of them all trust everyone of the organization. Callers are allowed one to three roles
 * by name, or those under a path; one in fifty is an administrator. There is an SCP for all, an RCP for all and a
 * boundary for every fifth caller.
 */
export function estateOf(size: number): Estate {
  const draw = lottery(size);
  const places = Array.from({ length: size }, (_, i) => placeOf(i));
  const names = { all: places, draw };
  return {
    callers: places.map((place) => callerAt(place, names)),
    roles: places.map((place) => roleAt(place, names)),
  };
}

/** The roles of the log archive and of the auditors: one of each, however large the company. */
const everyonesRoles = 2;

/** Where the role with a number lives, and what the caller with that number is called. */
interface Place {
  readonly number: number;
  readonly account: string;
  readonly role: string;
  readonly principal: Exclude<Principal, { readonly type: 'service' | 'federated' | 'anonymous' }>;
}

interface Names {
  readonly all: readonly Place[];
  readonly draw: (below: number) => number;
}

const teams = ['web', 'data', 'billing', 'platform', 'audit'] as const;
const teamOf = (number: number): string => teams[number % teams.length] ?? 'web';

function placeOf(number: number): Place {
  const account = String(111_111_111_111 + Math.floor(number / rolesPerAccount));
  const role = `arn:aws:iam::${account}:role/${teamOf(number)}/service-${number}`;
  const arn = `arn:aws:iam::${account}:user/${teamOf(number)}/person-${number}`;
  const session = `arn:aws:sts::${account}:assumed-role/service-${number}/worker`;
  const common = { account, uniqueId: `AIDA${String(number).padStart(17, '0')}` };
  const principal: Place['principal'] =
    number % 2 === 0
      ? { type: 'user', arn, ...common }
      : {
          type: 'role-session',
          arn: session,
          roleArn: role,
          serviceLinked: false,
          account,
          uniqueId: `AROA${String(number).padStart(17, '0')}`,
        };
  return { number, account, role, principal };
}

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const scps = [[attached('scp', 'FullAWSAccess', [everything])]];
const rcps = [
  [
    attached('rcp', 'OnlyOverTls', [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'sts:AssumeRole',
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
      },
    ]),
  ],
];
const boundary = attached('boundary', 'Boundary', [
  { Effect: 'Allow', Action: ['sts:*', 's3:*', 'ec2:*'], Resource: '*' },
]);
const administrator = attached('identity', 'AdministratorAccess', [everything]);

function callerAt(place: Place, names: Names): Assumer {
  return {
    principal: place.principal,
    identity: identityOf(place, names),
    boundary: place.number % 5 === 0 ? boundary : undefined,
    session: undefined,
    scps,
  };
}

function identityOf({ number, account }: Place, { all, draw }: Names): readonly AttachedPolicy[] {
  const work = attached('identity', `Work${number}`, [
    { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: `arn:aws:s3:::data-${number}/*` },
  ]);
  if (number % 50 === 7) return [work, administrator];
  const targets =
    number % 4 === 1
      ? [`arn:aws:iam::${account}:role/${teamOf(number)}/*`]
      : Array.from({ length: 1 + draw(3) }, () => all[draw(all.length)]?.role ?? '*');
  const ask = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: targets };
  return [work, attached('identity', `Roles${number}`, [ask])];
}

function roleAt(place: Place, names: Names): AssumableRole {
  return {
    arn: place.role,
    account: place.account,
    trust: attached('trust', 'trust policy', [
      { Effect: 'Allow', Action: 'sts:AssumeRole', ...trustedBy(place, names) },
    ]),
    rcps,
  };
}

function trustedBy({ number, account }: Place, { all, draw }: Names): object {
  const somebody = (): Place['principal'] | undefined => all[draw(all.length)]?.principal;
  const rootOf = (id: string) => `arn:aws:iam::${id}:root`;
  if (number < everyonesRoles) {
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } };
    return { Principal: { AWS: '*' }, Condition };
  }
  if (number % 4 === 0) return { Principal: { AWS: rootOf(account) } };
  if (number % 10 === 1) {
    const Condition = { StringEquals: { 'sts:ExternalId': `partner-${number}` } };
    return { Principal: { AWS: rootOf(somebody()?.account ?? account) }, Condition };
  }
  if (number % 10 === 5) return { Principal: { Service: 'lambda.amazonaws.com' } };
  const named = Array.from({ length: 1 + draw(3) }, () => nameOf(somebody()));
  return { Principal: { AWS: named } };
}

/** What requests in the estate carry: everyone is of the organization, and every second knows the external id. */
export function contextInEstate({ principal }: Assumer, { arn }: AssumableRole): RequestContext {
  const mine = { 'aws:principalorgid': 'o-example', 'aws:securetransport': 'true' };
  const number = arn.slice(arn.lastIndexOf('-') + 1);
  return principal.type === 'user' ? { ...mine, 'sts:externalid': `partner-${number}` } : mine;
}

/** As trust policies name people: users and roles, not sessions. */
const nameOf = (principal: Place['principal'] | undefined): string => {
  if (principal === undefined) return '111111111111';
  return principal.type === 'role-session' ? principal.roleArn : principal.arn;
};

function attached(kind: PolicyKind, name: string, statements: readonly object[]): AttachedPolicy {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { document } = readPolicy(text, kind, { awsOwn: true });
  if (document === undefined) throw new Error(`${name} does not read: ${text}`);
  return { ref: `${kind}/${name}`, name, document };
}

/** The minimal standard generator of Park and Miller: numbers from 0 to below the given one. */
function lottery(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
