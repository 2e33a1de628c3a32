import t from 'tap'
import { yibiao } from './support/captured-io.ts'

/** Nobody listens there, and nobody is asked: what is wrong is found before. */
const bus = ['--bus', 'kafka://localhost:1']

const provision = (cwd: string, ...args: readonly string[]) => yibiao(['provision', ...args], { cwd })

t.test('what cannot be meant is refused before the cluster is asked, in both languages', async (t) => {
  const cwd = t.testdir({
    'twice.json': '{"TAX": "User:one", "HPF": "User:one"}',
  })
  const wrong: readonly (readonly [args: readonly string[], zh: RegExp, en: RegExp])[] = [
    [[], /请用 --bus/, /Give --bus or YIBIAO_BUS/],
    [['--bus', 'embedded:'], /没有需要配置的主题与权限/, /has no topics and rights to provide/],
    [['--bus', 'kafka://localhost:1?x=1'], /集群不接受/, /unknown setting "x"/],
    [[...bus, '--revoke'], /须与 --acls 一起使用/, /goes with --acls/],
    [[...bus, '--replication-factor', '0'], /YB_BUS_USAGE/, /replicationFactor/],
    [[...bus, '--store', 'sqlite:'], /只属于一个进程/, /belongs to one process/],
    [
      [...bus, '--acls', '--principals', 'twice.json'],
      /TAX 与 HPF 的账号同为/,
      /TAX and HPF have the same account/,
    ],
    [[...bus, '--acls', '--principals', 'none.json'], /无法读取/, /cannot be read/],
    [[...bus, '--acls', '--exchange-principal', 'User:TAX'], /yibiao 与 TAX/, /yibiao and TAX/],
  ]
  for (const [args, zh, en] of wrong) {
    const chinese = await provision(cwd, ...args, '--lang', 'zh')
    const english = await provision(cwd, ...args, '--lang', 'en')
    t.same([chinese.code, english.code], [2, 2], args.join(' '))
    t.match(chinese.err, zh)
    t.match(english.err, en)
    t.equal(english.out, '')
  }
})

t.test('a password is never repeated', async (t) => {
  for (const url of ['kafka://a:pass-word@', 'kafka://a:pass-word@localhost:1?x=1', 'kafka://pass-word@x']) {
    const { code, err } = await provision(t.testdir({}), '--bus', url)
    t.equal(code, 2)
    t.notMatch(err, 'pass-word')
  }
})

t.test('a cluster that does not answer: exit code 5', async (t) => {
  const { code, err } = await provision(t.testdir({}), ...bus, '--dry-run')
  t.equal(code, 5)
  t.match(err, 'YB_UNAVAILABLE')
})
