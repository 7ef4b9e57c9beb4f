import {
  gates,
  type AccessRequest,
  type Effect,
  type Gate,
  type PolicyKind,
  type ResourcePolicyType,
} from '#policy';
import { type PlainPolicies, type PlainReason } from '../evaluate.ts';
import { strengths, type Strength } from '../principal.ts';
import { type Applied, type PlainPolicy } from '../statement.ts';
import { type CallerType } from './callers.ts';
import { makeNonsenseOf } from './garbage.ts';
import { freeActions } from './patterns.ts';
import { createRandom, several, type Random } from './random.ts';
import { drawRequest } from './requests.ts';
import {
  asPolicy,
  drawStatementThat,
  type Draft,
  type StatementJson,
  type Version,
} from './statements.ts';

/** Policies, and a request that they were drawn around. */
export interface Scene {
  readonly request: AccessRequest;
  readonly policies: PlainPolicies;
}

/** Whether AWS would save a policy. */
export type IsSavable = (policy: PlainPolicy, kind: PolicyKind) => boolean;

/** Every reason that an answer can have. RCPs never lack an Allow: AWS attaches one that allows everything. */
export const reasons: readonly PlainReason[] = [
  { kind: 'needs-no-permission' },
  { kind: 'allowed', gate: 'identity' },
  { kind: 'allowed', gate: 'resource' },
  ...gates.map((gate) => ({ kind: 'explicit-deny', gate }) as const),
  ...gates.slice(1).map((gate) => ({ kind: 'no-allow', gate }) as const),
];

/** What one gate's policies are drawn to say. */
type Stance = 'allows' | 'silent' | 'denies' | 'absent';

const holders: readonly CallerType[] = [
  'user',
  'user',
  'role-session',
  'role-session',
  'role-session',
  'federated-user',
];
const sessions: readonly CallerType[] = ['role-session', 'role-session', 'federated-user'];
const everyone: readonly CallerType[] = [...holders, 'root', 'service', 'federated', 'anonymous'];

function callersFor(aim: PlainReason): readonly CallerType[] {
  if (aim.kind === 'needs-no-permission') return holders;
  if (aim.gate === 'session') return sessions;
  if (aim.gate === 'identity' || aim.gate === 'boundary') return holders;
  return aim.gate === 'scp' ? [...holders, 'root'] : everyone;
}

/** Draws policies around a request, aiming at one reason for the answer. What the answer is, the evaluators say. */
export function drawScene(seed: number, isSavable: IsSavable): Scene {
  const random = createRandom(seed);
  const aim = random.pick(reasons);
  const type = random.pick(['ordinary', 'ordinary', 'trust', 'trust', 'kms'] as const);
  const callerType = random.pick(callersFor(aim));
  const sameAccount = random.chance(chanceOfSameAccount(aim, type));
  const drawn = drawRequest(random, callerType, type, sameAccount);
  const wild = random.chance(0.12);
  const sensible = aim.kind === 'needs-no-permission' ? withFreeAction(random, drawn) : drawn;
  const request = wild ? makeNonsenseOf(random, sensible) : sensible;
  return { request, policies: drawPolicies({ random, aim, wild, type, request, isSavable }) };
}

/** A resource's policy allows alone in its own account only; in an ordinary one its silence is enough there. */
function chanceOfSameAccount(aim: PlainReason, type: ResourcePolicyType): number {
  if (aim.kind === 'needs-no-permission' || aim.gate !== 'resource') return 0.6;
  if (aim.kind === 'allowed') return 0.95;
  return aim.kind === 'no-allow' && type === 'ordinary' ? 0.05 : 0.6;
}

const withFreeAction = (random: Random, request: AccessRequest): AccessRequest => ({
  ...request,
  action: random.pick(freeActions),
  resource: '*',
});

interface Plan {
  readonly random: Random;
  readonly aim: PlainReason;
  /** Nonsense, and no aim. */
  readonly wild: boolean;
  readonly type: ResourcePolicyType;
  readonly request: AccessRequest;
  readonly isSavable: IsSavable;
}

function drawPolicies(plan: Plan): PlainPolicies {
  const { random, type, request } = plan;
  const caller = request.principal.type;
  const stances = stancesFor(plan);
  const boundaryStance = stances('boundary');
  const hasBoundary = holders.includes(caller) && boundaryStance !== 'absent';
  const draw = (kind: PolicyKind, name: string, stance: Stance) =>
    drawPolicy(plan, kind, name, stance, hasBoundary);
  const levels = (kind: 'scp' | 'rcp') =>
    drawLevels(plan, kind, stances(kind), (stance, i) => draw(kind, `${kind} ${i}`, stance));
  const resourceStance = request.resource === '*' ? 'absent' : stances('resource');
  return {
    identity: holders.includes(caller)
      ? drawSet(random, stances('identity'), (stance, i) =>
          draw('identity', `identity ${i}`, stance),
        )
      : [],
    boundary: hasBoundary ? draw('boundary', 'boundary', boundaryStance) : undefined,
    session:
      sessions.includes(caller) && stances('session') !== 'absent'
        ? drawSet(random, stances('session'), (stance, i) =>
            draw('session', `session ${i}`, stance),
          )
        : undefined,
    resource: {
      type,
      policy:
        resourceStance === 'absent'
          ? undefined
          : draw(type === 'trust' ? 'trust' : 'resource', 'resource', resourceStance),
    },
    scps: [...holders, 'root'].includes(caller) ? levels('scp') : [],
    rcps: levels('rcp'),
  };
}

