import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { type Place } from '#world';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import { type StyleWithVariables } from './css-variables.ts';
import { PlaceFace } from './place-face.tsx';
import { type ScenePlace } from './scene-parts.ts';
import './place-node.css';

export type PlaceNodeType = Node<
  {
    readonly view: ScenePlace;
    readonly selected: boolean;
    readonly tabStop: boolean;
    readonly onSelect: (place: Place) => void;
    readonly onFocus: (place: Place) => void;
  },
  'place'
>;

/** A place as a button. Its name says in words what the face shows in shapes. */
export function PlaceNode({ data }: NodeProps<PlaceNodeType>) {
  const { view, selected, tabStop } = data;
  const classes = ['place nopan', `place-${view.kind}`, view.active && 'place-active'];
  if (view.kind === 'person') classes.push(`place-${view.role}`);
  const style: StyleWithVariables = view.kind === 'person' ? { '--person': view.colour } : {};
  return (
    <>
      <button
        type="button"
        className={classes.filter(Boolean).join(' ')}
        data-place={view.place}
        aria-pressed={selected}
        tabIndex={tabStop ? 0 : -1}
        onClick={() => data.onSelect(view.place)}
        onFocus={() => data.onFocus(view.place)}
        style={style}
      >
        <VisuallyHidden>{view.name}</VisuallyHidden>
        <span className="place-face" aria-hidden="true">
          <PlaceFace view={view} />
        </span>
      </button>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
      <Handle type="target" position={Position.Top} isConnectable={false} />
    </>
  );
}
