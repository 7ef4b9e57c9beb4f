import { type Span } from '../syntax/document.ts';
import { type Edits } from './edits.ts';
import { memberAt, insert, quoted, removeMember, replace } from './text-edit.ts';

const takeOut = (_draft: unknown, at: Span) => replace(at, '');

/** Where the text before a place ends, white space left out. */
const endBefore = (policy: string, { start }: Span): number =>
  policy.slice(0, start).trimEnd().length;

export const jsonEdits: Edits = {
  'json-comment': takeOut,
  'json-trailing-comma': takeOut,
  'json-extra-comma': takeOut,
  'json-control-character': takeOut,
  'json-missing-comma': ({ policy }, at) => insert(endBefore(policy, at), ','),
  'json-missing-colon': ({ policy }, at) => insert(endBefore(policy, at), ':'),
  'json-bad-escape': (_draft, at, { detail }) => replace(at, `\\${detail}`),
  'json-unquoted': (_draft, at, { detail }) =>
    /^(?:true|false)$/i.test(detail) ? replace(at, detail.toLowerCase()) : quoted(at, detail),
  'json-wrong-quote': (_draft, at, { detail }) => {
    const inside = /^['‘’‚“”„`«»](.*)['‘’‚“”„`«»]$/su.exec(detail)?.[1];
    return inside === undefined ? undefined : quoted(at, inside);
  },
  'json-after-the-end': (_draft, at, { detail }) =>
    /^[\s,\]}]+$/.test(detail) ? replace(at, '') : undefined,
  /** The second of two that say the same. */
  'duplicate-key': ({ policy, root }, at, { detail }) => {
    const twice = root && memberAt(root, at);
    const first = twice?.of.members.find(({ name }) => name.value === detail);
    if (twice === undefined || first === undefined) return undefined;
    const valueOf = ({ value }: typeof first) => policy.slice(value.at.start, value.at.end);
    return valueOf(first) === valueOf(twice.is) ? removeMember(twice) : undefined;
  },
};
