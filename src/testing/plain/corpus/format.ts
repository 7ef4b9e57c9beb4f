import { gates, type Verdict } from '#policy';
import { type PlainPolicies, type PlainReason } from '../evaluate.ts';
import { type PlainPolicy } from '../statement.ts';
import { type CorpusCase } from './question.ts';

/** Raised when a file of an older corpus can no longer be read by what reads this one. */
export const formatVersion = 1;

const verdicts = {
  allowed: 'Allow',
  'needs-no-permission': 'Allow',
  'no-allow': 'ImplicitDeny',
  'explicit-deny': 'ExplicitDeny',
} as const satisfies Record<PlainReason['kind'], Verdict>;

/** A case as the files hold it: policies that are absent are left out. */
export const toJson = ({ id, title, request, policies, reason, origin, sources }: CorpusCase) => ({
  id,
  title,
  origin,
  sources,
  request,
  policies: policiesToJson(policies),
  verdict: verdicts[reason.kind],
  reason,
});

function policiesToJson({ identity, boundary, session, resource, scps, rcps }: PlainPolicies) {
  const all = (set: readonly PlainPolicy[]) => set.map(policyToJson);
  const policy = resource.policy && policyToJson(resource.policy);
  return {
    ...(identity.length === 0 ? {} : { identity: all(identity) }),
    ...(boundary === undefined ? {} : { boundary: policyToJson(boundary) }),
    ...(session === undefined ? {} : { session: all(session) }),
    resource: { type: resource.type, ...(policy === undefined ? {} : { policy }) },
    ...(scps.length === 0 ? {} : { scps: scps.map(all) }),
    ...(rcps.length === 0 ? {} : { rcps: rcps.map(all) }),
  };
}

const policyToJson = ({ name, json }: PlainPolicy) => ({ name, document: json });

/** One case a line, so that a change of one is a change of one line. */
export function fileText(topic: string, cases: readonly CorpusCase[]): string {
  const head = `{"format":${formatVersion},"topic":${JSON.stringify(topic)},"cases":[`;
  return `${head}\n${cases.map((one) => JSON.stringify(toJson(one))).join(',\n')}\n]}\n`;
}

const object = (
  properties: Readonly<Record<string, unknown>>,
  optional: readonly string[] = [],
) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const text = { type: 'string' };
const list = (items: unknown) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const principal = (type: string, ...properties: readonly string[]) =>
  object({
    type: { const: type },
    ...Object.fromEntries(
      properties.map((name) => [name, name === 'serviceLinked' ? { type: 'boolean' } : text]),
    ),
  });

/** The JSON Schema of a file of the corpus. */
export const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'AssumeRole Lab: questions to an evaluator of AWS IAM policies, with the answers',
  ...object({ format: { const: formatVersion }, topic: text, cases: list(ref('case')) }),
  $defs: {
    case: object({
      id: text,
      title: text,
      origin: { enum: ['table', 'derived', 'drawn'] satisfies CorpusCase['origin'][] },
      sources: list({ type: 'string', format: 'uri' }),
      request: ref('request'),
      policies: ref('policies'),
      verdict: { enum: ['Allow', 'ImplicitDeny', 'ExplicitDeny'] satisfies Verdict[] },
      reason: ref('reason'),
    }),
    request: object({
      principal: ref('principal'),
      action: text,
      resource: text,
      resourceAccount: text,
      context: { type: 'object', additionalProperties: { anyOf: [text, list(text)] } },
    }),
    principal: {
      oneOf: [
        principal('root', 'account', 'arn'),
        principal('user', 'account', 'arn', 'uniqueId'),
        principal('role-session', 'account', 'arn', 'roleArn', 'uniqueId', 'serviceLinked'),
        principal('federated-user', 'account', 'arn', 'userArn', 'userUniqueId'),
        principal('service', 'service'),
        principal('federated', 'provider'),
        principal('anonymous'),
      ],
    },
    policies: object(
      {
        identity: list(ref('policy')),
        boundary: ref('policy'),
        session: list(ref('policy')),
        resource: object({ type: { enum: ['trust', 'kms', 'ordinary'] }, policy: ref('policy') }, [
          'policy',
        ]),
        scps: list(list(ref('policy'))),
        rcps: list(list(ref('policy'))),
      },
      ['identity', 'boundary', 'session', 'scps', 'rcps'],
    ),
    policy: object({ name: text, document: { type: 'object' } }),
    reason: {
      oneOf: [
        object({ kind: { enum: ['allowed', 'no-allow', 'explicit-deny'] }, gate: { enum: gates } }),
        object({ kind: { const: 'needs-no-permission' } }),
      ],
    },
  },
};
