import { accessDeniedMessage, type Decision, type GateTrace } from '#policy';
import { authorize, type Ruling, type Target } from './access/authorize.ts';
import { type Asking } from './access/context.ts';
import { accessDenied, credentialErrors } from './aws-errors.ts';
import { withAccount, withRole } from './change.ts';
import { type CallCommand, type Command } from './command.ts';
import { type AwsError, type CredentialsState, type Happening, type Outcome } from './happening.ts';
import { accountOf, personById } from './iam/lookup.ts';
import {
  type AccessKeyId,
  type AccountId,
  accountId,
  type Json,
  type Person,
  type World,
} from './model.ts';
import { type Effect, type Operation } from './operation.ts';
import { operationOf } from './operations.ts';
import { choose } from './people/choose.ts';
import {
  type Applied,
  copy,
  copyPublished,
  impossible,
  leak,
  leakLatestSession,
  wait,
} from './people/people.ts';
import { revokeCall } from './revocation.ts';
import { authenticate, type Caller } from './sts/authenticate.ts';
import { record } from './trail/record.ts';

/**
 * Does one thing in the world. Pure: the same world and command always give the same. What a person can
 * get wrong (expired credentials, a broken policy, a role that is not there) is an answered error.
 */
export function apply(world: World, command: Command): Applied {
  switch (command.type) {
    case 'call':
      return call(world, command);
    case 'leak':
      return leak(world, command);
    case 'leak-latest-session':
      return leakLatestSession(world, command);
    case 'copy':
      return copy(world, command);
    case 'copy-published':
      return copyPublished(world, command);
    case 'wait':
      return wait(world, command);
    case 'revoke-sessions':
      return call(world, {
        type: 'call',
        by: command.by,
        with: { type: 'own' },
        call: revokeCall(world, command.roleName),
      });
  }
}

interface Attempt {
  readonly world: World;
  readonly command: CallCommand;
  readonly operation: Operation;
  readonly by: Person;
}

function call(world: World, command: CallCommand): Applied {
  const by = personById(world, command.by);
  if (!by) return impossible(world, command.by, 'there is nobody of that name');
  const attempt = { world, command, operation: operationOf(command.call), by };
  const key = choose(world, by, command.with);
  const authentication = authenticate(world, key);
  const home = authentication.state === 'valid' ? authentication.caller.account : anyAccount(world);
  const known = authentication.state === 'valid' ? authentication.caller : undefined;
  const target = attempt.operation.target(world, home, known);
  const opening = [sent(attempt, key, target)];
  if (authentication.state === 'valid') {
    const caller = authentication.caller;
    return judged(attempt, caller, caller, home, [...opening, checked('valid', caller.arn)]);
  }
  const begun = [...opening, checked(authentication.state, undefined)];
  return authentication.state === 'missing' && attempt.operation.service === 's3'
    ? judged(attempt, 'anonymous', undefined, home, begun)
    : turnedAway(attempt, authentication.state, begun);
}

const anyAccount = (world: World): AccountId => accountId(Object.keys(world.accounts)[0] ?? '');

const sent = (
  { command, operation, by }: Attempt,
  key: AccessKeyId | undefined,
  target: Target,
): Happening => ({
  type: 'request-sent',
  by: by.id,
  accessKeyId: key,
  service: operation.service,
  call: command.call,
  resource: target.resource,
});

const checked = (state: CredentialsState, callerArn: string | undefined): Happening => ({
  type: 'credentials-checked',
  state,
  callerArn,
});

/** Credentials that AWS does not accept: no policy is asked, and nothing is recorded. */
function turnedAway(
  { world, operation, by }: Attempt,
  state: Exclude<CredentialsState, 'valid'>,
  begun: readonly Happening[],
): Applied {
  const errors = credentialErrors[operation.service];
  const error = {
    expired: errors.expired,
    missing: errors.missing,
    unknown: errors.unknown,
    inactive: errors.unknown,
    'role-deleted': errors.unknown,
  }[state];
  return { world, happenings: [...begun, answered(by, { ok: false, error })] };
}

