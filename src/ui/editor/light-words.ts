import { type Light } from '../kit/policy-editor-props.ts';

interface LightWords {
  /** The same shapes as in a verdict badge. */
  readonly shape: string;
  readonly words: string;
}

export const lightWords: Record<Light['tone'], LightWords> = {
  allows: { shape: '✓', words: 'allowed the request' },
  denies: { shape: '✕', words: 'denied the request' },
  silent: { shape: '○', words: 'said nothing about the request' },
};
