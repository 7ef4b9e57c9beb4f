import { type GateOutcome } from '#policy';
import {
  type AwsCall,
  type Command,
  type CredentialsState,
  type Happening,
  type Outcome,
  type World,
} from '#world';
import { sayLength } from './instant.ts';

/** What runs are told in: short sentences made from commands and happenings, and from nothing else. */
type StepTone = 'allowed' | 'denied' | 'silent' | 'neutral';

const nameOf = (world: World, id: string): string => world.people[id]?.name ?? id;

/** `Julie asks STS for DataRole`. */
export function sayCommand(command: Command, world: World): string {
  switch (command.type) {
    case 'call':
      return `${nameOf(world, command.by)} ${sayCall(command.call)}`;
    case 'revoke-sessions':
      return `${nameOf(world, command.by)}: revoke active sessions of ${command.roleName}`;
    case 'leak':
    case 'leak-latest-session':
      return `${nameOf(world, command.by)} commits credentials to ${command.repository}`;
    case 'copy':
    case 'copy-published':
      return `${nameOf(world, command.by)} copies credentials`;
    case 'wait':
      return `${sayLength(command.seconds * 1000)} pass`;
  }
}

/** What AssumeRole is asked beside the role: `, with external id 11122345`. */
function sayExtras(call: Extract<AwsCall, { action: 'sts:AssumeRole' }>): string {
  const extras = [
    ...(call.externalId === undefined ? [] : [`external id ${call.externalId}`]),
    ...(call.sourceIdentity === undefined ? [] : [`source identity ${call.sourceIdentity}`]),
  ];
  return extras.length === 0 ? '' : `, with ${extras.join(' and ')}`;
}

/** What a call does, without who makes it: `reads q3.csv from acme-reports`. */
function sayCall(call: AwsCall): string {
  switch (call.action) {
    case 'sts:AssumeRole':
      return `asks STS for ${lastPart(call.roleArn)}${sayExtras(call)}`;
    case 'sts:GetCallerIdentity':
      return 'asks STS whose credentials these are';
    case 'sts:GetSessionToken':
      return 'asks STS for a session token';
    case 'sts:GetFederationToken':
      return `asks STS for a federation token for ${call.name}`;
    case 's3:ListAllMyBuckets':
      return 'lists the buckets';
    case 's3:ListBucket':
      return `lists ${call.bucket}`;
    case 's3:GetObject':
      return `reads ${call.key} from ${call.bucket}`;
    case 's3:PutObject':
      return `writes ${call.key} to ${call.bucket}`;
    case 's3:DeleteObject':
      return `deletes ${call.key} from ${call.bucket}`;
    case 's3:PutBucketPolicy':
      return `writes the bucket policy of ${call.bucket}`;
    case 's3:DeleteBucketPolicy':
      return `deletes the bucket policy of ${call.bucket}`;
    case 'dynamodb:GetItem':
      return `reads item ${call.key} of ${call.table}`;
    case 'dynamodb:PutItem':
      return `writes item ${call.key} of ${call.table}`;
    case 'dynamodb:Scan':
      return `reads all of ${call.table}`;
    case 'iam:UpdateAssumeRolePolicy':
      return `changes the trust policy of ${call.roleName}`;
    case 'iam:PutRolePolicy':
      return `writes the inline policy ${call.policyName} of ${call.roleName}`;
    case 'iam:DeleteRolePolicy':
      return `deletes the inline policy ${call.policyName} of ${call.roleName}`;
    case 'iam:AttachRolePolicy':
      return `attaches ${lastPart(call.policyArn)} to ${call.roleName}`;
    case 'iam:DetachRolePolicy':
      return `detaches ${lastPart(call.policyArn)} from ${call.roleName}`;
    case 'iam:CreatePolicyVersion':
      return `changes the managed policy ${lastPart(call.policyArn)}`;
    case 'iam:CreateRole':
      return `creates the role ${call.roleName}`;
    case 'iam:DeleteRole':
      return `deletes the role ${call.roleName}`;
    case 'iam:CreateUser':
      return `creates the user ${call.userName}`;
    case 'iam:DeleteUser':
      return `deletes the user ${call.userName}`;
    case 'iam:CreateAccessKey':
      return `creates an access key for ${call.userName}`;
    case 'iam:DeleteAccessKey':
      return `deletes the access key ${call.accessKeyId}`;
    case 'iam:PutUserPolicy':
      return `writes the inline policy ${call.policyName} of ${call.userName}`;
    case 'iam:PutGroupPolicy':
      return `writes the inline policy ${call.policyName} of the group ${call.groupName}`;
    case 'iam:DeleteUserPolicy':
      return `deletes the inline policy ${call.policyName} of ${call.userName}`;
  }
}

/** The name in an ARN; a bucket's has no slash before it. */
const lastPart = (arn: string): string =>
  arn.slice(arn.lastIndexOf(arn.includes('/') ? '/' : ':') + 1);

/** What a command came to. */
function toneOf(happenings: readonly Happening[]): StepTone {
  const outcome = outcomeOf(happenings);
  if (outcome) return outcome.ok ? 'allowed' : 'denied';
  return happenings.some((h) => h.type === 'impossible') ? 'denied' : 'neutral';
}

const outcomeOf = (happenings: readonly Happening[]): Outcome | undefined =>
  happenings.find((h) => h.type === 'answered')?.outcome;

