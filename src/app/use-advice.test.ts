import { type Advise, readPolicy } from '#policy';
import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { allow, policy, textOf } from '../testing/statements.ts';
import { useAdvice } from './use-advice.ts';

const reading = readPolicy(textOf(policy(allow(['s3:GetObejct', 's3:GetObject']))), 'identity');

const unknownActions = (advise: Advise | undefined) =>
  advise?.(reading).filter(({ code }) => code === 'unknown-action');

test('an action that AWS does not have is found once its list is here, with what was meant', async () => {
  const { result, rerender } = renderHook(useAdvice);
  await waitFor(() => {
    expect(unknownActions(result.current)).toMatchObject([
      { facts: { action: 's3:GetObejct', near: 's3:GetObject' } },
    ]);
  });
  const advise = result.current;
  rerender();
  expect(result.current).toBe(advise); // the same function: nothing is read anew
});
