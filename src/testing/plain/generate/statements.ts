import { type AccessRequest, type Effect, type PolicyKind, type Principal } from '#policy';
import {
  appliedStatements,
  type Addressing,
  type Applied,
  type PlainPolicy,
} from '../statement.ts';
import { conditionHolds } from '../condition.ts';
import { accounts, drawCaller, namesOf, providersOf, services } from './callers.ts';
import { drawCondition } from './conditions.ts';
import { drawGarbagePattern } from './garbage.ts';
import { drawActionPattern, drawResourcePattern, federatedActions, speakable } from './patterns.ts';
import { oneOrList, several, type Random } from './random.ts';

export type StatementJson = Readonly<Record<string, unknown>>;
export type Version = '2012-10-17' | '2008-10-17' | undefined;

/** What a statement is drawn for. */
export interface Draft {
  readonly random: Random;
  readonly kind: PolicyKind;
  readonly version: Version;
  readonly request: AccessRequest;
  readonly hasBoundary: boolean;
  /** Texts without sense among the patterns and values. */
  readonly wild: boolean;
  /** Whether it is meant to apply: then its parts are drawn so that they mostly match. */
  readonly meantToApply: boolean;
}

export const addressingOf = (kind: PolicyKind): Addressing =>
  kind === 'trust' || kind === 'resource' || kind === 'rcp' ? 'has-principals' : 'has-none';

function drawStatement(draft: Draft, effect: Effect): StatementJson {
  const condition = draft.random.chance(0.45) ? drawConditionFor(draft) : undefined;
  const sid = draft.random.chance(0.1) ? { Sid: '' } : {};
  const who = drawWho(draft, effect);
  return {
    ...sid,
    Effect: effect,
    ...who,
    ...drawActions(draft),
    ...drawResources(draft),
    ...conditionFor(draft, who, condition),
  };
}

/** Providers that serve many customers: AWS saves trust in them only if it is narrowed by one of these claims. */
const sharedProviders = [
  ['cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com:aud'],
  ['token.actions.githubusercontent.com', 'token.actions.githubusercontent.com:sub'],
] as const;

function conditionFor(
  { random, kind, request }: Draft,
  who: StatementJson,
  condition: StatementJson | undefined,
): StatementJson {
  const text = kind === 'trust' && random.chance(0.95) ? JSON.stringify(who) : '';
  const claims = sharedProviders
    .filter(([provider]) => text.includes(provider))
    .map(([, claim]) => [claim, claimValue(random, request, claim)] as const);
  if (claims.length === 0) return condition === undefined ? {} : { Condition: condition };
  const operator = random.pick(['StringEquals', 'StringLike', 'StringEqualsIgnoreCase']);
  return { Condition: { ...condition, [operator]: Object.fromEntries(claims) } };
}

function claimValue(random: Random, { context }: AccessRequest, claim: string): string {
  const carried = context[claim];
  const isWord = typeof carried === 'string' && /^\w+$/.test(carried);
  return isWord && random.chance(0.7) ? carried : 'alice';
}

function drawConditionFor({ random, request, version, wild, meantToApply }: Draft) {
  const { context } = request;
  const variables = { context: version === '2012-10-17' ? context : undefined };
  for (let tries = 0; tries < 6; tries++) {
    const condition = drawCondition(random, context, wild);
    if (!meantToApply || conditionHolds(condition, context, variables)) return condition;
  }
  return undefined;
}

/** Draws until one applies, or does not, as is wanted: soon, as parts are drawn that often match. */
export function drawStatementThat(
  draft: Draft,
  effect: Effect,
  isWanted: (applied: Applied | undefined) => boolean,
): StatementJson {
  let statement = drawStatement(draft, effect);
  for (let tries = 0; tries < 40 && !isWanted(applying(draft, statement)); tries++) {
    statement = drawStatement(draft, effect);
  }
  return statement;
}

function applying(draft: Draft, statement: StatementJson): Applied | undefined {
  const policy = asPolicy('one', draft.version, [statement]);
  const addressing = addressingOf(draft.kind);
  return appliedStatements(policy, draft.request, addressing, draft.hasBoundary)[0];
}

