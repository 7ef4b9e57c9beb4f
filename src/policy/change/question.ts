import {
  type AccessRequest,
  type Gate,
  type Principal,
  type RequestContext,
  type ResourcePolicyType,
} from '../decide/request.ts';
import { type PolicyKind } from '../syntax/document.ts';
import { type ReadOptions } from '../validate/read-options.ts';

/** A policy with its text as its owner wrote it, so that a change can be shown as a change of that text. */
export interface EditablePolicy {
  /** The world's own name for it, as in `AttachedPolicy`. A policy that is attached twice has one `ref` and one text. */
  readonly ref: string;
  readonly name: string;
  readonly kind: PolicyKind;
  readonly text: string;
  /** `false`: AWS wrote it, or nobody may change it; it can be detached where AWS lets one. */
  readonly editable: boolean;
  /** Others are attached to it too, as to a group's policy or a managed one; left out: nobody else is. */
  readonly shared?: boolean;
  /** What AWS would ask when the text were saved again. */
  readonly options?: ReadOptions;
}

/** `Policies` with texts in the place of documents. */
export interface EditablePolicies {
  readonly identity: readonly EditablePolicy[];
  readonly boundary: EditablePolicy | undefined;
  readonly session: readonly EditablePolicy[] | undefined;
  readonly resource: {
    readonly type: ResourcePolicyType;
    readonly policy: EditablePolicy | undefined;
  };
  readonly scps: readonly (readonly EditablePolicy[])[];
  readonly rcps: readonly (readonly EditablePolicy[])[];
}

/** Somebody else who could make the same request, with what AWS would ask about that caller. */
export interface OtherCaller {
  readonly principal: Principal;
  readonly context: RequestContext;
  readonly policies: Pick<EditablePolicies, 'identity' | 'boundary' | 'session' | 'scps'>;
}

/** A decision that somebody would like to be another. */
export interface ChangeQuestion {
  readonly request: AccessRequest;
  readonly policies: EditablePolicies;
  /** Callers to propose instead of this one; none if left out. */
  readonly others?: readonly OtherCaller[];
}

/** Where a policy hangs. Only organizations' policies have levels, from 0 at the root. */
export interface Place {
  readonly gate: Gate;
  readonly level: number | undefined;
}

export interface PlacedPolicy extends Place {
  readonly policy: EditablePolicy;
}

/** Every policy of a gate, with its level where the gate has levels. */
export function policiesAt(gate: Gate, policies: EditablePolicies): readonly PlacedPolicy[] {
  const here = (list: readonly (EditablePolicy | undefined)[], level?: number) =>
    list.flatMap((policy) => (policy === undefined ? [] : [{ gate, level, policy }]));
  switch (gate) {
    case 'rcp':
      return policies.rcps.flatMap(here);
    case 'scp':
      return policies.scps.flatMap(here);
    case 'resource':
      return here([policies.resource.policy]);
    case 'identity':
      return here(policies.identity);
    case 'boundary':
      return here([policies.boundary]);
    case 'session':
      return here(policies.session ?? []);
  }
}

/** The same policies, each replaced by what `change` makes of it; `undefined` takes it away. */
export function mapPolicies(
  policies: EditablePolicies,
  change: (placed: PlacedPolicy) => EditablePolicy | undefined,
): EditablePolicies {
  const one = (gate: Gate, policy: EditablePolicy | undefined) =>
    policy && change({ gate, level: undefined, policy });
  const all = (gate: Gate, list: readonly EditablePolicy[], level?: number) =>
    list.flatMap((policy) => change({ gate, level, policy }) ?? []);
  return {
    rcps: policies.rcps.map((list, level) => all('rcp', list, level)),
    scps: policies.scps.map((list, level) => all('scp', list, level)),
    resource: { ...policies.resource, policy: one('resource', policies.resource.policy) },
    identity: all('identity', policies.identity),
    boundary: one('boundary', policies.boundary),
    session: policies.session && all('session', policies.session),
  };
}
