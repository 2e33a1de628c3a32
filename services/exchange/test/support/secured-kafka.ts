import { ownKafkaForTest } from '@yibiao/engines/kafka'
import { shippedReference } from '@yibiao/schemas'

/** Everybody who needs an account: the exchange, and each participant that is not its own. */
export const participantCodes = shippedReference()
  .participants.content.participants.filter(({ ours }) => !ours)
  .map(({ code }) => code)

export interface SecuredKafka {
  /** The URL of an account that may do everything. */
  readonly admin: string
  /** The URL of the exchange's account, or of a participant's. */
  urlOf(account: string): string
}

const passwordOf = (account: string): string => `secret of ${account}`

/** A broker that asks everybody to log in (SCRAM) and refuses what no rule allows. */
export async function securedKafka(
  t: Parameters<typeof ownKafkaForTest>[0],
): Promise<SecuredKafka | { readonly skip: string }> {
  const users = ['yibiao', ...participantCodes].map((name) => ({ name, password: passwordOf(name) }))
  const own = await ownKafkaForTest(t, { secure: { users, acls: true } })
  if ('skip' in own) return own
  const { url, secure } = own.kafka
  return {
    admin: url,
    urlOf: (account) =>
      `kafka://${account}:${encodeURIComponent(passwordOf(account))}@${secure?.brokers ?? ''}`,
  }
}