export const asPolicy = (name: string, version: Version, statements: unknown): PlainPolicy => ({
  name,
  json: { ...(version === undefined ? {} : { Version: version }), Statement: statements },
});

function drawWho({ random, kind, request }: Draft, effect: Effect): StatementJson {
  if (addressingOf(kind) === 'has-none') return {};
  if (kind === 'rcp' || (kind === 'resource' && random.chance(0.15))) return { Principal: '*' };
  const element =
    kind === 'resource' && effect === 'Deny' && random.chance(0.4) ? 'NotPrincipal' : 'Principal';
  const types = several(random, 1, random.chance(0.8) ? 1 : 2, () =>
    drawPrincipalType(random, kind, request.principal),
  );
  const entries = [...new Set(types)].map(
    (type) =>
      [
        type,
        oneOrList(
          random,
          several(random, 1, 2, () => drawName(random, type, request)),
        ),
      ] as const,
  );
  return { [element]: Object.fromEntries(entries) };
}

type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

function drawPrincipalType(random: Random, kind: PolicyKind, caller: Principal): PrincipalType {
  if (kind === 'resource' && random.chance(0.03)) return 'CanonicalUser';
  if (random.chance(0.08)) return random.pick(['Service', 'Federated', 'AWS']);
  if (caller.type === 'service') return 'Service';
  return caller.type === 'federated' ? 'Federated' : 'AWS';
}

const canonicalId = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

function drawName(
  random: Random,
  type: PrincipalType,
  { principal, resourceAccount }: AccessRequest,
): string {
  const own = principal.type !== 'anonymous' && random.chance(0.75) ? namesOf(principal) : [];
  switch (type) {
    case 'AWS': {
      if (random.chance(0.1)) return '*';
      const named = own.length > 0 && !['service', 'federated'].includes(principal.type);
      return random.pick(named ? own : drawStrangers(random));
    }
    case 'Service':
      return random.pick(principal.type === 'service' && own.length > 0 ? own : services);
    case 'Federated':
      return random.pick(
        principal.type === 'federated' && own.length > 0 ? own : providersOf(resourceAccount),
      );
    case 'CanonicalUser':
      return canonicalId;
  }
}

const drawStrangers = (random: Random): readonly string[] =>
  namesOf(
    drawCaller(
      random,
      random.pick(['user', 'role-session', 'federated-user', 'root']),
      random.pick(accounts),
    ),
  );

const trustActions = [
  'sts:AssumeRole',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
  ...federatedActions,
] as const;

function drawActions({ random, kind, request, wild, meantToApply }: Draft): StatementJson {
  if (kind === 'trust') {
    const asked = trustActions.filter((action) => action === request.action);
    const actions = several(random, 1, 3, () =>
      random.pick(asked.length > 0 && random.chance(0.6) ? asked : trustActions),
    );
    return random.chance(0.06)
      ? { NotAction: oneOrList(random, actions) }
      : { Action: oneOrList(random, actions) };
  }
  const drawn = several(random, 1, 2, () =>
    wild && random.chance(0.4)
      ? `s3:${drawGarbagePattern(random).replaceAll(':', '?')}`
      : speakable(drawActionPattern(random, request.action)),
  );
  const patterns = meantToApply && random.chance(0.5) ? [...drawn, request.action] : drawn;
  if (kind === 'rcp')
    return {
      Action: oneOrList(
        random,
        patterns.map((pattern) => (pattern === '*' ? 's3:*' : pattern)),
      ),
    };
  return {
    [random.chance(meantToApply ? 0.06 : 0.15) ? 'NotAction' : 'Action']: oneOrList(
      random,
      patterns,
    ),
  };
}

function drawResources({ random, kind, request, wild, meantToApply }: Draft): StatementJson {
  if (kind === 'trust') return {};
  const drawn = several(random, 1, 2, () =>
    wild && random.chance(0.5)
      ? `arn:aws:s3:::${drawGarbagePattern(random)}`
      : speakable(drawResourcePattern(random, request.resource, request.context)),
  );
  const patterns =
    meantToApply && random.chance(0.4) ? [...drawn, speakable(request.resource)] : drawn;
  return {
    [random.chance(meantToApply ? 0.06 : 0.15) ? 'NotResource' : 'Resource']: oneOrList(
      random,
      patterns,
    ),
  };
}
