import type { Test } from 'tap'
import type { MaterialStore } from '../materials.ts'
import { by, contentOf, type NewPlace } from './place.ts'
import { archive, chunksOf, jpeg, nonsense, ofd, pdf, png, type Sample } from './samples.ts'

const handsIn = async (store: MaterialStore, owner: string, { bytes, digest }: Sample) => {
  await store.put(by(owner, digest), 0, chunksOf(bytes))
  return store.complete(by(owner, digest))
}

export async function keepingContract(t: Test, place: NewPlace): Promise<void> {
  await t.test('content of another digest is refused and gone', async (t) => {
    const store = await place(t).open()
    const right = pdf()
    const wrong = pdf()
    const upload = by('a', right.digest)
    await store.put(upload, 0, chunksOf(wrong.bytes))
    await t.rejects(store.complete(upload), { code: 'YB_MATERIALS_DIGEST', digest: wrong.digest })
    t.strictSame(await store.stat(upload), { offset: 0 })
    t.equal(await store.open(right.digest), undefined)
    t.equal((await handsIn(store, 'a', right)).size, right.bytes.length, 'and may come again')
  })

  await t.test('less than the whole is content of another digest', async (t) => {
    const store = await place(t).open()
    const { bytes, digest } = pdf()
    await store.put(by('a', digest), 0, chunksOf(bytes.subarray(0, 10)))
    await t.rejects(store.complete(by('a', digest)), { code: 'YB_MATERIALS_DIGEST' })
  })

  await t.test('nothing cannot be completed', async (t) => {
    const store = await place(t).open()
    await t.rejects(store.complete(by('a', pdf().digest)), { code: 'YB_MATERIALS_OFFSET', offset: 0 })
  })

  await t.test('the type is told by the content', async (t) => {
    const store = await place(t).open()
    for (const [sample, mediaType] of [
      [pdf(), 'application/pdf'],
      [png(), 'image/png'],
      [jpeg(), 'image/jpeg'],
      [ofd(), 'application/ofd'],
    ] as const)
      t.equal((await handsIn(store, 'a', sample)).mediaType, mediaType)
  })

  await t.test('a type that is not taken is refused and gone', async (t) => {
    const store = await place(t).open()
    for (const [sample, mediaType] of [
      [nonsense(), 'application/x-msdownload'],
      [archive('a/OFD.xml', 'b'), 'application/zip'],
    ] as const) {
      await t.rejects(handsIn(store, 'a', sample), { code: 'YB_MATERIALS_TYPE', mediaType })
      t.strictSame(await store.stat(by('a', sample.digest)), { offset: 0 })
      t.equal(await store.open(sample.digest), undefined)
    }
  })

  await t.test('which types are taken is a setting', async (t) => {
    const store = await place(t).open({ mediaTypes: ['image/png'] })
    await t.rejects(handsIn(store, 'a', pdf()), { code: 'YB_MATERIALS_TYPE' })
    t.equal((await handsIn(store, 'a', png())).mediaType, 'image/png')
  })

  await t.test('to complete it again gives the same answer', async (t) => {
    const store = await place(t).open()
    const sample = pdf()
    const first = await handsIn(store, 'a', sample)
    t.strictSame(await store.complete(by('a', sample.digest)), first)
    t.equal(await store.put(by('a', sample.digest), first.size, chunksOf(Buffer.alloc(0))), first.size)
  })

  await t.test('a kept file never changes', async (t) => {
    const store = await place(t).open()
    const sample = pdf()
    const { size } = await handsIn(store, 'a', sample)
    for (const offset of [0, size])
      await t.rejects(store.put(by('a', sample.digest), offset, chunksOf(Buffer.from('more'))), {
        code: 'YB_MATERIALS_OFFSET',
        offset: size,
      })
    t.strictSame(await contentOf(store, sample.digest), sample.bytes)
  })

  await t.test('whoever knows a digest does not have the file', async (t) => {
    const store = await place(t).open()
    const sample = pdf()
    await handsIn(store, 'a', sample)
    t.strictSame(await store.stat(by('b', sample.digest)), { offset: 0 })
    await t.rejects(store.complete(by('b', sample.digest)), { code: 'YB_MATERIALS_OFFSET' })
    await store.put(by('b', sample.digest), 0, chunksOf(pdf().bytes))
    await t.rejects(store.complete(by('b', sample.digest)), { code: 'YB_MATERIALS_DIGEST' })
    t.strictSame(await contentOf(store, sample.digest), sample.bytes, 'and spoils it for nobody')
    t.equal((await handsIn(store, 'b', sample)).size, sample.bytes.length)
  })
}
