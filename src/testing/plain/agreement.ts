import {
  compile,
  decide,
  explain,
  type AccessRequest,
  type CompiledPolicies,
  type Reason,
  type Verdict,
} from '#policy';
import { marksOf } from './coverage.ts';
import {
  evaluatePlainly,
  type PlainAnswer,
  type PlainPolicies,
  type PlainReason,
} from './evaluate.ts';
import { attach, forFirstEvaluator } from './first-evaluator.ts';
import { createRandom } from './generate/random.ts';
import { varyRequest } from './generate/requests.ts';
import { drawScene, type Scene } from './generate/scene.ts';
import { reduce, type Case } from './reduce.ts';

/** What a run over many cases has seen. */
export interface Tally {
  readonly cases: number;
  readonly explained: number;
  /** How often each reason was the answer's, by its name. */
  readonly reasons: ReadonlyMap<string, number>;
  /** What was reached, see `coverage.ts`. */
  readonly marks: ReadonlySet<string>;
}

interface Run {
  readonly seeds: { readonly from: number; readonly to: number };
  readonly requestsPerScene: number;
  /** How many requests of each scene `explain` answers too. */
  readonly explainedPerScene: number;
}

/** Asks both evaluators, and throws at the first case on which they do not agree, made as small as it goes. */
export function compareEvaluators({ seeds, requestsPerScene, explainedPerScene }: Run): Tally {
  const reasons = new Map<string, number>();
  const marks = new Set<string>();
  const scenes = seeds.to - seeds.from;
  for (let seed = seeds.from; seed < seeds.to; seed++) {
    const scene = drawSavableScene(seed);
    for (const mark of marksOf(scene)) marks.add(mark);
    const compiled = compile(forFirstEvaluator(scene.policies));
    requestsOf(scene, seed, requestsPerScene).forEach((request, i) => {
      const plain = evaluatePlainly(request, scene.policies);
      const agree = i < explainedPerScene ? agreesInFull : agreesOnVerdict;
      if (!agree(plain, request, compiled))
        throw disagreement(seed, i, { request, policies: scene.policies });
      const name = nameOf(plain.reason);
      reasons.set(name, (reasons.get(name) ?? 0) + 1);
    });
  }
  return {
    cases: scenes * requestsPerScene,
    explained: scenes * explainedPerScene,
    reasons,
    marks,
  };
}

export const drawSavableScene = (seed: number): Scene =>
  drawScene(seed, (policy, kind) => attach(policy, kind) !== undefined);

function requestsOf({ request }: Scene, seed: number, count: number): readonly AccessRequest[] {
  const random = createRandom(seed ^ 0x5eed);
  return Array.from({ length: count }, (_, i) =>
    i === 0 ? request : varyRequest(random, request),
  );
}

export const nameOf = (reason: PlainReason | Reason): string =>
  'gate' in reason ? `${reason.kind} at ${reason.gate}` : reason.kind;

const agreesOnVerdict = (
  plain: PlainAnswer,
  request: AccessRequest,
  compiled: CompiledPolicies,
): boolean => decide(request, compiled) === plain.verdict;

const agreesInFull = (
  plain: PlainAnswer,
  request: AccessRequest,
  compiled: CompiledPolicies,
): boolean => {
  const { verdict, reason } = explain(request, compiled);
  const alike = verdict === plain.verdict && nameOf(reason) === nameOf(plain.reason);
  return alike && agreesOnVerdict(plain, request, compiled);
};

/** What both evaluators answer, as one line each. */
export interface Answers {
  readonly decide: Verdict;
  readonly explain: string;
  readonly plain: string;
}

export function answersTo(request: AccessRequest, policies: PlainPolicies): Answers {
  const compiled = compile(forFirstEvaluator(policies));
  const first = explain(request, compiled);
  const second = evaluatePlainly(request, policies);
  return {
    decide: decide(request, compiled),
    explain: `${first.verdict}: ${nameOf(first.reason)}`,
    plain: `${second.verdict}: ${nameOf(second.reason)}`,
  };
}

function disagreement(seed: number, index: number, found: Case): Error {
  const smallest = reduce(found, isDisputed);
  const where = `seed ${seed}, request ${index}`;
  const answers = JSON.stringify(answersTo(smallest.request, smallest.policies), null, 2);
  return new Error(
    `the evaluators disagree (${where}): ${answers}\n${JSON.stringify(smallest, null, 2)}`,
  );
}

/** A case that AWS would not save is of no interest. */
function isDisputed({ request, policies }: Case): boolean {
  try {
    const { decide, explain, plain } = answersTo(request, policies);
    return explain !== plain || !plain.startsWith(decide);
  } catch {
    return false;
  }
}
