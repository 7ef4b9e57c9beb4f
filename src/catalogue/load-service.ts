import { type AccessLevel } from './action-names.ts';

/** What AWS's tables say of one service. Condition keys have `${…}` where the policy's author names a tag. */
export interface ServiceDetails {
  readonly name: string;
  readonly actions: Readonly<Record<string, ActionDetails>>;
  readonly resources: Readonly<
    Record<string, { readonly arn: string; readonly keys?: readonly string[] }>
  >;
  /** Types by key, as AWS names them: `String`, `ArrayOfString`, `ARN`, `Bool`, … */
  readonly keys: Readonly<Record<string, string>>;
}

interface ActionDetails {
  readonly level: AccessLevel;
  /** Resource types; a `*` marks one that the call always needs. */
  readonly resources?: readonly string[];
  readonly keys?: readonly string[];
  /** Actions that the caller needs besides. */
  readonly needs?: readonly string[];
}

const files = import.meta.glob<ServiceDetails>('./data/services/*.json', { import: 'default' });

/**
 * Fetches one service's tables; `undefined`: AWS has no service with this prefix.
 * @public
 */
export async function loadService(prefix: string): Promise<ServiceDetails | undefined> {
  const file = `./data/services/${prefix.toLowerCase()}.json`;
  return Object.hasOwn(files, file) ? files[file]?.() : undefined;
}
