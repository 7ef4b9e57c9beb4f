import { cpus } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Finding, growthBudget, hostileBudget, rateBudgets, reachBudgets } from './budgets.ts';
import { countsOwnTime } from './clock.ts';
import { ours } from './engines.ts';
import { type Contest, hold, type Timing, warmUp } from './measure.ts';
import { plain } from './plain.ts';
import { type Question, questions, variants } from './questions.ts';
import { growthOf, measureEveryPair, measureReach, type Reach } from './reach.ts';
import { reading, textLength } from './reading.ts';
import { loadRival } from './rival.mjs';
import { duration, exactly, many, type Row, share, tableOf, times } from './table.ts';
import { measureHostile } from './wildcards.ts';

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    rival: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const rival = options.rival === undefined ? undefined : loadRival(options.rival);
const broken: string[] = [];

const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  deciding,
  reading: readingPolicies,
  reach: whoCanAssumeWhom,
  wildcards: hostileWildcards,
};

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function show(title: string, heads: readonly string[], rows: readonly Row[]): void {
  say(tableOf(title, heads, rows));
  for (const { cells, findings } of rows) {
    for (const { budget, met } of findings) {
      if (!met) broken.push(`${title}, ${cells[0]?.trim() ?? ''}: ${budget}`);
    }
  }
}

async function deciding(): Promise<void> {
  const contests = Object.values(questions).map(contestFor);
  for (const contest of contests) await warmUp(contest);
  for (const contest of contests) {
    const timings = await hold(contest);
    const heads = ['a second', 'each', 'spread', 'of plain', ...(rival ? ['of rival'] : [])];
    show(
      contest.name,
      heads,
      contest.entrants.map(({ name }) => rateRow(contest.name, name, timings)),
    );
  }
}

const contestFor = (question: Question): Contest => ({
  name: question.name,
  entrants: [...ours(question), plain(question), ...(rival?.entrantsFor(question) ?? [])],
});

function rateRow(question: string, name: string, timings: ReadonlyMap<string, Timing>): Row {
  const own = timings.get(name) ?? { seconds: NaN, spread: NaN };
  const ratioTo = (other: string): number => (timings.get(other)?.seconds ?? NaN) / own.seconds;
  const budget = rateBudgets[question]?.[name];
  const ratios = Object.entries(budget?.times ?? {}).filter(([other]) => timings.has(other));
  return {
    cells: [
      `  ${name}`,
      many(1 / own.seconds),
      duration(own.seconds),
      share(own.spread),
      times(ratioTo('plain reference')),
      ...(rival ? [times(ratioTo('rival, core'))] : []),
    ],
    findings: [
      ...(budget ? [atLeast(budget.perSecond, 'a second', 1 / own.seconds)] : []),
      ...ratios.map(([other, ratio]) => atLeast(ratio, `× ${other}`, ratioTo(other))),
    ],
  };
}

const atLeast = (least: number, what: string, actual: number): Finding => ({
  budget: `≥ ${exactly(least)} ${what}`,
  met: actual >= least,
});
const atMost = (most: number, what: string, actual: number): Finding => ({
  budget: `≤ ${what}`,
  met: actual <= most,
});

async function readingPolicies(): Promise<void> {
  const contest = { name: 'Reading', entrants: [reading] };
  await warmUp(contest);
  const { seconds, spread } = (await hold(contest)).get(reading.name) ?? { seconds: 0, spread: 0 };
  const speed = `${many(textLength / seconds / 1e6)} MB`;
  const cells = [`  ${textLength} letters`, many(1 / seconds), duration(seconds), share(spread)];
  show(
    'readPolicy',
    ['a second', 'each', 'spread', 'a second'],
    [{ cells: [...cells, speed], findings: [] }],
  );
}

function whoCanAssumeWhom(): void {
  const reaches = measureReach();
  const heads = ['made ready', 'spread', 'of half', 'first time', 'pairs', 'asked', 'allowed'];
  show('Who can assume whom', heads, [...reaches.map(reachRow), growthRow(reaches)]);
  const [smallest] = reaches;
  if (smallest === undefined) return;
  const { seconds, spread } = measureEveryPair(smallest.size, smallest.allowed);
  const cells = [`  ${smallest.size} × ${smallest.size}`, duration(seconds), share(spread)];
  const ratio = times(seconds / smallest.again.seconds);
  show(
    'Deciding every pair instead',
    ['made ready', 'spread', 'of index'],
    [{ cells: [...cells, ratio], findings: [] }],
  );
}

function reachRow({ size, first, again, growth, asked, allowed }: Reach): Row {
  const budget = reachBudgets.get(size);
  return {
    cells: [
      `  ${exactly(size)} × ${exactly(size)}`,
      duration(again.seconds),
      share(again.spread),
      growth === undefined ? '' : times(growth),
      duration(first.seconds),
      exactly(size * size),
      exactly(asked),
      exactly(allowed),
    ],
    findings: budget === undefined ? [] : [atMost(budget, duration(budget), again.seconds)],
  };
}

/** From the smallest to the largest: one doubling alone may cross the bounds of a cache. */
function growthRow(reaches: readonly Reach[]): Row {
  const growth = growthOf(reaches);
  return {
    cells: ['  each doubling', '', '', times(growth), '', '', '', ''],
    findings: [atMost(growthBudget, times(growthBudget), growth)],
  };
}

function hostileWildcards(): void {
  show(
    'Hostile wildcards',
    ['slowest', 'parts', 'letters'],
    measureHostile().map(({ shape, seconds, parts, letters }) => ({
      cells: [`  ${shape}`, duration(seconds), exactly(parts), exactly(letters)],
      findings: [atMost(hostileBudget, duration(hostileBudget), seconds)],
    })),
  );
}

const whose = countsOwnTime ? "the thread's own time" : 'the time that passed';
say(`Node ${process.version} on ${cpus()[0]?.model ?? 'an unknown processor'}, optimised code: all is warmed up before
anything is measured. Policies are read and made ready beforehand, unless a line says otherwise. Requests take turns
over ${variants} variants, and every answer is checked. Medians of ${whose}; the spread is half the
distance between the quartiles.
`);
const chosen = Object.entries(parts).filter(([name]) => name.includes(options.only));
if (chosen.length === 0) throw new Error(`--only is one of ${Object.keys(parts).join(', ')}`);
for (const [, measure] of chosen) await measure();
say(
  rival === undefined
    ? 'iam-simulate was not asked: see bench/run.mjs for --rival.'
    : `The rival is iam-simulate ${rival.version}; its core gives reasons too, as explain does.`,
);
say(broken.length === 0 ? 'All budgets are met.' : `Not met: ${broken.join('; ')}.`);
if (options.check && broken.length > 0) process.exitCode = 1;
