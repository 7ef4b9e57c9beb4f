import { type Finding, type Impact, type ImpactProbe, impactOf } from '#course';
import { type World } from '#world';
import { type ImpactCell, type ImpactColumn, type ImpactRow } from '../ui/impact/impact.ts';
import { sayLength } from '../ui/kit/instant.ts';

/** The two questions of every impact matrix. */
export const impactColumns: readonly ImpactColumn[] = [
  { id: 'held', title: 'Uses the credentials held' },
  { id: 'again', title: 'Assumes the role again', note: 'and uses what STS gives' },
];

/** Who could do what, beside what it was before. */
export function impactRows(
  world: World,
  before: World | undefined,
  probe: ImpactProbe,
): readonly ImpactRow[] {
  const now = impactOf(world, probe);
  const earlier = before && impactOf(before, probe);
  return now.map((impact, at) => ({
    person: { id: impact.person, name: world.people[impact.person]?.name ?? impact.person },
    cells: [cell(impact.held, earlier?.[at]?.held), cell(impact.again, earlier?.[at]?.again)],
  }));
}

const cell = (finding: Finding, before: Finding | undefined): ImpactCell => ({
  outcome: finding.outcome,
  before: before?.outcome,
  say: sayFinding(finding),
});

function sayFinding(finding: Finding): string {
  switch (finding.outcome) {
    case 'works':
      return 'every call is allowed';
    case 'later':
      return `STS gives credentials, but they are denied for another ${sayLength(finding.seconds * 1000)}`;
    case 'refused':
      return `${finding.action} ends in ${finding.code}`;
    case 'nothing-to-use':
      return 'holds no credentials for it';
  }
}

/** What a containment comes to: who is stopped, and who can come back. */
export interface Verdict {
  readonly verdict: string;
  readonly say: string;
}

/** Sums up a containment from its impact: outsiders should be out for good, everybody else at work. */
export function sumUp(world: World, impacts: readonly Impact[]): Verdict {
  const outsiders = impacts.filter((i) => world.people[i.person]?.role === 'outsider');
  const others = impacts.filter((i) => world.people[i.person]?.role !== 'outsider');
  const names = (of: readonly Impact[]) =>
    list(of.map((i) => world.people[i.person]?.name ?? i.person));
  const out = outsiders.filter((i) => !goesOn(i));
  const lost = others.filter((i) => !goesOn(i));
  const back = others.filter((i) => goesOn(i) && i.held.outcome !== 'works');
  const parts = [
    ...outsidersAre(outsiders.length, names(out), names(outsiders)),
    lost.length > 0 ? `${names(lost)} can’t work any more` : '',
    back.length > 0 ? `${names(back)} can go on after assuming the role again` : '',
    hitLater(others, world),
  ];
  return {
    verdict: verdictOf(out.length === outsiders.length, lost.length),
    say: `${parts.filter((part) => part !== '').join('; ')}.`,
  };
}

function outsidersAre(count: number, out: string, all: string): readonly string[] {
  if (count === 0) return [];
  return [out === '' ? `${all} goes on` : `${out} is out for good`];
}

function verdictOf(stopped: boolean, lost: number): string {
  if (!stopped) return 'does not stop the thief';
  return lost > 0
    ? 'stops the thief, and colleagues with him'
    : 'stops the thief, and only him for good';
}

/** Those who work on for now and will be refused when they next ask for the role. */
function hitLater(others: readonly Impact[], world: World): string {
  const hit = others.filter((i) => i.held.outcome === 'works' && i.again.outcome === 'refused');
  if (hit.length === 0) return '';
  const names = list(hit.map((i) => world.people[i.person]?.name ?? i.person));
  return `${names} will be refused when the session ends`;
}

const goesOn = ({ held, again }: Impact): boolean =>
  held.outcome === 'works' || again.outcome === 'works' || again.outcome === 'later';

const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
