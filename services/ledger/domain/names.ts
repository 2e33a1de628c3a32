import { addYears, type Issue, issue } from '@yibiao/schemas'
import { type Claim, type DecisionContext, nameClaim } from './context.ts'

/** A name as it is asked for: on the legal date of the act, against which its protection is held. */
export const wantedName = (
  { registry, receivedOn }: Pick<DecisionContext, 'registry' | 'receivedOn'>,
  name: string,
): Claim => ({ ...nameClaim(registry, name), on: receivedOn })

/**
 * The last day on which a name that an enterprise gave up on a day is nobody else's: 已经注销或者变更登记未满1年的原企业名称
 * (企业名称登记管理规定 17). Whether an investment or a transfer of the name excepts somebody is not known here.
 */
export const protectedUntil = (givenUpOn: string): string => addYears(givenUpOn, 1)

/** Why a name cannot be had; undefined when nothing is known against it. */
export function nameIssue(
  { taken }: Pick<DecisionContext, 'taken'>,
  { stream, identifier }: Claim,
  pointer: string,
): Issue | undefined {
  if (!taken.has(stream)) return undefined
  const until = taken.get(stream)
  return until === undefined
    ? issue('YB_IDENTIFIER_TAKEN', pointer, { identifier })
    : issue('YB_NAME_PROTECTED', pointer, { name: identifier, until })
}
