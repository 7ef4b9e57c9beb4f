import { type PatternElement, type Placed } from '../syntax/document.ts';
import { type JsonObject } from '../syntax/json-tree.ts';
import { malformed } from './aws-words.ts';
import { finding } from './finding.ts';
import { type Reading } from './json-objects.ts';
import { checkLookAlikes } from './look-alikes.ts';
import { readPair, type Members } from './pattern-pair.ts';
import { findResourceFault } from './resource-format.ts';

/**
 * `Resource` or `NotResource` of a policy that needs one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function readResources(
  reading: Reading,
  statement: JsonObject,
  members: Members,
): PatternElement | undefined {
  const message = 'Policy statement must contain resources.'; // row M7
  const element = readPair(reading, statement, members, ['Resource', 'NotResource'], {
    missing: (at) => finding('no-resource', at, {}),
    refusal: malformed('resources-present', message),
  });
  element?.patterns.forEach((pattern) => checkResource(reading, pattern));
  return element;
}

function checkResource({ report }: Reading, pattern: Placed<string>): void {
  checkLookAlikes(report, pattern);
  const fault = findResourceFault(pattern);
  if (fault !== undefined) report.add(fault.diagnostic, fault.refusal);
  else if (pattern.value !== '*' && !pattern.value.startsWith('arn:')) {
    report.add(finding('resource-arn-prefix', pattern.at, { resource: pattern.value }));
  }
}

/** A trust policy has neither (AWS IAM, rows T13 and T14): the role is the resource. */
export function refuseResources({ report }: Reading, members: Members): void {
  const resource = members.get('Resource');
  const notResource = members.get('NotResource');
  if (resource !== undefined) {
    const refusal = malformed('statements', 'Has prohibited field Resource');
    report.add(finding('resource-forbidden', resource.name.at, { element: 'Resource' }), refusal);
  }
  if (notResource !== undefined) {
    const refusal = malformed('statements', 'AssumeRole policy must not contain resources.');
    report.add(
      finding('resource-forbidden', notResource.name.at, { element: 'NotResource' }),
      refusal,
    );
  }
}