function judged(
  attempt: Attempt,
  asking: Asking,
  caller: Caller | undefined,
  home: AccountId,
  begun: readonly Happening[],
): Applied {
  const used = caller ? markUsed(attempt.world, caller, attempt.operation.service) : attempt.world;
  const invalid = caller && attempt.operation.invalid(used, caller);
  if (invalid) return closed(attempt, caller, home, used, begun, { ok: false, error: invalid });
  const rulings = askedFor(attempt, asking, caller, attempt.operation.target(used, home, caller));
  const asked = [...begun, ...rulings.flatMap(told)];
  const refusal = rulings.find(({ decision }) => decision.verdict !== 'Allow');
  if (refusal) {
    const error = denial(attempt.operation, refusal);
    return closed(attempt, caller, home, used, asked, { ok: false, error });
  }
  const effect = attempt.operation.perform({ world: used, caller, by: attempt.by, home });
  return finished(attempt, caller, home, used, asked, effect);
}

/** One ruling for each permission that the call needs, up to the first that is refused. */
function askedFor(
  { world, by, command, operation }: Attempt,
  asking: Asking,
  caller: Caller | undefined,
  target: Target,
): readonly Ruling[] {
  const besides = (caller && operation.alsoNeeds?.(caller)) ?? [];
  const rulings: Ruling[] = [];
  for (const action of [...besides, command.call.action]) {
    const ruling = authorize(world, asking, by, action, target);
    rulings.push(ruling);
    if (ruling.decision.verdict !== 'Allow') break;
  }
  return rulings;
}

const told = (ruling: Ruling): readonly Happening[] => [
  ...gatesAsked(ruling),
  { type: 'decided', ...ruling },
];

function finished(
  attempt: Attempt,
  caller: Caller | undefined,
  home: AccountId,
  before: World,
  begun: readonly Happening[],
  effect: Effect,
): Applied {
  if (!effect.ok) return closed(attempt, caller, home, before, begun, effect);
  const done = [...begun, ...effect.happenings];
  const outcome = { ok: true, result: effect.result } as const;
  return closed(attempt, caller, home, effect.world, done, outcome, effect.responseElements);
}

/** Answers, and writes the record. */
function closed(
  { world: before, operation, command, by }: Attempt,
  caller: Caller | undefined,
  home: AccountId,
  world: World,
  begun: readonly Happening[],
  outcome: Outcome,
  responseElements: Json = null,
): Applied {
  const action = command.call.action;
  const target = operation.target(before, home, caller);
  const recipient = caller ? home : target.account;
  const recorded = { operation, action, caller, by, target, recipient, outcome, responseElements };
  return {
    world: record(world, recorded),
    happenings: [...begun, answered(by, outcome), { type: 'recorded', index: world.trail.length }],
  };
}

const answered = (by: Person, outcome: Outcome): Happening => ({
  type: 'answered',
  to: by.id,
  outcome,
});

function denial(operation: Operation, { decision, request }: Ruling): AwsError {
  const errors = credentialErrors[operation.service];
  const message =
    request.principal.type === 'anonymous'
      ? 'Access Denied'
      : accessDeniedMessage(decision, request, 'classic');
  return accessDenied(errors.deniedCode, errors.deniedStatus, message);
}

/**
 * The gates that a request passes, in AWS's order, up to the one that stops it. Gates that say nothing and
 * settle nothing are left to the trace.
 */
function gatesAsked({ request, decision }: Ruling): readonly Happening[] {
  const stop = decision.verdict === 'Allow' ? undefined : decision.gates.find((g) => g.decisive);
  const upTo = stop ? decision.gates.indexOf(stop) + 1 : decision.gates.length;
  return decision.gates
    .slice(0, upTo)
    .filter((gate) => gate === stop || speaks(gate, decision))
    .map((gate) => ({ type: 'gate-asked', gate: gate.gate, request, decision }));
}

const speaks = (gate: GateTrace, decision: Decision): boolean =>
  gate.decisive ||
  gate.outcome === 'delegates' ||
  (gate.outcome === 'allows' && decision.reason.kind !== 'needs-no-permission');

/** When a role's session last called which service: what the console's Last Accessed tab shows. */
function markUsed(world: World, caller: Caller, service: string): World {
  if (caller.identity.type !== 'role') return world;
  const account = accountOf(world, caller.account);
  const { role } = caller.identity;
  const lastAccessed = { ...role.lastAccessed, [service]: world.now };
  return account
    ? withAccount(world, withRole(account, { ...role, lastUsed: world.now, lastAccessed }))
    : world;
}
