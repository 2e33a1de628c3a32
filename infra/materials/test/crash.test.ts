import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { openFileMaterials, unfinishedKept } from '@yibiao/materials/file-system'
import t from 'tap'
import { by, contentOf } from '../contract/place.ts'
import { chunksOf, pdf, sampleOf } from '../contract/samples.ts'
import { newFolder } from './folder.ts'

const writer = fileURLToPath(new URL('./fixtures/crashing-writer.ts', import.meta.url))
const size = 20_000

/** Runs the writer and kills it with SIGKILL once it has said so many lines; gives the last line it said. */
async function killedAfter(path: string, seed: string, lines: number): Promise<string> {
  const child = spawn(process.execPath, [writer, path, seed, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let last = ''
  let said = 0
  for await (const line of createInterface({ input: child.stdout })) {
    last = line
    said += 1
    if (said === lines) child.kill('SIGKILL')
  }
  await exited
  return last
}

t.test('killed between chunks and started again, an upload goes on and nothing is lost', async (t) => {
  const path = newFolder(t)
  const seed = 'x'
  const { bytes, digest } = sampleOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, seed)]))
  let told = 0
  for (let tries = 0; tries < 30; tries += 1) {
    const last = await killedAfter(path, seed, 4)
    const store = await openFileMaterials({ path })
    const { offset } = await store.stat(by('a', digest))
    t.ok(offset >= told, 'never behind what was answered')
    told = last === 'complete' ? bytes.length : Number(last || 0)
    t.ok(offset >= told, `${offset} bytes are here of ${told} answered`)
    await store.close()
    if (last === 'complete') break
  }
  const store = await openFileMaterials({ path })
  t.teardown(() => store.close())
  t.equal((await store.stat(by('a', digest))).kept?.size, bytes.length)
  t.strictSame(await contentOf(store, digest), bytes)
})

t.test('a crash between the content and the owner’s mark costs no upload', async (t) => {
  const path = newFolder(t)
  const store = await openFileMaterials({ path })
  t.teardown(() => store.close())
  const { bytes, digest } = pdf()
  await store.put(by('a', digest), 0, chunksOf(bytes))
  await store.complete(by('a', digest))
  // As another owner's upload stands after the content was named and before its mark was made.
  await store.put(by('b', digest), 0, chunksOf(bytes))
  t.strictSame(await store.stat(by('b', digest)), { offset: bytes.length })
  t.equal((await store.complete(by('b', digest))).size, bytes.length)
})

t.test('what a crash left half verified goes away when it is old, and so do uploads given up', async (t) => {
  const path = newFolder(t)
  let now = Date.now()
  const clock = () => now
  const first = await openFileMaterials({ path, clock })
  const { bytes, digest } = pdf()
  await first.put(by('a', digest), 0, chunksOf(bytes))
  await first.complete(by('a', digest))
  await first.put(by('b', digest), 0, chunksOf(bytes.subarray(0, 10)))
  await first.close()
  const folder = join(path, 'files', digest.slice(0, 2))
  writeFileSync(join(folder, `${digest}.left.checked`), 'half')
  const early = await openFileMaterials({ path, clock })
  t.equal(readdirSync(join(path, 'uploads')).length, 1)
  await early.close()
  now += unfinishedKept + 60_000
  const late = await openFileMaterials({ path, clock })
  t.teardown(() => late.close())
  t.strictSame(readdirSync(join(path, 'uploads')), [])
  t.strictSame(readdirSync(folder), [digest])
  t.strictSame(await contentOf(late, digest), bytes)
})

t.test('an upload damaged on disk is found out when it is completed', async (t) => {
  const path = newFolder(t)
  const store = await openFileMaterials({ path })
  t.teardown(() => store.close())
  const { bytes, digest } = pdf()
  await store.put(by('a', digest), 0, chunksOf(bytes))
  const [name = ''] = readdirSync(join(path, 'uploads'))
  appendFileSync(join(path, 'uploads', name), 'x')
  await t.rejects(store.complete(by('a', digest)), { code: 'YB_MATERIALS_DIGEST' })
})

t.test('accounts are not told by names of files', async (t) => {
  const path = newFolder(t)
  const store = await openFileMaterials({ path })
  t.teardown(() => store.close())
  const { bytes, digest } = pdf()
  await store.put(by('13900001111', digest), 0, chunksOf(bytes))
  await store.complete(by('13900001111', digest))
  const names = readdirSync(path, { recursive: true }).map(String)
  t.ok(names.length > 4)
  t.notOk(names.some((name) => name.includes('139000')))
})

/** More than the room that there is. */
const large = 400_000

t.test('where there is no room a piece is refused, and goes on once there is', async (t) => {
  const path = newFolder(t)
  const { bytes, digest } = sampleOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(large, 'x')]))
  // The system lets no file of this process grow beyond 200 blocks of 512 or 1,024 bytes. The test runner's own hooks would
  // end it at the signal for that, which Node leaves alone.
  const child = spawn('sh', [
    '-c',
    `ulimit -f 200 && unset NODE_OPTIONS && exec "${process.execPath}" "${writer}" "${path}" x ${large}`,
  ])
  const said = (await text(child.stdout)).trim().split('\n')
  t.equal(said.at(-1), 'YB_MATERIALS_FULL')
  const told = Number(said.at(-2))
  t.ok(told > 0)
  const store = await openFileMaterials({ path })
  t.teardown(() => store.close())
  const { offset } = await store.stat(by('a', digest))
  t.ok(offset >= told, `${offset} bytes are here of ${told} answered`)
  await store.put(by('a', digest), offset, chunksOf(bytes.subarray(offset)))
  await store.complete(by('a', digest))
  t.strictSame(await contentOf(store, digest), bytes)
})
