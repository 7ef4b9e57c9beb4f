import { drawSavableScene, nameOf } from '../agreement.ts';
import { evaluatePlainly } from '../evaluate.ts';
import { reasons, type Scene } from '../generate/scene.ts';
import { toJson } from './format.ts';
import { type CorpusCase } from './question.ts';

const perReason = 20;
const longest = 2_400;
const first = 1_000_000;
const most = 20_000;

/** What AWS's documentation leaves open: empty texts and lists, and `*` under an ARN operator. */
const isDisputed = (text: string): boolean =>
  text.includes('""') || text.includes('[]') || /Arn[A-Za-z]*":\{[^}]*"\*"/.test(text);

/** The same number of cases for every reason, in the order in which seeds come to them. */
function drawCases(): readonly CorpusCase[] {
  const found = new Map<string, CorpusCase[]>(reasons.map((reason) => [nameOf(reason), []]));
  const isFull = () => [...found.values()].every(({ length }) => length >= perReason);
  for (let seed = first; seed < first + most && !isFull(); seed++) {
    const scene = withPlainContext(drawSavableScene(seed));
    const { reason } = evaluatePlainly(scene.request, scene.policies);
    const title = nameOf(reason);
    const drawn = {
      id: `drawn ${seed}`,
      title,
      ...scene,
      reason,
      origin: 'drawn',
      sources: [],
    } as const;
    const cases = found.get(title) ?? [];
    if (cases.length < perReason && isFit(toJson(drawn))) cases.push(drawn);
  }
  if (!isFull()) throw new Error('too few cases of some reason were drawn');
  return [...found.values()].flat();
}

/** Only the keys that the policies speak of, and no empty values. */
function withPlainContext({ request, policies }: Scene): Scene {
  const text = JSON.stringify(policies).toLowerCase();
  const kept = Object.entries(request.context).filter(
    ([key, value]) =>
      text.includes(key) && value.length > 0 && [value].flat().every((one) => one !== ''),
  );
  return { request: { ...request, context: Object.fromEntries(kept) }, policies };
}

function isFit({ request, policies }: Pick<ReturnType<typeof toJson>, 'request' | 'policies'>) {
  const text = JSON.stringify([request, policies]);
  return text.length <= longest && !isDisputed(text);
}

export const generated: readonly CorpusCase[] = drawCases();
