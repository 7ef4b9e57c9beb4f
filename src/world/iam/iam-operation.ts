import { type AwsCall } from '../command.ts';
import { type Operation } from '../operation.ts';
import { alwaysValid } from '../operation.ts';

/** What all IAM operations have in common; parameters are recorded under their API names. */
export function iam(eventName: string, call: AwsCall): Omit<Operation, 'target' | 'perform'> {
  const { action: _, ...requestParameters } = call;
  return {
    service: 'iam',
    eventName,
    readOnly: false,
    data: false,
    requestParameters,
    invalid: alwaysValid,
  };
}
