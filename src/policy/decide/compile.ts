import { type Asked } from '../match/asked.ts';
import { type PolicyDocument } from '../syntax/document.ts';
import { type CompiledStatement, compileStatement, withoutAction } from './statement.ts';
import {
  type AttachedPolicy,
  type Gate,
  type Policies,
  type ResourcePolicyType,
  gates,
} from './request.ts';

/** Policies made ready to be asked many times. Opaque: only `decide` and `explain` look inside. */
export interface CompiledPolicies {
  readonly resourceType: ResourcePolicyType;
  readonly hasBoundary: boolean;
  readonly levels: Readonly<Record<Gate, Levels>>;
  /** The gates besides the resource's policy that may have something to say. */
  readonly otherGates: readonly { readonly gate: Gate; readonly levels: Levels }[];
}

/** Policies of one gate, level by level: each level must allow. No level: there is no policy of this type, which allows nothing. */
export type Levels = readonly (readonly CompiledPolicy[])[];

export interface CompiledPolicy {
  /** As `AttachedPolicy`. */
  readonly ref: string;
  readonly name: string;
  readonly document: CompiledDocument;
}

interface CompiledDocument {
  readonly statements: readonly CompiledStatement[];
  /** Those whose Action may match; what they still have to be asked is in them. */
  readonly about: (asked: Asked) => readonly CompiledStatement[];
}

/**
 * Makes policies ready: patterns are cut, dates and ranges read, variables found. Total: any documents that
 * `readPolicy` gave can be compiled. A document is made ready once, however often it is attached.
 */
export function compile(policies: Policies): CompiledPolicies {
  const { identity, boundary, session, resource, scps, rcps } = policies;
  const levels = {
    rcp: rcps.map(compileAll),
    scp: scps.map(compileAll),
    resource: resource.policy === undefined ? [] : [[compileOne(resource.policy)]],
    identity: [compileAll(identity)],
    boundary: boundary === undefined ? [] : [[compileOne(boundary)]],
    session: session === undefined || session.length === 0 ? [] : [compileAll(session)],
  };
  return {
    resourceType: resource.type,
    hasBoundary: boundary !== undefined,
    levels,
    otherGates: otherGatesOf(levels),
  };
}

/** For one kind of caller, not to have a session policy says something too. */
function otherGatesOf(levels: CompiledPolicies['levels']): CompiledPolicies['otherGates'] {
  const found: CompiledPolicies['otherGates'][number][] = [];
  for (const gate of gates) {
    const mayBeAsked = gate === 'session' || (gate !== 'resource' && levels[gate].length > 0);
    if (mayBeAsked) found.push({ gate, levels: levels[gate] });
  }
  return found;
}

const compiledLevels = new WeakMap<readonly AttachedPolicy[], readonly CompiledPolicy[]>();

/** A caller's own policies are asked with the policy of one resource after another. */
function compileAll(policies: readonly AttachedPolicy[]): readonly CompiledPolicy[] {
  const known = compiledLevels.get(policies);
  if (known !== undefined) return known;
  const made = policies.map(compileOne);
  compiledLevels.set(policies, made);
  return made;
}

const compileOne = ({ ref, name, document }: AttachedPolicy): CompiledPolicy => ({
  ref,
  name,
  document: compileDocument(document),
});

const compiled = new WeakMap<PolicyDocument, CompiledDocument>();

function compileDocument(document: PolicyDocument): CompiledDocument {
  const known = compiled.get(document);
  if (known !== undefined) return known;
  const statements = document.statements.map((one) => compileStatement(one, document.version));
  const made = { statements, about: indexByAction(statements) };
  compiled.set(document, made);
  return made;
}

/** With so few statements, asking each is faster than looking up which to ask. */
const few = 3;
/** Nobody asks about more actions than AWS has; a stranger set of names starts the index anew. */
const mostActions = 4_096;

/** Remembers for each action that was asked about which statements speak of it. */
function indexByAction(statements: readonly CompiledStatement[]): CompiledDocument['about'] {
  if (statements.length <= few) return () => statements;
  const others = statements.map(withoutAction);
  const index = new Map<string, readonly CompiledStatement[]>();
  return (asked) => {
    const known = index.get(asked.actionInLowerCase);
    if (known !== undefined) return known;
    const found = others.filter(({ action }) => action.matches(asked));
    if (index.size >= mostActions) index.clear();
    index.set(asked.actionInLowerCase, found);
    return found;
  };
}
