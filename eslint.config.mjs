// Lints everything: with types in the three packages, by plain rules in scripts that run before anything is built.
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const globals = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));

const everywhere = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
};

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/node_modules/', '**/coverage/', '.data/', '.cache/', '**/*.generated.*', 'docs/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...everywhere,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Nest finds what a constructor wants by the class behind a parameter's type, which a type-only import erases.
    files: ['server/**/*.ts', 'shared/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['miniapp/**/*.ts', 'miniapp/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      ecmaVersion: 2023,
      globals: globals(
        'process console Buffer URL URLSearchParams AbortSignal AbortController fetch setTimeout clearTimeout setInterval clearInterval setImmediate globalThis structuredClone performance require module exports __dirname __filename',
      ),
    },
    rules: {
      ...everywhere,
      'no-console': 'off',
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-unreachable': 'error',
      'no-shadow': 'error',
    },
  },
  {
    // These run inside a page or a mini-program realm, whose globals are not Node's.
    files: ['miniapp/test/**', 'miniapp/e2e/**', 'miniapp/config/**'],
    languageOptions: {
      globals: globals(
        'window document navigator location localStorage getComputedStyle HTMLElement NodeFilter wx Page App',
      ),
    },
  },
  prettier,
);
