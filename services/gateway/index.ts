export { createGateway, type Gateway } from './src/gateway.ts'
export { type Principal, type PrincipalKind, principalKinds, type TokenGrant } from './src/http/principal.ts'
export { statuses } from './src/http/statuses.ts'
export {
  defaultLimits,
  defaultPageSize,
  type GatewayLimits,
  maxPageSize,
  minimumLimits,
} from './src/limits.ts'
export type { Fsck, GatewayIdentity, GatewayOptions } from './src/options.ts'
export { type RoleHealth, roleFault } from './src/role-health.ts'
