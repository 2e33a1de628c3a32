import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import t from 'tap'
import { openEmbeddedBus } from '../embedded/index.ts'

await t.test('a folder is made and holds two files; a file is taken as it is', async (t) => {
  const folder = t.testdir()
  await (await openEmbeddedBus({ path: join(folder, 'deep', 'bus') })).close()
  t.ok(existsSync(join(folder, 'deep', 'bus', 'bus.db')))
  t.ok(existsSync(join(folder, 'deep', 'bus', 'bus-offsets.db')))
  await (await openEmbeddedBus({ path: join(folder, 'events.db') })).close()
  t.ok(existsSync(join(folder, 'events.db')))
  t.ok(existsSync(join(folder, 'events-offsets.db')))
})

await t.test('two paths to one folder are one bus', async (t) => {
  const folder = t.testdir()
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  const [real, link] = await Promise.all(
    ['real', 'link'].map((name) => openEmbeddedBus({ path: join(folder, name) })),
  )
  await real!.provision([{ name: 'topic', partitions: 1 }])
  const received = new Promise<string>((resolve) => {
    void real!.consume({
      group: 'group',
      topics: ['topic'],
      onBatch: async (messages) => resolve(messages[0]!.value.toString()),
    })
  })
  await link!.publish([{ topic: 'topic', key: 'a', value: Buffer.from('through the link') }])
  t.equal(await received, 'through the link')
  await Promise.all([real!.close(), link!.close()])
})

await t.test('data of a newer version is refused and left alone', async (t) => {
  for (const file of ['bus.db', 'bus-offsets.db']) {
    const path = join(t.testdir(), file.replace('.db', ''))
    await (await openEmbeddedBus({ path })).close()
    const database = new Database(join(path, file))
    database.prepare("UPDATE meta SET value = 99 WHERE name = 'version'").run()
    database.close()
    await t.rejects(openEmbeddedBus({ path }), { code: 'YB_BUS_NEWER', message: /version 99/ })
    await t.rejects(openEmbeddedBus({ path }), { code: 'YB_BUS_NEWER' }, 'every time')
  }
})

await t.test("somebody else's file is refused", async (t) => {
  const folder = t.testdir()
  const text = join(folder, 'text.db')
  writeFileSync(text, 'a text that is no database at all, and longer than a hundred bytes '.repeat(4))
  await t.rejects(openEmbeddedBus({ path: text }), { code: 'YB_BUS_USAGE', message: /path/ })
  const foreign = join(folder, 'foreign.db')
  const database = new Database(foreign)
  database.exec('CREATE TABLE topics (x)')
  database.close()
  await t.rejects(openEmbeddedBus({ path: foreign }), { code: 'YB_BUS_USAGE', message: /path/ })
})

await t.test('options that cannot be meant are refused', async (t) => {
  const path = t.testdir()
  const usage = { code: 'YB_BUS_USAGE' }
  await t.rejects(openEmbeddedBus({ path: '' }), { ...usage, message: /^path/ })
  await t.rejects(openEmbeddedBus({ path, clock: 5 as never }), { ...usage, message: /^clock/ })
  await t.rejects(openEmbeddedBus({ path, retentionInterval: 0 }), usage)
  await t.rejects(openEmbeddedBus({ path, maxPages: 1 }), usage)
  writeFileSync(join(path, 'file'), '')
  await t.rejects(openEmbeddedBus({ path: join(path, 'file', 'below') }), { ...usage, message: /^path/ })
})

await t.test('nothing keeps the process alive after close, nor an idle bus before it', async (t) => {
  for (const ending of ['close', 'idle']) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'fixtures/exits.ts'), t.testdir(), ending],
      {
        stdio: 'inherit',
      },
    )
    const [code] = await once(child, 'exit')
    t.equal(code, 0, ending)
  }
})
