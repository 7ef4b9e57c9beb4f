import { describe, expect, test } from 'vitest';
import { type RequestContext } from '../decide/request.ts';
import { admin, allow, answer, ask, deny, type Written } from '../explain/asking.examples.ts';

const yes = 'Allow by identity';
const no = 'ImplicitDeny at identity';
const under = (Condition: Written) => [allow('s3:*', '*', { Condition })];
const dept = { 'aws:principaltag/dept': 'eng' };
const keys = (...names: readonly string[]): RequestContext => ({ 'aws:tagkeys': names });

type Row = readonly [
  id: string,
  condition: Written,
  context: RequestContext,
  outcome: string,
  because: string,
];

/**
 * How operators, keys and values add up, asked through the whole evaluator: one statement that allows under a
 * condition.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
test.each<Row>([
  [
    'L1: two operators, one of which does not hold',
    { StringEquals: { 'aws:PrincipalTag/dept': 'eng' }, Bool: { 'aws:SecureTransport': 'true' } },
    { ...dept, 'aws:securetransport': 'false' },
    no,
    'Own 1: Bool aws:SecureTransport true / false',
  ],
  [
    'L1: two operators that hold',
    { StringEquals: { 'aws:PrincipalTag/dept': 'eng' }, Bool: { 'aws:SecureTransport': 'true' } },
    { ...dept, 'aws:securetransport': 'true' },
    yes,
    'Own 1',
  ],
  [
    'L2: two keys under one operator, one of which does not hold',
    { StringEquals: { 'aws:PrincipalTag/dept': 'eng', 'aws:username': 'alice' } },
    { ...dept, 'aws:username': 'bob' },
    no,
    'Own 1: StringEquals aws:username alice / bob',
  ],
  [
    'L2: two keys under one operator that hold',
    { StringEquals: { 'aws:PrincipalTag/dept': 'eng', 'aws:username': 'alice' } },
    { ...dept, 'aws:username': 'alice' },
    yes,
    'Own 1',
  ],
  [
    'L3: one of several values is enough',
    { StringLike: { 'aws:username': ['a*', 'b*'] } },
    { 'aws:username': 'bob' },
    yes,
    'Own 1',
  ],
  [
    'L4: a negated operator refuses all of several values',
    { StringNotLike: { 'aws:username': ['a*', 'b*'] } },
    { 'aws:username': 'bob' },
    no,
    'Own 1: StringNotLike aws:username a* b* / bob',
  ],
  [
    'L5: StringEquals without the key',
    { StringEquals: { 'aws:username': 'alice' } },
    {},
    no,
    'Own 1: StringEquals aws:username alice / absent | without aws:username',
  ],
  [
    'L5: StringLike without the key',
    { StringLike: { 'aws:username': '*' } },
    {},
    no,
    'Own 1: StringLike aws:username * / absent | without aws:username',
  ],
  [
    'L6: StringNotEquals without the key',
    { StringNotEquals: { 'aws:username': 'alice' } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L6: StringNotEqualsIgnoreCase without the key',
    { StringNotEqualsIgnoreCase: { 'aws:username': 'alice' } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L6: StringNotLike without the key',
    { StringNotLike: { 'aws:username': '*' } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L6: ArnNotEquals without the key',
    { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:s3:::b' } },
    {},
    yes,
    'Own 1 | without aws:sourcearn',
  ],
  [
    'L6: ArnNotLike without the key',
    { ArnNotLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } },
    {},
    yes,
    'Own 1 | without aws:sourcearn',
  ],
  [
    'L6: NumericNotEquals without the key',
    { NumericNotEquals: { 'aws:MultiFactorAuthAge': '1' } },
    {},
    yes,
    'Own 1 | without aws:multifactorauthage',
  ],
  [
    'L6: DateNotEquals without the key',
    { DateNotEquals: { 'aws:TokenIssueTime': '2026-01-01' } },
    {},
    yes,
    'Own 1 | without aws:tokenissuetime',
  ],
  [
    'L6: NotIpAddress without the key',
    { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    {},
    yes,
    'Own 1 | without aws:sourceip',
  ],
  [
    'L7: DateLessThan without the key',
    { DateLessThan: { 'aws:TokenIssueTime': '2026-01-01' } },
    {},
    no,
    'Own 1: DateLessThan aws:TokenIssueTime 2026-01-01 / absent | without aws:tokenissuetime',
  ],
  [
    'L7: NumericLessThan without the key',
    { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } },
    {},
    no,
    'Own 1: NumericLessThan aws:MultiFactorAuthAge 300 / absent | without aws:multifactorauthage',
  ],
  [
    'L7: Bool without the key, even where it asks for false',
    { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
    {},
    no,
    'Own 1: Bool aws:MultiFactorAuthPresent false / absent | without aws:multifactorauthpresent',
  ],
  [
    'L7: IpAddress without the key',
    { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } },
    {},
    no,
    'Own 1: IpAddress aws:SourceIp 0.0.0.0/0 / absent | without aws:sourceip',
  ],
  [
    'L8: IfExists without the key',
    { StringEqualsIfExists: { 'aws:username': 'alice' } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L8: IfExists of a negated operator without the key',
    { StringNotEqualsIfExists: { 'aws:username': 'alice' } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L9: IfExists with the key is the plain operator',
    { StringEqualsIfExists: { 'aws:username': 'alice' } },
    { 'aws:username': 'bob' },
    no,
    'Own 1: StringEqualsIfExists aws:username alice / bob',
  ],
  [
    'L10: Null true without the key',
    { Null: { 'aws:TokenIssueTime': 'true' } },
    {},
    yes,
    'Own 1 | without aws:tokenissuetime',
  ],
  [
    'L10: Null true with the key',
    { Null: { 'aws:TokenIssueTime': 'true' } },
    { 'aws:tokenissuetime': '2026-01-01' },
    no,
    'Own 1: Null aws:TokenIssueTime true / 2026-01-01',
  ],
  [
    'L11: Null false without the key',
    { Null: { 'aws:TokenIssueTime': 'false' } },
    {},
    no,
    'Own 1: Null aws:TokenIssueTime false / absent | without aws:tokenissuetime',
  ],
  [
    'L11: Null false with the key',
    { Null: { 'aws:TokenIssueTime': 'false' } },
    { 'aws:tokenissuetime': '2026-01-01' },
    yes,
    'Own 1',
  ],
  [
    'L12: ForAllValues without the key',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'dept' } },
    {},
    yes,
    'Own 1 | without aws:tagkeys',
  ],
  [
    'L12: ForAllValues with an empty set',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'dept' } },
    keys(),
    yes,
    'Own 1 | without aws:tagkeys',
  ],
  [
    'L13: ForAnyValue without the key',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'dept' } },
    {},
    no,
    'Own 1: ForAnyValue:StringEquals aws:TagKeys dept / absent | without aws:tagkeys',
  ],
  [
    'L13: ForAnyValue with an empty set',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'dept' } },
    keys(),
    no,
    'Own 1: ForAnyValue:StringEquals aws:TagKeys dept / absent | without aws:tagkeys',
  ],
  [
    'L14: ForAllValues, each of which is listed',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['dept', 'cost', 'team'] } },
    keys('cost', 'dept'),
    yes,
    'Own 1',
  ],
  [
    'L14: ForAllValues, one of which is not listed',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['dept', 'team'] } },
    keys('cost', 'dept'),
    no,
    'Own 1: ForAllValues:StringEquals aws:TagKeys dept team / cost dept',
  ],
  [
    'L15: ForAnyValue, one of which is listed',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['dept', 'team'] } },
    keys('cost', 'dept'),
    yes,
    'Own 1',
  ],
  [
    'L15: ForAnyValue, none of which is listed',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['owner', 'team'] } },
    keys('cost', 'dept'),
    no,
    'Own 1: ForAnyValue:StringEquals aws:TagKeys owner team / cost dept',
  ],
  [
    'L16: ForAllValues of a negated operator, none of which is listed',
    { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['owner', 'team'] } },
    keys('cost', 'dept'),
    yes,
    'Own 1',
  ],
  [
    'L16: ForAllValues of a negated operator, one of which is listed',
    { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['owner', 'dept'] } },
    keys('cost', 'dept'),
    no,
    'Own 1: ForAllValues:StringNotEquals aws:TagKeys owner dept / cost dept',
  ],
  [
    'L17: ForAnyValue of a negated operator, one of which is not listed',
    { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['owner', 'dept'] } },
    keys('cost', 'dept'),
    yes,
    'Own 1',
  ],
  [
    'L17: ForAnyValue of a negated operator, each of which is listed',
    { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['cost', 'dept'] } },
    keys('cost', 'dept'),
    no,
    'Own 1: ForAnyValue:StringNotEquals aws:TagKeys cost dept / cost dept',
  ],
  [
    'L18: ForAnyValue of a negated operator without the key',
    { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'dept' } },
    {},
    no,
    'Own 1: ForAnyValue:StringNotEquals aws:TagKeys dept / absent | without aws:tagkeys',
  ],
  [
    'L19: several values without a set operator',
    { StringEquals: { 'aws:TagKeys': ['dept', 'cost'] } },
    keys('cost', 'dept'),
    no,
    'Own 1: StringEquals aws:TagKeys dept cost / cost dept',
  ],
  [
    'L19: the negated operator is no way around it',
    { StringNotEquals: { 'aws:TagKeys': 'owner' } },
    keys('cost', 'dept'),
    no,
    'Own 1: StringNotEquals aws:TagKeys owner / cost dept',
  ],
  [
    'L20: a set operator takes a single value for a set of one',
    { 'ForAllValues:StringEquals': { 'aws:username': 'alice' } },
    { 'aws:username': 'alice' },
    yes,
    'Own 1',
  ],
  [
    'L20: and ForAllValues lets the absent value in',
    { 'ForAllValues:StringEquals': { 'aws:username': 'alice' } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L21: no values at all restrict nothing',
    { StringEquals: { 'aws:username': [] } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L21: ForAnyValue with no values at all',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } },
    keys('dept'),
    no,
    'Own 1: ForAnyValue:StringEquals aws:TagKeys  / dept',
  ],
  [
    'L21: ForAllValues with no values at all, and a key',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } },
    keys('dept'),
    no,
    'Own 1: ForAllValues:StringEquals aws:TagKeys  / dept',
  ],
  [
    'L21: ForAllValues with no values at all, and no key',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } },
    {},
    yes,
    'Own 1 | without aws:tagkeys',
  ],
  [
    'L22: ForAllValues:Null',
    { 'ForAllValues:Null': { 'aws:username': 'false' } },
    {},
    yes,
    'Own 1 | without aws:username',
  ],
  [
    'L22: ForAnyValue:Null',
    { 'ForAnyValue:Null': { 'aws:username': 'true' } },
    {},
    no,
    'Own 1: ForAnyValue:Null aws:username true / absent | without aws:username',
  ],
  [
    'L23: a word where a number is asked for',
    { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } },
    { 'aws:multifactorauthage': 'soon' },
    no,
    'Own 1: NumericLessThan aws:MultiFactorAuthAge 300 / soon',
  ],
  [
    'L23: a word where another number is asked for',
    { NumericNotEquals: { 'aws:MultiFactorAuthAge': '300' } },
    { 'aws:multifactorauthage': 'soon' },
    yes,
    'Own 1',
  ],
  [
    'L24: a key that no service fills',
    { StringEquals: { 'nosuch:Key': 'x' } },
    { 'aws:username': 'x' },
    no,
    'Own 1: StringEquals nosuch:Key x / absent | without nosuch:key',
  ],
  [
    'L24: and its negation',
    { StringNotEquals: { 'nosuch:Key': 'x' } },
    {},
    yes,
    'Own 1 | without nosuch:key',
  ],
  [
    'L25: a key in other case',
    { StringEquals: { 'AWS:UserName': 'alice' } },
    { 'aws:username': 'alice' },
    yes,
    'Own 1',
  ],
  [
    'L25: a tag’s key in other case',
    { StringEquals: { 'aws:PrincipalTag/DEPT': 'eng' } },
    dept,
    yes,
    'Own 1',
  ],
])('%s', (_id, condition, context, ...expected) =>
  expect(answer(ask({ identity: under(condition), context }))).toEqual(expected),
);

/**
 * Why IfExists can be the wrong word, and the right one: a deny beside an allow of everything.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
describe('denies under a condition', () => {
  test.each<Row>([
    [
      'StringNotEquals also denies who has no tag',
      { StringNotEquals: { 'aws:PrincipalTag/dept': 'eng' } },
      {},
      'ExplicitDeny at identity',
      'Own 2 | without aws:principaltag/dept',
    ],
    [
      'and so does StringNotEqualsIfExists',
      { StringNotEqualsIfExists: { 'aws:PrincipalTag/dept': 'eng' } },
      {},
      'ExplicitDeny at identity',
      'Own 2 | without aws:principaltag/dept',
    ],
    [
      'Bool false misses access keys',
      { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
      {},
      yes,
      'Own 1 | spared by Own 2: Bool aws:MultiFactorAuthPresent false / absent | without aws:multifactorauthpresent',
    ],
    [
      'BoolIfExists false catches them',
      { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      {},
      'ExplicitDeny at identity',
      'Own 2 | without aws:multifactorauthpresent',
    ],
    [
      'Null true catches access keys',
      { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
      {},
      'ExplicitDeny at identity',
      'Own 2 | without aws:multifactorauthpresent',
    ],
    [
      'and lets a session without MFA pass',
      { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
      { 'aws:multifactorauthpresent': 'false' },
      yes,
      'Own 1 | spared by Own 2: Null aws:MultiFactorAuthPresent true / false',
    ],
  ])('%s', (_why, Condition, context, ...expected) =>
    expect(answer(ask({ identity: [admin, deny('*', '*', { Condition })], context }))).toEqual(
      expected,
    ),
  );
});
