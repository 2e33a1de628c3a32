import t from 'tap'
import { Beside } from '../src/beside.ts'

t.test('what is kept with an object is no part of it', async (t) => {
  const texts = new Beside<object, string>()
  const others = new Beside<object, number>()
  const owner = { a: 1 }
  t.equal(texts.get(owner), undefined)
  t.equal(texts.keep(owner, 'kept'), 'kept')
  t.equal(texts.get(owner), 'kept')
  t.equal(others.get(owner), undefined, 'to each its own')
  t.equal(JSON.stringify(owner), '{"a":1}')
  t.equal(texts.get({ ...owner }), undefined, 'a copy has nothing')
  t.strictSame(owner, { a: 1 })
})
