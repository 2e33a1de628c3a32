import { createHash } from 'node:crypto'
import { filingIdOf, type Message, recordIdOf, recordStream } from '@yibiao/schemas'
import t, { type Test } from 'tap'
import { type Laboratory, laboratory } from './laboratory.ts'
import { anyForm, message, submitted } from './specification.ts'

const now = () => new Date().toISOString()

const withLaboratory = (name: string, body: (t: Test, lab: Laboratory) => Promise<void>) =>
  t.test(name, async (t) => {
    const lab = await laboratory()
    t.teardown(() => lab.close())
    await lab.ledger()
    await body(t, lab)
  })

const refusalsOf = async (lab: Laboratory, one: object) =>
  lab.store.readStream(`refusal-${createHash('sha256').update(JSON.stringify(one)).digest('hex')}`)

withLaboratory(
  'a refused message larger than what is kept of it is recognised when it comes again',
  async (t, lab) => {
    const subject = recordIdOf('test', 'large')
    const filing = filingIdOf('test', 'large')
    await lab.publish('PAB', { ...submitted(anyForm(3)), id: 's', subject, filing, time: now() })
    const extensions = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`x${n}`, 'x'.repeat(1_000)]))
    const data = { approval: `${filing}/tax-information-confirmation`, round: 1 }
    const early = {
      ...message('TAX', 'approval.recorded', data),
      ...extensions,
      subject,
      filing,
      time: now(),
    }
    t.ok(JSON.stringify(early).length > 65_536)
    await lab.publish('TAX', early as Message)
    await lab.settled()
    const before = await lab.store.readStream(recordStream(subject))
    t.equal(before.at(-1)?.type, 'yibiao.message.refused.v1')
    await lab.publish('TAX', early as Message)
    await lab.settled()
    t.equal((await lab.store.readStream(recordStream(subject))).length, before.length)
    t.strictSame(await refusalsOf(lab, early), [], 'and is not refused as another message under its id')
  },
)

const plain = (participant: string, type: string, id: string, data: object): Message => {
  const { filing: _none, ...rest } = message(participant, type, data)
  return { ...rest, id, subject: participant, time: now() }
}

withLaboratory(
  'outside the records, too, an id used for other content is refused on record',
  async (t, lab) => {
    const receipt = (digit: string) =>
      plain('TAX', 'feed.acknowledged', 'r-1', { sequence: 1, digest: digit.repeat(64), stage: 'received' })
    const first = receipt('0')
    await lab.publish('TAX', first, { ...first, time: now() })
    await lab.settled()
    t.equal((await lab.store.readStream('receipts-TAX')).length, 1, 'the same again changes nothing')
    const other = receipt('1')
    await lab.publish('TAX', other, other)
    await lab.settled()
    t.equal((await lab.store.readStream('receipts-TAX')).length, 1)
    t.equal((await refusalsOf(lab, other)).length, 1)
  },
)

withLaboratory(
  'the end of an operation that is told again with other figures is no other message',
  async (t, lab) => {
    const end = (milliseconds: number) =>
      plain('OPERATOR', 'operation.completed', 'completed:1', {
        operation: '00000000-0000-4000-8000-000000000001',
        outcome: 'done',
        result: { milliseconds },
      })
    await lab.publish('OPERATOR', end(1))
    await lab.publish('OPERATOR', end(2))
    await lab.settled()
    t.equal((await lab.store.readStream('operations')).length, 1)
    t.strictSame(await refusalsOf(lab, end(2)), [])
  },
)
