import { rolePlace, type Happening, type Place } from '#world';
import { type Gate, type GateOutcome, type GateTrace } from '#policy';
import { type GateState, type GateView } from './scene-parts.ts';

export type GateAsked = Extract<Happening, { type: 'gate-asked' }>;

const words: Record<GateOutcome, string> = {
  allows: 'allows',
  delegates: 'leaves it to the account',
  denies: 'explicitly denies',
  silent: 'nothing allows',
  absent: 'none',
};

/** What a gate's policies are called. */
function gateName(gate: Gate, resourceType: string): string {
  switch (gate) {
    case 'rcp':
      return 'resource control policies';
    case 'scp':
      return 'service control policies';
    case 'resource':
      return resourceType === 'trust' ? 'trust policy' : 'resource policy';
    case 'identity':
      return 'permissions policies';
    case 'boundary':
      return 'permissions boundary';
    case 'session':
      return 'session policy';
  }
}

/** What a gate said; `undefined` for a trace that does not know it. */
export const traceOf = ({ decision, gate }: GateAsked): GateTrace | undefined =>
  decision.gates.find((trace) => trace.gate === gate);

/** The place that answers for a gate, apart from the two kinds of policies that organizations attach. */
export function gatePlace(
  { gate, request, decision }: GateAsked,
  resource: Place | undefined,
  caller: Place | undefined,
): { readonly place: Place; readonly port: 'node' | 'trust' | 'permissions' } | undefined {
  if (gate === 'rcp' || gate === 'scp') return undefined;
  if (gate === 'resource') {
    if (decision.resourceType === 'trust')
      return { place: rolePlace(request.resource), port: 'trust' };
    return resource && { place: resource, port: 'node' };
  }
  if (request.principal.type === 'role-session')
    return { place: rolePlace(request.principal.roleArn), port: 'permissions' };
  return caller && { place: caller, port: 'node' };
}

const idle = (word: string): GateView => ({ state: 'idle', word, decisive: false, now: false });

/** The most telling of the answers that one part of a place gave so far in a command. */
export function gateView(
  asked: readonly GateAsked[],
  current: GateAsked | undefined,
  rest: string,
) {
  const views = asked.map((each) => viewOf(each, each === current));
  return views.reduce((best, view) => (rank(view) >= rank(best) ? view : best), idle(rest));
}

function viewOf(asked: GateAsked, now: boolean): GateView {
  const trace = traceOf(asked);
  const state = trace?.outcome ?? 'absent';
  const special = asked.gate === 'boundary' || asked.gate === 'session';
  const prefix = special ? `${gateName(asked.gate, '')}: ` : '';
  return { state, word: prefix + words[state], decisive: trace?.decisive ?? false, now };
}

const order: readonly GateState[] = [
  'idle',
  'absent',
  'allows',
  'delegates',
  'silent',
  'denies',
  'not-read',
];
const rank = (view: GateView): number => order.indexOf(view.state) + (view.decisive ? 10 : 0);

export const notRead = (now: boolean): GateView => ({
  state: 'not-read',
  word: 'not read now',
  decisive: false,
  now,
});
