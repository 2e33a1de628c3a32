import type { Test } from 'tap'
import { by, contentOf, type NewPlace } from './place.ts'
import { chunksOf, pdf, Tap } from './samples.ts'

export async function uploadContract(t: Test, place: NewPlace): Promise<void> {
  await t.test('nothing is here before anything came', async (t) => {
    const store = await place(t).open()
    const { digest } = pdf()
    t.strictSame(await store.stat(by('a', digest)), { offset: 0 })
    t.equal(await store.open(digest), undefined)
  })

  await t.test('a file in pieces is the file', async (t) => {
    const store = await place(t).open()
    const { bytes, digest } = pdf(10_000)
    const upload = by('a', digest)
    t.equal(await store.put(upload, 0, chunksOf(bytes.subarray(0, 3_000))), 3_000)
    t.strictSame(await store.stat(upload), { offset: 3_000 })
    t.equal(await store.open(digest), undefined, 'not before it is complete')
    t.equal(await store.put(upload, 3_000, chunksOf(bytes.subarray(3_000), 512)), 10_000)
    const kept = { digest, size: 10_000, mediaType: 'application/pdf' }
    t.strictSame(await store.complete(upload), kept)
    t.strictSame(await store.stat(upload), { offset: 10_000, kept })
    t.strictSame(await contentOf(store, digest), bytes)
  })

  await t.test('another offset than the one it stands at is refused, and changes nothing', async (t) => {
    const store = await place(t).open()
    const { bytes, digest } = pdf()
    const upload = by('a', digest)
    await t.rejects(store.put(upload, 5, chunksOf(bytes)), { code: 'YB_MATERIALS_OFFSET', offset: 0 })
    await store.put(upload, 0, chunksOf(bytes.subarray(0, 300)))
    for (const offset of [0, 299, 301])
      await t.rejects(store.put(upload, offset, chunksOf(bytes)), {
        code: 'YB_MATERIALS_OFFSET',
        offset: 300,
      })
    await store.put(upload, 300, chunksOf(bytes.subarray(300)))
    t.equal((await store.complete(upload)).size, bytes.length)
  })

  await t.test('what came before its source failed is kept, and goes on from there', async (t) => {
    const store = await place(t).open()
    const { bytes, digest } = pdf()
    const upload = by('a', digest)
    const tap = new Tap()
    tap.push(bytes.subarray(0, 400))
    tap.fail(Object.assign(new Error('the line broke'), { code: 'ECONNRESET' }))
    await t.rejects(store.put(upload, 0, tap), { message: 'the line broke', code: 'ECONNRESET' })
    t.strictSame(await store.stat(upload), { offset: 400 })
    await store.put(upload, 400, chunksOf(bytes.subarray(400)))
    await store.complete(upload)
    t.strictSame(await contentOf(store, digest), bytes)
  })

  await t.test('a store opened afterwards goes on where another one ended', async (t) => {
    const where = place(t)
    const { bytes, digest } = pdf()
    const upload = by('a', digest)
    const first = await where.open()
    await first.put(upload, 0, chunksOf(bytes.subarray(0, 600)))
    await first.close()
    const second = await where.open()
    t.strictSame(await second.stat(upload), { offset: 600 })
    await second.put(upload, 600, chunksOf(bytes.subarray(600)))
    await second.complete(upload)
    await second.close()
    const third = await where.open()
    t.equal((await third.stat(upload)).kept?.size, bytes.length)
    t.strictSame(await contentOf(third, digest), bytes)
  })

  await t.test('a file that grows too large is refused and gone', async (t) => {
    const store = await place(t).open({ maxBytes: 1_000 })
    const { bytes, digest } = pdf(1_001)
    const upload = by('a', digest)
    await store.put(upload, 0, chunksOf(bytes.subarray(0, 900)))
    await t.rejects(store.put(upload, 900, chunksOf(bytes.subarray(900))), {
      code: 'YB_MATERIALS_TOO_LARGE',
    })
    t.strictSame(await store.stat(upload), { offset: 0 })
  })

  await t.test('a digest that is none is refused', async (t) => {
    const store = await place(t).open()
    for (const digest of ['', '../../x', 'A'.repeat(64), 'a'.repeat(63)])
      await t.rejects(store.stat(by('a', digest)), { code: 'YB_MATERIALS_USAGE' })
    await t.rejects(store.open('..'), { code: 'YB_MATERIALS_USAGE' })
  })

  await t.test('a closed store does nothing more, and ends what is under way', async (t) => {
    const store = await place(t).open()
    const upload = by('a', pdf().digest)
    const running = store.put(upload, 0, new Tap())
    const ended = t.rejects(running, { code: 'YB_MATERIALS_CLOSED' })
    await store.close()
    await ended
    await store.close()
    await t.rejects(store.stat(upload), { code: 'YB_MATERIALS_CLOSED' })
    await t.rejects(store.put(upload, 0, new Tap()), { code: 'YB_MATERIALS_CLOSED' })
    await t.rejects(store.complete(upload), { code: 'YB_MATERIALS_CLOSED' })
    await t.rejects(store.open(upload.digest), { code: 'YB_MATERIALS_CLOSED' })
  })
}
