import {
  Position,
  ReactFlow,
  ReactFlowProvider,
  ViewportPortal,
  type EdgeTypes,
  type NodeTypes,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useState, type ReactNode } from 'react';
import { type Happening, type Place, type World } from '#world';
import './diagram.css';
import { type StyleWithVariables } from './css-variables.ts';
import { FittedView } from './fitted-view.tsx';
import { ClockGlyph } from './glyphs.tsx';
import { legDuration } from './leg-duration.ts';
import { PlaceNode, type PlaceNodeType } from './place-node.tsx';
import { RegionNode, type RegionNodeType } from './region-node.tsx';
import { sceneOf, type Layout } from './scene.ts';
import { type ClockCue, type Line, type Region, type Scene } from './scene-parts.ts';
import { TravellerDot } from './traveller-dot.tsx';
import { useMoment } from './use-moment.ts';
import { useRovingFocus, type RovingFocus } from './use-roving-focus.ts';
import { WayEdge, type WayEdgeType } from './way-edge.tsx';

export interface DiagramProps {
  readonly world: World;
  /** Of the command that is shown. */
  readonly happenings: readonly Happening[];
  /** The happening that is shown; -1: nothing is under way. One more than before plays it. */
  readonly at: number;
  readonly layout: Layout;
  readonly selected: Place | undefined;
  readonly onSelect: (place: Place) => void;
  /** 1: legs take as long as `legDuration` says; 2: half as long. */
  readonly speed: number;
  /** `false`: nothing moves, each moment shows its last frame. */
  readonly motion: boolean;
  /** Whether the travelling request bears its action and its verdict in words. */
  readonly labels: boolean;
}

const nodeTypes: NodeTypes = { place: PlaceNode, region: RegionNode };
const edgeTypes: EdgeTypes = { way: WayEdge };

/** The world at one moment, and the request on its way. It fills its container; a narrow one grows as tall as needed. */
export function Diagram(props: DiagramProps) {
  const { world, happenings, at, layout, speed, motion, labels } = props;
  const scene = useMemo(
    () => sceneOf(world, happenings, at, layout),
    [world, happenings, at, layout],
  );
  const moment = useMoment(happenings, at);
  const plays = moment.plays && motion;
  const happening = happenings[at];
  const duration = plays && happening ? legDuration(happening) / speed : 0;
  const travels = (scene.traveller?.points.length ?? 0) > 1;
  const { width, height } = scene.bounds;
  const style: StyleWithVariables = {
    '--moment': `${duration}ms`,
    '--leg': `${travels ? duration : 0}ms`,
    '--ratio': `${width + 32} / ${height + 36}`,
  };
  return (
    <section
      className={`diagram ${plays ? 'diagram-plays' : ''}`}
      style={style}
      aria-label="Diagram"
    >
      <ReactFlowProvider>
        <Flow {...props} scene={scene}>
          {scene.traveller && (
            <TravellerDot
              key={moment.serial}
              traveller={scene.traveller}
              plays={plays}
              speed={speed}
              labels={labels}
            />
          )}
        </Flow>
      </ReactFlowProvider>
      {scene.clock && <Clock key={moment.serial} cue={scene.clock} />}
    </section>
  );
}

interface FlowProps extends DiagramProps {
  readonly scene: Scene;
  readonly children: ReactNode;
}

function Flow({ scene, selected, onSelect, layout, children }: FlowProps) {
  const [coarse] = useState(() => matchMedia('(pointer: coarse)').matches);
  const focus = useRovingFocus(
    scene.places.map((view) => view.place),
    selected,
  );
  const nodes = [
    ...scene.regions.map(regionNode),
    ...scene.places.map((view) => placeNode(view, focus, selected, onSelect)),
  ];
  return (
    <ReactFlow
      ref={calmWrapper}
      aria-label="Places: use the arrow keys to go from one to the next, Enter to select"
      nodes={nodes}
      edges={scene.lines.map(edge)}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onKeyDown={focus.onKeyDown}
      nodesFocusable={false}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      preventScrolling={false}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      zoomOnPinch={!coarse}
      panOnDrag={!coarse}
      minZoom={0.4}
      maxZoom={2}
    >
      <FittedView bounds={scene.bounds} layout={layout} />
      <ViewportPortal>{children}</ViewportPortal>
    </ReactFlow>
  );
}

/** React Flow calls itself an application, which silences a screen reader's own keys; this is a group of buttons. */
function calmWrapper(element: HTMLDivElement | null): void {
  element?.setAttribute('role', 'group');
}

function placeNode(
  view: Scene['places'][number],
  focus: RovingFocus,
  selected: Place | undefined,
  onSelect: (place: Place) => void,
): PlaceNodeType {
  const { place, box } = view;
  return {
    id: place,
    type: 'place',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    style: { pointerEvents: 'all' },
    // Edges are drawn only where React Flow knows handles; ours lie unseen in the middle.
    handles: (['source', 'target'] as const).map((type) => ({
      type,
      position: Position.Top,
      x: box.width / 2,
      y: box.height / 2,
    })),
    domAttributes: { 'aria-roledescription': undefined },
    data: {
      view,
      selected: place === selected,
      tabStop: place === focus.tabStop,
      onSelect,
      onFocus: focus.onFocus,
    },
  };
}

function regionNode(region: Region): RegionNodeType {
  const { x, y, width, height } = region.box;
  return {
    id: `region:${region.id}`,
    type: 'region',
    position: { x, y },
    width,
    height,
    zIndex: -1,
    domAttributes: { 'aria-roledescription': undefined },
    data: { region },
  };
}

const edge = (line: Line): WayEdgeType => ({
  id: line.id,
  type: 'way',
  source: line.from,
  target: line.to,
  ariaLabel: line.name,
  // Ways that nothing goes on say no more than the places do.
  ...(line.kind === 'calm' && { domAttributes: { 'aria-hidden': true } }),
  data: { line },
});

function Clock({ cue }: { cue: ClockCue }) {
  return (
    <p className="clock-cue">
      <ClockGlyph />
      <strong>{cue.passed}</strong> it is {cue.until}
    </p>
  );
}
