import { actionMatches } from '../match/actions.ts';
import { type PolicyDocument, type Statement } from '../syntax/document.ts';
import { assumeRole } from './assumption.ts';

/** The statements that allow `sts:AssumeRole` to somebody, on something, under some condition. */
export const allowingStatements = ({ statements }: PolicyDocument): readonly Statement[] =>
  statements.filter(({ effect, action: { patterns, negated } }) => {
    const listed = patterns.some(({ value }) => actionMatches(value, assumeRole));
    return effect.value === 'Allow' && listed !== negated;
  });
