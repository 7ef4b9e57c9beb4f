import { type Placed } from '../syntax/document.ts';
import { finding } from './finding.ts';
import { type Report } from './report.ts';

/**
 * Characters outside ASCII have no place in a name that AWS compares: a no-break space, a soft hyphen or an
 * accent, and behind a `\u` escape any look-alike at all. Characters above U+00FF that stand in the text itself
 * were refused before (AWS IAM, row M30).
 */
export function checkLookAlikes(report: Report, { value, at }: Placed<string>): void {
  const escaped = at.end - at.start > value.length + 2; // longer than the value and its quotes
  const strange = escaped ? /[^\u0020-\u007E]/u : /[\u007F-\u00FF]/u;
  const found = strange.exec(value)?.[0];
  if (found !== undefined) report.add(finding('look-alike', at, { character: found }));
}
