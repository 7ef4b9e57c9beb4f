import { type CredentialsState } from '#world';
import { type OnReveal, type Revealed } from './reveal.ts';
import {
  bobNotTrusted,
  emyRevoked,
  everyGate,
  julieAllowed,
  missingSecondFactor,
} from './sample-decisions.ts';
import { Trace } from './trace.tsx';

const ignore: OnReveal = () => undefined;

export const allowed = (onReveal = ignore) => (
  <Trace
    {...julieAllowed}
    awsMessage="Credentials ASIARTX3GSDSWEXAMPLE, valid until 2026-11-23T18:04:10Z, of arn:aws:sts::111122223333:assumed-role/DemoRole/julie"
    onReveal={onReveal}
    revealed={undefined}
  />
);

export const notTrusted = (onReveal = ignore) => (
  <Trace
    {...bobNotTrusted}
    awsMessage="An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/bob is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/DemoRole"
    onReveal={onReveal}
    revealed={undefined}
  />
);

export const revoked = (onReveal = ignore, revealed?: Revealed) => (
  <Trace
    {...emyRevoked}
    awsMessage={
      'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/DemoRole/emy is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::demo-bucket/payroll.csv" with an explicit deny in an identity-based policy'
    }
    onReveal={onReveal}
    revealed={revealed}
  />
);

export const conditionIsLit = () =>
  revoked(ignore, {
    policyRef: 'role-inline/DemoRole/AWSRevokeOlderSessions',
    at: { start: 320, end: 390 },
  });

export const missingKey = () => (
  <Trace
    {...missingSecondFactor}
    awsMessage="An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/emy is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/DemoRole"
    onReveal={ignore}
    revealed={undefined}
  />
);

export const everyGateInPlay = () => (
  <Trace
    {...everyGate}
    awsMessage="An error occurred (AccessDenied) when calling the GetObject operation: Access Denied"
    onReveal={ignore}
    revealed={undefined}
  />
);

const failedBefore = (state: CredentialsState, awsMessage: string) => (
  <Trace decision={undefined} failedBefore={{ state, awsMessage }} />
);

export const expired = () =>
  failedBefore('expired', 'ExpiredToken: The provided token has expired.');
export const unknownKey = () =>
  failedBefore(
    'unknown',
    'InvalidClientTokenId: The security token included in the request is invalid.',
  );
export const noCredentials = () =>
  failedBefore(
    'missing',
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
  );
export const inactiveKey = () =>
  failedBefore(
    'inactive',
    'InvalidClientTokenId: The security token included in the request is invalid.',
  );
export const roleDeleted = () =>
  failedBefore(
    'role-deleted',
    'InvalidClientTokenId: The security token included in the request is invalid.',
  );
export const badRequest = () =>
  failedBefore('valid', 'NoSuchBucket: The specified bucket does not exist');
