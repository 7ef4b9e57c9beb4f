import { operatorNames, type OperatorName, type RequestContext } from '#policy';
import { contextKeys, requestValues, type ValueType } from './context.ts';
import { drawGarbagePattern } from './garbage.ts';
import { drawVariableText, speakable } from './patterns.ts';
import { oneOrList, several, type Random } from './random.ts';

/** Each operator with each prefix and suffix that AWS saves: `NullIfExists` is refused. */
export const operatorForms: readonly string[] = ['', 'ForAllValues:', 'ForAnyValue:'].flatMap(
  (set) =>
    operatorNames.flatMap((name) =>
      name === 'Null' ? [`${set}${name}`] : [`${set}${name}`, `${set}${name}IfExists`],
    ),
);

const typeOf = (operator: OperatorName): ValueType => {
  if (operator.startsWith('Numeric')) return 'number';
  if (operator.startsWith('Date')) return 'date';
  if (operator.startsWith('Arn')) return 'arn';
  if (operator.endsWith('IpAddress')) return 'address';
  if (operator === 'Bool' || operator === 'Null') return 'bool';
  return operator === 'BinaryEquals' ? 'bytes' : 'text';
};

const baseName = (form: string): OperatorName =>
  operatorNames.find((name) => form.replace(/^.*:/, '').replace(/IfExists$/, '') === name) ??
  'Null';

/** What policies may hold beside what requests carry. */
const policyValues: Readonly<Record<ValueType, readonly unknown[]>> = {
  text: [
    'a*',
    '*',
    '?',
    '??',
    'A*',
    'home/*',
    'ALICE',
    '*l*e',
    'a${*}c',
    'x?y',
    1,
    true,
    'true',
    '${$}',
  ],
  number: [10, 300, '1e1', '-1.0', '1e-1', '9007199254740992', 0.1, '300.000', '+10', '.1'],
  date: [
    '2026-01',
    '2026-01-01T00:00Z',
    '2026-06-15T12:00:00.500Z',
    '2025-12-31T23:59:59.999Z',
    1767225600,
    '1969-12-31',
  ],
  bool: [true, false, 'TRUE', 'False', 'yes'],
  bytes: ['', 'YWJjZGU='],
  address: [
    '203.0.113.0/24',
    '203.0.113.42/32',
    '203.0.113.77/25',
    '0.0.0.0/0',
    '10.0.0.0/8',
    '2001:db8::/32',
    '::/0',
    '2001:db8::1/128',
    '::ffff:203.0.113.42',
  ],
  arn: [
    '*',
    'arn:aws:iam::111111111111:role/*',
    'arn:aws:iam::*:user/al?ce',
    'arn:aws:iam::111111111111:user/${aws:username}',
    'arn:aws:iam::${aws:username}:role/x',
    'arn:*:*:*:*:*',
    'arn:aws:x:*:111122223333:finance/*',
    'arn:aws:x:*:*:*finance/*',
    "arn:aws:iam::111111111111:user/${aws:missing, 'alice'}",
    'arn:AWS:iam::111111111111:user/alice',
  ],
};

function drawOperand(
  random: Random,
  type: ValueType,
  context: RequestContext,
  key: string,
): unknown {
  const name = key.toLowerCase();
  const carried = Object.hasOwn(context, name) ? context[name] : undefined;
  const values = typeof carried === 'string' ? [carried] : (carried ?? []);
  const known = values.filter((value) => type === 'text' || requestValues[type].includes(value));
  if (known.length > 0 && random.chance(0.35)) return speakable(random.pick(known));
  if (type === 'text' && random.chance(0.2)) return drawVariableText(random);
  if (type === 'arn' && random.chance(0.2))
    return `arn:aws:iam::111111111111:${drawVariableText(random)}`;
  return random.chance(0.5)
    ? speakable(random.pick(requestValues[type]))
    : random.pick(policyValues[type]);
}

/** A key of the operator's type, mostly; now and then of another, or one that no request carries. */
function drawKey(random: Random, type: ValueType): string {
  if (random.chance(0.05)) return 'demo:NoSuchKey';
  const known = random.chance(0.08) ? contextKeys : contextKeys.filter((key) => key.type === type);
  const { name } = random.pick(known);
  return random.chance(0.1) ? name.toUpperCase() : name;
}

/** One key under one operator. */
function drawEntry(random: Random, form: string, context: RequestContext, wild: boolean) {
  const name = baseName(form);
  const type = typeOf(name);
  const key = drawKey(
    random,
    name === 'Null' ? random.pick(['text', 'bool', 'date'] as const) : type,
  );
  const count = random.chance(0.02) ? 0 : 1;
  const values = several(random, count, count === 0 ? 0 : 3, () =>
    type === 'text' && wild ? drawGarbagePattern(random) : drawOperand(random, type, context, key),
  );
  return [key, oneOrList(random, values)] as const;
}

/** A `Condition` block of one to three operators with one or two keys. */
export function drawCondition(
  random: Random,
  context: RequestContext,
  wild: boolean,
): Readonly<Record<string, unknown>> {
  const forms = several(random, 1, random.chance(0.7) ? 1 : 3, () => random.pick(operatorForms));
  return Object.fromEntries(
    forms.map((form) => {
      const entries = several(random, 1, random.chance(0.8) ? 1 : 2, () =>
        drawEntry(random, form, context, wild),
      );
      const unlike = new Map(entries.map((entry) => [entry[0].toLowerCase(), entry]));
      return [form, Object.fromEntries(unlike.values())];
    }),
  );
}
