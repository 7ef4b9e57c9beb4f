import ipaddr from 'ipaddr.js';
import { type AccessRequest, type RequestContext } from '../decide/request.ts';
import { type ElementTrace } from '../explain/decision.ts';
import { parseDate, parseDecimal } from '../syntax/operands.ts';
import { type Means, type RequestEdit } from './change.ts';
import { dateText, valuesNear } from './request-values.ts';

type ConditionTrace = Extract<ElementTrace, { readonly element: 'Condition' }>;

/**
 * What the caller could do about a condition, the plainest first; which of it helps, the evaluator says. Nothing
 * for keys that are not the caller's to choose: who one is, one's tags, one's organization, a token's claims.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestEdits(
  trace: ConditionTrace,
  request: AccessRequest,
): readonly RequestEdit[] {
  const asked: Asked = { trace, request, key: trace.key, name: trace.key.toLowerCase() };
  if (request.principal.type === 'service') return []; // nobody here tells a service how to call
  return influences.find(({ about }) => about(asked.name))?.edits(asked) ?? [];
}

interface Asked {
  readonly trace: ConditionTrace;
  readonly request: AccessRequest;
  /** As the policy writes it, and in lower case. */
  readonly key: string;
  readonly name: string;
}

interface Influence {
  readonly about: (name: string) => boolean;
  readonly edits: (asked: Asked) => readonly RequestEdit[];
}

const carry = (
  { key }: Asked,
  means: Means,
  value: string | readonly string[],
  context: RequestContext,
  without: readonly string[] = [],
): RequestEdit => ({ kind: 'carry', means, key, value, context, without });

const omit = ({ key }: Asked, means: Means, without: readonly string[]): RequestEdit => ({
  kind: 'omit',
  means,
  key,
  without,
});

const is =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name);

/** Each key that a caller can bring about, with what it takes. */
const influences: readonly Influence[] = [
  {
    about: is('sts:externalid'),
    edits: (asked) => parameter(asked, /^[\w+=,.@:/-]{2,1224}$/, true),
  },
  {
    about: is('sts:rolesessionname'),
    edits: (asked) => parameter(asked, /^[\w+=,.@-]{2,64}$/, false),
  },
  { about: is('sts:sourceidentity'), edits: sourceIdentity },
  { about: (name) => name.startsWith(requestTag), edits: tag },
  { about: is('aws:tagkeys'), edits: tagKeys },
  { about: is('aws:multifactorauthpresent', 'aws:multifactorauthage'), edits: mfa },
  { about: is('aws:tokenissuetime'), edits: credentials },
  { about: is('aws:currenttime', 'aws:epochtime'), edits: wait },
  { about: is('aws:sourceip'), edits: address },
  { about: is('aws:requestedregion'), edits: region },
  { about: is('aws:securetransport'), edits: encryption },
  { about: is('aws:useragent', 'aws:referer'), edits: client },
];

const isSts = ({ action }: AccessRequest): boolean => action.toLowerCase().startsWith('sts:');
const isCarried = ({ context }: AccessRequest, name: string): boolean =>
  Object.hasOwn(context, name);
