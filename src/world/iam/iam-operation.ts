import { type AwsCall } from '../command.ts';
import { brokenConstraint, invalidMaxSession } from '../constraints.ts';
import { type AwsError } from '../happening.ts';
import { type Operation } from '../operation.ts';

/** What all IAM operations have in common; parameters are recorded under their API names. */
export function iam(eventName: string, call: AwsCall): Omit<Operation, 'target' | 'perform'> {
  const requestParameters = Object.fromEntries(
    Object.entries(call).filter(([field]) => field !== 'action'),
  );
  return {
    service: 'iam',
    eventName,
    readOnly: false,
    data: false,
    requestParameters,
    invalid: () => invalidParameter(call),
  };
}

const limited = ['roleName', 'userName', 'groupName', 'policyName', 'path'] as const;

function invalidParameter(call: AwsCall): AwsError | undefined {
  const given: Readonly<Record<string, unknown>> = { ...call };
  for (const field of limited) {
    const value = given[field];
    const error = typeof value === 'string' ? brokenConstraint(field, value) : undefined;
    if (error) return error;
  }
  return call.action === 'iam:CreateRole' && call.maxSessionDuration !== undefined
    ? invalidMaxSession(call.maxSessionDuration)
    : undefined;
}
