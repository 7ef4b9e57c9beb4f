/** Folders listed in order of rank: each may import only those before it. */
const oneWay = (root, ranks) =>
  ranks.slice(0, -1).map((name, i) => ({
    name: `${root}${name}-imports-nothing-above`,
    comment: `${root}${name} may import only ${ranks.slice(0, i).join(', ') || 'itself'}: see src/README.md.`,
    severity: 'error',
    from: { path: `^${root}${name}/` },
    to: { path: `^${root}(${ranks.slice(i + 1).join('|')})/` },
  }));
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const testish = '[.](test|spec|examples)[.]tsx?$|^src/testing/|^e2e/';

module.exports = {
  forbidden: [
    ...oneWay('src/', ['policy', 'world', 'course', 'exchange', 'catalogue', 'store', 'ui', 'app']),
    ...oneWay('src/policy/', [
      'syntax',
      'validate',
      'help',
      'match',
      'decide',
      'explain',
      'reach',
      'change',
    ]),
    rule(
      'enter-by-the-front-door',
      'Import a layer through #policy, #world, …, never a file inside it.',
      { path: '^src/([^/]+)/' },
      {
        path: '^src/(policy|world|course|exchange|catalogue|store)/',
        pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$'],
      },
    ),
    rule(
      'pure-core-needs-no-packages',
      'The engine and the world run anywhere; the allow-list is jsonc-parser and ipaddr.js.',
      { path: '^src/(policy|world)/', pathNot: '[.](test|examples)[.]ts$' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: 'node_modules/(jsonc-parser|ipaddr[.]js)/',
      },
    ),
    rule(
      'ui-features-do-not-import-each-other',
      'Compose in src/app; share in src/ui/kit.',
      { path: '^src/ui/([^/]+)/' },
      { path: '^src/ui/', pathNot: ['^src/ui/$1/', '^src/ui/kit/'] },
    ),
    rule('no-cycles', '', {}, { circular: true }),
    rule(
      'no-orphans',
      'Use it or delete it.',
      { orphan: true, pathNot: ['[.]d[.]ts$', '[.]config[.]'] },
      {},
    ),
    rule(
      'only-tests-import-tests',
      '',
      { pathNot: testish },
      { path: '[.](test|spec)[.]tsx?$|^src/testing/' },
    ),
    rule('kebab-case-files', '', {}, { path: '^src/.*[A-Z_][^/]*[.]tsx?$' }),
    rule(
      'no-dev-dependency-at-runtime',
      '',
      { path: '^src/', pathNot: testish },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'resolvable',
      'A `virtual:` module is made by a plugin of vite.config.ts.',
      {},
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
