import { type Gate } from '../decide/request.ts';
import { type Attempt, type Try } from './attempt.ts';
import { type Choice, exceptCaller, type Met, missing, without } from './fixes.ts';
import { type Intent } from './intent.ts';
import { nameOf, principalArn } from './naming-the-caller.ts';
import { newStatement } from './new-statement.ts';
import { policiesAt } from './question.ts';
import { hasResourcePolicies } from './resource-policies.ts';
import { type Located, sameIn, statementsAt } from './whereabouts.ts';

/** Every way found from an Allow to a refusal: a deny for this request, or one of the allows that it needs gone. */
export function waysToRefuse(tryIt: Try, start: Attempt): readonly (readonly Intent[])[] {
  const silenced = allowing.flatMap((gate) => [...waysToSilence(tryIt, start, gate)]);
  return [...denials(tryIt, start), ...silenced].map(({ intents }) => intents);
}

const isRefused = ({ decision }: Attempt): boolean => decision.verdict !== 'Allow';

const denying: readonly Gate[] = ['rcp', 'scp', 'resource', 'identity', 'boundary'];

/** One deny for this caller, in the lowest place of each gate that can take it. */
function denials(tryIt: Try, attempt: Attempt): readonly Attempt[] {
  return denying.flatMap((gate) => {
    const next = deny(attempt, gate).map((intent) => tryIt([intent]));
    return next.find((one) => one !== undefined && isRefused(one)) ?? [];
  });
}

function deny({ question }: Attempt, gate: Gate): readonly Intent[] {
  const { request, policies } = question;
  const resourceType = policies.resource.type;
  const statement = newStatement({ effect: 'Deny', gate, resourceType, request });
  if (statement === undefined) return [];
  const placed = policiesAt(gate, policies).toReversed();
  const what = { kind: 'add-statement', effect: 'Deny', statement } as const;
  const edits = placed
    .filter(({ policy }) => policy.editable)
    .map(({ policy }): Intent => ({ kind: 'edit', gate, policy: policy.ref, what }));
  const level = placed[0]?.level;
  if (edits.length > 0 || !mayAttach(gate, placed.length, request.resource)) return edits;
  return [{ kind: 'attach', gate, level, effect: 'Deny', statement }];
}

/** An organization's policy hangs at a level that there is; a boundary is chosen by its account's owner. */
function mayAttach(gate: Gate, placed: number, resource: string): boolean {
  if (gate === 'identity') return true;
  if (gate === 'scp' || gate === 'rcp') return placed > 0;
  return gate === 'resource' && placed === 0 && hasResourcePolicies(resource);
}

/** The gates that are silenced by taking away what allows there. An organization's concern more than this caller. */
const allowing: readonly Gate[] = ['resource', 'identity', 'boundary'];

/** What grants: when one of these falls silent the other may still be enough. */
const granting: readonly Gate[] = ['resource', 'identity'];

/** A gate's silence, once for each way to begin it; then, if need be, the other's. */
function* waysToSilence(tryIt: Try, start: Attempt, gate: Gate): Generator<Attempt> {
  const first = statementsAt(gate, start).find(allows);
  if (first === undefined) return;
  for (const begun of removals(tryIt, start, first)) {
    const silent = silence(tryIt, begun, gate);
    const done = silent && refuse(tryIt, silent, gate);
    if (done !== undefined) yield done;
  }
}

const allows = ({ trace, statement }: Located): boolean =>
  trace.applies && statement.effect.value === 'Allow';

/** The other gate that grants is silenced too, when this one's silence is not enough. */
function refuse(tryIt: Try, attempt: Attempt, silenced: Gate): Attempt | undefined {
  if (isRefused(attempt)) return attempt;
  const other = granting.find((gate) => gate !== silenced);
  const next = other && granting.includes(silenced) ? silence(tryIt, attempt, other) : undefined;
  return next !== undefined && isRefused(next) ? next : undefined;
}

/** No statement of the gate allows any more; `undefined` if one cannot be kept from it. */
function silence(tryIt: Try, attempt: Attempt, gate: Gate): Attempt | undefined {
  const left = statementsAt(gate, attempt).find(allows);
  if (left === undefined || isRefused(attempt)) return attempt;
  const [next] = removals(tryIt, attempt, left);
  return next && silence(tryIt, next, gate);
}

/** Ways to keep one statement from allowing this request, those first that take the least with them. */
function* removals(tryIt: Try, attempt: Attempt, located: Located): Generator<Attempt> {
  const { request } = attempt.question;
  const version = attempt.document(located.policy)?.version ?? '2008-10-17';
  const met: Met = { ...located, request, version, name: nameOf(request.principal) };
  const choices: readonly Choice[] = [
    ...located.trace.elements.flatMap((element) => missing(met, element, 'any')),
    ...exceptCaller(met, principalArn(request.context)),
    ...without(met, request.principal),
  ];
  for (const fix of choices.flat().filter(isEditOnly)) {
    const next = tryIt([...attempt.intents, ...fix]);
    if (next !== undefined && sameIn(next, located)?.trace.applies !== true) yield next;
  }
}

/** Whoever wants a request refused does not ask its caller to send another. */
const isEditOnly = (fix: readonly Intent[]): boolean => fix.every(({ kind }) => kind !== 'request');
