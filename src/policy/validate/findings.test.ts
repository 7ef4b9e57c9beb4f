import { expect, test } from 'vitest';
import { readMarks } from '../syntax/marked-text.ts';
import { advise } from './advice/advise.ts';
import { readPolicy } from './read-policy.ts';
import { sampleAdvice, sampleOptions, samples } from './findings.examples.ts';

test.each(samples)(
  '%s: in the sample (%s) it stands at its place',
  (code, kind, severity, marked) => {
    const { text, at } = readMarks(marked);
    const reading = readPolicy(text, kind, sampleOptions);
    const found = [...reading.diagnostics, ...advise(reading, sampleAdvice)];
    expect(found).toContainEqual(expect.objectContaining({ code, severity, at }));
  },
);