/** Before the gate that is aimed at all allow and none denies; at it the aim; after it anything. */
function stancesFor({ random, aim, wild, type }: Plan): (gate: Gate) => Stance {
  const target = aim.kind === 'needs-no-permission' ? undefined : aim.gate;
  const drawn = new Map<Gate, Stance>();
  for (const gate of gates)
    drawn.set(gate, random.pick(['allows', 'allows', 'silent', 'denies', 'absent']));
  if (wild || target === undefined) return (gate) => drawn.get(gate) ?? 'absent';
  const isAllowed = aim.kind === 'allowed';
  const last = isAllowed ? gates.length : gates.indexOf(target);
  gates.forEach((gate, i) => {
    if (i < last) drawn.set(gate, random.pick(['allows', 'allows', optional(gate, type)]));
    else if (aim.kind === 'no-allow' && drawn.get(gate) === 'denies') drawn.set(gate, 'silent');
  });
  if (!isAllowed) drawn.set(target, aim.kind === 'explicit-deny' ? 'denies' : 'silent');
  return (gate) => drawn.get(gate) ?? 'absent';
}

/** What a gate before the aim may also be, without standing in its way. */
function optional(gate: Gate, type: ResourcePolicyType): Stance {
  if (gate === 'resource') return type === 'ordinary' ? 'silent' : 'allows';
  return gate === 'identity' ? 'allows' : 'absent';
}

/** One to three policies of which one takes the stance. */
function drawSet(
  random: Random,
  stance: Stance,
  draw: (stance: Stance, index: number) => PlainPolicy,
): readonly PlainPolicy[] {
  const others = several(random, 0, random.chance(0.6) ? 0 : 2, (i) => draw('silent', i + 1));
  if (stance === 'absent') return random.chance(0.5) ? others : [];
  return [draw(stance, 0), ...others];
}

const fullAccess = (name: string) =>
  asPolicy(name, '2012-10-17', [
    {
      Effect: 'Allow',
      ...(name.startsWith('RCP') ? { Principal: '*' } : {}),
      Action: '*',
      Resource: '*',
    },
  ]);
const fullAwsAccess = fullAccess('FullAWSAccess');
const rcpFullAwsAccess = fullAccess('RCPFullAWSAccess');

/** One to three levels; one of them is silent or denies, when that is wanted, and the others allow. */
function drawLevels(
  { random }: Plan,
  kind: 'scp' | 'rcp',
  stance: Stance,
  draw: (stance: Stance, index: number) => PlainPolicy,
): readonly (readonly PlainPolicy[])[] {
  if (stance === 'absent') return [];
  const count = 1 + random.below(3);
  const special = random.below(count);
  return Array.from({ length: count }, (_, level) => {
    const here = level === special ? stance : 'allows';
    if (kind === 'rcp')
      return [
        rcpFullAwsAccess,
        ...(here === 'allows' && random.chance(0.6) ? [] : [draw(here, level)]),
      ];
    const full =
      here === 'denies' || (here === 'allows' && random.chance(0.5)) ? [fullAwsAccess] : [];
    return [...full, ...(full.length > 0 && here === 'allows' ? [] : [draw(here, level)])];
  });
}

function drawPolicy(
  plan: Plan,
  kind: PolicyKind,
  name: string,
  stance: Stance,
  hasBoundary: boolean,
): PlainPolicy {
  const { random, wild, request, isSavable } = plan;
  const managed = kind === 'boundary' || kind === 'scp' || kind === 'rcp';
  for (let tries = 0; tries < 20; tries++) {
    const version: Version =
      managed || random.chance(0.7) ? '2012-10-17' : random.pick(['2008-10-17', undefined]);
    const draft: Draft = { random, kind, version, request, hasBoundary, wild, meantToApply: false };
    const statements = drawStatements(draft, stance, plan);
    const policy = asPolicy(
      name,
      version,
      statements.length === 1 && random.chance(0.3) ? statements[0] : statements,
    );
    if (isSavable(policy, kind)) return policy;
  }
  throw new Error('nothing that AWS would save was drawn');
}

function drawStatements(draft: Draft, stance: Stance, plan: Plan): readonly StatementJson[] {
  const { random, kind } = draft;
  const misses = (applied: Applied | undefined) => applied === undefined;
  const effect = (): Effect => (kind !== 'rcp' && random.chance(0.6) ? 'Allow' : 'Deny');
  const noise = several(random, 0, random.chance(0.6) ? 1 : 3, () =>
    drawStatementThat(draft, effect(), misses),
  );
  const at = random.below(noise.length + 1);
  const main = mainStatement(draft, stance, plan);
  const statements = [...noise.slice(0, at), ...main, ...noise.slice(at)];
  return statements.length === 0 ? [drawStatementThat(draft, effect(), misses)] : statements;
}

function mainStatement(draft: Draft, stance: Stance, plan: Plan): readonly StatementJson[] {
  const meant = { ...draft, meantToApply: true };
  if (stance === 'denies')
    return [drawStatementThat(meant, 'Deny', (applied) => applied !== undefined)];
  if (stance !== 'allows' || draft.kind === 'rcp') return [];
  const wanted = wantedStrengths(plan);
  const isWanted = (applied: Applied | undefined) =>
    applied !== undefined && wanted.includes(applied.strength);
  return [drawStatementThat(meant, 'Allow', isWanted)];
}

/** How the resource's policy should name the caller, for the aim to be reached. */
function wantedStrengths({ random, aim, request }: Plan): readonly Strength[] {
  if (!('account' in request.principal) || request.principal.type === 'root') return strengths;
  const gate = aim.kind === 'needs-no-permission' ? undefined : aim.gate;
  if (gate === 'identity') return ['account'];
  if (gate === 'boundary' || gate === 'session') return ['role', 'federating-user', 'account'];
  if (aim.kind === 'allowed') return ['direct', 'role', 'federating-user'];
  return random.chance(0.5) ? ['account'] : strengths;
}
