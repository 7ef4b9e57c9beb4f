import { type AccessRequest, type Principal } from '../decide/request.ts';
import { type ElementTrace } from '../explain/decision.ts';
import { namesOf } from '../match/principals.ts';
import { type PolicyVersion } from '../syntax/document.ts';
import { type OperatorName, parseOperator } from '../syntax/operators.ts';
import { type PolicyEdit } from './change.ts';
import { type Intent } from './intent.ts';
import { asLiteral, asPattern, type PrincipalName } from './naming-the-caller.ts';
import { requestEdits } from './request-edits.ts';
import { type Located } from './whereabouts.ts';

/** Intents that belong together. */
type Fix = readonly Intent[];

/** Of the fixes in a choice the first that works is wanted; the others would do the same. */
export type Choice = readonly Fix[];

type PrincipalTrace = Extract<ElementTrace, { readonly element: 'Principal' | 'NotPrincipal' }>;
type ConditionTrace = Extract<ElementTrace, { readonly element: 'Condition' }>;
type PatternTrace = Exclude<ElementTrace, PrincipalTrace | ConditionTrace>;

/** A statement, as its policy is written and as the request met it. */
export interface Met extends Located {
  readonly request: AccessRequest;
  readonly version: PolicyVersion;
  /** How the caller is to be named. */
  readonly name: PrincipalName | undefined;
}

const edit = ({ gate, policy }: Located, what: PolicyEdit): Intent => ({
  kind: 'edit',
  gate,
  policy: policy.ref,
  what,
});

const only = (fix: Fix): readonly Choice[] => (fix.length === 0 ? [] : [[fix]]);

/** What would make an element that does not match do so. */
export function matching(met: Met, element: ElementTrace): readonly Choice[] {
  switch (element.element) {
    case 'Principal':
      return only(addName(met, 'Principal'));
    case 'Action':
    case 'Resource':
      return only(addPattern(met, element));
    case 'NotPrincipal':
      return only(dropNames(met, element));
    case 'NotAction':
    case 'NotResource':
      return only(dropPatterns(met, element, 'literal'));
    case 'Condition':
      return [
        ...asking(met, element),
        ...only(turn(met, element, true)),
        ...only(dropCondition(met, element)),
      ];
  }
}

/** What would make an element that matches no longer do so. `wide`: patterns may go that cover other requests too. */
export function missing(
  met: Met,
  element: ElementTrace,
  wide: 'literal' | 'any',
): readonly Choice[] {
  switch (element.element) {
    case 'Principal':
      return only(dropNames(met, element));
    case 'Action':
    case 'Resource':
      return only(dropPatterns(met, element, wide));
    case 'NotPrincipal':
      return only(addName(met, 'NotPrincipal'));
    case 'NotAction':
    case 'NotResource':
      return only(addPattern(met, element));
    case 'Condition':
      return [...asking(met, element), ...only(turn(met, element, false))];
  }
}

/** By the request alone: one choice for each of the means. */
function asking({ request }: Met, element: ConditionTrace): readonly Choice[] {
  const edits = requestEdits(element, request);
  return [...new Set(edits.map(waysOf))].map((way) =>
    edits.filter((one) => waysOf(one) === way).map((what) => [{ kind: 'request', what }]),
  );
}

const waysOf = (what: ReturnType<typeof requestEdits>[number]): string =>
  what.kind === 'other-caller' ? what.kind : `${what.kind} ${what.means}`;

/**
 * SIMPLIFIED: to spare a caller, NotPrincipal gets the caller's name alone. AWS asks authors to list the account
 * and, for a session, the role too; the evaluator spares whoever one entry matches.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function addName(met: Met, element: 'Principal' | 'NotPrincipal'): Fix {
  const { name, place } = met;
  return name === undefined
    ? []
    : [edit(met, { kind: 'add-principal', statement: place, element, ...name })];
}

/** Only names of this caller: an account's or everybody's would let others go too. */
function dropNames(met: Met, { element, entries }: PrincipalTrace): Fix {
  const { statement, request, place } = met;
  const names = namesOf(request.principal);
  const matched = (statement.principal?.entries ?? []).filter((_, i) => entries[i]?.matched);
  if (!matched.every(({ value }) => names.includes(value))) return [];
  return matched.flatMap(({ type, value }) =>
    type === 'Anyone'
      ? []
      : [edit(met, { kind: 'drop-principal', statement: place, element, type, value })],
  );
}

