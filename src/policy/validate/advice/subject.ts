import {
  type ConditionEntry,
  type PolicyKind,
  type PolicyVersion,
  type Span,
  type Statement,
} from '../../syntax/document.ts';
import { type Operator, parseOperator } from '../../syntax/operators.ts';
import { type AdviceCode, type Facts } from '../facts.ts';
import { type AdviceOptions } from './advice-options.ts';

/** One statement, and what a check of it needs to know. */
export interface Subject {
  readonly kind: PolicyKind;
  readonly version: PolicyVersion;
  readonly statement: Statement;
  readonly options: AdviceOptions;
  readonly add: AddAdvice;
}

export type AddAdvice = <Code extends AdviceCode>(code: Code, at: Span, facts: Facts[Code]) => void;

/** Looks at one statement for one sort of trap. */
export type Check = (subject: Subject) => void;

export const allows = ({ effect }: Statement): boolean => effect.value === 'Allow';

const keyOf = ({ key }: ConditionEntry): string => key.value.toLowerCase();

/** A condition with its operator taken apart. */
export interface Test extends Operator {
  readonly entry: ConditionEntry;
  readonly key: string;
  readonly values: ConditionEntry['values'];
}

/** Conditions whose operator AWS would refuse are left out. */
export const testsOf = ({ conditions }: Statement): readonly Test[] =>
  conditions.flatMap((entry) => {
    const operator = parseOperator(entry.operator.value);
    return operator === undefined
      ? []
      : [{ ...operator, entry, key: keyOf(entry), values: entry.values }];
  });

/** `StringNotEquals`, `NotIpAddress` and their like: met by a request without the key. */
export const isNegated = ({ name }: Operator): boolean => name.includes('Not');

/** Whether `Null` says that the key must be there. */
export const isRequired = (tests: readonly Test[], key: string): boolean =>
  tests.some(
    (test) =>
      test.name === 'Null' &&
      test.key === key &&
      test.values.every(({ value }) => value.toLowerCase() === 'false'),
  );

export const isTrue = ({ values }: Test): boolean =>
  values.some(({ value }) => value.toLowerCase() === 'true');

export const isFalse = ({ values }: Test): boolean =>
  values.some(({ value }) => value.toLowerCase() === 'false');
