import fc from 'fast-check'
import t from 'tap'
import { eventIdOf, eventNamespace, isUuid, uuidNamespaces, uuidV5 } from '../src/identifiers/index.ts'

t.test('the example of RFC 9562 and others computed elsewhere', async (t) => {
  t.equal(uuidV5(uuidNamespaces.dns, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2')
  t.equal(uuidV5(uuidNamespaces.dns, 'python.org'), '886313e1-3b8a-5372-9b90-0c9aee199e5d')
  t.equal(uuidV5(uuidNamespaces.url, 'https://例子/一表'), '2824597b-e0d4-587a-a1ce-0491b0c5c5ff')
  t.throws(() => uuidV5('no uuid', 'name'), RangeError)
  t.throws(() => uuidV5(uuidNamespaces.dns.toUpperCase(), 'name'), RangeError)
})

t.test('event ids never change', async (t) => {
  t.equal(eventNamespace, uuidV5(uuidNamespaces.url, 'urn:yibiao:event'))
  t.equal(eventIdOf('/participants/TAX', 'm-1', 0), 'c97d724e-4a4d-54fb-970f-95f27b7b41bc')
})

t.test('event ids are UUIDs of version 5 and differ with source, message and ordinal', async (t) => {
  const id = eventIdOf('/participants/TAX', 'm-1', 0)
  t.ok(isUuid(id))
  t.match(id, /^.{14}5.{4}[89ab]/)
  t.not(id, eventIdOf('/participants/PSB', 'm-1', 0))
  t.not(id, eventIdOf('/participants/TAX', 'm-2', 0))
  t.not(id, eventIdOf('/participants/TAX', 'm-1', 1))
  t.throws(() => eventIdOf('/participants\n/TAX', 'm-1', 0), RangeError)
})

t.test('no two messages make one name, whatever their ids hold', async (t) => {
  const parts = fc.tuple(fc.constantFrom('/a', '/b'), fc.stringMatching(/^[a1\n]{0,4}$/), fc.nat(12))
  fc.assert(
    fc.property(
      parts,
      parts,
      (a, b) => (eventIdOf(...a) === eventIdOf(...b)) === (a.join('|') === b.join('|')),
    ),
    { numRuns: 3000 },
  )
  t.pass()
})
