/** Who may import whom. `npm test` fails on anything else. */
const service = '^services/(ledger|relay|projector|clock|gateway|department)/'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'schemas-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^schemas/', pathNot: '/test/' },
      to: { path: '^(infra|projections|services)/' },
    },
    {
      name: 'infra-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^infra/([^/]+)/', pathNot: '/test/' },
      to: { path: '^(schemas|projections|services|infra)/', pathNot: '^infra/$1/' },
    },
    {
      name: 'projections-import-schemas-and-ports',
      severity: 'error',
      from: { path: '^projections/', pathNot: '/test/' },
      to: { path: '^(services/|infra/[^/]+/(sqlite|embedded|kafka|eventstoredb|postgres|file-system)/)' },
    },
    {
      name: 'a-service-imports-no-other-service',
      severity: 'error',
      from: { path: '^services/(ledger|relay|projector|clock|gateway|department)/', pathNot: '/test/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'only-the-exchange-chooses-adapters',
      severity: 'error',
      from: { path: service, pathNot: '/test/' },
      to: { path: '^infra/[^/]+/(sqlite|embedded|kafka|eventstoredb|postgres|file-system)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '/test/' },
      to: { path: '/test/' },
    },
    {
      name: 'only-tests-and-adapters-run-contracts',
      severity: 'error',
      from: { pathNot: '/(test|contract)/' },
      to: { path: '^infra/[^/]+/contract/' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|generated)/' },
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
