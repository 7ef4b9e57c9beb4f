import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const namedExports = {
  selector: 'ExportAllDeclaration',
  message: 'Name what an index exports: it is the public API.',
};
const userMadeRegExp = {
  selector: 'NewExpression[callee.name="RegExp"]:not([arguments.0.type="Literal"])',
  message: 'A RegExp built at run time can hang on hostile input: use the matcher.',
};

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'playwright-report', 'test-results', '.cache'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  hooks.configs.flat.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-restricted-syntax': ['error', namedExports, userMadeRegExp],
    },
  },
  {
    files: ['src/{policy,world,course,exchange}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The simulated clock is `world.now`.' },
        {
          object: 'Math',
          property: 'random',
          message: 'Take a seed: a lesson must replay the same way.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        namedExports,
        userMadeRegExp,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The simulated clock is `world.now`.',
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    ...tseslint.configs.disableTypeChecked,
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      'no-undef': 'off', // tsc reads the scripts, and knows Node's globals
    },
  },
);
