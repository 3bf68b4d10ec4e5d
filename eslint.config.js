import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { may } from './eslint.imports.js';
import svelteConfig from './svelte.config.js';

const routesOnly = {
  group: ['$app/navigation', '$app/state', '$app/paths'],
  message: 'Only routes know the router.',
};
const sdk = { group: ['pocketbase'], message: 'Only sync/backend.ts knows the PocketBase SDK.' };

/** The rules of one feature folder: what it may not import, from the table in eslint.imports.js. */
const features = Object.entries(may).map(([feature, allowed]) => ({
  files: [`src/lib/${feature}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: Object.keys(may)
              .filter((other) => other !== feature && !allowed.includes(other))
              .flatMap((other) => [`$lib/${other}`, `$lib/${other}/**`]),
            message: `${feature}/ may import only: ${allowed.join(', ') || 'nothing of src/lib'} (eslint.imports.js).`,
          },
          {
            regex: `^(\\.\\./)+(${Object.keys(may)
              .filter((other) => other !== feature)
              .join('|')})(/|$)`,
            message: 'Write imports across folders as $lib/<folder>/….',
          },
          routesOnly,
          sdk,
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', '.nhaso/', 'pb_data/', 'pocketbase/pb_hooks/', 'static/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript knows better
      eqeqeq: ['error', 'smart'],
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteMustacheTag[kind=raw]', message: 'No {@html}: words are never markup.' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'error',
    },
  },
  { files: ['pocketbase/**', 'tests/**', '*.js', '*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/lib/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [routesOnly, sdk] }] },
  },
  ...features,
  {
    files: ['src/lib/sync/backend.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [routesOnly] }] },
  },
);