/** One sentence for one happening. */
export function sayHappening(happening: Happening, world: World): string {
  const name = (id: string): string => nameOf(world, id);
  switch (happening.type) {
    case 'request-sent':
      return `${name(happening.by)} sends ${happening.call.action}, ${signedWith(happening.accessKeyId)}`;
    case 'credentials-checked':
      return sayCredentials(happening.state, happening.callerArn);
    case 'gate-asked':
      return sayGate(happening);
    case 'decided':
      return happening.decision.verdict === 'Allow'
        ? `${happening.request.action} is allowed`
        : `${happening.request.action} is refused`;
    case 'permissions-not-asked':
      return 'The role’s permissions policies are not read now: each later request asks them';
    case 'credentials-issued':
      return `STS makes temporary credentials for ${sessionName(happening.sessionArn)}, good for ${sayLength(happening.expiresAt - happening.issuedAt)}`;
    case 'changed':
      return `${lastPart(happening.what)} is changed`;
    case 'answered':
      return happening.outcome.ok
        ? `${name(happening.to)} gets the answer`
        : `${name(happening.to)} gets the error ${happening.outcome.error.code}`;
    case 'recorded':
      return 'CloudTrail writes the record';
    case 'leaked':
      return `${name(happening.by)}’s commit puts ${happening.accessKeyId} in ${happening.repository}, for everybody to read`;
    case 'copied':
      return `${name(happening.by)} now has a copy of ${happening.accessKeyId}: the same key, in another hand`;
    case 'impossible':
      return `${name(happening.by)} can’t: ${happening.why}`;
    case 'waited':
      return `The clock moves on by ${sayLength(happening.until - happening.from)}`;
    case 'credentials-expired':
      return `The session ${happening.accessKeyId} expires`;
  }
}

const signedWith = (key: string | undefined): string =>
  key === undefined ? 'unsigned' : `signed with ${key}`;

const sessionName = (arn: string): string => arn.slice(arn.indexOf('/') + 1);

function sayCredentials(state: CredentialsState, callerArn: string | undefined): string {
  switch (state) {
    case 'valid':
      return `AWS looks the key up: it is ${callerArn ?? ''}`;
    case 'expired':
      return 'AWS looks the key up: the session has expired';
    case 'missing':
      return 'The request carries no credentials';
    case 'unknown':
      return 'AWS looks the key up: it knows no such key';
    case 'inactive':
      return 'AWS looks the key up: the key is switched off';
    case 'role-deleted':
      return 'AWS looks the key up: the role of this session is gone';
  }
}

function sayGate({ gate, decision }: Extract<Happening, { type: 'gate-asked' }>): string {
  const outcome = decision.gates.find((g) => g.gate === gate)?.outcome ?? 'absent';
  const asked = gate === 'resource' && decision.resourceType === 'trust' ? 'trust' : gate;
  return `${gateNames[asked]} ${outcomeWords[outcome]}`;
}

const gateNames = {
  rcp: 'The resource control policies',
  scp: 'The service control policies',
  trust: 'The role’s trust policy',
  resource: 'The resource’s policy',
  identity: 'The identity policies',
  boundary: 'The permissions boundary',
  session: 'The session policy',
} as const;

const outcomeWords: Record<GateOutcome, string> = {
  allows: 'is asked: it allows',
  delegates: 'is asked: it leaves it to the caller’s account',
  denies: 'is asked: it denies',
  silent: 'is asked: it says nothing, and that is a no',
  absent: 'is not there',
};

/**
 * AssumeRole in the six steps of the classic telling; `undefined` for what is none of them.
 * Looking the key up is part of the first.
 */
export function assumeRoleStep(happening: Happening): number | undefined {
  switch (happening.type) {
    case 'request-sent':
    case 'credentials-checked':
      return 1;
    case 'gate-asked':
      return 2;
    case 'decided':
      return 3;
    case 'permissions-not-asked':
      return 4;
    case 'credentials-issued':
      return 5;
    case 'answered':
      return 6;
    case 'recorded':
    case 'changed':
    case 'leaked':
    case 'copied':
    case 'impossible':
    case 'waited':
    case 'credentials-expired':
      return undefined;
  }
}

/** A run as the timeline and the text twin list it. */
export interface ToldEntry {
  readonly id: string;
  readonly label: string;
  readonly tone: StepTone;
  readonly steps: readonly { readonly label: string }[];
}

interface Recorded {
  readonly command: Command;
  readonly before: World;
  readonly happenings: readonly Happening[];
}

/** Tells recorded commands in order. */
export function tell(entries: readonly Recorded[]): readonly ToldEntry[] {
  return entries.map((entry, at) => toldOf(entry, at));
}

const told = new WeakMap<Recorded, ToldEntry>();

function toldOf(entry: Recorded, at: number): ToldEntry {
  const known = told.get(entry);
  if (known) return known;
  const steps = entry.happenings.map((h) => ({ label: withStep(h, entry) }));
  const label = sayCommand(entry.command, entry.before);
  const made = { id: String(at), label, tone: toneOf(entry.happenings), steps };
  told.set(entry, made);
  return made;
}

function withStep(happening: Happening, { command, before }: Recorded): string {
  const assuming = command.type === 'call' && command.call.action === 'sts:AssumeRole';
  const number = assuming ? assumeRoleStep(happening) : undefined;
  const words = sayHappening(happening, before);
  return number === undefined ? words : `Step ${number} of 6: ${words}`;
}
