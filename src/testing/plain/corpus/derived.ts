import { evaluatePlainly } from '../evaluate.ts';
import { policiesOf, requestOf, type CorpusCase, type Question } from './question.ts';
import { sources, type SourceName } from './sources.ts';

/** A case whose answer the plain evaluator gives: too many to write by hand. The other evaluator must agree. */
export function derived(
  id: string,
  title: string,
  source: SourceName,
  question: Question,
): CorpusCase {
  const [request, policies] = [requestOf(question), policiesOf(question)];
  const { reason } = evaluatePlainly(request, policies);
  return { id, title, request, policies, reason, origin: 'derived', sources: [sources[source]] };
}
