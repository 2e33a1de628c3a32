import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startStatisticsBureau } from '../example/statistics-bureau.ts'
import { filing, record, settingOf } from './support/setting.ts'

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

t.test('the README shows the example as it is', async (t) => {
  const shown = /<!-- example\/statistics-bureau\.ts -->\n```ts\n(.*?)```/s.exec(textOf('../README.md'))?.[1]
  t.equal(shown, textOf('../example/statistics-bureau.ts'))
})

t.test('the example works', async (t) => {
  const { exchange, folder } = await settingOf(t, 'STATS')
  const connector = await startStatisticsBureau(exchange.bus, join(folder, 'stats.db'))
  const approval = `${filing}/statistical-unit-listing`
  const changes = [
    { path: '/uscc', before: null, after: '91220202PDY00001X5' },
    { path: '/name/full', before: null, after: '吉林市松花江餐饮有限公司' },
  ]
  await exchange.feed(
    { type: 'yibiao.enterprise.registered.v1', subject: record, filing, data: { changes } },
    {
      type: 'yibiao.approvals.opened.v1',
      subject: record,
      filing,
      data: { approvals: [`${filing}/tax-information-confirmation`, approval] },
    },
  )
  const answer = await exchange.until((said) =>
    said.find(({ type }) => type === 'yibiao.approval.recorded.v1'),
  )
  t.match(answer, {
    id: `${approval}/1/recorded`,
    filing,
    data: { form: { statistics: { unitCode: 'PDY00001X' } } },
  })
  const units = await connector.transact(({ sql }) => sql.prepare('SELECT * FROM unit').all())
  t.same(units, [{ record, uscc: '91220202PDY00001X5', name: '吉林市松花江餐饮有限公司' }])
  await connector.stop()
})
