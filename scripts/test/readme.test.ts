import t from 'tap'
import { missing, normalise, pages, samplesOf, transcribe } from '../transcript.ts'

// Every sample is a process of its own.
t.setTimeout(240_000)

t.test('samples are found with their output', async (t) => {
  const lines = [
    '```console',
    '$ npx yibiao check uscc 1',
    'no',
    '$ npx yibiao fsck',
    '```',
    '$ npx yibiao outside',
  ]
  t.strictSame(samplesOf(lines), [
    { command: 'check uscc 1', from: 2, to: 3 },
    { command: 'fsck', from: 4, to: 4 },
  ])
})

t.test('only what changes from run to run counts as equal', async (t) => {
  t.equal(normalise('12:00:01.123  ✓ TAX'), normalise('13:59:59  ✓ TAX'))
  t.strictSame(missing(['✓ TAX', '…', ''], ['✓ PSB']), ['✓ TAX'])
})

for (const page of Object.keys(pages) as (keyof typeof pages)[])
  t.test(`${page} shows what the commands print`, async (t) => {
    t.strictSame((await transcribe(page)).lacking, [])
  })
