import { type Gate } from '../decide/request.ts';
import { type Attempt, type Try } from './attempt.ts';
import { distance, silentLevels } from './blockers.ts';
import { type Choice, exceptCaller, matching, type Met, missing, without } from './fixes.ts';
import { type Intent } from './intent.ts';
import { nameOf, type PrincipalName, principalArn, uncappedName } from './naming-the-caller.ts';
import { newStatement } from './new-statement.ts';
import { type EditablePolicy, type PlacedPolicy, policiesAt } from './question.ts';
import { hasResourcePolicies } from './resource-policies.ts';
import { type Located, sameIn, statementsAt } from './whereabouts.ts';

/**
 * Every way found from a refusal to an Allow. Blockers are taken away one after another, as the evaluator names
 * them: each way to be rid of one is tried with the first that works for the rest.
 */
export function waysToAllow(tryIt: Try, start: Attempt): readonly (readonly Intent[])[] {
  const options = [...remedies(tryIt, start)];
  const [first] = options;
  const finished = options.flatMap((option) => finish(tryIt, option) ?? []);
  const further = first === undefined || distance(first) === 0 ? [] : waysToAllow(tryIt, first);
  return [...finished.map(({ intents }) => intents), ...further];
}

/** The rest of the way by the first remedy that leads anywhere. */
function finish(tryIt: Try, attempt: Attempt): Attempt | undefined {
  if (distance(attempt) === 0) return attempt;
  for (const next of remedies(tryIt, attempt)) {
    const done = finish(tryIt, next);
    if (done !== undefined) return done;
  }
  return undefined;
}

/** Attempts that are rid of the blocker which the evaluator names. */
function* remedies(tryIt: Try, attempt: Attempt): Generator<Attempt> {
  const { reason } = attempt.decision;
  const nearer = (next: Attempt): boolean => distance(next) < distance(attempt);
  if (reason.kind === 'explicit-deny') {
    const denying = statementsAt(reason.gate, attempt).find(applies);
    if (denying !== undefined) yield* relieve(tryIt, attempt, denying, nearer);
  }
  if (reason.kind === 'no-allow') yield* letThrough(tryIt, attempt, reason.gate, nearer);
}

const applies = ({ trace, statement }: Located): boolean =>
  trace.applies && statement.effect.value === 'Deny';

type Test = (next: Attempt) => boolean;

function metBy(attempt: Attempt, located: Located, name?: PrincipalName): Met {
  const { request } = attempt.question;
  const version = attempt.document(located.policy)?.version ?? '2008-10-17';
  return { ...located, request, version, name: name ?? nameOf(request.principal) };
}

/** Ways to be rid of one deny. */
function* relieve(tryIt: Try, attempt: Attempt, denying: Located, ok: Test): Generator<Attempt> {
  const met = metBy(attempt, denying);
  const { principal, context } = attempt.question.request;
  const choices = [
    ...denying.trace.elements.flatMap((element) => missing(met, element, 'literal')),
    ...exceptCaller(met, principalArn(context)),
    ...without(met, principal),
  ];
  for (const choice of choices) yield* firstOf(tryIt, attempt, choice, ok);
}

/** The first fix of a choice that passes the test. */
function* firstOf(tryIt: Try, attempt: Attempt, choice: Choice, ok: Test): Generator<Attempt> {
  for (const fix of choice) {
    const next = tryIt([...attempt.intents, ...fix]);
    if (next !== undefined && ok(next)) {
      yield next;
      return;
    }
  }
}

/** Ways to an Allow at a gate that is silent, the most careful first. */
function* letThrough(tryIt: Try, attempt: Attempt, gate: Gate, ok: Test): Generator<Attempt> {
  const level = silentLevels(gate, attempt)[0] ?? 0;
  const atLevel = (placed: { readonly level: number | undefined }) => (placed.level ?? 0) === level;
  const near = nearest(statementsAt(gate, attempt).filter(atLevel));
  const plain = ({ intents }: Attempt): boolean =>
    intents.length === attempt.intents.length + 1 && intents.slice(-1).every(isCareful(gate));
  for (const located of near) {
    yield* keep(mend(tryIt, attempt, located, { depth: 1, fits: isCareful(gate) }), ok);
  }
  yield* sayAnew(tryIt, attempt, gate, level, ok);
  for (const located of near) {
    const mended = mend(tryIt, attempt, located, { depth: deepest });
    yield* keep(mended, (next) => ok(next) && !plain(next));
  }
  yield* nameInResource(tryIt, attempt, gate, ok);
  if (gate === 'session') yield* newSession(tryIt, attempt, ok);
}

/** A name in a list is as careful as a statement of its own; one more action or resource may let others through. */
const isCareful =
  (gate: Gate) =>
  ({ kind }: Intent): boolean =>
    gate === 'resource' || kind === 'request';

function* keep(attempts: Iterable<Attempt>, ok: Test): Generator<Attempt> {
  for (const attempt of attempts) if (ok(attempt)) yield attempt;
}

/** So many statements are looked at, those first that failed last: the more of one matched, the nearer it came. */
const mostStatements = 5;

