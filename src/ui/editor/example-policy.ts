import { type Diagnostic, type Span } from '#policy';
import { type Light } from '../kit/policy-editor-props.ts';

/** A policy with something wrong in it, for examples and tests. */
export const examplePolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBukcet"],
      "Resource": "*"
    },
    {
      "Effect": "Deny",
      "Action": "s3:*",
      "Resource": "arn:aws:s3:::ledger/*"
    }
  ]
}`;

export function spanOf(part: string): Span {
  const start = examplePolicy.indexOf(part);
  return { start, end: start + part.length };
}

export const exampleFindings: readonly Diagnostic[] = [
  {
    code: 'unknown-action',
    severity: 'error',
    at: spanOf('s3:ListBukcet'),
    message: 'there is no action `s3:ListBukcet`',
    fix: 'did you mean `s3:ListBucket`?',
  },
  {
    code: 'any-resource',
    severity: 'security-warning',
    at: spanOf('"*"'),
    message: 'the statement allows this on every resource',
    fix: undefined,
  },
];

export const exampleLight: Light = {
  at: {
    start: examplePolicy.lastIndexOf('    {') + 4,
    end: examplePolicy.lastIndexOf('}\n  ]') + 1,
  },
  tone: 'denies',
};
