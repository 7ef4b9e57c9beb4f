import { constraintError, validationError } from './aws-errors.ts';
import { type AwsError } from './happening.ts';

/** What the API models ask of a text. */
interface TextLimits {
  readonly min: number;
  readonly max: number;
  /** As the model writes it; `whole` is the same as a RegExp of the whole text. */
  readonly pattern?: { readonly text: string; readonly whole: RegExp };
}

const characters = (text: string, whole: RegExp) => ({ text, whole });
const atLeastOne = characters(String.raw`[\w+=,.@-]+`, /^[\w+=,.@-]+$/);
const any = characters(String.raw`[\w+=,.@-]*`, /^[\w+=,.@-]*$/);
const colonsAndSlashes = characters(String.raw`[\w+=,.@:\/-]*`, /^[\w+=,.@:/-]*$/);
const slashes = characters(
  String.raw`(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`,
  /^(?:\/|\/[!-~]+\/)$/,
);

/**
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
const textLimits = {
  roleArn: { min: 20, max: 2048 },
  roleSessionName: { min: 2, max: 64, pattern: any },
  externalId: { min: 2, max: 1224, pattern: colonsAndSlashes },
  /** May not begin with `aws:` either, which the pattern sees to: it has no colon. */
  sourceIdentity: { min: 2, max: 64, pattern: any },
  /** Of a federated user. */
  name: { min: 2, max: 32, pattern: any },
  roleName: { min: 1, max: 64, pattern: atLeastOne },
  userName: { min: 1, max: 64, pattern: atLeastOne },
  groupName: { min: 1, max: 128, pattern: atLeastOne },
  policyName: { min: 1, max: 128, pattern: atLeastOne },
  path: { min: 1, max: 512, pattern: slashes },
} as const satisfies Record<string, TextLimits>;

type LimitedText = keyof typeof textLimits;

/** The first constraint that a parameter breaks. SIMPLIFIED: AWS lists all of them in one message. */
export function brokenConstraint(field: LimitedText, value: string): AwsError | undefined {
  const { min, max, pattern }: TextLimits = textLimits[field];
  const must = (constraint: string) => constraintError(value, field, `Member must ${constraint}`);
  if (value.length < min) return must(`have length greater than or equal to ${min}`);
  if (value.length > max) return must(`have length less than or equal to ${max}`);
  return pattern && !pattern.whole.test(value)
    ? must(`satisfy regular expression pattern: ${pattern.text}`)
    : undefined;
}

/** DurationSeconds; the highest value depends on the operation. */
export function invalidDuration(seconds: number, maximum: number): AwsError | undefined {
  const must = (constraint: string) =>
    constraintError(String(seconds), 'durationSeconds', `Member must have value ${constraint}`);
  if (!(seconds >= 900)) return must('greater than or equal to 900');
  return seconds > maximum ? must(`less than or equal to ${maximum}`) : undefined;
}

/** A role's MaxSessionDuration: this message has no value in it (row T19). */
export function invalidMaxSession(seconds: number): AwsError | undefined {
  const must = (constraint: string) =>
    validationError(
      `1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value ${constraint}`,
    );
  if (!(seconds >= 3600)) return must('greater than or equal to 3600');
  return seconds > 43200 ? must('less than or equal to 43200') : undefined;
}
