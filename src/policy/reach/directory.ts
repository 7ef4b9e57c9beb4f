import { type Principal } from '../decide/request.ts';
import { livesInAccount } from '../decide/standing.ts';
import { type PolicyDocument } from '../syntax/document.ts';
import { type Assumer } from './assumption.ts';
import { listed } from './listed.ts';
import { type PatternIndex, patternIndex } from './pattern-index.ts';
import { targetsOf } from './targets.ts';

/** A caller's place in the list. */
type Place = number;

/** The callers, by what a trust policy or a role's ARN can call them up by. */
export interface Directory {
  /** By ARNs and unique ids, a service's name, a provider. */
  readonly named: ReadonlyMap<string, readonly Place[]>;
  /** All of an account. */
  readonly living: ReadonlyMap<string, readonly Place[]>;
  /** Those of an account by the roles that their identity policies may allow them. */
  readonly allowed: ReadonlyMap<string, PatternIndex<Place>>;
  /** Those of all accounts. */
  readonly allowedAnywhere: PatternIndex<Place>;
  /** Services, federated tokens and whoever is anonymous: identity policies say nothing of them. */
  readonly homeless: readonly Place[];
}

export function directoryOf(callers: readonly Assumer[]): Directory {
  const named = new Map<string, Place[]>();
  const living = new Map<string, Place[]>();
  const allowed = new Map<string, PatternIndex<Place>>();
  const allowedAnywhere = patternIndex<Place>();
  const homeless: Place[] = [];
  const targetsOfAll = rememberingTargets();
  for (const [place, { principal, identity }] of callers.entries()) {
    for (const name of new Set(namesOf(principal))) listed(named, name).push(place);
    if (!livesInAccount(principal)) {
      homeless.push(place);
      continue;
    }
    const { account } = principal;
    listed(living, account).push(place);
    const index = allowed.get(account) ?? patternIndex<Place>();
    allowed.set(account, index);
    const targets = principal.type === 'root' ? ['*'] : targetsOfAll(identity);
    for (const target of targets) {
      index.add(target, place);
      allowedAnywhere.add(target, place);
    }
  }
  return { named, living, allowed, allowedAnywhere, homeless };
}

/** Many callers share one managed policy: it is read once. */
function rememberingTargets(): (identity: Assumer['identity']) => ReadonlySet<string> {
  const known = new Map<PolicyDocument, readonly string[]>();
  return (identity) =>
    new Set(
      identity.flatMap(({ document }) => {
        const targets = known.get(document) ?? targetsOf(document);
        known.set(document, targets);
        return targets;
      }),
    );
}

/** What a Principal element may call a caller, besides the account and everyone: see `matchPrincipal`. */
function namesOf(principal: Principal): readonly string[] {
  switch (principal.type) {
    case 'root':
    case 'anonymous':
      return [];
    case 'user':
      return [principal.arn, principal.uniqueId];
    case 'role-session':
      return [principal.arn, principal.roleArn, principal.uniqueId];
    case 'federated-user':
      return [principal.arn, principal.userArn, principal.userUniqueId];
    case 'service':
      return [principal.service];
    case 'federated':
      return [principal.provider];
  }
}