const nearest = (statements: readonly Located[]): readonly Located[] =>
  statements
    .filter(({ statement }) => statement.effect.value === 'Allow')
    .toSorted((a, b) => b.trace.elements.length - a.trace.elements.length)
    .slice(0, mostStatements);

/** A statement that needs more elements changed than this is better written anew. */
const deepest = 3;

interface Mending {
  /** How many elements may be changed. */
  readonly depth: number;
  /** How the caller is to be named, where not as always. */
  readonly name?: PrincipalName;
  /** Which intents are wanted; all if left out. */
  readonly fits?: (intent: Intent) => boolean;
}

/** Ways to make an Allow statement apply, element by element. */
function* mend(
  tryIt: Try,
  attempt: Attempt,
  located: Located,
  mending: Mending,
): Generator<Attempt> {
  const { depth, name, fits = () => true } = mending;
  if (located.trace.applies) yield attempt;
  const failed = located.trace.elements.find(({ matched }) => !matched);
  if (failed === undefined || depth === 0) return; // it applies, is for nobody, or is too far off
  const passed = (next: Attempt): boolean => {
    const trace = sameIn(next, located)?.trace;
    return trace !== undefined && (trace.applies || hasPassed(trace.elements.length, located));
  };
  for (const choice of matching(metBy(attempt, located, name), failed)) {
    const wanted = choice.filter((fix) => fix.every(fits));
    for (const next of firstOf(tryIt, attempt, wanted, passed)) {
      const same = sameIn(next, located);
      if (same !== undefined) yield* mend(tryIt, next, same, { ...mending, depth: depth - 1 });
    }
  }
}

/** More elements were looked at than before: the one that failed no longer does. */
const hasPassed = (looked: number, { trace }: Located): boolean => looked > trace.elements.length;

/** A statement of its own, in each policy that can take it; where there is none, a policy of its own. */
function* sayAnew(
  tryIt: Try,
  attempt: Attempt,
  gate: Gate,
  level: number,
  ok: Test,
  name?: PrincipalName,
): Generator<Attempt> {
  const { request, policies } = attempt.question;
  const resourceType = policies.resource.type;
  const statement = newStatement({ effect: 'Allow', gate, resourceType, request }, name);
  if (statement === undefined) return;
  const here = policiesAt(gate, policies).filter((placed) => (placed.level ?? 0) === level);
  const editable = here.filter(({ policy }) => policy.editable).slice(0, mostPolicies);
  const what = { kind: 'add-statement', effect: 'Allow', statement } as const;
  const written = editable.flatMap(({ policy }) => [
    ...firstOf(tryIt, attempt, [[{ kind: 'edit', gate, policy: policy.ref, what }]], ok),
  ]);
  yield* written;
  if (written.length > 0 || !mayAttach(gate, here, request.resource)) return;
  const place = { gate, level: gate === 'scp' ? level : undefined };
  yield* firstOf(tryIt, attempt, [[{ kind: 'attach', ...place, effect: 'Allow', statement }]], ok);
}

const mostPolicies = 3;

/** One more policy can hang beside others at these gates; elsewhere there is room for one. */
function mayAttach(gate: Gate, here: readonly PlacedPolicy[], resource: string): boolean {
  if (gate === 'identity' || gate === 'scp') return true;
  if (here.length > 0) return false;
  return gate === 'session' || (gate === 'resource' && hasResourcePolicies(resource));
}

/**
 * Within one account a resource's policy that names the caller is enough, and who is named more closely is not
 * held back by a boundary or a session policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
function* nameInResource(tryIt: Try, attempt: Attempt, gate: Gate, ok: Test): Generator<Attempt> {
  const { request } = attempt.question;
  if (gate !== 'identity' && gate !== 'boundary' && gate !== 'session') return;
  const name = gate === 'identity' ? nameOf(request.principal) : uncappedName(request.principal);
  if (name === undefined) return;
  for (const located of nearest(statementsAt('resource', attempt))) {
    yield* keep(mend(tryIt, attempt, located, { depth: 2, name }), ok);
    if (located.trace.applies) yield* nameBeside(tryIt, attempt, located, name, ok);
  }
  if (policiesAt('resource', attempt.question.policies).length === 0) return;
  yield* sayAnew(tryIt, attempt, 'resource', 0, ok, name);
}

/** A statement that applies because it names the account: the caller's own name beside it. */
function* nameBeside(
  tryIt: Try,
  attempt: Attempt,
  { gate, policy, place }: Located,
  name: PrincipalName,
  ok: Test,
): Generator<Attempt> {
  const what = { kind: 'add-principal', statement: place, element: 'Principal', ...name } as const;
  yield* firstOf(tryIt, attempt, [[{ kind: 'edit', gate, policy: policy.ref, what }]], ok);
}

/** Nobody can change a session's policy; but one can ask for a session without it. */
function* newSession(tryIt: Try, attempt: Attempt, ok: Test): Generator<Attempt> {
  const { request, policies } = attempt.question;
  const given = policiesAt('session', policies).map(({ policy }) => policy);
  if (request.principal.type !== 'role-session' || given.length === 0) return;
  yield* firstOf(tryIt, attempt, [given.map(detached)], ok);
}

const detached = ({ ref }: EditablePolicy): Intent => ({
  kind: 'detach',
  gate: 'session',
  level: undefined,
  policy: ref,
});
