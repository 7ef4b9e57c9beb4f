import { type PatternElement } from '../syntax/document.ts';
import { type Asked } from './asked.ts';
import { type EntryTrace, type Finding } from './trace.ts';

/**
 * One element of a statement, made ready: `matches` answers, `trace` gives the same answer with what every value
 * said.
 */
export interface ElementTest {
  readonly matches: (asked: Asked) => boolean;
  readonly trace: (asked: Asked) => Finding;
}

/** One value of an element, made ready. */
export interface ValueTest {
  readonly matches: (asked: Asked) => boolean;
  readonly trace: (asked: Asked) => ValueFinding;
}

export interface ValueFinding {
  readonly entry: EntryTrace;
  /** Condition keys, lower case, that the value asked for and the request did not carry. */
  readonly missing: readonly string[];
}

const none: readonly string[] = [];
export const withNothingMissing = (entry: EntryTrace): ValueFinding => ({ entry, missing: none });

/** `Action` and `Resource` match when one of their values does, `NotAction` and `NotResource` when none does. */
export function compilePatterns(
  name: 'Action' | 'Resource',
  { negated, at }: PatternElement,
  values: readonly ValueTest[],
  actualOf: (asked: Asked) => string,
): ElementTest {
  const element = negated ? (`Not${name}` as const) : name;
  return {
    matches: (asked) => anyMatches(values, asked) !== negated,
    trace: (asked) => {
      const findings = values.map((value) => value.trace(asked));
      const entries = findings.map(({ entry }) => entry);
      const matched = entries.some((entry) => entry.matched) !== negated;
      return {
        trace: { element, at, matched, actual: actualOf(asked), entries },
        missing: findings.flatMap(({ missing }) => missing),
      };
    },
  };
}

/** A loop and not `some`, which costs a call: this runs for every statement of every request. */
function anyMatches(values: readonly ValueTest[], asked: Asked): boolean {
  for (const value of values) if (value.matches(asked)) return true;
  return false;
}
