import {
  type PolicyKind,
  type PrincipalElement,
  type Span,
  type Statement,
} from '../syntax/document.ts';
import { type JsonObject } from '../syntax/json-tree.ts';
import { readActions } from './action-reader.ts';
import { malformed } from './aws-words.ts';
import { finding } from './finding.ts';
import { readConditions } from './condition-reader.ts';
import { checkFederation } from './federation.ts';
import { readMembers, type Reading } from './json-objects.ts';
import { kindRules, type KindRules } from './kind-rules.ts';
import { type Members } from './pattern-pair.ts';
import { readPrincipal } from './principal-reader.ts';
import { type ReadOptions } from './read-options.ts';
import { readResources, refuseResources } from './resource-reader.ts';
import { readEffect, readSid } from './sid-and-effect.ts';

/** What a statement needs to know of the document around it. */
export interface Surroundings {
  readonly kind: PolicyKind;
  readonly options: ReadOptions;
  readonly sids: Set<string>;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

type EffectElement = Statement['effect'];

/** Reads the elements in the order in which the trust parser checks them. `undefined`: AWS refuses it, and said so. */
export function readStatement(
  reading: Reading,
  node: JsonObject,
  index: number,
  { kind, options, sids }: Surroundings,
): Statement | undefined {
  const rules = awsOwn(kindRules[kind], options);
  const members = readMembers(reading, node, elements, 'statement');
  const effect = readEffect(reading, node, members.get('Effect'));
  if (rules.denyOnly) checkDenies(reading, effect);
  const principal = readWho(reading, node, members, rules, effect, options);
  const conditions = readConditions(reading, members.get('Condition'));
  if (kind === 'trust' && effect?.value !== 'Deny') {
    checkFederation(reading, principal?.entries ?? [], conditions);
  }
  const action = readActions(reading, node, members, rules.action);
  if (!rules.resource) refuseResources(reading, members);
  const resource = rules.resource ? readResources(reading, node, members) : undefined;
  const sid = readSid(reading, members.get('Sid'), sids, rules.sid);
  if (effect === undefined || action === undefined) return undefined;
  return { at: node.at, index, sid, effect, principal, action, resource, conditions };
}

const awsOwn = (rules: KindRules, { awsOwn }: ReadOptions): KindRules =>
  awsOwn === true && rules.denyOnly ? { ...rules, denyOnly: false, action: 'any' } : rules;

function checkDenies({ report, words }: Reading, effect: EffectElement | undefined): void {
  if (effect?.value === 'Allow')
    report.add(finding('rcp-only-denies', effect.at, {}), words.wrongType(effect.at));
}

function readWho(
  reading: Reading,
  node: JsonObject,
  members: Members,
  rules: KindRules,
  effect: EffectElement | undefined,
  options: ReadOptions,
): PrincipalElement | undefined {
  const principal = members.get('Principal');
  const notPrincipal = members.get('NotPrincipal');
  if (rules.principal === 'none') {
    refusePrincipals(reading, members);
    return undefined;
  }
  if (principal !== undefined && notPrincipal !== undefined) {
    const { at } = notPrincipal.name;
    reading.report.add(
      finding('both-of-a-pair', at, { name: 'Principal', other: 'NotPrincipal' }),
      reading.words.bothOfPair(at),
    );
    return undefined;
  }
  if (notPrincipal !== undefined && !mayNegate(rules, effect)) {
    refuseNotPrincipal(reading, notPrincipal.name.at, rules, effect);
    return undefined;
  }
  return readPrincipal(reading, node, principal ?? notPrincipal, rules.principal, options);
}

/** Row M8, seen live. */
function refusePrincipals({ report }: Reading, members: Members): void {
  const refusal = malformed('principal', 'Policy document should not specify a principal.');
  for (const element of ['Principal', 'NotPrincipal']) {
    const name = members.get(element)?.name;
    if (name !== undefined)
      report.add(finding('principal-forbidden', name.at, { element }), refusal);
  }
}

const mayNegate = (rules: KindRules, effect: EffectElement | undefined): boolean =>
  rules.notPrincipal === 'deny' && effect?.value !== 'Allow';

/**
 * Row T10.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function refuseNotPrincipal(
  { report }: Reading,
  at: Span,
  rules: KindRules,
  effect: EffectElement | undefined,
): void {
  const message =
    effect?.value === 'Allow'
      ? 'Allow with NotPrincipal is not allowed.'
      : 'AssumeRole policy must not contain NotPrincipal field.';
  const code = rules.notPrincipal === 'deny' ? 'not-principal-allow' : 'not-principal-forbidden';
  report.add(finding(code, at, {}), malformed('statements', message));
}
