import {
  gates,
  type AccessRequest,
  type Decision,
  type ElementTrace,
  type GateTrace,
  type PolicyTrace,
  type Span,
  type StatementTrace,
} from '#policy';

/** Decisions written out by hand, for examples and tests: what a trace shows must not depend on the engine. */

const account = '111122223333';
const roleArn = `arn:aws:iam::${account}:role/DemoRole`;
const sessionArn = `arn:aws:sts::${account}:assumed-role/DemoRole/emy`;
const cutOff = '2026-11-23T17:12:40.695Z';
const listed = ['julie', 'emy'].map((name) => `arn:aws:iam::${account}:user/${name}`);

const span = (start: number, length: number): Span => ({ start, end: start + length });

function userRequest(name: string): AccessRequest {
  return {
    principal: {
      type: 'user',
      account,
      arn: `arn:aws:iam::${account}:user/${name}`,
      uniqueId: `AIDARTX3GSDS${name.toUpperCase()}EXAMPLE`,
    },
    action: 'sts:AssumeRole',
    resource: roleArn,
    resourceAccount: account,
    context: {},
  };
}

const sessionRequest: AccessRequest = {
  principal: {
    type: 'role-session',
    account,
    arn: sessionArn,
    roleArn,
    uniqueId: 'AROARTX3GSDSZJEXAMPLE',
    serviceLinked: false,
  },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::demo-bucket/payroll.csv',
  resourceAccount: account,
  context: {},
};

interface Sample {
  readonly request: AccessRequest;
  readonly decision: Decision;
}

interface Parts {
  readonly policy: string;
  readonly policyName: string;
  readonly index?: number;
  readonly sid?: string;
  readonly effect?: 'Allow' | 'Deny';
  readonly elements: readonly ElementTrace[];
}

function statement({
  policy,
  policyName,
  index = 0,
  sid,
  effect = 'Allow',
  elements,
}: Parts): StatementTrace {
  return {
    ref: { policy, policyName, index, sid, at: span(60 + index * 400, 380) },
    effect,
    applies: elements.every((element) => element.matched),
    elements,
  };
}

function pattern(
  element: 'Action' | 'Resource',
  actual: string,
  expected: readonly string[],
  matching: string | undefined,
): ElementTrace {
  return {
    element,
    at: span(element === 'Action' ? 200 : 250, 40),
    matched: matching !== undefined,
    actual,
    entries: expected.map((text, at) => ({
      at: span(210 + at * 20, 18),
      expected: text,
      matched: text === matching,
    })),
  };
}

function named(actual: string): ElementTrace {
  const matched = listed.includes(actual);
  return {
    element: 'Principal',
    at: span(100, 90),
    matched,
    match: matched ? 'user' : 'none',
    actual,
    entries: listed.map((expected, at) => ({
      at: span(110 + at * 40, 38),
      expected,
      matched: expected === actual,
    })),
  };
}

const trust = (elements: readonly ElementTrace[]): PolicyTrace => ({
  ref: 'trust/DemoRole',
  name: 'trust policy',
  statements: [
    statement({
      policy: 'trust/DemoRole',
      policyName: 'trust policy',
      sid: 'AllowJulieAndEmy',
      elements,
    }),
  ],
});

const silentTrust = (elements: readonly ElementTrace[]): GateTrace => ({
  gate: 'resource',
  outcome: 'silent',
  decisive: true,
  policies: [trust(elements)],
});

const readsBucket: PolicyTrace = {
  ref: 'managed/AmazonS3ReadOnlyAccess',
  name: 'AmazonS3ReadOnlyAccess',
  statements: [
    statement({
      policy: 'managed/AmazonS3ReadOnlyAccess',
      policyName: 'AmazonS3ReadOnlyAccess',
      elements: [
        pattern('Action', 's3:GetObject', ['s3:Get*', 's3:List*', 's3:Describe*'], 's3:Get*'),
        pattern('Resource', sessionRequest.resource, ['*'], '*'),
      ],
    }),
  ],
};

/** Fills in the gates that are not in play. */
function allGates(given: readonly GateTrace[]): readonly GateTrace[] {
  return gates.map(
    (gate) =>
      given.find((trace) => trace.gate === gate) ?? {
        gate,
        outcome: 'absent',
        decisive: false,
        policies: [],
      },
  );
}

