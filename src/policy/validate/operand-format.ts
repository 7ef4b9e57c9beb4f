import { parseDate, parseDecimal } from '../syntax/operands.ts';
import { type OperatorName } from '../syntax/operators.ts';
import { isIpRange } from './ip-range.ts';

/** What the values of an operator must look like. `bool` is not checked by AWS when it saves. */
export type OperandForm = 'number' | 'date' | 'ip' | 'arn' | 'base64' | 'bool';

const forms: readonly (readonly [prefix: RegExp, form: OperandForm])[] = [
  [/^Numeric/, 'number'],
  [/^Date/, 'date'],
  [/IpAddress$/, 'ip'],
  [/^Arn/, 'arn'],
  [/^Binary/, 'base64'],
  [/^(?:Bool|Null)$/, 'bool'],
];

/** `undefined`: any text will do. */
export const operandForm = (operator: OperatorName): OperandForm | undefined =>
  forms.find(([names]) => names.test(operator))?.[1];

/**
 * Whether a value is one that its operator can compare when it is saved (seen live).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function hasForm(form: OperandForm, value: string): boolean {
  switch (form) {
    case 'number':
      return parseDecimal(value) !== undefined;
    case 'date':
      return parseDate(value) !== undefined;
    case 'ip':
      return isIpRange(value);
    case 'arn':
      return value === '*' || /^arn:(?:[^:]*:){4}[^]/.test(value);
    case 'base64':
      return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value);
    case 'bool':
      return /^(?:true|false)$/i.test(value);
  }
}
