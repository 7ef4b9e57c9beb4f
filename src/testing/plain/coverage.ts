import { type AccessRequest, type PolicyKind } from '#policy';
import { conditionHolds } from './condition.ts';
import { type PlainPolicies } from './evaluate.ts';
import { operatorForms } from './generate/conditions.ts';
import { type Scene } from './generate/scene.ts';
import { addressingOf } from './generate/statements.ts';
import { isObject, listOf, own, textsOf, type JsonObject } from './json.ts';
import { namedBy, strengthOf, strengths } from './principal.ts';
import { appliedStatements, type PlainPolicy } from './statement.ts';

/**
 * What a scene reaches, as short texts. An operator counts where it alone can settle whether its statement applies:
 * everything else about the statement matches.
 */
export function marksOf({ request, policies }: Scene): readonly string[] {
  const hasBoundary = policies.boundary !== undefined;
  const of = (kind: PolicyKind, attached: readonly (PlainPolicy | undefined)[]) =>
    attached
      .filter((policy) => policy !== undefined)
      .flatMap((policy) => marksOfPolicy(policy, kind, request, hasBoundary));
  const { type, policy } = policies.resource;
  return [
    ...of('identity', policies.identity),
    ...of('boundary', [policies.boundary]),
    ...of('session', policies.session ?? []),
    ...of(type === 'trust' ? 'trust' : 'resource', [policy]),
    ...of('scp', policies.scps.flat()),
    ...of('rcp', policies.rcps.flat()),
    setting(request, policies),
  ];
}

/** Who asks for what kind of resource, and whose. */
function setting(
  { principal, resourceAccount }: AccessRequest,
  { resource }: PlainPolicies,
): string {
  if (!('account' in principal)) return `${principal.type}, ${resource.type}`;
  const where = principal.account === resourceAccount ? 'same account' : 'cross account';
  return `${principal.type}, ${resource.type}, ${where}`;
}

function marksOfPolicy(
  policy: PlainPolicy,
  kind: PolicyKind,
  request: AccessRequest,
  hasBoundary: boolean,
): readonly string[] {
  const json = isObject(policy.json) ? policy.json : {};
  const version = own(json, 'Version');
  const applies = (statement: JsonObject): boolean => {
    const alone = { name: policy.name, json: { ...json, Statement: [statement] } };
    return appliedStatements(alone, request, addressingOf(kind), hasBoundary).length > 0;
  };
  return listOf(own(json, 'Statement'))
    .filter(isObject)
    .flatMap((statement) => [
      ...marksOfElements(statement, kind, version, applies(statement)),
      ...(applies(without(statement, 'Condition'))
        ? marksOfCondition(statement, version, request)
        : []),
      ...marksOfPrincipals(statement, request, hasBoundary),
    ]);
}

const without = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));

function marksOfElements(
  statement: JsonObject,
  kind: PolicyKind,
  version: unknown,
  applies: boolean,
): readonly string[] {
  const outcome = applies ? 'applies' : 'does not apply';
  const elements = ['NotAction', 'NotResource', 'NotPrincipal'].filter((name) => name in statement);
  return [
    `${kind} ${String(own(statement, 'Effect'))} ${outcome}`,
    `Version ${String(version)} ${outcome}`,
    ...elements.map((element) => `${element} ${outcome}`),
  ];
}

function marksOfCondition(
  statement: JsonObject,
  version: unknown,
  { context }: AccessRequest,
): readonly string[] {
  const condition = own(statement, 'Condition');
  const variables = { context: version === '2012-10-17' ? context : undefined };
  return Object.entries(isObject(condition) ? condition : {}).map(([operator, keys]) =>
    conditionHolds({ [operator]: keys }, context, variables)
      ? `${operator} holds`
      : `${operator} does not hold`,
  );
}

const forms: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['*', /^\*$/],
  ['account id', /^\d{12}$/],
  ['account id with dashes', /^\d+-[\d-]+$/],
  ['root ARN', /:root$/],
  ['user ARN', /:user\//],
  ['role ARN', /:role\//],
  ['session ARN', /:assumed-role\//],
  ['federated user ARN', /:federated-user\//],
  ['user id', /^AIDA/],
  ['role id', /^AROA/],
];
const formOf = (type: string, value: string): string =>
  type === 'AWS' ? (forms.find(([, pattern]) => pattern.test(value))?.[0] ?? 'AWS') : type;

function marksOfPrincipals(
  statement: JsonObject,
  { principal }: AccessRequest,
  hasBoundary: boolean,
): readonly string[] {
  const element = own(statement, 'Principal') ?? own(statement, 'NotPrincipal');
  if (element === '*') return ['bare * names the caller'];
  const entries = isObject(element) ? Object.entries(element) : [];
  const strength =
    'Principal' in statement ? namedBy(statement, principal, hasBoundary) : undefined;
  return [
    ...entries.flatMap(([type, values]) =>
      textsOf(values).map((value) => {
        const names = strengthOf({ [type]: value }, principal) !== undefined;
        return `${formOf(type, value)} ${names ? 'names' : 'does not name'} the caller`;
      }),
    ),
    ...(strength === undefined ? [] : [`${strength} match`]),
  ];
}

/** Set operators make of `Null` what is always true, or always false; nobody here has a canonical user id. */
const impossible: readonly string[] = [
  'ForAllValues:Null does not hold',
  'ForAnyValue:Null holds',
  'CanonicalUser names the caller',
  '* does not name the caller',
];

const cross = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce(
    (lines, part) => lines.flatMap((line) => part.map((word) => `${line}${word}`)),
    [''],
  );

const outcomes = [' applies', ' does not apply'];
const holders = ['user', 'role-session', 'federated-user', 'root'];
const resourceTypes = [', ordinary', ', trust', ', kms'];

/** Everything that a run over many scenes must have reached. */
export const everyMark: readonly string[] = [
  ...cross(operatorForms, [' holds', ' does not hold']),
  ...cross(
    [...forms.map(([form]) => form), 'Service', 'Federated', 'CanonicalUser'],
    [' names', ' does not name'],
    [' the caller'],
  ),
  'bare * names the caller',
  ...cross(strengths, [' match']),
  ...cross(
    ['identity', 'boundary', 'session', 'trust', 'resource', 'scp'],
    [' Allow', ' Deny'],
    outcomes,
  ),
  ...cross(['rcp Deny'], outcomes),
  ...cross(['Version 2012-10-17', 'Version 2008-10-17', 'Version undefined'], outcomes),
  ...cross(['NotAction', 'NotResource', 'NotPrincipal'], outcomes),
  ...cross(holders, resourceTypes, [', same account', ', cross account']),
  ...cross(['service', 'federated', 'anonymous'], resourceTypes),
].filter((mark) => !impossible.includes(mark));
