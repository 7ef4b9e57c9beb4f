import { type Happening, type World } from '#world';
import { arrange, type Shape } from './arrange.ts';
import { Diagram } from './diagram.tsx';
import { story, type EpisodeName } from './sample-story.ts';

const noSelection = () => undefined;

interface Shot {
  readonly world: World;
  readonly happenings?: readonly Happening[];
  readonly at?: number;
  readonly shape?: Shape;
}

function shot({ world, happenings = [], at = -1, shape = 'wide' }: Shot, onSelect = noSelection) {
  return (
    <div style={{ height: 560 }}>
      <Diagram
        world={world}
        happenings={happenings}
        at={at}
        layout={arrange(world, shape)}
        selected={undefined}
        onSelect={onSelect}
        speed={1}
        motion={false}
        labels
      />
    </div>
  );
}

/** The moment of a episode at which such a happening is shown. */
function momentOf(name: EpisodeName, type: Happening['type']): Shot {
  const { after, happenings } = story[name];
  return { world: after, happenings, at: happenings.findIndex((each) => each.type === type) };
}

export const atRest = (onSelect?: () => undefined) =>
  shot({ world: story.bobRefused.before }, onSelect);
export const refusedAtTheTrustPolicy = () => shot(momentOf('bobRefused', 'decided'));
export const permissionsAreNotRead = () => shot(momentOf('julieAssumes', 'permissions-not-asked'));
export const credentialsIssued = () => shot(momentOf('julieAssumes', 'credentials-issued'));
export const allowedAtTheBucket = () => shot(momentOf('julieReads', 'decided'));
export const leaked = () => shot(momentOf('emyLeaks', 'leaked'));
export const aCopyIsHeld = () => shot({ world: story.woofyCopies.after });
export const refusedByTheRevocation = () => shot(momentOf('woofyRefused', 'decided'));
export const expired = () => shot({ world: story.hourPasses.after });
export const onATelephone = () => shot({ ...momentOf('julieReads', 'decided'), shape: 'tall' });
