import { type PolicyDocument } from '../syntax/document.ts';
import { type CompiledStatement, compileStatement } from './statement.ts';
import {
  type AttachedPolicy,
  type Gate,
  type Policies,
  type ResourcePolicyType,
} from './request.ts';

/** Policies made ready to be asked many times. Opaque: only `decide` and `explain` look inside. */
export interface CompiledPolicies {
  readonly resourceType: ResourcePolicyType;
  readonly hasBoundary: boolean;
  readonly levels: Readonly<Record<Gate, Levels>>;
}

/** Policies of one gate, level by level: each level must allow. No level: there is no policy of this type, which allows nothing. */
export type Levels = readonly (readonly CompiledPolicy[])[];

export interface CompiledPolicy {
  /** As `AttachedPolicy`. */
  readonly ref: string;
  readonly name: string;
  readonly statements: readonly CompiledStatement[];
}

/**
 * Makes policies ready: patterns are cut, dates and ranges read, variables found. Total: any documents that
 * `readPolicy` gave can be compiled. A document is made ready once, however often it is attached.
 */
export function compile(policies: Policies): CompiledPolicies {
  const { identity, boundary, session, resource, scps, rcps } = policies;
  return {
    resourceType: resource.type,
    hasBoundary: boundary !== undefined,
    levels: {
      rcp: rcps.map(compileAll),
      scp: scps.map(compileAll),
      resource: resource.policy === undefined ? [] : [[compileOne(resource.policy)]],
      identity: [compileAll(identity)],
      boundary: boundary === undefined ? [] : [[compileOne(boundary)]],
      session: session === undefined || session.length === 0 ? [] : [compileAll(session)],
    },
  };
}

const compileAll = (policies: readonly AttachedPolicy[]): readonly CompiledPolicy[] =>
  policies.map(compileOne);

const compileOne = ({ ref, name, document }: AttachedPolicy): CompiledPolicy => ({
  ref,
  name,
  statements: statementsOf(document),
});

const compiled = new WeakMap<PolicyDocument, readonly CompiledStatement[]>();

function statementsOf(document: PolicyDocument): readonly CompiledStatement[] {
  const known = compiled.get(document);
  if (known !== undefined) return known;
  const statements = document.statements.map((one) => compileStatement(one, document.version));
  compiled.set(document, statements);
  return statements;
}
