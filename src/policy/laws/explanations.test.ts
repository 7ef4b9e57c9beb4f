import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAsking, type DrawnAsking } from '../../testing/any-asking.ts';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { gates, type Policies } from '../decide/request.ts';
import { accessDeniedMessage } from '../explain/aws-message.ts';
import { outcome, policiesOf, requestOf, textOf } from '../explain/asking.examples.ts';
import { type Decision, type ElementTrace, type StatementRef } from '../explain/decision.ts';
import { sayDecision, sayElement, sayStatement } from '../explain/words.ts';
import { type Span } from '../syntax/document.ts';
import {
  counter,
  decided,
  decidedWith,
  eachPolicy,
  placesOf,
  rewritten,
  statementsOf,
} from './drawn.examples.ts';

/** What holds of every decision and its trace. */
const { count, rarerThan } = counter();

const check = (law: (one: DrawnAsking, decision: Decision) => void) =>
  fc.assert(
    fc.property(anyAsking, (one) => {
      law(one, count(decided(one)));
    }),
    { numRuns: 250 },
  );

test('decide says what explain says', () => {
  check((one, decision) =>
    expect(decide(requestOf(one), compile(policiesOf(one)))).toBe(decision.verdict),
  );
});

test('policies that were compiled once answer every request as if it were the first', () => {
  fc.assert(
    fc.property(anyAsking, anyAsking, (one, other) => {
      const policies = compile(policiesOf(one));
      const second = { ...requestOf(one), context: other.context, principal: other.by };
      const [before] = [decide(requestOf(one), policies), decide(second, policies)];
      expect(decide(requestOf(one), policies)).toBe(before);
      expect(decide(second, policies)).toBe(decide(second, compile(policiesOf(one))));
    }),
    { numRuns: 250 },
  );
});

test('every gate is there once, in order, and one settles the verdict', () => {
  check((_one, { gates: traces, reason }) => {
    expect(traces.map(({ gate }) => gate)).toEqual(gates);
    expect(traces.filter(({ decisive }) => decisive).map(({ gate }) => gate)).toEqual(
      'gate' in reason ? [reason.gate] : [],
    );
  });
});

