import { type AccessRequest } from '../decide/request.ts';
import { type Attempt, type Try, tryOn } from './attempt.ts';
import { type Change, type Step } from './change.ts';
import { type Intent } from './intent.ts';
import { type ChangeQuestion } from './question.ts';
import { sideEffectsOn } from './side-effects.ts';
import { waysToAllow } from './toward-allow.ts';
import { waysToRefuse } from './toward-refusal.ts';

/** So many ways are looked at more closely, in the order in which they were found. */
const mostWays = 16;

/** More than anybody would read; the rest only differ from these. */
const mostChanges = 12;

/**
 * The smallest changes that would turn a refusal into an Allow, or an Allow into a refusal; the ones first that
 * change least besides. Each was tried: AWS would save every text, the evaluator's verdict flips, and with any one
 * step left out it does not. Nobody is admitted by `*`, and no text gets a new error, nor a security warning that
 * could be avoided.
 *
 * Empty where nothing of these policies or of the request helps: a call that needs no permission, a root user who
 * wants to assume a role, an anonymous caller, policies that nobody may edit. Total: it never throws.
 */
export function whatWouldChange(question: ChangeQuestion): readonly Change[] {
  const { search, prove } = tryOn(question);
  const start = prove([]);
  if (start === undefined || isBeyondPolicies(question.request)) return [];
  const allowed = start.decision.verdict === 'Allow';
  const flips = (attempt: Attempt): boolean =>
    (attempt.decision.verdict === 'Allow') !== allowed && (allowed || mayDoAll(attempt));
  const ways = allowed
    ? waysToRefuse(search, start)
    : [...otherCallers(question), ...waysToAllow(search, start)];
  const sideEffects = sideEffectsOn(start);
  const toChange = (attempt: Attempt): Change => ({
    steps: attempt.steps,
    verdict: attempt.decision.verdict,
    sideEffects: sideEffects(attempt),
  });
  return ways
    .slice(0, mostWays + mostCallers)
    .flatMap((intents) => smallest(prove, intents, flips) ?? [])
    .filter(isFirst)
    .map(toChange)
    .toSorted(byReach)
    .slice(0, mostChanges);
}

/**
 * `Roles may not be assumed by root accounts`, whatever any policy says.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
const isBeyondPolicies = ({ principal, action }: AccessRequest): boolean =>
  principal.type === 'root' && action.toLowerCase() === 'sts:assumerole';

/** An example or two of who may is enough. */
const mostCallers = 8;

const otherCallers = ({ others = [] }: ChangeQuestion): readonly (readonly Intent[])[] =>
  others.slice(0, mostCallers).map(({ principal }, caller) => {
    const arn = 'arn' in principal ? principal.arn : principal.type;
    return [{ kind: 'request', what: { kind: 'other-caller', caller, arn } }];
  });

/**
 * AssumeRole with tags or a source identity is asked once more for each: what makes a request carry them must not
 * fail there.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
function mayDoAll({ steps, question, verdict }: Attempt): boolean {
  if (!question.request.action.toLowerCase().startsWith('sts:assumerole')) return true;
  return steps.flatMap(alsoNeeds).every((action) => verdict(action) === 'Allow');
}

function alsoNeeds(step: Step): readonly string[] {
  if (step.kind !== 'request' || step.what.kind !== 'carry') return [];
  if (step.what.means === 'tag') return ['sts:TagSession'];
  return step.what.key.toLowerCase() === 'sts:sourceidentity' ? ['sts:SetSourceIdentity'] : [];
}

/** As many steps as can be left out in all combinations; of more, one after another is. */
const mostCombined = 3;

/** The fewest of the steps that do it; `undefined` if not even all of them do. */
function smallest(
  tryIt: Try,
  intents: readonly Intent[],
  flips: (attempt: Attempt) => boolean,
): Attempt | undefined {
  const smaller = intents.length <= mostCombined ? subsets(intents) : oneFewer(intents);
  for (const some of smaller) {
    const attempt = tryIt(some);
    if (attempt !== undefined && flips(attempt)) {
      return intents.length <= mostCombined ? attempt : smallest(tryIt, some, flips);
    }
  }
  const whole = tryIt(intents);
  return whole !== undefined && flips(whole) ? whole : undefined;
}

const oneFewer = (intents: readonly Intent[]): readonly (readonly Intent[])[] =>
  intents.map((_, left) => intents.filter((__, i) => i !== left));

/** All that are not empty and not the whole, the smallest first. */
function subsets(intents: readonly Intent[]): readonly (readonly Intent[])[] {
  const masks = Array.from({ length: Math.max(0, 2 ** intents.length - 2) }, (_, i) => i + 1);
  return masks
    .map((mask) => intents.filter((_, i) => (mask >> i) % 2 === 1))
    .toSorted((a, b) => a.length - b.length);
}

const isFirst = (attempt: Attempt, at: number, all: readonly Attempt[]): boolean =>
  all.findIndex((other) => keyOf(other.steps) === keyOf(attempt.steps)) === at;

const keyOf = (steps: readonly Step[]): string => JSON.stringify(steps);

const byReach = (a: Change, b: Change): number =>
  a.sideEffects - b.sideEffects ||
  a.steps.length - b.steps.length ||
  lengthOf(a.steps) - lengthOf(b.steps) ||
  (keyOf(a.steps) < keyOf(b.steps) ? -1 : 1);

/** How much is written and struck out. */
const lengthOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + lengthOfStep(step), 0);

function lengthOfStep(step: Step): number {
  switch (step.kind) {
    case 'edit':
      return step.edits.reduce((sum, { at, text }) => sum + at.end - at.start + text.length, 0);
    case 'attach':
      return step.text.length;
    case 'detach':
      return wholePolicy;
    case 'request':
      return 0;
  }
}
const wholePolicy = 1000;
