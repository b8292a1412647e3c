// Says who may import whom: the drawing in docs/architecture.md as rules, each with its reason.
const serverBefore = {
  identity: [],
  media: ['identity'],
  grids: ['identity', 'media'],
  cards: ['identity', 'media', 'grids'],
  points: ['identity', 'media', 'grids', 'cards'],
};
const firstFive = Object.keys(serverBefore);
Object.assign(serverBefore, {
  tickets: firstFive,
  volunteering: firstFive,
  rewards: [...firstFive, 'volunteering'],
  life: firstFive,
});
serverBefore.notices = Object.keys(serverBefore);
serverBefore.stats = [...serverBefore.notices, 'notices'];
serverBefore.open311 = serverBefore.stats;

const domains = Object.keys(serverBefore);
const any = (names) => `(${names.join('|')})`;

/** A domain of a package may import only what stands left of it; news goes right by events. */
const domainOrder = (base) =>
  domains.map((domain) => ({
    name: `${base.split('/')[0]}-${domain}-looks-left`,
    comment: `Calls go left (identity ← media ← grids ← …), so that ${domain} can be read and tested without what stands right of it; news goes right by events.`,
    severity: 'error',
    from: { path: `^${base}/${domain}/` },
    to: {
      path: `^${base}/${any(domains)}/`,
      pathNot: `^${base}/${any([domain, ...serverBefore[domain]])}/`,
    },
  }));

const layers = ['platform', 'api', 'state', 'use', 'ui', 'features'];
const layerOrder = layers.slice(0, -1).map((layer, index) => ({
  name: `miniapp-${layer}-looks-down`,
  comment: `platform ← api ← state ← use ← ui ← features: ${layer} must work without the layers built on it.`,
  severity: 'error',
  from: { path: `^miniapp/src/${layer}/` },
  to: { path: `^miniapp/src/${any(layers.slice(index + 1))}/` },
}));

// Taro takes the file with the platform's suffix, and webpack gives our AbortController to whoever names it.
const startedByBundler = ['\\.(h5|weapp)\\.tsx?$', '^miniapp/src/platform/abort-controller\\.ts$'];

const own = [
  {
    name: 'no-circular',
    comment:
      'Of two files that need each other neither can be understood, tested or loaded first. Types may refer in circles.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    comment:
      'A file that nothing imports and that imports nothing is dead, or is started by a name that belongs in this list.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [
        '\\.d\\.ts$',
        '\\.config\\.(ts|js|cjs|mjs)$',
        '^server/src/(main|commands/|migrations/)',
        '^miniapp/src/app\\.',
        ...startedByBundler,
      ],
    },
    to: {},
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere breaks at run time, on somebody else’s machine.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-dev-packages-in-sources',
    comment: 'A production install has no devDependencies.',
    severity: 'error',
    from: { path: '^(shared|server|miniapp)/src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: ['/@types/'] },
  },
  {
    name: 'shared-imports-class-validator-only',
    comment:
      'shared runs on the phone and on the server: whatever it imports is shipped to both. So it has one dependency.',
    severity: 'error',
    from: { path: '^shared/src/' },
    to: { pathNot: ['^shared/src/', 'node_modules/class-validator/'] },
  },
  {
    name: 'shared-kernel-knows-no-domain',
    comment: 'The kernel says what a route, a fault and a flow are; it must not know which ones there are.',
    severity: 'error',
    from: { path: '^shared/src/kernel/' },
    to: { path: `^shared/src/${any(domains)}/` },
  },
  {
    name: 'platform-knows-no-domain',
    comment: 'platform may be used by all, so it imports none; a domain fills the ports that platform declares.',
    severity: 'error',
    from: { path: '^server/src/platform/' },
    // Migrations are the schema's history, which no domain owns and platform runs.
    to: { path: '^server/src/(?!platform/|migrations/)' },
  },
  {
    name: 'domains-know-no-assembly',
    comment:
      'main, commands, the demo and the root module put domains together; a domain that imports them turns the order round.',
    severity: 'error',
    from: { path: `^server/src/${any(domains)}/` },
    to: { path: `^server/src/(?!${any([...domains, 'platform'])}/)` },
  },
  {
    name: 'server-and-miniapp-meet-in-shared',
    comment: 'The contract is shared; the phone never sees the server’s code nor the server the phone’s.',
    severity: 'error',
    from: { path: '^(server|miniapp)/src/' },
    to: { path: '^(server|miniapp)/', pathNot: '^$1/' },
  },
  {
    name: 'no-tests-in-sources',
    comment: 'What ships must not depend on what tests it.',
    severity: 'error',
    from: { path: '^(shared|server|miniapp)/src/' },
    to: { path: '^(shared|server|miniapp)/(test|e2e)/' },
  },
  {
    name: 'no-feature-to-feature',
    comment: 'Features are sub-packages that WeChat downloads one by one; what two need belongs in ui, use or state.',
    severity: 'error',
    from: { path: '^miniapp/src/features/([^/]+)/' },
    to: { path: '^miniapp/src/features/', pathNot: '^miniapp/src/features/$1/' },
  },
];

module.exports = {
  forbidden: [...own, ...domainOrder('server/src'), ...domainOrder('shared/src'), ...layerOrder],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: ['\\.(scss|css|png|svg|json)$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'taro', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
