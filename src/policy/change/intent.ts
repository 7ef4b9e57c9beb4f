import { type Gate, gates } from '../decide/request.ts';
import { type Effect, type PolicyKind } from '../syntax/document.ts';
import { type PolicyEdit, type RequestEdit } from './change.ts';
import { type Place } from './question.ts';
import { type Json } from './text-edit.ts';

/** A step that has not been applied yet: it says what is meant, and not where in the text. */
export type Intent =
  | {
      readonly kind: 'edit';
      readonly gate: Gate;
      /** The policy's `ref`. */
      readonly policy: string;
      readonly what: PolicyEdit;
    }
  | (Place & { readonly kind: 'attach'; readonly effect: Effect; readonly statement: Json })
  | (Place & { readonly kind: 'detach'; readonly policy: string })
  | { readonly kind: 'request'; readonly what: RequestEdit };

/**
 * The order in which steps are applied, whatever the order in which they were thought of: statements are named by
 * their places in the policy as it was, so those that go, go last, and the last of them first.
 */
export const inOrder = (intents: readonly Intent[]): readonly Intent[] =>
  intents
    .map((intent) => ({ intent, rank: rankOf(intent), text: JSON.stringify(intent) }))
    .toSorted((a, b) => compare(a.rank, b.rank) || (a.text < b.text ? -1 : 1))
    .map(({ intent }) => intent);

/** Turn, gate, and among dropped statements the last first. */
function rankOf(intent: Intent): readonly number[] {
  if (intent.kind === 'request') return [5];
  const gate = gates.indexOf(intent.gate);
  if (intent.kind !== 'edit') return [intent.kind === 'attach' ? 3 : 4, gate];
  const { what } = intent;
  if (what.kind === 'drop-statement') return [2, gate, -what.statement.index];
  return [what.kind === 'add-statement' ? 1 : 0, gate];
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((rank, i) => rank - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Which kind of policy hangs at a gate, when a new one is made. */
export const newPolicyKind: Record<Exclude<Gate, 'boundary'>, PolicyKind> = {
  rcp: 'rcp',
  scp: 'scp',
  resource: 'resource',
  identity: 'identity',
  session: 'session',
};
