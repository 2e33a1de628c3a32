import t from 'tap'
import { defaultLimits, type GatewayOptions } from '../index.ts'
import { resolveOptions } from '../src/options.ts'

const options = {
  identity: { history: 'h', mode: 'sandbox', division: '220200', epoch: 0 },
  host: '127.0.0.1',
  port: 0,
} as GatewayOptions
const production = { ...options, identity: { ...options.identity, mode: 'production' } } as const
const token = '0123456789abcdef'

t.test('a sandbox on loopback needs no token', async (t) => {
  for (const host of ['127.0.0.1', '::1', 'localhost', '127.8.9.1'])
    t.ok(resolveOptions({ ...options, host }).admitLoopback, host)
})

t.test('production without a token is refused, and so is a sandbox beyond loopback', async (t) => {
  t.throws(() => resolveOptions(production), { code: 'YB_CONFIGURATION' })
  t.throws(() => resolveOptions({ ...options, host: '0.0.0.0' }), { code: 'YB_CONFIGURATION' })
  t.notOk(resolveOptions({ ...production, token }).admitLoopback)
  t.notOk(resolveOptions({ ...options, host: '0.0.0.0', token }).admitLoopback)
})

t.test('a token alone is the local operator’s', async (t) => {
  t.strictSame(resolveOptions({ ...options, token }).tokens, [
    { token, principal: { kind: 'operator', id: 'local' } },
  ])
})

t.test('every problem is told at once', async (t) => {
  const wrong = {
    ...options,
    port: 70_000,
    tokens: [
      { token: 'short', principal: { kind: 'participant', id: '中文' } },
      { token, principal: { kind: 'unauthenticated', id: 'unauthenticated' } },
    ],
    limits: { bodyBytes: 1, nonsense: 5 },
  } as unknown as GatewayOptions
  try {
    resolveOptions(wrong)
    t.fail('accepted')
  } catch (error) {
    const { problem } = error as { problem: { issues: { pointer: string }[] } }
    t.strictSame(
      problem.issues.map((one) => one.pointer),
      [
        '/port',
        '/tokens/0/token',
        '/tokens/0/principal/id',
        '/tokens/0/principal',
        '/tokens/1/principal/id',
        '/tokens/1/principal',
        '/limits/bodyBytes',
        '/limits/nonsense',
      ],
    )
  }
})

t.test('limits not given have their defaults', async (t) => {
  t.strictSame(resolveOptions({ ...options, limits: { answerWait: 5 } }).limits, {
    ...defaultLimits,
    answerWait: 5,
  })
})
