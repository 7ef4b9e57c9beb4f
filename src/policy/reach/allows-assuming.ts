import { actionMatches } from '../match/actions.ts';
import { type Statement } from '../syntax/document.ts';
import { assumeRole } from './assumption.ts';

/** Whether a statement allows `sts:AssumeRole` to somebody, on something, under some condition. */
export function allowsAssuming({ effect, action: { patterns, negated } }: Statement): boolean {
  return effect.value === 'Allow' && patterns.some(({ value }) => meansAssuming(value)) !== negated;
}

/** The service's own name, which takes no wildcards. */
const service = assumeRole.slice(0, assumeRole.indexOf(':') + 1);

/** Most patterns are the action itself or about another service: they need not be made ready to be asked. */
const meansAssuming = (pattern: string): boolean =>
  pattern === '*' ||
  pattern === assumeRole ||
  (pattern.slice(0, service.length).toLowerCase() === service &&
    actionMatches(pattern, assumeRole));
