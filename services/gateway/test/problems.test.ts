import { type ErrorCode, errorTable, problem } from '@yibiao/schemas'
import t from 'tap'
import { statuses } from '../index.ts'
import { languageOf } from '../src/http/language.ts'
import { problemBody } from '../src/http/problems.ts'

t.test('every code has an HTTP status, and no other has', async (t) => {
  t.strictSame(Object.keys(statuses).sort(), Object.keys(errorTable).sort())
})

t.test('what may be tried again is answered so', async (t) => {
  for (const [code, { retryable }] of Object.entries(errorTable))
    if (retryable) t.ok(statuses[code as ErrorCode] >= 500, code)
})

t.test('title and detail follow the language asked for, and both languages are there', async (t) => {
  const found = problem('YB_UNAUTHENTICATED')
  const zh = problemBody(found, 'zh')
  t.match(zh, {
    title: '未认证',
    titleZh: '未认证',
    titleEn: 'Who are you?',
    detail: '请携带访问令牌。',
    status: 401,
  })
  t.match(problemBody(found, 'en'), {
    title: 'Who are you?',
    titleZh: '未认证',
    detailZh: '请携带访问令牌。',
  })
})

t.test('the language is the parameter’s, else the better of Accept-Language, else English', async (t) => {
  t.equal(languageOf({}, undefined), 'en')
  t.equal(languageOf({}, 'zh-CN,zh;q=0.9,en;q=0.8'), 'zh')
  t.equal(languageOf({}, 'en;q=0.5, zh;q=0.7'), 'zh')
  t.equal(languageOf({}, 'zh;q=0, en'), 'en')
  t.equal(languageOf({}, 'fr, *'), 'en')
  t.equal(languageOf({ lang: 'en' }, 'zh'), 'en')
  t.equal(languageOf({ lang: 'zh' }, undefined), 'zh')
})
