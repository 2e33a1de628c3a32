import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { readAccounts } from '../src/accounts.ts'

const folder = mkdtempSync(join(tmpdir(), 'yibiao-accounts-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'accounts.json')
const token = 'a-token-that-is-long-enough'

const given = (content: unknown) => {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return () => readAccounts(path)
}

t.test('accounts are read with whose they are', async (t) => {
  const read = given([
    { token, kind: 'auditor', id: 'audit-1' },
    { token: `${token}2`, kind: 'participant', id: 'tax-1', participant: 'TAX' },
  ])
  t.strictSame(read(), [
    { token, principal: { kind: 'auditor', id: 'audit-1' } },
    { token: `${token}2`, principal: { kind: 'participant', id: 'tax-1', participant: 'TAX' } },
  ])
  t.strictSame(readAccounts(''), [], 'no file, no accounts')
})

t.test('what is wrong is named, the token never', async (t) => {
  const wrong: [unknown, RegExp][] = [
    ['{', /no JSON/],
    [[{ token: 'short', kind: 'auditor', id: 'x' }], /\/0\/token/],
    [[{ token, kind: 'king', id: 'x' }], /\/0\/kind/],
    [[{ token, kind: 'participant', id: 'x' }], /\/0 .*participant/],
    [[{ token, kind: 'auditor', id: 'x', participant: 'TAX' }], /\/0\/participant/],
    [{ token }, /array/],
  ]
  for (const [content, pattern] of wrong) {
    const read = given(content)
    t.throws(read, { code: 'YB_CONFIGURATION', message: pattern })
    try {
      read()
    } catch (error) {
      t.notMatch(String(error), token)
    }
  }
  t.throws(() => readAccounts(join(folder, 'nothing')), { code: 'YB_CONFIGURATION', message: /ENOENT/ })
})
