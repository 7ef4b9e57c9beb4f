import { type Decision, type GateTrace, type StatementRef } from '#policy';
import { type Revealed } from '#store';
import { type Light } from '../ui/kit/policy-editor-props.ts';

/** What is lit in which policy. */
export type Lights = ReadonlyMap<string, readonly Light[]>;

const none: Lights = new Map();

/**
 * What somebody asked to see; else the statements that decided or, when silence did, those that were asked and did
 * not apply.
 */
export function lightsOf(decision: Decision | undefined, revealed: Revealed | undefined): Lights {
  if (revealed) {
    const tone = revealedTone(decision, revealed);
    return new Map([[revealed.policyRef, [{ at: revealed.at, tone }]]]);
  }
  return decision ? decidingLights(decision) : none;
}

/** What the statement that somebody asked to see said itself, whatever the verdict was. */
function revealedTone(decision: Decision | undefined, { policyRef, at }: Revealed): Light['tone'] {
  const statement = decision?.gates
    .flatMap((gate) => gate.policies.flatMap((policy) => policy.statements))
    .find(
      ({ ref }) => ref.policy === policyRef && ref.at.start <= at.start && at.end <= ref.at.end,
    );
  if (!statement?.applies) return 'silent';
  return statement.effect === 'Allow' ? 'allows' : 'denies';
}

function decidingLights(decision: Decision): Lights {
  const tone = toneOf(decision);
  const lights = new Map<string, Light[]>();
  for (const { policy, at } of decidingStatements(decision)) {
    lights.set(policy, [...(lights.get(policy) ?? []), { at, tone }]);
  }
  return lights;
}

function decidingStatements({ reason, gates }: Decision): readonly StatementRef[] {
  switch (reason.kind) {
    case 'allowed':
    case 'explicit-deny':
      return reason.by;
    case 'no-allow':
      return askedStatements(gates.find((gate) => gate.gate === reason.gate));
    case 'needs-no-permission':
      return [];
  }
}

const askedStatements = (gate: GateTrace | undefined): readonly StatementRef[] =>
  (gate?.policies ?? []).flatMap((policy) => policy.statements.map((statement) => statement.ref));

function toneOf(decision: Decision): Light['tone'] {
  switch (decision.verdict) {
    case 'Allow':
      return 'allows';
    case 'ExplicitDeny':
      return 'denies';
    case 'ImplicitDeny':
      return 'silent';
  }
}
