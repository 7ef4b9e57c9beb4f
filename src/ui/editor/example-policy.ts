import { type Diagnostic, type Span } from '#policy';
import { type Light } from '../kit/policy-editor-props.ts';

/** A policy with something wrong in it, for examples and tests. */
export const examplePolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBukcet", "iam:PassRole"],
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
    at: spanOf('"s3:ListBukcet"'),
    facts: { action: 's3:ListBukcet', near: 's3:ListBucket' },
  },
  {
    code: 'pass-role-on-everything',
    severity: 'security-warning',
    at: spanOf('"iam:PassRole"'),
    facts: {},
  },
];

export const exampleLight: Light = {
  at: {
    start: examplePolicy.lastIndexOf('    {') + 4,
    end: examplePolicy.lastIndexOf('}\n  ]') + 1,
  },
  tone: 'denies',
};
