import { type AccessRequest } from '#policy';
import { resourceMatches } from './arn.ts';
import { conditionHolds } from './condition.ts';
import { isObject, listOf, own, textsOf, type JsonObject } from './json.ts';
import { matchesPieces, piecesOf, type Variables } from './pattern.ts';
import { namedBy, type Strength } from './principal.ts';

/** A policy as `JSON.parse` gave it. */
export interface PlainPolicy {
  readonly name: string;
  readonly json: unknown;
}

/** Whether the policy's kind says in each statement whom it is for. */
export type Addressing = 'has-principals' | 'has-none';

/** A statement that applies to the request. */
export interface Applied {
  readonly effect: 'Allow' | 'Deny';
  readonly strength: Strength;
}

/** The statements of a policy that apply: principal, action, resource and condition all match. */
export function appliedStatements(
  { json }: PlainPolicy,
  request: AccessRequest,
  addressing: Addressing,
  hasBoundary: boolean,
): readonly Applied[] {
  if (!isObject(json)) return [];
  const hasVariables = own(json, 'Version') === '2012-10-17';
  const variables = { context: hasVariables ? request.context : undefined };
  return listOf(own(json, 'Statement'))
    .filter(isObject)
    .flatMap((statement) => {
      const strength =
        addressing === 'has-none' ? 'direct' : namedBy(statement, request.principal, hasBoundary);
      if (strength === undefined || !matches(statement, request, variables)) return [];
      return [{ effect: own(statement, 'Effect') === 'Allow' ? 'Allow' : 'Deny', strength }];
    });
}

function matches(statement: JsonObject, request: AccessRequest, variables: Variables): boolean {
  const condition = own(statement, 'Condition');
  return (
    actionMatches(statement, request.action) &&
    resourceIsMeant(statement, request.resource, variables) &&
    (!isObject(condition) || conditionHolds(condition, request.context, variables))
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionMatches(statement: JsonObject, action: string): boolean {
  const one = (pattern: string): boolean => {
    const pieces = piecesOf(pattern.toLowerCase(), { context: undefined });
    return pieces !== undefined && matchesPieces(pieces, action.toLowerCase());
  };
  const others = own(statement, 'NotAction');
  return others === undefined
    ? textsOf(own(statement, 'Action')).some(one)
    : !textsOf(others).some(one);
}

/** A statement without a resource is meant for what its policy is attached to. */
function resourceIsMeant(statement: JsonObject, resource: string, variables: Variables): boolean {
  const one = (pattern: string): boolean => resourceMatches(pattern, resource, variables);
  const these = own(statement, 'Resource');
  const others = own(statement, 'NotResource');
  if (others !== undefined) return !textsOf(others).some(one);
  return these === undefined || textsOf(these).some(one);
}
