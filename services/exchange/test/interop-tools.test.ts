import { EngineMissingError } from '@yibiao/engines/kafka'
import t from 'tap'
import { kcatTool, pythonTool, toolOrSkip } from './support/foreign-tools.ts'

/** Runs with other environment variables. */
async function withEnv<Result>(env: Record<string, string>, work: () => Promise<Result>): Promise<Result> {
  const before = { ...process.env }
  Object.assign(process.env, env)
  try {
    return await work()
  } finally {
    process.env = before
  }
}

t.test('a tool that is missing is a reason to skip that names it', async (t) => {
  const nowhere = { PATH: '/nowhere', YIBIAO_CACHE: t.testdir(), CI: '' }
  for (const [tool, name] of [
    [pythonTool, 'Python 3'],
    [kcatTool, 'kcat'],
  ] as const) {
    const answer = await withEnv(nowhere, () => toolOrSkip(tool))
    t.match(answer, { skip: new RegExp(`^needs ${name}.*there is no "`) })
  }
})

t.test('with CI set a missing tool is a failure', async (t) => {
  const missing = async () => {
    throw new EngineMissingError('Python 3', 'there is no "python3"')
  }
  await t.rejects(
    withEnv({ CI: '1' }, () => toolOrSkip(missing)),
    { code: 'YB_ENGINE_MISSING' },
  )
})

t.test('another fault is never a skip', async (t) => {
  const broken = async () => {
    throw new Error('broken')
  }
  await t.rejects(
    withEnv({ CI: '' }, () => toolOrSkip(broken)),
    { message: 'broken' },
  )
})
