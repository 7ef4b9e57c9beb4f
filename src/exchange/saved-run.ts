import { type Command } from '#world';
import * as v from 'valibot';
import { asStored, commandSchema } from './command-schema.ts';

/** Where a command of a run came from: a step of the lesson, one of its options, or the learner. */
export type Origin =
  | { readonly type: 'step'; readonly step: number }
  | { readonly type: 'option'; readonly option: string }
  | { readonly type: 'learner' };

/** One lesson as somebody left it. The world is not kept: replaying the commands gives it again. */
export interface SavedRun {
  readonly step: number;
  readonly commands: readonly { readonly command: Command; readonly origin: Origin }[];
  readonly cursor: { readonly entry: number; readonly step: number };
  readonly drafts: Readonly<Record<string, string>>;
}

const version = 1;
const count = v.pipe(v.number(), v.integer());
const origin = v.variant('type', [
  v.object({ type: v.literal('step'), step: count }),
  v.object({ type: v.literal('option'), option: v.string() }),
  v.object({ type: v.literal('learner') }),
]);

const schema = v.object({
  version: v.literal(version),
  step: count,
  commands: v.pipe(
    v.array(v.object({ command: commandSchema, origin })),
    v.maxLength(2000, 'too many commands'),
  ),
  cursor: v.object({ entry: count, step: count }),
  drafts: v.record(v.string(), v.string()),
}) satisfies v.GenericSchema<unknown, SavedRun & { version: number }>;

export type Loaded =
  | { readonly state: 'ok'; readonly run: SavedRun }
  /** Made by a newer version of the app: to be left as it is. */
  | { readonly state: 'newer' }
  | { readonly state: 'broken'; readonly why: string };

/** Reads what `writeRun` wrote, or anything else. Never throws. */
export function readRun(text: string): Loaded {
  if (isNewerRun(text)) return { state: 'newer' };
  const checked = v.safeParse(schema, parse(text));
  return checked.success
    ? { state: 'ok', run: checked.output }
    : { state: 'broken', why: checked.issues[0].message };
}

export function writeRun(run: SavedRun): string {
  const commands = run.commands.map(({ command, origin }) => ({
    command: asStored(command),
    origin,
  }));
  return JSON.stringify({ version, ...run, commands });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a later version of the app wrote this; such a text is never to be overwritten. */
export function isNewerRun(text: string): boolean {
  const value = parse(text);
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    value.version > version
  );
}
