import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openEmbeddedBus } from '../embedded/index.ts'

const partitions = [0, 1, 2, 3]

interface Log {
  readonly published: readonly { readonly place: string; readonly text: string }[]
  readonly handled: ReadonlySet<string>
}

/** Runs the child until it had this many acknowledgements, and kills it in the middle of whatever it does. */
async function crashAfter(acknowledgements: number, args: readonly string[]): Promise<void> {
  const child = fork(join(import.meta.dirname, 'fixtures/crashing.ts'), [...args])
  let seen = 0
  child.on('message', () => {
    if (++seen === acknowledgements) child.kill('SIGKILL')
  })
  await once(child, 'exit')
}

function readLog(file: string): Log {
  const published: { place: string; text: string }[] = []
  const handled = new Set<string>()
  // The last line may have been cut off by the kill; it was not complete and promises nothing.
  for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) {
    const [kind, partition, offset, text] = line.split(' ')
    if (kind === 'published') published.push({ place: `${partition}/${offset}`, text: text! })
    else handled.add(`${partition}/${offset}`)
  }
  return { published, handled }
}

await t.test('killed while publishing and consuming', async (t) => {
  const folder = t.testdir()
  const path = join(folder, 'bus')
  const file = join(folder, 'log')
  for (const [run, acknowledgements] of [1, 40, 200].entries()) {
    await crashAfter(acknowledgements, [path, file, String(run)])
    const log = readLog(file)
    t.ok(log.published.length >= acknowledgements)
    const bus = await openEmbeddedBus({ path })
    const stored = new Map<string, string>()
    for (const partition of partitions) {
      const messages = await bus.read('topic', partition, 0, 10_000)
      messages.forEach((message, at) => {
        if (message.offset !== at) t.fail(`${partition}/${at} is missing`)
        stored.set(`${partition}/${message.offset}`, message.value.toString())
      })
    }
    const missing = log.published.filter(({ place, text }) => stored.get(place) !== text)
    t.same(missing, [], 'all that was acknowledged is there')
    t.same(halves([...stored.values()]), [], 'each call is there whole or not at all')
    for (const { partition, committed } of await bus.offsets('group', ['topic'])) {
      const before = Array.from({ length: committed }, (_, at) => `${partition}/${at}`)
      t.same(
        before.filter((place) => !log.handled.has(place)),
        [],
        'all before the committed offset was handled',
      )
    }
    await bus.close()
  }
})

/** Texts ending in `a` whose `b`, published by the same call, is missing, and the other way round. */
function halves(texts: readonly string[]): string[] {
  const all = new Set(texts)
  return texts.filter((text) => !all.has(text.slice(0, -1) + (text.endsWith('a') ? 'b' : 'a')))
}
