import {
  apply,
  type Command,
  type Happening,
  type Outcome,
  revocationCutOff,
  roleByArn,
  type World,
} from '#world';
import { assume, wait, withSession } from './commands.ts';
import { type ImpactProbe } from './lesson.ts';

/** What somebody would find who tried it at this moment. */
export type Finding =
  | { readonly outcome: 'works'; readonly commands: readonly Command[] }
  /** STS gives credentials, but they are denied until this many seconds from now. */
  | { readonly outcome: 'later'; readonly seconds: number; readonly commands: readonly Command[] }
  | {
      readonly outcome: 'refused';
      /** The first call that was refused. */
      readonly action: string;
      readonly code: string;
      readonly message: string;
      readonly commands: readonly Command[];
    }
  | { readonly outcome: 'nothing-to-use'; readonly commands: readonly Command[] };

export interface Impact {
  readonly person: string;
  /** With the newest session that the person holds. */
  readonly held: Finding;
  /** Asking STS once more, with whatever the person has, and using what it gives. */
  readonly again: Finding;
}

/** Who could do what at this moment: every answer is tried on a copy of the world. */
export function impactOf(world: World, probe: ImpactProbe): readonly Impact[] {
  return probe.people.map((person) => ({
    person,
    held: tryHeld(world, person, probe),
    again: tryAgain(world, person, probe),
  }));
}

function tryHeld(world: World, person: string, probe: ImpactProbe): Finding {
  const use = withSession(person, probe.call);
  if (!holdsSession(world, person)) return { outcome: 'nothing-to-use', commands: [] };
  return findingOf(attempt(world, [use]), [use]);
}

function tryAgain(world: World, person: string, probe: ImpactProbe): Finding {
  const ask = askWithBest(world, person, probe.roleArn);
  if (!ask) return { outcome: 'nothing-to-use', commands: [] };
  const use = withSession(person, probe.call);
  const now = findingOf(attempt(world, [ask, use]), [ask, use]);
  return now.outcome === 'refused' && now.action !== 'sts:AssumeRole'
    ? (tryLater(world, probe, ask, use) ?? now)
    : now;
}

/** New credentials that are denied only because the cut-off of a revocation still lies ahead. */
function tryLater(
  world: World,
  probe: ImpactProbe,
  ask: Command,
  use: Command,
): Finding | undefined {
  const role = roleByArn(world, probe.roleArn);
  const cutOff = role && revocationCutOff(role);
  if (cutOff === undefined || cutOff <= world.now) return undefined;
  const seconds = Math.ceil((cutOff - world.now) / 1000);
  const commands = [wait(seconds), ask, use];
  const outcome = attempt(world, commands).at(-1);
  return outcome?.ok ? { outcome: 'later', seconds, commands } : undefined;
}

/** With the person's own key where there is one, else with the session in hand. */
function askWithBest(world: World, person: string, roleArn: string): Command | undefined {
  const holds = world.people[person]?.holds ?? [];
  if (holds.some((key) => world.credentials[key]?.type === 'long-term')) {
    return assume(roleArn, person);
  }
  return holdsSession(world, person)
    ? withSession(person, { action: 'sts:AssumeRole', roleArn, roleSessionName: person })
    : undefined;
}

const holdsSession = (world: World, person: string): boolean =>
  (world.people[person]?.holds ?? []).some((key) => world.credentials[key]?.type === 'session');

/** The answers to the calls among these commands, up to the first that is refused. */
function attempt(world: World, commands: readonly Command[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  let at = world;
  for (const command of commands) {
    const applied = apply(at, command);
    at = applied.world;
    const outcome = answerIn(applied.happenings);
    if (outcome) outcomes.push(outcome);
    if (outcome && !outcome.ok) break;
  }
  return outcomes;
}

/** What AWS answered in the course of a command; `undefined` for a command that is no call. */
export function answerIn(happenings: readonly Happening[]): Outcome | undefined {
  return happenings.find((h) => h.type === 'answered')?.outcome;
}

function findingOf(outcomes: readonly Outcome[], commands: readonly Command[]): Finding {
  const last = outcomes.at(-1);
  if (!last || last.ok) return { outcome: 'works', commands };
  const failed = commands[outcomes.length - 1];
  return {
    outcome: 'refused',
    action: failed?.type === 'call' ? failed.call.action : '',
    code: last.error.code,
    message: last.error.message,
    commands,
  };
}