/** Never `*`: it would say far more than this request needs. */
function addPattern(met: Met, { element }: PatternTrace): Fix {
  const { request, version, place } = met;
  const isAction = element === 'Action' || element === 'NotAction';
  const value = isAction ? request.action : asPattern(request.resource, version);
  if (value === undefined || value === '*') return [];
  const kind = isAction ? 'add-action' : 'add-resource';
  return [edit(met, { kind, statement: place, element, value })];
}

function dropPatterns(met: Met, { element, entries }: PatternTrace, wide: 'literal' | 'any'): Fix {
  const { statement, place } = met;
  const isAction = element === 'Action' || element === 'NotAction';
  const list = (isAction ? statement.action : statement.resource)?.patterns ?? [];
  const matched = list.filter((_, i) => entries[i]?.matched);
  if (wide === 'literal' && matched.some(({ value }) => /[*?]/.test(value))) return [];
  if (matched.length === list.length) return []; // nothing would be left
  const kind = isAction ? 'drop-action' : 'drop-resource';
  return matched.map(({ value }) => edit(met, { kind, statement: place, element, value }));
}

const positive: readonly OperatorName[] = [
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
  'IpAddress',
];
const negated: readonly OperatorName[] = [
  'StringNotEquals',
  'StringNotEqualsIgnoreCase',
  'StringNotLike',
  'ArnNotEquals',
  'ArnNotLike',
  'NotIpAddress',
];

/** Lists the request's own value under the condition, or takes it off the list, so that the answer turns. */
function turn(met: Met, element: ConditionTrace, wanted: boolean): Fix {
  const operator = parseOperator(element.operator)?.name;
  if (operator === undefined || element.actual === undefined) return [];
  if (positive.includes(operator)) {
    return wanted ? listActual(met, element, operator) : unlist(met, element);
  }
  if (!negated.includes(operator)) return [];
  return wanted ? unlist(met, element) : listActual(met, element, operator);
}

function listActual(met: Met, element: ConditionTrace, operator: OperatorName): Fix {
  const { version, place } = met;
  const listed = element.entries.map(({ expected }) => expected);
  const values = (element.actual ?? []).filter((value) => !listed.includes(value));
  const written = values.map((value) => valueFor(operator, value, version));
  return written.flatMap((value) =>
    value === undefined
      ? []
      : [
          edit(met, {
            ...conditionOf(element),
            kind: 'add-condition-value',
            statement: place,
            value,
          }),
        ],
  );
}

function valueFor(operator: OperatorName, value: string, version: PolicyVersion) {
  if (operator.endsWith('IpAddress')) return value;
  const wild = operator.startsWith('Arn') || operator.endsWith('Like');
  return wild ? asPattern(value, version) : asLiteral(value, version);
}

const conditionOf = ({ operator, key }: ConditionTrace) => ({ operator, key });

function unlist(met: Met, element: ConditionTrace): Fix {
  const { statement, place } = met;
  const condition = statement.conditions.find(
    ({ operator, key }) => operator.value === element.operator && key.value === element.key,
  );
  const values = condition?.values ?? [];
  const matched = values.filter((_, i) => element.entries[i]?.matched);
  if (matched.length === values.length) return [];
  return matched.map(({ value }) =>
    edit(met, { ...conditionOf(element), kind: 'drop-condition-value', statement: place, value }),
  );
}

const dropCondition = (met: Met, element: ConditionTrace): Fix => [
  edit(met, { ...conditionOf(element), kind: 'drop-condition', statement: met.place }),
];

/** The statement for everyone but this caller, where there is anybody else. */
export function exceptCaller(met: Met, arn: string | undefined): readonly Choice[] {
  if (arn === undefined || !concernsOthers(met)) return [];
  const key = 'aws:PrincipalArn';
  const what = {
    kind: 'except-caller',
    statement: met.place,
    operator: 'ArnNotEquals',
    key,
  } as const;
  return only([edit(met, { ...what, value: arn })]);
}

/** A user's or role's own policy concerns nobody else; a resource's or an organization's does. */
const concernsOthers = ({ gate, policy }: Located): boolean =>
  gate === 'resource' || gate === 'scp' || gate === 'rcp' || policy.shared === true;

/** The statement gone; with it the policy where nothing else stands in it and AWS lets one take it off. */
export function without(met: Met, principal: Principal): readonly Choice[] {
  const { gate, level, policy, place, alone } = met;
  if (!alone) return only([edit(met, { kind: 'drop-statement', statement: place })]);
  const may = {
    rcp: true,
    scp: true,
    resource: policy.kind === 'resource',
    identity: true,
    boundary: false, // the cap would be gone, and not only this deny
    session: principal.type === 'role-session',
  }[gate];
  return may ? only([{ kind: 'detach', gate, level, policy: policy.ref }]) : [];
}
