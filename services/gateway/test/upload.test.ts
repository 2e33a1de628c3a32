import { request } from 'node:http'
import t from 'tap'
import { exchange, token } from './exchange.ts'
import { append, digestOf, pdf, standing } from './handing-in.ts'
import { materialsFolder } from './materials-folder.ts'

const maxBytes = 200_000
const materials = await materialsFolder(t, { maxBytes })
const x = await exchange({ materials })
t.teardown(() => x.close())

t.test('an upload tells where it stands, from nothing to whole', async (t) => {
  const bytes = pdf('plan')
  const digest = digestOf(bytes)
  t.match(await standing(x, digest), {
    statusCode: 204,
    headers: { 'upload-offset': '0', 'upload-complete': '?0', 'upload-limit': `max-size=${maxBytes}` },
  })
  const first = await append(x, { digest, bytes: bytes.subarray(0, 50), complete: false })
  t.match(first, { statusCode: 204, headers: { 'upload-offset': '50', 'upload-complete': '?0' } })
  t.match(await standing(x, digest), { headers: { 'upload-offset': '50', 'upload-complete': '?0' } })
  const last = await append(x, { digest, offset: 50, bytes: bytes.subarray(50) })
  t.match(last, {
    statusCode: 200,
    headers: { 'upload-offset': String(bytes.length), 'upload-complete': '?1' },
  })
  t.strictSame(last.json(), { digest, size: bytes.length, mediaType: 'application/pdf' })
  t.match(await standing(x, digest), { headers: { 'upload-complete': '?1' } })
  const again = await append(x, { digest, offset: bytes.length, bytes: Buffer.alloc(0) })
  t.strictSame(again.json(), last.json(), 'an answer that was lost is given again')
})

t.test('another offset is refused and told where to go on', async (t) => {
  const bytes = pdf('offset')
  const digest = digestOf(bytes)
  await append(x, { digest, bytes: bytes.subarray(0, 20), complete: false })
  const answer = await append(x, { digest, offset: 30, bytes: bytes.subarray(30) })
  t.match(answer, { statusCode: 409, headers: { 'upload-offset': '20' } })
  t.match(answer.json(), { code: 'YB_UPLOAD_OFFSET', issues: [{ pointer: '/header/Upload-Offset' }] })
})

t.test('content of another digest is refused, in both languages, and dropped', async (t) => {
  const digest = digestOf(pdf('right'))
  const answer = await append(x, { digest, bytes: pdf('wrong') })
  t.equal(answer.statusCode, 422)
  t.match(answer.json(), { code: 'YB_MATERIAL_DIGEST', detailZh: /摘要/, detailEn: /digest/ })
  t.match(await standing(x, digest), { headers: { 'upload-offset': '0' } })
})

t.test('the type is told by the content, whatever it is called', async (t) => {
  const bytes = Buffer.from('<html><script>alert(1)</script></html>')
  const answer = await append(x, { digest: digestOf(bytes), bytes })
  t.equal(answer.statusCode, 415)
  t.match(answer.json(), { code: 'YB_MATERIAL_TYPE', detailEn: /application\/pdf/ })
})

t.test('too large is refused before it is read, and while it comes', async (t) => {
  const bytes = pdf('large', maxBytes)
  const digest = digestOf(bytes)
  const announced = await append(x, { digest, bytes })
  t.match(announced, { statusCode: 413, headers: { 'upload-limit': `max-size=${maxBytes}` } })
  t.match(announced.json(), { code: 'YB_MATERIAL_TOO_LARGE' })
  await append(x, { digest, bytes: bytes.subarray(0, maxBytes - 10), complete: false })
  const rest = await append(x, { digest, offset: maxBytes - 10, bytes: bytes.subarray(maxBytes - 10) })
  t.equal(rest.statusCode, 413)
})

t.test('what is no upload is refused', async (t) => {
  const bytes = pdf('no upload')
  const digest = digestOf(bytes)
  t.match((await append(x, { digest: 'abc', bytes })).json(), {
    code: 'YB_REQUEST',
    issues: [{ pointer: '/path/digest' }],
  })
  t.match((await append(x, { digest, bytes, type: 'application/pdf' })).json(), {
    code: 'YB_REQUEST',
    issues: [{ pointer: '/header/Content-Type' }],
  })
  const bare = await x.gateway.fastify.inject({
    method: 'PATCH',
    url: `/v1/materials/${digest}`,
    headers: { host: '127.0.0.1', 'content-type': 'application/partial-upload' },
    payload: bytes,
  })
  t.match(bare.json(), { code: 'YB_REQUEST', issues: [{ pointer: '/header/upload-offset' }, {}] })
})

t.test('nobody but applicants hands in', async (t) => {
  const bytes = pdf('who')
  for (const as of ['TAX', 'auditor'])
    t.equal((await append(x, { digest: digestOf(bytes), bytes, as })).statusCode, 403, as)
  t.equal((await standing(x, digestOf(bytes), 'TAX')).statusCode, 403)
})

t.test('whoever knows a digest does not learn that the file is here', async (t) => {
  const bytes = pdf('secret')
  const digest = digestOf(bytes)
  t.equal((await append(x, { digest, bytes })).statusCode, 200)
  t.match(await standing(x, digest, 'stranger'), {
    headers: { 'upload-offset': '0', 'upload-complete': '?0' },
  })
})

t.test('what came before the connection broke is kept, and the upload goes on', async (t) => {
  const bytes = pdf('interrupted', 150_000)
  const digest = digestOf(bytes)
  const sent = 90_000
  const sending = request(`${x.gateway.address}/v1/materials/${digest}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token('founder')}`,
      'content-type': 'application/partial-upload',
      'content-length': bytes.length,
      'upload-offset': '0',
      'upload-complete': '?1',
    },
  })
  sending.on('error', () => undefined)
  sending.write(bytes.subarray(0, sent))
  const offset = async () => Number((await standing(x, digest)).headers['upload-offset'])
  while ((await offset()) < sent) await new Promise(setImmediate)
  sending.destroy()
  const rest = await append(x, { digest, offset: sent, bytes: bytes.subarray(sent) })
  t.equal(rest.statusCode, 200, rest.body)
  t.equal(rest.json<{ size: number }>().size, bytes.length)
})

t.test('two at once send the same file: none is spoiled', async (t) => {
  const bytes = pdf('twice', 100_000)
  const digest = digestOf(bytes)
  const answers = await Promise.all(
    ['founder', 'stranger', 'founder'].map((as) => append(x, { digest, bytes, as })),
  )
  t.ok(answers.filter(({ statusCode }) => statusCode === 200).length >= 2)
  t.ok(answers.every(({ statusCode }) => [200, 409].includes(statusCode)))
})

t.test('an exchange without a folder for them says so', async (t) => {
  const without = await exchange()
  t.teardown(() => without.close())
  const bytes = pdf('nowhere')
  const answer = await append(without, { digest: digestOf(bytes), bytes })
  t.equal(answer.statusCode, 503)
  t.match(answer.json(), { code: 'YB_UNAVAILABLE' })
})
