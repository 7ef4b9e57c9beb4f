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

/** Where a request has what the element speaks of. */
const comparedIn = {
  Action: (asked: Asked) => asked.actionInLowerCase,
  Resource: (asked: Asked) => asked.resource,
};
const shownIn = {
  Action: (asked: Asked) => asked.action,
  Resource: (asked: Asked) => asked.resource,
};

/** `Action` and `Resource` match when one of their values does, `NotAction` and `NotResource` when none does. */
export function compilePatterns(
  name: 'Action' | 'Resource',
  { negated, at }: PatternElement,
  values: readonly ComparedValue[],
): ElementTest {
  const element = negated ? (`Not${name}` as const) : name;
  const compared = comparedIn[name];
  const shown = shownIn[name];
  const fitsAny = compileAny(values);
  return {
    matches: (asked) => fitsAny(compared(asked), asked.context) !== negated,
    trace: (asked) => {
      const findings = values.map((value) => traceValue(value, compared(asked), asked.context));
      const entries = findings.map(({ entry }) => entry);
      const matched = entries.some((entry) => entry.matched) !== negated;
      return {
        trace: { element, at, matched, actual: shown(asked), entries },
        missing: findings.flatMap(({ missing }) => missing),
      };
    },
  };
}
