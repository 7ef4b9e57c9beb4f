import { type AccessRequest } from '#policy';
import { type PlainPolicies } from './evaluate.ts';
import { isObject } from './json.ts';
import { type PlainPolicy } from './statement.ts';

/** A request and the policies that answer it. */
export interface Case {
  readonly request: AccessRequest;
  readonly policies: PlainPolicies;
}

/**
 * The smallest case that is still of interest, as far as taking away one part after another leads: policies,
 * statements, entries of lists, condition keys and what the request carries.
 */
export function reduce(found: Case, isOfInterest: (smaller: Case) => boolean): Case {
  for (;;) {
    const parts = found;
    const smaller = smallerCases(parts).find(isOfInterest);
    if (smaller === undefined) return found;
    found = smaller;
  }
}

function smallerCases({ request, policies }: Case): readonly Case[] {
  const contexts = smallerObjects(request.context).map((context) => ({ ...request, context }));
  return [
    ...smallerPolicies(policies).map((fewer) => ({ request, policies: fewer })),
    ...contexts.map((lighter) => ({ request: lighter, policies })),
  ];
}

function smallerPolicies(policies: PlainPolicies): readonly PlainPolicies[] {
  const { identity, boundary, session, resource, scps, rcps } = policies;
  const maybe = (policy: PlainPolicy | undefined) =>
    policy === undefined ? [] : [undefined, ...smallerPolicy(policy)];
  const sets = (set: readonly PlainPolicy[]) => smallerLists(set, smallerPolicy);
  const levels = (list: PlainPolicies['scps']) => smallerLists(list, sets);
  return [
    ...levels(scps).map((fewer) => ({ ...policies, scps: fewer })),
    ...levels(rcps).map((fewer) => ({ ...policies, rcps: fewer })),
    ...sets(identity).map((fewer) => ({ ...policies, identity: fewer })),
    ...(session === undefined ? [] : [undefined, ...sets(session).filter(isNotEmpty)]).map(
      (fewer) => ({
        ...policies,
        session: fewer,
      }),
    ),
    ...maybe(boundary).map((smaller) => ({ ...policies, boundary: smaller })),
    ...maybe(resource.policy).map((policy) => ({ ...policies, resource: { ...resource, policy } })),
  ];
}

/** A session has session policies or has none: no session has an empty list of them. */
const isNotEmpty = (set: readonly unknown[]): boolean => set.length > 0;

const smallerPolicy = ({ name, json }: PlainPolicy): readonly PlainPolicy[] =>
  smallerJson(json).map((smaller) => ({ name, json: smaller }));

function smallerJson(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return smallerLists<unknown>(json, smallerJson);
  return isObject(json) ? smallerObjects(json, smallerJson) : [];
}

function smallerLists<T>(
  list: readonly T[],
  smallerItems: (item: T) => readonly T[],
): readonly (readonly T[])[] {
  const without = list.map((_, i) => list.filter((_, j) => j !== i));
  const within = list.flatMap((item, i) =>
    smallerItems(item).map((smaller) => list.with(i, smaller)),
  );
  return [...without, ...within];
}

function smallerObjects<T>(
  object: Readonly<Record<string, T>>,
  smallerValues: (value: T) => readonly T[] = () => [],
): readonly Readonly<Record<string, T>>[] {
  const entries = Object.entries(object);
  const without = entries.map(([key]) => entries.filter(([other]) => other !== key));
  const within = entries.flatMap(([key, value], i) =>
    smallerValues(value).map((smaller) => entries.with(i, [key, smaller])),
  );
  return [...without, ...within].map((fewer) => Object.fromEntries(fewer));
}