/** Julie assumes the role: the trust policy names her. */
export const julieAllowed = ((): Sample => {
  const request = userRequest('julie');
  const policy = trust([
    named(`arn:aws:iam::${account}:user/julie`),
    pattern('Action', 'sts:AssumeRole', ['sts:AssumeRole'], 'sts:AssumeRole'),
  ]);
  return {
    request,
    decision: {
      verdict: 'Allow',
      reason: { kind: 'allowed', gate: 'resource', by: policy.statements.map(({ ref }) => ref) },
      resourceType: 'trust',
      crossAccount: false,
      gates: allGates([
        { gate: 'resource', outcome: 'allows', decisive: true, policies: [policy] },
        { gate: 'identity', outcome: 'silent', decisive: false, policies: [] },
      ]),
      missingKeys: [],
    },
  };
})();

/** Bob may ask, says his own policy; the role does not trust him. */
export const bobNotTrusted: Sample = {
  request: userRequest('bob'),
  decision: {
    verdict: 'ImplicitDeny',
    reason: { kind: 'no-allow', gate: 'resource' },
    resourceType: 'trust',
    crossAccount: false,
    gates: allGates([
      silentTrust([named(`arn:aws:iam::${account}:user/bob`)]),
      { gate: 'identity', outcome: 'silent', decisive: false, policies: [] },
    ]),
    missingKeys: [],
  },
};

/** Emy's session was issued before the cut-off: the revocation denies whoever uses it. */
export const emyRevoked = ((): Sample => {
  const policy = 'role-inline/DemoRole/AWSRevokeOlderSessions';
  const revocation = statement({
    policy,
    policyName: 'AWSRevokeOlderSessions',
    effect: 'Deny',
    elements: [
      pattern('Action', 's3:GetObject', ['*'], '*'),
      pattern('Resource', sessionRequest.resource, ['*'], '*'),
      {
        element: 'Condition',
        at: span(320, 70),
        matched: true,
        operator: 'DateLessThan',
        key: 'aws:TokenIssueTime',
        actual: ['2026-11-23T17:05:02Z'],
        entries: [{ at: span(360, 26), expected: cutOff, matched: true }],
      },
    ],
  });
  return {
    request: sessionRequest,
    decision: {
      verdict: 'ExplicitDeny',
      reason: { kind: 'explicit-deny', gate: 'identity', by: [revocation.ref] },
      resourceType: 'ordinary',
      crossAccount: false,
      gates: allGates([
        {
          gate: 'identity',
          outcome: 'denies',
          decisive: true,
          policies: [
            readsBucket,
            { ref: policy, name: 'AWSRevokeOlderSessions', statements: [revocation] },
          ],
        },
      ]),
      missingKeys: [],
    },
  };
})();

/** The trust policy asks for a second factor, and the request says nothing of one. */
export const missingSecondFactor: Sample = {
  request: userRequest('emy'),
  decision: {
    ...bobNotTrusted.decision,
    missingKeys: ['aws:multifactorauthpresent'],
    gates: allGates([
      silentTrust([
        named(`arn:aws:iam::${account}:user/emy`),
        pattern('Action', 'sts:AssumeRole', ['sts:AssumeRole'], 'sts:AssumeRole'),
        {
          element: 'Condition',
          at: span(320, 70),
          matched: false,
          operator: 'Bool',
          key: 'aws:MultiFactorAuthPresent',
          actual: undefined,
          entries: [{ at: span(360, 6), expected: 'true', matched: false }],
        },
      ]),
    ]),
  },
};

/** Every kind of policy is in play; the session policy, with many actions, leaves the asked one out. */
export const everyGate = ((): Sample => {
  const fullAccess: PolicyTrace = {
    ...readsBucket,
    ref: 'scp/0/FullAWSAccess',
    name: 'FullAWSAccess',
  };
  const actions = Array.from({ length: 20 }, (_, n) => `dynamodb:Operation${String(n + 1)}`);
  const sessionPolicy: PolicyTrace = {
    ref: 'session',
    name: 'session policy',
    statements: [
      statement({
        policy: 'session',
        policyName: 'session policy',
        elements: [pattern('Action', 's3:GetObject', actions, undefined)],
      }),
    ],
  };
  return {
    request: sessionRequest,
    decision: {
      verdict: 'ImplicitDeny',
      reason: { kind: 'no-allow', gate: 'session' },
      resourceType: 'ordinary',
      crossAccount: true,
      gates: [
        { gate: 'rcp', outcome: 'allows', decisive: false, policies: [fullAccess] },
        { gate: 'scp', outcome: 'allows', decisive: false, policies: [fullAccess] },
        { gate: 'resource', outcome: 'delegates', decisive: false, policies: [readsBucket] },
        { gate: 'identity', outcome: 'allows', decisive: false, policies: [readsBucket] },
        { gate: 'boundary', outcome: 'allows', decisive: false, policies: [readsBucket] },
        { gate: 'session', outcome: 'silent', decisive: true, policies: [sessionPolicy] },
      ],
      missingKeys: [],
    },
  };
})();
