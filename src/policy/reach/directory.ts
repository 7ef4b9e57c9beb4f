import { livesInAccount } from '../decide/standing.ts';
import { namesOf } from '../match/principals.ts';
import { type PolicyDocument } from '../syntax/document.ts';
import { type Assumer } from './assumption.ts';
import { listed } from './listed.ts';
import { type PatternIndex, patternIndex } from './pattern-index.ts';
import { targetsOf } from './targets.ts';

/** A caller's place in the list. */
type Place = number;

/** The callers, by what a trust policy or a role's ARN can call them up by. One can be in a list twice. */
export interface Directory {
  /** By ARNs and unique ids, a service's name, a provider. */
  readonly named: ReadonlyMap<string, readonly Place[]>;
  /** All of an account. */
  readonly living: ReadonlyMap<string, readonly Place[]>;
  /** Those of an account by the roles that their identity policies may allow them. */
  readonly allowedIn: ReadonlyMap<string, PatternIndex<Place>>;
  /** Those of all accounts. */
  readonly allowedAnywhere: () => PatternIndex<Place>;
  /** Services, federated tokens and whoever is anonymous: identity policies say nothing of them. */
  readonly homeless: readonly Place[];
}

export function directoryOf(callers: readonly Assumer[]): Directory {
  const named = new Map<string, Place[]>();
  const living = new Map<string, Place[]>();
  const homeless: Place[] = [];
  const targetsOfAll = rememberingTargets();
  const targets = callers.map(({ principal, identity }, place) => {
    for (const name of namesOf(principal)) listed(named, name).push(place);
    (livesInAccount(principal) ? listed(living, principal.account) : homeless).push(place);
    return principal.type === 'root' ? ['*'] : targetsOfAll(identity);
  });
  const allowed = (places: Iterable<Place>): PatternIndex<Place> => {
    const index = patternIndex<Place>();
    for (const place of places) for (const target of targets[place] ?? []) index.add(target, place);
    return index;
  };
  const allowedIn = new Map([...living].map(([account, places]) => [account, allowed(places)]));
  // Few estates have a role that trusts everyone.
  const allowedAnywhere = once(() => allowed([...living.values()].flat()));
  return { named, living, allowedIn, allowedAnywhere, homeless };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Many callers share one managed policy: it is read once. */
function rememberingTargets(): (identity: Assumer['identity']) => readonly string[] {
  const known = new Map<PolicyDocument, readonly string[]>();
  const targets = (document: PolicyDocument): readonly string[] => {
    const found = known.get(document) ?? targetsOf(document);
    known.set(document, found);
    return found;
  };
  return (identity) => identity.flatMap(({ document }) => targets(document));
}
