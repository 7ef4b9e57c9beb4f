import { type PatternElement } from '../syntax/document.ts';
import { type Asked } from './asked.ts';
import { type Finding } from './trace.ts';
import { type ComparedValue, compileAny, traceValue } from './values.ts';

/**
 * One element of a statement, made ready: `matches` answers, `trace` gives the same answer with what every value
 * said.
 */
export interface ElementTest {
  readonly matches: (asked: Asked) => boolean;
  readonly trace: (asked: Asked) => Finding;
}

/** `Action` and `Resource` match when one of their values does, `NotAction` and `NotResource` when none does. */
export function compilePatterns(
  name: 'Action' | 'Resource',
  { negated, at }: PatternElement,
  values: readonly ComparedValue[],
): ElementTest {
  const element = negated ? (`Not${name}` as const) : name;
  const isAction = name === 'Action';
  const fitsAny = compileAny(values);
  return {
    // Two functions, each reading one property: this runs for every statement of every request.
    matches: isAction
      ? (asked) => fitsAny(asked.actionInLowerCase, asked.context) !== negated
      : (asked) => fitsAny(asked.resource, asked.context) !== negated,
    trace: (asked) => {
      const compared = isAction ? asked.actionInLowerCase : asked.resource;
      const findings = values.map((value) => traceValue(value, compared, asked.context));
      const entries = findings.map(({ entry }) => entry);
      const matched = entries.some((entry) => entry.matched) !== negated;
      return {
        trace: { element, at, matched, actual: isAction ? asked.action : asked.resource, entries },
        missing: findings.flatMap(({ missing }) => missing),
      };
    },
  };
}
