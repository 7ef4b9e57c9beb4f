import { describe, expect, test } from 'vitest';
import { type Principal, type RequestContext } from '#policy';
import { answersTo } from './agreement.ts';

// Every case on which the two evaluators once did not agree, with what AWS's documentation says of it. They stay.

const a = '111111111111';
const user: Principal = {
  type: 'user',
  account: a,
  arn: `arn:aws:iam::${a}:user/alice`,
  uniqueId: 'AIDAALICE',
};

interface Row {
  readonly why: string;
  readonly statement: Readonly<Record<string, unknown>>;
  readonly resource?: string;
  readonly context: RequestContext;
  readonly answer: 'Allow: allowed at identity' | 'ImplicitDeny: no-allow at identity';
}

/** What an identity policy with one Allow answers. */
function answers({ statement, resource = 'arn:aws:s3:::b/x', context }: Row) {
  const json = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }],
  };
  const request = {
    principal: user,
    action: 's3:GetObject',
    resource,
    resourceAccount: a,
    context,
  };
  return answersTo(request, {
    identity: [{ name: 'identity', json }],
    boundary: undefined,
    session: undefined,
    resource: { type: 'ordinary', policy: undefined },
    scps: [],
    rcps: [],
  });
}

const allows = 'Allow: allowed at identity';
const doesNot = 'ImplicitDeny: no-allow at identity';
const under = (operator: string, key: string, values: unknown) => ({
  Condition: { [operator]: { [key]: values } },
});

describe.each<Row>([
  {
    // AWS speaks of values that come to an empty set, and gives empty text as its example.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
    why: 'rows L11 and L12: for ForAllValues, an empty text is an empty set',
    statement: under('ForAllValues:StringEquals', 'aws:RequestTag/dept', 'eng'),
    context: { 'aws:requesttag/dept': '' },
    answer: allows,
  },
  {
    why: 'rows L11 and L12: the same when the policy has no values',
    statement: under('ForAllValues:StringEquals', 'aws:RequestTag/dept', []),
    context: { 'aws:requesttag/dept': '' },
    answer: allows,
  },
  {
    why: 'rows L11 and L13: for ForAnyValue too, and a null data set never matches',
    statement: under('ForAnyValue:StringNotEquals', 'aws:RequestTag/dept', 'eng'),
    context: { 'aws:requesttag/dept': '' },
    answer: doesNot,
  },
  {
    why: 'row L11: Null takes an empty text for null',
    statement: under('Null', 'aws:RequestTag/dept', 'false'),
    context: { 'aws:requesttag/dept': '' },
    answer: doesNot,
  },
  {
    why: 'row L21: without a set operator an empty list of values never restricts; Null is no exception',
    statement: under('Null', 'aws:RequestTag/dept', []),
    context: { 'aws:requesttag/dept': 'eng' },
    answer: allows,
  },
  {
    why: 'row L23: `*` under an ARN operator stands for any ARN, and an address is none',
    statement: under('ArnLike', 'aws:SourceArn', '*'),
    context: { 'aws:sourcearn': '203.0.113.42' },
    answer: doesNot,
  },
  {
    // Found at the 2,818,631st case. AWS names no last date: both now take ECMAScript's.
    why: 'row L23: seconds beyond the last date are no date',
    statement: under('DateGreaterThan', 's3:max-keys', '2026-01-01T00:00Z'),
    context: { 's3:max-keys': '9007199254740993' },
    answer: doesNot,
  },
  {
    why: 'row L23: seconds up to the last date are one',
    statement: under('DateGreaterThan', 's3:max-keys', '2026-01-01T00:00Z'),
    context: { 's3:max-keys': '8640000000000' },
    answer: allows,
  },
  {
    // The plain evaluator was wrong: only a peer compares these fields without regard to case.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
    why: 'every field of an ARN is compared with regard to case',
    statement: { Resource: 'arn:aws:sqs:EU-WEST-1:111111111111:q' },
    resource: 'arn:aws:sqs:eu-west-1:111111111111:q',
    context: {},
    answer: doesNot,
  },
])('$why', (row) => {
  test('both evaluators know', () => {
    const { explain, plain } = answers(row);
    expect({ explain, plain }).toEqual({ explain: row.answer, plain: row.answer });
  });
});
