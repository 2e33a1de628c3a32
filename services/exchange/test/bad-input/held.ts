import { deliveriesStream } from '@yibiao/projections'
import { decodeEvent, makeForm } from '@yibiao/schemas'
import type { Held } from './http.ts'
import type { Filed, Town } from './town.ts'

const defect = (path: string) => ({ path, code: 'X', zh: '请补正', en: 'supply it' })

/** Brings the town into the state that the tables speak of: a filing in each state there is. */
export async function hold(town: Town): Promise<Held> {
  const [openForm, asked, renamed, registered, completed, refused, withdrawn] = [
    makeForm(town.seed()),
    await town.file(),
    await town.file(),
    await town.file(),
    await town.file(),
    await town.file(),
    await town.file(),
  ]
  const open = await submit(town, openForm)
  await ask(town, asked, '/domicile/text')
  await ask(town, renamed, '/name')
  const uscc = await town.register(registered)
  await say(town, registered, 'STATS', 'listed', 'approval.recorded', {
    approval: `${registered.filing}/statistical-unit-listing`,
    round: 1,
  })
  await say(town, { ...registered, filing: undefined }, 'TAX', 'receipt', 'feed.rejected', {
    sequence: 1,
    reason: '一',
  })
  await town.complete(completed)
  await town.does('AMR', refused, 'approval.refused', {
    approval: `${refused.filing}/company-setup-registration`,
    round: 1,
    reasons: [{ code: 'X', rule: '公司法 31', zh: '不符合条件', en: 'does not meet the conditions' }],
  })
  await withdraw(town, withdrawn)
  await requestRebuild(town)
  await untilDelivered(town, 'TAX')
  return { town, open, openForm, asked, renamed, registered, completed, refused, withdrawn, uscc }
}

async function submit(town: Town, form: object): Promise<Filed> {
  const headers = { 'idempotency-key': 'open' }
  const { text } = await town.http({ method: 'POST', path: '/v1/filings', body: form, headers })
  return JSON.parse(text) as Filed
}

const ask = (town: Town, of: Filed, path: string) =>
  town.does('AMR', of, 'supplement.requested', {
    approval: `${of.filing}/company-setup-registration`,
    round: 1,
    defects: [defect(path)],
  })

async function say(
  town: Town,
  of: { readonly record: string; readonly filing: string | undefined },
  participant: string,
  id: string,
  type: string,
  data: object,
): Promise<void> {
  const said = { id, type: `yibiao.${type}.v1`, filing: of.filing, data }
  const event = await town.say(
    participant,
    town.bytes(participant, { filing: '', record: of.record }, said as never),
  )
  if (event.type !== said.type) throw new Error(JSON.stringify(event.data))
}

async function withdraw(town: Town, { filing }: Filed): Promise<void> {
  const path = `/v1/filings/${filing}/withdrawal`
  const headers = { 'idempotency-key': 'withdrawn' }
  const { status } = await town.http({ method: 'POST', path, body: { reason: '改址' }, headers })
  if (status !== 200) throw new Error(`the withdrawal answered ${status}`)
}

/** An operation under the key `rebuild`, for a case that uses the key again. */
async function requestRebuild(town: Town): Promise<void> {
  const headers = { 'idempotency-key': 'rebuild' }
  const body = { projection: 'search' }
  const { status, text } = await town.http({ method: 'POST', path: '/v1/rebuilds', body, headers })
  if (status !== 202) throw new Error(text)
}

/** What is out so far is noted by the relay at its own pace; only what has been noted can be replayed. */
async function untilDelivered(town: Town, participant: string): Promise<void> {
  const { store } = town.exchange.engines
  const head = await store.head()
  for await (const { events } of store.subscribe({ after: 0 }))
    for (const stored of events) {
      if (stored.stream !== deliveriesStream(participant)) continue
      const { position } = decodeEvent(stored).data as { readonly position?: number }
      if (position !== undefined && position >= head) return
    }
}
