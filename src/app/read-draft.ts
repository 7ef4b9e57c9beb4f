import { type PolicyKind, type ReadResult } from '#policy';
import { readToSave, type World } from '#world';

interface Reading {
  readonly text: string;
  readonly result: ReadResult;
}

/** The last reading of each policy; a world's accounts are another object as soon as anything in them changes. */
const readings = new WeakMap<World['accounts'], Map<string, Reading>>();

/** Reads a policy's text, saved or not, as this world would on saving it. */
export function readDraft(
  { accounts }: World,
  policyRef: string,
  text: string,
  kind: PolicyKind,
): ReadResult {
  const known = readings.get(accounts) ?? new Map<string, Reading>();
  readings.set(accounts, known);
  const last = known.get(policyRef);
  if (last?.text === text) return last.result;
  const result = readToSave({ accounts }, policyRef, text, kind);
  known.set(policyRef, { text, result });
  return result;
}