test('every statement of every policy that was asked is in the trace once', () => {
  check((_one, decision) => {
    const names = statementsOf(decision).map(({ ref }) => `${ref.policy}#${ref.index}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('what a reason names stands in the trace, applies and has the effect', () => {
  check((_one, decision) => {
    const { reason } = decision;
    const applying = statementsOf(decision).filter(({ applies }) => applies);
    const named = 'by' in reason ? reason.by : [];
    const effect = reason.kind === 'explicit-deny' ? 'Deny' : 'Allow';
    expect(named.map((ref) => applying.find((trace) => same(trace.ref, ref))?.effect)).toEqual(
      named.map(() => effect),
    );
  });
});

const same = (a: StatementRef, b: StatementRef): boolean =>
  a.policy === b.policy && a.index === b.index;

test('a trace stops at the first element that fails, and says that it failed', () => {
  check((_one, decision) => {
    for (const { applies, elements } of statementsOf(decision)) {
      expect(elements.slice(0, -1).every(({ matched }) => matched)).toBe(true);
      expect(elements.at(-1)?.matched).toBe(applies);
    }
  });
});

test('taking away what a reason names changes the answer', () => {
  check((one, decision) => {
    const { reason } = decision;
    const named = 'by' in reason ? reason.by : [];
    fc.pre(named.length > 0); // a root user needs no statement
    const after = decidedWith(
      one,
      filtered(policiesOf(one), (ref) => !named.some((by) => same(by, ref))),
    );
    expect(outcome(after)).not.toBe(outcome(decision));
  });
});

test('what a deny rests on denies alone', () => {
  check((one, decision) => {
    const { reason } = decision;
    fc.pre(reason.kind === 'explicit-deny');
    const named = 'by' in reason ? reason.by : [];
    const after = decidedWith(
      one,
      filtered(policiesOf(one), (ref) => named.some((by) => same(by, ref))),
    );
    expect(outcome(after)).toBe(outcome(decision));
  });
});

test('of a deny that stands twice, either is enough', () => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      const twice = rewritten(one, (statements) => [...statements, ...statements]);
      const decision = count(decided(twice));
      fc.pre(decision.reason.kind === 'explicit-deny');
      const [first, ...others] = 'by' in decision.reason ? decision.reason.by : [];
      expect(others.length).toBeGreaterThan(0);
      const after = decidedWith(
        twice,
        filtered(policiesOf(twice), (ref) => first === undefined || !same(first, ref)),
      );
      expect(outcome(after)).toBe(outcome(decision));
    }),
    { numRuns: 250 },
  );
});

test('statements that do not apply may be left out', () => {
  check((one, decision) => {
    const idle = statementsOf(decision).filter(({ applies }) => !applies);
    const after = decidedWith(
      one,
      filtered(policiesOf(one), (ref) => !idle.some((trace) => same(trace.ref, ref))),
    );
    expect(outcome(after)).toBe(outcome(decision));
  });
});

/** `keep` is asked with the statement's name; policies may be left without statements. */
const filtered = (policies: Policies, keep: (ref: StatementRef) => boolean): Policies =>
  eachPolicy(policies, (policy) => [
    {
      ...policy,
      document: {
        ...policy.document,
        statements: policy.document.statements.filter(({ index, at }) =>
          keep({ policy: policy.ref, policyName: policy.name, index, sid: undefined, at }),
        ),
      },
    },
  ]);

test('missing keys are in lower case, each once, and the request has none of them', () => {
  check(({ context }, { missingKeys }) => {
    expect(missingKeys).toEqual([...new Set(missingKeys.map((key) => key.toLowerCase()))]);
    const carried = missingKeys.filter((key) => {
      const value = Object.hasOwn(context, key) ? context[key] : undefined;
      return value !== undefined && value.length > 0;
    });
    expect(carried).toEqual([]);
  });
});

test('every key that a condition asked for and missed is named', () => {
  check((_one, decision) => {
    const absent = statementsOf(decision)
      .flatMap(({ elements }) => elements)
      .flatMap((each) =>
        each.element === 'Condition' && each.actual === undefined ? [each.key] : [],
      );
    const unnamed = absent.filter((key) => !decision.missingKeys.includes(key.toLowerCase()));
    expect(unnamed).toEqual([]);
  });
});

const within = (inner: Span, outer: Span) =>
  outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;

/** The text that a trace's places point into. */
function textsOf(one: DrawnAsking): ReadonlyMap<string, string> {
  const level = { scp: 0, rcp: 0 };
  return new Map(
    placesOf(one).map(({ kind, statements }) => {
      const text = textOf(statements);
      switch (kind) {
        case 'scp':
          return [`scp/Scp${level.scp++}`, text];
        case 'rcp':
          return [`rcp/Rcp${level.rcp++}`, text];
        case 'identity':
          return ['identity/Own', text];
        case 'boundary':
          return ['boundary/Boundary', text];
        case 'session':
          return ['session/session policy', text];
        case 'trust':
          return ['trust/trust policy', text];
        case 'bucket':
          return ['resource/bucket policy', text];
        case 'key':
          return ['resource/key policy', text];
      }
    }),
  );
}

test('every place lies inside its element, its statement and its text', () => {
  check((one, decision) => {
    const texts = textsOf(one);
    for (const { ref, elements } of statementsOf(decision)) {
      const text = texts.get(ref.policy);
      expect(text).toBeDefined();
      expect(within(ref.at, { start: 0, end: text?.length ?? 0 })).toBe(true);
      expect(text?.slice(ref.at.start, ref.at.end)).toMatch(/^\{[^]*\}$/);
      for (const { at, entries } of elements) {
        expect(within(at, ref.at)).toBe(true);
        expect(entries.every((entry) => within(entry.at, at))).toBe(true);
      }
    }
  });
});

test('the text at the place of a value is the value, before its variables are filled in', () => {
  check((one, decision) => {
    const texts = textsOf(one);
    for (const { ref, elements } of statementsOf(decision)) {
      const text = texts.get(ref.policy) ?? '';
      const wrong = elements
        .flatMap(({ entries }) => entries)
        .filter(({ at, expected }) => !isWritten(text.slice(at.start, at.end), expected));
      expect(wrong).toEqual([]);
    }
  });
});

/** Of a value with variables only the text around them can be compared. */
function isWritten(json: string, expected: string): boolean {
  const value = String(JSON.parse(json));
  const [start = '', ...rest] = value.split(/\$\{[^}]*\}/);
  return rest.length === 0
    ? value === expected
    : expected.startsWith(start) && expected.endsWith(rest.at(-1) ?? '');
}

test('the element’s own place holds its name and its values', () => {
  const nameOf = (trace: ElementTrace) =>
    trace.element === 'Condition' ? trace.key : trace.element;
  check((one, decision) => {
    const texts = textsOf(one);
    for (const { ref, elements } of statementsOf(decision)) {
      const text = texts.get(ref.policy) ?? '';
      const around = elements.filter((trace) => {
        const from = text.lastIndexOf(`"${nameOf(trace)}"`, trace.at.start);
        return from < ref.at.start;
      });
      expect(around).toEqual([]);
    }
  });
});

test('every decision can be said, and a copy says the same', () => {
  check((one, decision) => {
    const request = requestOf(one);
    const { headline, sentences } = sayDecision(decision, request);
    const copy = JSON.parse(JSON.stringify(decision)) as Decision;
    expect(sayDecision(copy, request)).toEqual({ headline, sentences });
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(headline).toMatch(/^(?:Allowed|Refused): .*[^.]$/);
    const traces = statementsOf(decision);
    const all = [
      ...sentences,
      ...traces.map(sayStatement),
      ...traces.flatMap(({ elements }) => elements.map(sayElement)),
    ];
    expect(
      all.filter((text) => !/^\S.*\.$/.test(text) || /undefined|NaN|\[object/.test(text)),
    ).toEqual([]);
  });
});

test('every refusal has AWS’s words', () => {
  check((one, decision) => {
    fc.pre(decision.verdict !== 'Allow');
    for (const style of ['classic', 'verbose'] as const) {
      expect(accessDeniedMessage(decision, requestOf(one), style)).toMatch(
        /^(?:User: \S+ is not authorized to perform: \w+:\w+|Access Denied$|Not authorized to perform \w+:\w+$)/,
      );
    }
  });
});

test('these laws saw every reason, each in at least one case of a hundred', () => {
  expect(rarerThan(0.01)).toEqual([]);
});
