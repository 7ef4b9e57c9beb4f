import { type Tone } from '../kit/verdict-badge.tsx';

export const toneWords: Record<Tone, string> = {
  allowed: 'allowed',
  denied: 'denied',
  silent: 'not allowed',
};
