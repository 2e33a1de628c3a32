import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { partitionOf } from '@yibiao/message-bus'
import { feedTopic, inboundTopic, sourceOf } from '@yibiao/schemas'
import type { Test } from 'tap'
import { inboundPartitions } from '../../src/topics.ts'
import { ForeignProgram } from './foreign-program.ts'
import { type ForeignTool, toolOrSkip } from './foreign-tools.ts'
import { type Login, participant, writeSettings } from './interop-login.ts'
import { brokerWithGap, type Filing, startTown } from './interop-town.ts'

export interface Bureau {
  readonly tool: () => Promise<ForeignTool>
  readonly login: Login
  /** The program's own arguments: where the settings and what it keeps are. */
  readonly args: (settings: string, state: string) => readonly string[]
  /** Record → unified social credit code: the list that the program keeps. */
  readonly units: (state: string) => Promise<Readonly<Record<string, string>>>
}

const item = 'statistical-unit-listing'
/** Milliseconds that a program which should end by itself gets, a broker's start in them. */
const patience = 120_000

/** What every program has to show, whatever it is written in. */
export async function interopTest(t: Test, bureau: Bureau): Promise<void> {
  t.setTimeout(300_000)
  const tool = await toolOrSkip(bureau.tool)
  const town = 'skip' in tool ? tool : await startTown(t)
  const skip = 'skip' in town ? town.skip : false
  await t.test('a bureau that is not written in TypeScript', { skip }, async (t) => {
    if ('skip' in tool || 'skip' in town) return
    const folder = t.testdir({ state: {} })
    const state = join(folder, 'state')
    const settings = writeSettings(folder, bureau.login, town.listener)
    const start = () => {
      const program = new ForeignProgram(tool, bureau.args(settings, state))
      t.teardown(() => program.end('SIGKILL'))
      return program
    }
    let program = start()
    const filings: Filing[] = []

    await t.test('answers what it is asked, and acknowledges its whole feed', async (t) => {
      filings.push(await town.submit('interop-1', '北辰策'))
      await town.until(program, () => town.isDone(filings))
      const receipts = await town.stream(`receipts-${participant}`)
      const last = (await town.feed()).at(-1)!
      t.match(receipts.at(-1), {
        type: 'yibiao.feed.acknowledged.v1',
        source: sourceOf(participant),
        data: { sequence: last.event.feedsequence, digest: last.headers.feeddigest, stage: 'applied' },
      })
    })

    await t.test('killed, it goes on where it was and says nothing twice', async (t) => {
      await program.end('SIGKILL')
      filings.push(await town.submit('interop-2', '北辰谋'))
      program = start()
      await town.until(program, () => town.isDone(filings))
      for (const { filing, record } of filings) {
        const own = (await town.stream(`registration-${record}`)).filter(
          ({ source }) => source === sourceOf(participant),
        )
        t.match(own, [{ type: 'yibiao.approval.recorded.v1', messageid: `${filing}/${item}/1/recorded` }])
        t.equal(own.length, 1)
      }
    })

    await t.test('hears why something of it was refused, and goes on', async (t) => {
      const { filing, record } = filings[0]!
      await town.publish(inboundTopic(participant), record, {
        specversion: '1.0',
        id: 'not-mine-1',
        source: sourceOf(participant),
        type: 'yibiao.record.changed.v1',
        subject: record,
        time: new Date().toISOString(),
        filing,
        authtype: 'officer',
        authid: 'STATS-017',
        data: { reason: 'a test', form: { name: { full: '吉林市别家咨询有限公司' } } },
      })
      const refusal = (await town.feed()).length + 1
      await town.until(program, async () => {
        return (await town.feed()).length >= refusal && (await town.isDone(filings))
      })
      t.match(program.said, 'refused: not-mine-1 YB_FIELD_NOT_OWNED')
    })

    await t.test('sends to the partitions that every other client would choose', async (t) => {
      const inbound = await town.inbound()
      t.ok(inbound.some(({ key }) => key === participant))
      t.same([...new Set(inbound.map(({ key }) => key))].sort(), [participant, ...records(filings)].sort())
      for (const { key, partition } of inbound) t.equal(partition, partitionOf(key, inboundPartitions), key)
    })

    await t.test('leaves a history in which everything agrees', async (t) => {
      const report = await town.fsck()
      t.same(report.faults, [])
      t.ok(report.receipts >= 3, `${report.receipts} receipts`)
    })

    await t.test('drops what comes twice, and stops at a divergence', { timeout: patience }, async (t) => {
      const last = (await town.feed()).at(-1)!
      const feed = feedTopic(participant)
      await town.publish(feed, last.key, JSON.parse(last.value.toString()), { ...last.headers })
      const sequence = last.event.feedsequence + 1
      const forged = { ...last.event, id: 'forged', feedsequence: sequence }
      await town.publish(feed, last.key, forged, { feeddigest: '0'.repeat(64) })
      const { code, said } = await program.ended
      t.equal(code, 3)
      t.match(said, new RegExp(`halted: divergence at sequence ${sequence}`))
    })

    await t.test('has every enterprise on its list', async (t) => {
      const expected: Record<string, string> = {}
      for (const { record } of filings) {
        const registered = (await town.stream(`registration-${record}`)).find(
          ({ type }) => type === 'yibiao.enterprise.registered.v1',
        )
        const { form } = registered!.data as { form: { uscc: string } }
        expected[record] = form.uscc
      }
      t.same(await bureau.units(state), expected)
    })

    await t.test('stops at a gap', { timeout: patience }, async (t) => {
      const folder = t.testdir({ state: {} })
      const settings = join(folder, 'kafka.properties')
      writeFileSync(settings, `bootstrap.servers=${await brokerWithGap(t)}\n`)
      const gapped = new ForeignProgram(tool, bureau.args(settings, join(folder, 'state')))
      t.teardown(() => gapped.end('SIGKILL'))
      const { code, said } = await gapped.ended
      t.equal(code, 3)
      t.match(said, /halted: gap: sequence 2 came where 1 was expected/)
    })
  })
}

const records = (filings: readonly Filing[]): string[] => filings.map(({ record }) => record)
