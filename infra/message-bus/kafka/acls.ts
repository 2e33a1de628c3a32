import type { AclEntry, AclFilter } from 'kafkajs'
import type { Admin } from './admin.ts'
import { faultOf } from './faults.ts'

/** The protocol's words by their numbers. */
const resources = [
  'UNKNOWN',
  'ANY',
  'TOPIC',
  'GROUP',
  'CLUSTER',
  'TRANSACTIONAL_ID',
  'DELEGATION_TOKEN',
  'USER',
]
const patterns = ['UNKNOWN', 'ANY', 'MATCH', 'LITERAL', 'PREFIXED']
const permissions = ['UNKNOWN', 'ANY', 'DENY', 'ALLOW']
const operations = [
  ...['UNKNOWN', 'ANY', 'ALL', 'READ', 'WRITE', 'CREATE', 'DELETE', 'ALTER', 'DESCRIBE'],
  ...['CLUSTER_ACTION', 'DESCRIBE_CONFIGS', 'ALTER_CONFIGS', 'IDEMPOTENT_WRITE'],
  ...['CREATE_TOKENS', 'DESCRIBE_TOKENS', 'TWO_PHASE_COMMIT'],
]
const any = 1

/** Names that a rule is about: that one (`*`: all of them), or those that begin so. */
export interface NamePattern {
  readonly name: string
  readonly pattern: 'LITERAL' | 'PREFIXED'
}

/** What a principal may do, from any host. */
export interface Grant extends NamePattern {
  /** As the brokers name an account, e.g. `User:TAX`. */
  readonly principal: string
  readonly operation:
    | 'READ'
    | 'WRITE'
    | 'DESCRIBE'
    | 'CREATE'
    | 'DELETE'
    | 'ALTER'
    | 'DESCRIBE_CONFIGS'
    | 'ALTER_CONFIGS'
    | 'ALL'
  readonly resource: 'TOPIC' | 'GROUP'
}

/** A rule (ACL) as the brokers have it; words of later versions are given as numbers. */
export interface Rule extends NamePattern {
  readonly principal: string
  readonly host: string
  readonly permission: string
  readonly operation: string
  readonly resource: string
}

export const ruleOf = (grant: Grant): Rule => ({ ...grant, host: '*', permission: 'ALLOW' })

/** Every rule of the cluster; undefined where the brokers have no authorizer, and so everybody may do everything. */
export async function findRules(admin: Admin): Promise<readonly Rule[] | undefined> {
  try {
    const { resources: found } = await admin.describeAcls({
      resourceType: any,
      resourcePatternType: any,
      operation: any,
      permissionType: any,
    })
    return found.flatMap(({ resourceType, resourceName, resourcePatternType, acls }) =>
      acls.map(({ principal, host, operation, permissionType }) => ({
        principal,
        host,
        permission: wordOf(permissions, permissionType),
        operation: wordOf(operations, operation),
        resource: wordOf(resources, resourceType),
        name: resourceName,
        pattern: resourcePatternType === patterns.indexOf('PREFIXED') ? 'PREFIXED' : 'LITERAL',
      })),
    )
  } catch (error) {
    if (faultOf(error)?.type === 'SECURITY_DISABLED') return undefined
    throw error
  }
}

/** Makes the rules; those that are there already stay. */
export async function createRules(admin: Admin, rules: readonly Rule[]): Promise<void> {
  if (rules.length > 0) await admin.createAcls({ acl: rules.map(entryOf) })
}

/** Takes exactly these rules away. */
export async function deleteRules(admin: Admin, rules: readonly Rule[]): Promise<void> {
  const filters: AclFilter[] = rules.map(entryOf)
  if (filters.length > 0) await admin.deleteAcls({ filters })
}

function entryOf({ principal, host, permission, operation, resource, name, pattern }: Rule): AclEntry {
  return {
    principal,
    host,
    permissionType: numberOf(permissions, permission),
    operation: numberOf(operations, operation),
    resourceType: numberOf(resources, resource),
    resourceName: name,
    resourcePatternType: numberOf(patterns, pattern),
  }
}

const wordOf = (words: readonly string[], number: number): string => words[number] ?? String(number)

function numberOf(words: readonly string[], word: string): number {
  const at = words.indexOf(word)
  return at < 0 ? Number(word) : at
}
