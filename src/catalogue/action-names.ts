import { compileActionPattern, didYouMean } from '#policy';

/** How AWS sorts actions by what they do. */
export const accessLevels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** The file's form: by service, then by access level, the names in one text; `*` behind a name: see `onlyOnAll`. */
export type ActionTable = Readonly<Record<string, Readonly<Partial<Record<AccessLevel, string>>>>>;

export interface KnownAction {
  /** `s3:GetObject`, as AWS writes it. */
  readonly action: string;
  readonly level: AccessLevel;
  /**
   * The action can't be limited to a resource: a statement that names an ARN allows it nothing, and only
   * `"Resource": "*"` does.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html
   */
  readonly onlyOnAll: boolean;
}

/** Every action that AWS documents. */
export interface ActionCatalogue {
  /** Prefixes in alphabetical order. */
  readonly services: readonly string[];
  /** The actions that a policy's action stands for, `s3:Get*` or `*` too; empty: there is none. */
  readonly actionsOf: (pattern: string) => readonly KnownAction[];
  /** Whether a policy's action stands for any. */
  readonly actionExists: (pattern: string) => boolean;
  /** Whether all that a policy's action stands for is `onlyOnAll`; `undefined`: it stands for nothing. */
  readonly onlyOnAll: (pattern: string) => boolean | undefined;
  /** The action that was probably meant by a name that no action has; `undefined`: none is near, or it is a pattern. */
  readonly similarAction: (name: string) => string | undefined;
}

export function actionCatalogue(table: ActionTable): ActionCatalogue {
  const services = new Map(
    Object.entries(table).map(([service, levels]) => [service, readService(service, levels)]),
  );
  const fitting = (pattern: string): readonly KnownAction[] => {
    const among =
      pattern === '*' ? [...services.values()].flat() : services.get(serviceOf(pattern));
    const fits = compileActionPattern(pattern);
    return among?.filter(({ action }) => fits(action.toLowerCase())) ?? [];
  };
  return {
    services: [...services.keys()],
    actionsOf: fitting,
    actionExists: (pattern) => fitting(pattern).length > 0,
    onlyOnAll: (pattern) => {
      const actions = fitting(pattern);
      return actions.length > 0 ? actions.every(({ onlyOnAll }) => onlyOnAll) : undefined;
    },
    similarAction: (name) => similarTo(name, services),
  };
}

type Services = ReadonlyMap<string, readonly KnownAction[]>;

/** A slip in the service's prefix or in the name behind it; comparing thousands of names stays quick by their length. */
function similarTo(text: string, services: Services): string | undefined {
  const written = serviceOf(text);
  const name = text.slice(written.length + 1);
  const service = services.has(written) ? written : didYouMean(written, [...services.keys()]);
  if (service === undefined || /[*?]/.test(name)) return undefined;
  const names = (services.get(service) ?? [])
    .map(({ action }) => action.slice(service.length + 1))
    .filter((known) => Math.abs(known.length - name.length) <= 2);
  const meant = didYouMean(name, names);
  return meant === undefined ? undefined : `${service}:${meant}`;
}

/** A service's prefix never holds a wildcard. */
const serviceOf = (pattern: string): string =>
  pattern.slice(0, Math.max(0, pattern.indexOf(':'))).toLowerCase();

function readService(service: string, levels: ActionTable[string]): readonly KnownAction[] {
  return accessLevels.flatMap((level) =>
    (levels[level]?.split(' ') ?? []).map((name) => ({
      action: `${service}:${name.replace('*', '')}`,
      level,
      onlyOnAll: name.endsWith('*'),
    })),
  );
}
