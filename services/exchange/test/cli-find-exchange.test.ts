import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { findExchange } from '../src/cli/find-exchange.ts'

const address = 'http://127.0.0.1:18080'

/** A folder as an exchange leaves it; running when a process is given. */
function dataFolder(at: string, pid?: number): string {
  const folder = join(at, '.yibiao')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'lock.db'), '')
  if (pid !== undefined)
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid, address, token: 'folder-token-0001' }))
  return folder
}

/** A process id that no process has. */
const nobody = 2 ** 22 + 1

t.test('the exchange that announced itself here or above is found, with its token', async (t) => {
  const root = t.testdir({ a: { b: {} } })
  dataFolder(root, process.pid)
  const found = { kind: 'running', address, token: 'folder-token-0001' }
  t.same(findExchange({ env: {}, cwd: root }), found)
  t.same(findExchange({ env: {}, cwd: join(root, 'a', 'b') }), found)
})

t.test('the nearest data folder counts', async (t) => {
  const root = t.testdir({ a: {} })
  dataFolder(root, process.pid)
  const near = dataFolder(join(root, 'a'))
  t.same(findExchange({ env: {}, cwd: join(root, 'a') }), { kind: 'asleep', folder: near })
})

t.test('what a process left behind when it was killed is asleep', async (t) => {
  const root = t.testdir({})
  const folder = dataFolder(root, nobody)
  t.same(findExchange({ env: {}, cwd: root }), { kind: 'asleep', folder })
})

t.test('--data and YIBIAO_DATA name the folder, the option first', async (t) => {
  const root = t.testdir({ a: {}, b: {} })
  const a = dataFolder(join(root, 'a'))
  const b = dataFolder(join(root, 'b'))
  t.same(findExchange({ env: { YIBIAO_DATA: b }, cwd: root }), { kind: 'asleep', folder: b })
  t.same(findExchange({ data: 'a/.yibiao', env: { YIBIAO_DATA: b }, cwd: root }), {
    kind: 'asleep',
    folder: a,
  })
})

t.test('--gateway and YIBIAO_GATEWAY name the address, the option first', async (t) => {
  const root = t.testdir({})
  const env = { YIBIAO_GATEWAY: 'http://elsewhere:1/', YIBIAO_TOKEN: 'my-own-token' }
  t.same(findExchange({ env, cwd: root }), {
    kind: 'running',
    address: 'http://elsewhere:1',
    token: 'my-own-token',
  })
  t.equal((findExchange({ gateway: address, env, cwd: root }) as { address: string }).address, address)
})

t.test('--data on the command line wins over YIBIAO_GATEWAY', async (t) => {
  const root = t.testdir({})
  const folder = dataFolder(root)
  const env = { YIBIAO_GATEWAY: 'http://elsewhere:1' }
  t.same(findExchange({ data: folder, env, cwd: root }), { kind: 'asleep', folder })
})

t.test('the token of a folder goes to nobody but the exchange of that folder', async (t) => {
  const root = t.testdir({})
  dataFolder(root, process.pid)
  t.same(findExchange({ gateway: 'http://elsewhere:1', env: {}, cwd: root }), {
    kind: 'running',
    address: 'http://elsewhere:1',
    token: undefined,
  })
  t.equal(
    (findExchange({ gateway: address, env: {}, cwd: root }) as { token?: string }).token,
    'folder-token-0001',
  )
})

t.test('where there is nothing, the folder that was looked for is named', async (t) => {
  const root = t.testdir({})
  t.same(findExchange({ data: 'none', env: {}, cwd: root }), { kind: 'none', where: join(root, 'none') })
})
