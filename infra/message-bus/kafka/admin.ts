import { Kafka } from 'kafkajs'
import { coded, faultOf, passes } from './faults.ts'
import { kafkajsConfig, type Link } from './link.ts'
import type { Settings } from './options.ts'
import { Sockets } from './socket.ts'

export type Admin = ReturnType<Kafka['admin']>

/** Milliseconds between two tries. */
const retryDelay = 100

/**
 * Does something with the cluster's administration, again and again while the fault is one that passes, until a moment of
 * `performance.now()`. So `work` MUST be safe to repeat, and MUST NOT name topics but those that some broker knows: that
 * another has not heard of them yet passes, too. Throws coded errors only.
 */
export async function administer<T>(
  { link, settings, deadline }: { link: Link; settings: Settings; deadline: number },
  what: string,
  work: (admin: Admin) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await withAdmin(settings, work)
    } catch (error) {
      const isLast = link.closed || performance.now() >= deadline
      const isNews = faultOf(error)?.type === 'UNKNOWN_TOPIC_OR_PARTITION'
      if (isLast || !(isNews || passes(error))) throw coded(error, what)
      await link.pause(retryDelay)
    }
  }
}

async function withAdmin<T>(settings: Settings, work: (admin: Admin) => Promise<T>): Promise<T> {
  const sockets = new Sockets()
  const admin = new Kafka(kafkajsConfig(settings, sockets)).admin()
  const late = setTimeout(() => sockets.destroy(), settings.timeout)
  try {
    await admin.connect()
    return await work(admin)
  } finally {
    clearTimeout(late)
    sockets.destroy()
    admin.disconnect().catch(() => {})
  }
}