const single = ({ context }: AccessRequest, name: string): string | undefined => {
  const value = Object.hasOwn(context, name) ? context[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** The parameters of AssumeRole, in the form that its API takes. */
function parameter(asked: Asked, form: RegExp, optional: boolean): readonly RequestEdit[] {
  const { trace, request, name } = asked;
  if (!isSts(request)) return [];
  const values = [...valuesNear(trace), 'another-value'].filter((value) => form.test(value));
  return [
    ...(optional && isCarried(request, name) ? [omit(asked, 'parameter', [name])] : []),
    ...values.map((value) => carry(asked, 'parameter', value, { [name]: value })),
  ];
}

/** A source identity that a session has already cannot be changed. */
function sourceIdentity(asked: Asked): readonly RequestEdit[] {
  if (isCarried(asked.request, 'aws:sourceidentity')) return [];
  return parameter(asked, /^[\w+=,.@-]{2,64}$/, true);
}

const requestTag = 'aws:requesttag/';

function tag(asked: Asked): readonly RequestEdit[] {
  const { trace, request, key, name } = asked;
  const tagKey = key.slice(requestTag.length);
  const others = tagKeysOf(request).filter((one) => one.toLowerCase() !== tagKey.toLowerCase());
  const values = [...valuesNear(trace), 'another-value'].filter(({ length }) => length <= 256);
  return [
    ...(isCarried(request, name) ? [withoutTags(asked, others, [name])] : []),
    ...values.map((value) =>
      carry(asked, 'tag', value, { [name]: value, 'aws:tagkeys': [...others, tagKey] }),
    ),
  ];
}

function tagKeysOf({ context }: AccessRequest): readonly string[] {
  const keys = Object.hasOwn(context, 'aws:tagkeys') ? context['aws:tagkeys'] : undefined;
  return keys === undefined || typeof keys === 'string' ? [keys ?? []].flat() : keys;
}

/** Passing fewer tags: their keys go with them. */
function withoutTags(
  asked: Asked,
  left: readonly string[],
  dropped: readonly string[],
): RequestEdit {
  if (left.length === 0) return omit(asked, 'tag', [...dropped, 'aws:tagkeys']);
  return carry(asked, 'tag', left, { 'aws:tagkeys': left }, dropped);
}

/** Tags whose keys the policy does not list, or does, are left out. */
function tagKeys(asked: Asked): readonly RequestEdit[] {
  const { trace, request } = asked;
  const carried = tagKeysOf(request);
  if (carried.length === 0) return [];
  const listed = trace.entries.map(({ expected }) => expected.toLowerCase());
  const parts = [true, false].map((wanted) =>
    carried.filter((key) => listed.includes(key.toLowerCase()) === wanted),
  );
  return [...parts.filter((part) => part.length > 0 && part.length < carried.length), []].map(
    (left) =>
      withoutTags(
        asked,
        left,
        carried.filter((key) => !left.includes(key)).map((key) => requestTag + key.toLowerCase()),
      ),
  );
}

/**
 * Only users have MFA devices, and what AssumeRole returns carries no mark of MFA (AssumeRole itself does, when it
 * is called with a code). Any other call needs GetSessionToken first, and so temporary credentials.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function mfa(asked: Asked): readonly RequestEdit[] {
  const { trace, request, name } = asked;
  if (request.principal.type !== 'user') return [];
  const isAge = name === 'aws:multifactorauthage';
  const ages = isAge
    ? [...valuesNear(trace), '0'].filter((age) => (parseDecimal(age) ?? -1) >= 0)
    : ['0'];
  const session = isSts(request) ? {} : issuedNow(request);
  const marks = (age: string): RequestContext => ({
    'aws:multifactorauthpresent': 'true',
    'aws:multifactorauthage': age,
    ...session,
  });
  return [
    ...ages.map((age) => carry(asked, 'mfa', isAge ? age : 'true', marks(age))),
    ...longTermKeys(asked),
  ];
}

const issuedNow = (request: AccessRequest): RequestContext => {
  const now = single(request, 'aws:currenttime');
  return now === undefined || isCarried(request, 'aws:tokenissuetime')
    ? {}
    : { 'aws:tokenissuetime': now };
};

/** What only temporary credentials carry. */
const marksOfTemporary = [
  'aws:tokenissuetime',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
];

function longTermKeys(asked: Asked): readonly RequestEdit[] {
  const { request } = asked;
  return request.principal.type === 'user' && isCarried(request, 'aws:tokenissuetime')
    ? [omit(asked, 'long-term-keys', marksOfTemporary)]
    : [];
}

/** Credentials can be issued anew, and only ever later: so a session survives its role's revocation. */
function credentials(asked: Asked): readonly RequestEdit[] {
  const { trace, request, name } = asked;
  if (!['user', 'role-session', 'federated-user'].includes(request.principal.type)) return [];
  const earliest = parseDate(single(request, name) ?? '') ?? -Infinity;
  const now = parseDate(single(request, 'aws:currenttime') ?? '');
  const times = [...(now === undefined ? [] : dateText(now)), ...valuesNear(trace)];
  return [
    ...later(times, Math.max(earliest, now ?? -Infinity)).map((time) =>
      carry(asked, 'new-credentials', time, { [name]: time, ...withoutMfa(request) }),
    ),
    ...longTermKeys(asked),
  ];
}

/** A user's GetSessionToken credentials say whether MFA was used. */
const withoutMfa = (request: AccessRequest): RequestContext =>
  request.principal.type === 'user' && !isCarried(request, 'aws:multifactorauthpresent')
    ? { 'aws:multifactorauthpresent': 'false' }
    : {};

const later = (times: readonly string[], than: number): readonly string[] =>
  times.filter((time) => (parseDate(time) ?? -Infinity) >= than);

/** Time only goes forward, and both keys with it. */
function wait(asked: Asked): readonly RequestEdit[] {
  const now = parseDate(single(asked.request, 'aws:currenttime') ?? '');
  if (now === undefined) return [];
  const instants = valuesNear(asked.trace).flatMap((value) => parseDate(value) ?? []);
  return instants
    .filter((instant) => instant > now)
    .flatMap((instant) => dateText(instant).map((text) => ({ instant, text })))
    .map(({ instant, text }) =>
      carry(asked, 'wait', text, {
        'aws:currenttime': text,
        'aws:epochtime': String(Math.floor(instant / 1000)),
      }),
    );
}

/** Addresses that documentation may use, for who must call from somewhere else. */
const elsewhere = ['198.51.100.10', '203.0.113.10', '192.0.2.10'];

/** A call over the internet goes through no endpoint. */
const marksOfEndpoints = ['aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip'];

function address(asked: Asked): readonly RequestEdit[] {
  const addresses = [...valuesNear(asked.trace), ...elsewhere].filter(isPublic);
  return addresses.map((value) =>
    carry(asked, 'address', value, { 'aws:sourceip': value }, marksOfEndpoints),
  );
}

/**
 * `aws:SourceIp` never is a private address: AWS sees the public one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  return ['unicast', 'reserved'].includes(ipaddr.parse(text).range());
}

/** IAM and Organizations have one region, and a resource that names its region is asked there. */
function region(asked: Asked): readonly RequestEdit[] {
  const { trace, request } = asked;
  const [service = ''] = request.action.toLowerCase().split(':');
  const ofResource = request.resource.split(':')[3] ?? '';
  if (['iam', 'organizations'].includes(service) || ofResource !== '') return [];
  return [...valuesNear(trace), 'us-east-1', 'eu-west-1']
    .filter((value) => /^[a-z]{2,3}(?:-[a-z]+){1,2}-\d$/.test(value))
    .map((value) => carry(asked, 'region', value, { 'aws:requestedregion': value }));
}

function encryption(asked: Asked): readonly RequestEdit[] {
  return [carry(asked, 'encryption', 'true', { 'aws:securetransport': 'true' })];
}

function client(asked: Asked): readonly RequestEdit[] {
  const { trace, name } = asked;
  return [...valuesNear(trace), 'another-client']
    .filter((value) => /^[ -~]{1,256}$/.test(value))
    .map((value) => carry(asked, 'client', value, { [name]: value }));
}
