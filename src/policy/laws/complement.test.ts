import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAsking, type DrawnAsking, type Written } from '../../testing/any-asking.ts';
import { allow, ask, deny } from '../explain/asking.examples.ts';
import { operatorNames } from '../syntax/operators.ts';
import { placesOf } from './drawn.examples.ts';

/** Of each element and its negation, exactly one applies to a request. */
const runs = { numRuns: 250 };

/** The request, where identity policies decide alone. */
const alone = ({ action, resource, context }: DrawnAsking) => ({ action, resource, context });
const applies = (one: DrawnAsking, statement: Written): boolean =>
  ask({ ...alone(one), identity: [statement] }).verdict === 'Allow';
const asked = (one: DrawnAsking): boolean => one.action !== 'sts:GetCallerIdentity';

/** A value that a drawn policy has under this name. */
const written = (one: DrawnAsking, name: string): unknown =>
  placesOf(one)
    .flatMap(({ statements }) => statements)
    .find((statement) => name in statement)?.[name];

test('Action and NotAction', () => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      const Action = written(one, 'Action');
      fc.pre(asked(one) && Action !== undefined);
      const negated = { Effect: 'Allow', NotAction: Action, Resource: '*' };
      expect(applies(one, allow(Action))).toBe(!applies(one, negated));
    }),
    runs,
  );
});

test('Resource and NotResource', () => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      const Resource = written(one, 'Resource');
      fc.pre(asked(one) && Resource !== undefined);
      const negated = { Effect: 'Allow', Action: '*', NotResource: Resource };
      expect(applies(one, allow('*', Resource))).toBe(!applies(one, negated));
    }),
    runs,
  );
});

test('Principal and NotPrincipal of a Deny, for a caller without a boundary', () => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      const Principal = written({ ...one, rcps: [] }, 'Principal');
      fc.pre(asked(one) && Principal !== undefined && Principal !== '*');
      const denied = (who: Written) =>
        ask({ ...alone(one), by: one.by, bucket: [deny('*', '*', who)] }).verdict ===
        'ExplicitDeny';
      expect(denied({ Principal })).toBe(!denied({ NotPrincipal: Principal }));
    }),
    runs,
  );
});

/** `StringEquals` and `StringNotEquals`, and so on. */
const opposites = operatorNames.flatMap((name) => {
  const opposite = name === 'IpAddress' ? 'NotIpAddress' : name.replace(/(?=Equals|Like)/, 'Not');
  const known = operatorNames.find((other) => other === opposite);
  return known === undefined || known === name || name.includes('Not')
    ? []
    : [[name, known] as const];
});

test('there are eight such pairs', () => expect(opposites.map(([name]) => name)).toHaveLength(8));

const anyValue = fc.constantFrom(
  'a',
  'A',
  'ab',
  'a*',
  '',
  '10',
  '10.0',
  '-1e3',
  '2026-01-01',
  '2026-01-01T00:00:00Z',
  '203.0.113.7',
  '2001:db8::7',
  'arn:aws:s3:::b',
  'arn:aws:sns:eu-west-1:1:b',
  'true',
);
const operands: Readonly<Record<string, readonly string[]>> = {
  String: ['a', 'A', 'a*', '?', '', '10'],
  Numeric: ['10', '-1000', '0.5'],
  Date: ['2026-01-01', '1767225600'],
  IpAddress: ['203.0.113.0/24', '2001:db8::/32', '198.51.100.1'],
  Arn: ['arn:aws:s3:::*', 'arn:aws:*:*:*:b', '*'],
};
const operandsOf = (operator: string): readonly string[] =>
  Object.entries(operands).find(([type]) => operator.startsWith(type))?.[1] ?? [];
const holds = (operator: string, values: unknown, actual: string | readonly string[] | undefined) =>
  ask({
    identity: [allow('*', '*', { Condition: { [operator]: { 'test:Key': values } } })],
    context: actual === undefined ? {} : { 'test:key': actual },
  }).verdict === 'Allow';

test.each(opposites)(
  '%s and %s of one value, whether the request has it or not',
  (name, opposite) => {
    fc.assert(
      fc.property(
        fc.subarray([...operandsOf(name)], { minLength: 1 }),
        fc.option(anyValue, { nil: undefined }),
        (values, actual) => {
          expect(holds(name, values, actual)).toBe(!holds(opposite, values, actual));
        },
      ),
    );
  },
);

test.each(opposites)('ForAllValues:%s and ForAnyValue:%s of several values', (name, opposite) => {
  fc.assert(
    fc.property(
      fc.subarray([...operandsOf(name)], { minLength: 1 }),
      fc.array(anyValue, { maxLength: 3 }),
      (values, actual) => {
        const all = holds(`ForAllValues:${name}`, values, actual);
        expect(all).toBe(!holds(`ForAnyValue:${opposite}`, values, actual));
      },
    ),
  );
});

test.each(opposites)('%s of several values is one of them, %s is none', (name, opposite) => {
  fc.assert(
    fc.property(
      fc.subarray([...operandsOf(name)], { minLength: 1 }),
      anyValue,
      (values, actual) => {
        const each = values.map((value) => holds(name, value, actual));
        expect(holds(name, values, actual)).toBe(each.includes(true));
        expect(holds(opposite, values, actual)).toBe(!each.includes(true));
      },
    ),
  );
});

test('Null true and Null false', () => {
  fc.assert(
    fc.property(fc.option(fc.oneof(anyValue, fc.array(anyValue)), { nil: undefined }), (actual) => {
      expect(holds('Null', 'true', actual)).toBe(!holds('Null', 'false', actual));
    }),
  );
});

test.each(operatorNames.filter((name) => operandsOf(name).length > 0))(
  '%sIfExists is the plain operator, or an absent key',
  (name) => {
    fc.assert(
      fc.property(
        fc.subarray([...operandsOf(name)], { minLength: 1 }),
        fc.option(anyValue, { nil: undefined }),
        (values, actual) => {
          expect(holds(`${name}IfExists`, values, actual)).toBe(
            actual === undefined || holds(name, values, actual),
          );
        },
      ),
    );
  },
);
