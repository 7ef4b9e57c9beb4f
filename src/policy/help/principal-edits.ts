import { type Span } from '../syntax/document.ts';
import { quoted, removeItem, rename, replace } from './text-edit.ts';
import { type Draft, type Edits } from './edits.ts';

/** `{ "AWS": "*" }` and `["*"]`, which mean the same as the bare star. */
function isEveryone({ policy }: Draft, at: Span): boolean {
  return /^(?:\{\s*"AWS"\s*:\s*\[?\s*"\*"\s*\]?\s*\}|\[\s*"\*"\s*\])$/.test(
    policy.slice(at.start, at.end),
  );
}

/** The type of a principal that shows by its form. */
function typeOf(principal: string): string | undefined {
  if (
    /^(?:\d{12}|arn:aws:(?:iam|sts)::\d{12}:(?:root|user\/.+|role\/.+|assumed-role\/.+))$/.test(
      principal,
    )
  ) {
    return 'AWS';
  }
  return /^[a-z0-9.-]+\.amazonaws\.com$/.test(principal) ? 'Service' : undefined;
}

export const principalEdits: Edits = {
  'principal-bare-star': (_draft, at) => replace(at, '{ "AWS": "*" }'),
  'principal-not-an-object': (_draft, at, { value }) => {
    const type = typeOf(value);
    return type === undefined ? undefined : replace(at, `{ "${type}": ${JSON.stringify(value)} }`);
  },
  'rcp-principal': (draft, at) => (isEveryone(draft, at) ? quoted(at, '*') : undefined),
  'unknown-principal-type': ({ root }, at, { near }) => root && rename(root, at, near),
  'principal-space': (_draft, at, { principal }) => quoted(at, principal.trim()),
  'account-dashes': (_draft, at, { principal }) => quoted(at, principal.replaceAll('-', '')),
  'redundant-principal': ({ root }, at) => root && removeItem(root, at),
  'service-form': (_draft, at, { service }) => {
    const name = service.trim().toLowerCase();
    if (/^[a-z0-9-]+$/.test(name)) return quoted(at, `${name}.amazonaws.com`);
    return /^[a-z0-9.-]+\.amazonaws\.com$/.test(name) ? quoted(at, name) : undefined;
  },
};
