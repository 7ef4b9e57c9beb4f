import {
  type AccessRequest,
  type Principal,
  type RequestContext,
  type ResourcePolicyType,
} from '#policy';
import { nameOf } from '../agreement.ts';
import { type PlainPolicies, type PlainReason } from '../evaluate.ts';
import { reasons } from '../generate/scene.ts';
import { type PlainPolicy } from '../statement.ts';
import { sources, type SourceName } from './sources.ts';

/** A case of the published corpus, before it is written down. */
export interface CorpusCase {
  readonly id: string;
  readonly title: string;
  readonly request: AccessRequest;
  readonly policies: PlainPolicies;
  readonly reason: PlainReason;
  /** `table`: written by hand. `derived`: asked of the plain evaluator. `drawn`: that, and the question drawn too. */
  readonly origin: 'table' | 'derived' | 'drawn';
  readonly sources: readonly string[];
}

type Document = Readonly<Record<string, unknown>>;

/** Only what matters to the question; all else is absent. */
export interface Question {
  readonly caller: Principal;
  readonly action: string;
  readonly resource: string;
  readonly owner: string;
  readonly context?: RequestContext;
  readonly identity?: readonly Document[];
  readonly boundary?: Document;
  readonly session?: readonly Document[];
  readonly trust?: Document;
  readonly keyPolicy?: Document;
  readonly resourcePolicy?: Document;
  readonly scps?: readonly (readonly Document[])[];
  readonly rcps?: readonly (readonly Document[])[];
}

const named =
  (name: string) =>
  (json: unknown, i: number): PlainPolicy => ({ name: i === 0 ? name : `${name} ${i + 1}`, json });

export const requestOf = ({
  caller,
  action,
  resource,
  owner,
  context = {},
}: Question): AccessRequest => ({
  principal: caller,
  action,
  resource,
  resourceAccount: owner,
  context,
});

export function policiesOf(question: Question): PlainPolicies {
  const { identity = [], boundary, session, scps = [], rcps = [] } = question;
  return {
    identity: identity.map(named('identity policy')),
    boundary: boundary && { name: 'boundary', json: boundary },
    session: session?.map(named('session policy')),
    resource: resourceOf(question),
    scps: scps.map((level) => level.map(named('SCP'))),
    rcps: rcps.map((level) => [rcpFullAwsAccess, ...level.map(named('RCP'))]),
  };
}

function resourceOf({ trust, keyPolicy, resourcePolicy }: Question): PlainPolicies['resource'] {
  const asType = (type: ResourcePolicyType, name: string, json: Document) => ({
    type,
    policy: { name, json },
  });
  if (trust !== undefined) return asType('trust', 'trust policy', trust);
  if (keyPolicy !== undefined) return asType('kms', 'key policy', keyPolicy);
  if (resourcePolicy !== undefined) return asType('ordinary', 'resource policy', resourcePolicy);
  return { type: 'ordinary', policy: undefined };
}

/** What AWS attaches to every level by itself. */
const rcpFullAwsAccess: PlainPolicy = {
  name: 'RCPFullAWSAccess',
  json: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
  },
};

/** `allowed at resource`, `no-allow at scp`, `needs-no-permission`. */
export type Answer = string;

function reasonCalled(answer: Answer): PlainReason {
  const reason = reasons.find((known) => nameOf(known) === answer);
  if (reason === undefined) throw new Error(`there is no reason called ${answer}`);
  return reason;
}

/** A row of the tables: its id, what it says, the answer as the documentation has it, and where that is. */
export const row = (
  id: string,
  title: string,
  answer: Answer,
  source: SourceName | readonly SourceName[],
  question: Question,
): CorpusCase => ({
  id,
  title,
  request: requestOf(question),
  policies: policiesOf(question),
  reason: reasonCalled(answer),
  origin: 'table',
  sources: (typeof source === 'string' ? [source] : source).map((name) => sources[name]),
});
