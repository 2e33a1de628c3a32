import type { Test } from 'tap'
import { by, contentOf, type NewPlace } from './place.ts'
import { chunksOf, pdf, Tap } from './samples.ts'

export async function concurrencyContract(t: Test, place: NewPlace): Promise<void> {
  await t.test('many hand in the same file at once, in several stores', async (t) => {
    const where = place(t)
    const stores = [await where.open(), await where.open()] as const
    const { bytes, digest } = pdf(300_000)
    const owners = ['a', 'b', 'c', 'd', 'e', 'f']
    await Promise.all(
      owners.map(async (owner, index) => {
        const store = stores[index % 2 === 0 ? 0 : 1]
        await store.put(by(owner, digest), 0, chunksOf(bytes))
        return store.complete(by(owner, digest))
      }),
    )
    for (const store of stores) {
      t.strictSame(await contentOf(store, digest), bytes)
      for (const owner of owners) t.ok((await store.stat(by(owner, digest))).kept, owner)
    }
  })

  await t.test('an upload that goes on is not disturbed by another one of it', async (t) => {
    const store = await place(t).open()
    const { bytes, digest } = pdf()
    const upload = by('a', digest)
    const tap = new Tap()
    const running = store.put(upload, 0, tap)
    tap.push(bytes.subarray(0, 100))
    while ((await store.stat(upload)).offset < 100) await new Promise(setImmediate)
    await t.rejects(store.put(upload, 0, chunksOf(bytes)), { code: 'YB_MATERIALS_OFFSET', offset: 100 })
    await t.rejects(store.complete(upload), { code: 'YB_MATERIALS_OFFSET', offset: 100 })
    tap.push(bytes.subarray(100))
    tap.end()
    t.equal(await running, bytes.length)
    t.equal((await store.complete(upload)).size, bytes.length)
  })

  await t.test('one that stands still gives way to whoever goes on from there', async (t) => {
    const store = await place(t).open()
    const { bytes, digest } = pdf()
    const upload = by('a', digest)
    const hanging = new Tap()
    const running = store.put(upload, 0, hanging)
    const ended = t.rejects(running, { code: 'YB_MATERIALS_INTERRUPTED' })
    hanging.push(bytes.subarray(0, 100))
    while ((await store.stat(upload)).offset < 100) await new Promise(setImmediate)
    t.equal(await store.put(upload, 100, chunksOf(bytes.subarray(100))), bytes.length)
    await ended
    await store.complete(upload)
    t.strictSame(await contentOf(store, digest), bytes)
  })

  await t.test('two that begin at once: one of them hands in the file', async (t) => {
    const store = await place(t).open()
    const { bytes, digest } = pdf(100_000)
    const upload = by('a', digest)
    const outcomes = await Promise.allSettled([
      store.put(upload, 0, chunksOf(bytes)),
      store.put(upload, 0, chunksOf(bytes)),
    ])
    t.ok(outcomes.some(({ status }) => status === 'fulfilled'))
    await Promise.all([store.complete(upload), store.complete(upload)])
    t.strictSame(await contentOf(store, digest), bytes)
  })

  await t.test('what two stores write to one upload is verified before it is kept', async (t) => {
    const where = place(t)
    const [one, other] = [await where.open(), await where.open()]
    const { bytes, digest } = pdf(50_000)
    const upload = by('a', digest)
    await Promise.allSettled([
      one.put(upload, 0, chunksOf(bytes)),
      other.put(upload, 0, chunksOf(pdf(50_000).bytes)),
    ])
    const outcome = await one.complete(upload).catch((error: { code: string }) => error)
    if ('code' in outcome) t.equal(outcome.code, 'YB_MATERIALS_DIGEST')
    else t.strictSame(await contentOf(one, digest), bytes)
  })
}
