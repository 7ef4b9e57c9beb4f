import { type Span } from '../syntax/document.ts';
import { didYouMean } from '../validate/did-you-mean.ts';
import { type Draft, type Edits } from './edits.ts';
import { type TextEdit } from './finding-said.ts';
import { pathTo, quoted, removeItem, replace } from './text-edit.ts';

const textAt = ({ root }: Draft, at: Span): string | undefined => {
  const node = root && pathTo(root, at).at(-1)?.node;
  return node?.kind === 'string' ? node.value : undefined;
};

/** Changes the text at a place; `undefined` leaves it. */
function change(
  draft: Draft,
  at: Span,
  by: (text: string) => string | undefined,
): TextEdit | undefined {
  const text = textAt(draft, at);
  const changed = text === undefined ? undefined : by(text);
  return changed === undefined || changed === text ? undefined : quoted(at, changed);
}

const goodAction = /^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/;

const ifGood = (action: string): string | undefined =>
  goodAction.test(action) ? action : undefined;

/** Several actions that were written into one text, as texts of their own. */
function separateActions(draft: Draft, at: Span, action: string): TextEdit | undefined {
  const single = ifGood(action.replace(/:+/g, ':'));
  if (single !== undefined) return quoted(at, single);
  const several = action.split(/[\s,;]+/).filter((part) => part !== '');
  if (several.length < 2 || !several.every((part) => goodAction.test(part))) return undefined;
  const list = several.map((part) => JSON.stringify(part)).join(', ');
  const inList = draft.root && pathTo(draft.root, at).at(-2)?.node.kind === 'array';
  return replace(at, inList === true ? list : `[${list}]`);
}

/** Puts another text into one of an ARN's first five parts. */
const withPart =
  (index: number, part: string) =>
  (arn: string): string | undefined => {
    const parts = arn.split(':');
    return parts.length < 6 ? undefined : parts.with(index, part).join(':');
  };

const iamKinds = ['user', 'role', 'group', 'policy', 'instance-profile', 'saml-provider'];

function knownKind(path: string): string | undefined {
  const slash = path.indexOf('/');
  const kind = slash < 0 ? undefined : didYouMean(path.slice(0, slash), iamKinds);
  return kind && `${kind}${path.slice(slash)}`;
}

export const patternEdits: Edits = {
  'trust-action': (_draft, at, { near }) => (near === '' ? undefined : quoted(at, near)),
  'unknown-action': (_draft, at, { near }) => (near === '' ? undefined : quoted(at, near)),
  'action-with-colons': (draft, at, { action }) => separateActions(draft, at, action),
  'action-vendor': (draft, at, { vendor }) =>
    change(draft, at, (action) =>
      ifGood(vendor.replace(/[^A-Za-z0-9-]/g, '') + action.slice(vendor.length)),
    ),
  'action-never-matches': (draft, at) => change(draft, at, (action) => ifGood(action.trim())),
  'resource-partition': (draft, at) => change(draft, at, withPart(1, 'aws')),
  'resource-region': (draft, at) => change(draft, at, withPart(3, '')),
  'resource-account': (draft, at) => change(draft, at, withPart(4, '')),
  'resource-arn-prefix': (draft, at) => change(draft, at, withPart(0, 'arn')),
  'resource-service-case': (draft, at, { service }) =>
    change(draft, at, withPart(2, service.toLowerCase())),
  'redundant-action': ({ root }, at) => root && removeItem(root, at),
  'redundant-resource': ({ root }, at) => root && removeItem(root, at),
  'redundant-statement': ({ root }, at) => root && removeItem(root, at),
  'resource-iam-path': (draft, at, { path }) =>
    change(draft, at, (arn) => {
      const known = knownKind(path);
      return known && arn.slice(0, arn.length - path.length) + known;
    }),
};
