import { createConnector, openConnectorStore, Rejection } from '@yibiao/department'
import type { MessageBus } from '@yibiao/message-bus'
import { createLogger, systemClock } from '@yibiao/telemetry'

/** A statistics bureau: keeps a list of enterprises of its own and answers what it is asked to record. */
export async function startStatisticsBureau(bus: MessageBus, path: string) {
  const store = openConnectorStore({ path })
  const logger = createLogger({ name: 'stats', level: 'warn' })
  const connector = createConnector({ participant: 'STATS', bus, store, logger, clock: systemClock })

  await connector.transact(({ sql }) => {
    sql.exec('CREATE TABLE IF NOT EXISTS unit (record TEXT PRIMARY KEY, uscc TEXT NOT NULL, name TEXT)')
  })

  connector.subscribe(async ({ event }, tx) => {
    if (event.type !== 'yibiao.approvals.opened.v1' || event.filing === undefined) return
    // The event names every approval that may now be acted on, other participants' as well.
    const approval = `${event.filing}/statistical-unit-listing`
    if (!(event.data as { approvals: string[] }).approvals.includes(approval)) return
    const form = await tx.localRecord(event.subject)
    const uscc = form?.values.get('/uscc')
    if (typeof uscc !== 'string') throw new Rejection('Opened before the registration had come.')

    // The own table, the answer and the place in the feed: all three or none, whatever happens.
    tx.sql
      .prepare('INSERT INTO unit VALUES (?, ?, ?)')
      .run(event.subject, uscc, form?.values.get('/name/full'))
    tx.publish({
      id: `${approval}/1/recorded`,
      type: 'yibiao.approval.recorded.v1',
      subject: event.subject,
      filing: event.filing,
      authtype: 'officer',
      authid: 'STATS-017',
      data: { approval, round: 1, form: { statistics: { unitCode: uscc.slice(8, 17) } } },
    })
  })

  connector.onRefused(({ event }) => {
    logger.warn({ message: event.data.messageid, code: event.data.problem.code }, 'The exchange refused it')
  })

  await connector.start()
  return connector
}
