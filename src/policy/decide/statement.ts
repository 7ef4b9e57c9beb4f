import { compileAction } from '../match/actions.ts';
import { type Asked } from '../match/asked.ts';
import { compileCondition } from '../match/conditions.ts';
import { type ElementTest } from '../match/element.ts';
import { type PrincipalTest, compilePrincipal } from '../match/principals.ts';
import { compileResource } from '../match/resources.ts';
import { type Effect, type PolicyVersion, type Statement } from '../syntax/document.ts';

/** A statement made ready: it applies when all its elements match. */
export interface CompiledStatement {
  readonly source: Statement;
  readonly effect: Effect;
  readonly principal: PrincipalTest | undefined;
  readonly action: ElementTest;
  /** All but the principal, in the order in which people read a statement. */
  readonly elements: readonly ElementTest[];
}

export function compileStatement(source: Statement, version: PolicyVersion): CompiledStatement {
  const { effect, principal, resource, conditions } = source;
  const action = compileAction(source.action);
  return {
    source,
    effect: effect.value,
    principal: principal && compilePrincipal(principal, effect.value),
    action,
    elements: [
      action,
      // A resource's policy may leave the resource out: then it means the one that it is attached to.
      ...(resource === undefined ? [] : [compileResource(resource, version)]),
      ...conditions.map((condition) => compileCondition(condition, version)),
    ],
  };
}

/** The statement for those who know that its Action matches. */
export const withoutAction = (statement: CompiledStatement): CompiledStatement => ({
  ...statement,
  elements: statement.elements.slice(1),
});

/** Actions are asked before principals: the order changes no answer, and actions rule out the most. */
export function applies({ principal, elements }: CompiledStatement, asked: Asked): boolean {
  for (const element of elements) if (!element.matches(asked)) return false;
  return principal === undefined || principal.matches(asked);
}
