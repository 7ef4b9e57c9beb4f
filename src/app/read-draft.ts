import { type Advise, type AdviceOptions, type PolicyKind, type ReadResult } from '#policy';
import { readPolicyRef, readToSave, type World } from '#world';

interface Reading {
  readonly text: string;
  readonly advise: Advise | undefined;
  readonly result: ReadResult;
}

/** The last reading of each policy; a world's accounts are another object as soon as anything in them changes. */
const readings = new WeakMap<World['accounts'], Map<string, Reading>>();

/** Reads a policy's text, saved or not, as this world would on saving it, and adds the advice once it is there. */
export function readDraft(
  { accounts }: World,
  policyRef: string,
  text: string,
  kind: PolicyKind,
  advise?: Advise,
): ReadResult {
  const known = readings.get(accounts) ?? new Map<string, Reading>();
  readings.set(accounts, known);
  const last = known.get(policyRef);
  if (last?.text === text && last.advise === advise) return last.result;
  const result = advised(readToSave({ accounts }, policyRef, text, kind), policyRef, advise);
  known.set(policyRef, { text, advise, result });
  return result;
}

function advised(reading: ReadResult, policyRef: string, advise: Advise | undefined): ReadResult {
  if (advise === undefined) return reading;
  const advice = advise(reading, whereabouts(policyRef));
  return { ...reading, diagnostics: [...reading.diagnostics, ...advice] };
}

/** What the place of a policy says of it. */
function whereabouts(policyRef: string): AdviceOptions {
  const ref = readPolicyRef(policyRef);
  return { account: ref?.account, attachedTo: ref?.type === 'inline' ? ref.of : undefined };
}
