import { type CatalogueItem, type RecordedEvent, shippedReference } from '@yibiao/schemas'
import fc from 'fast-check'
import t from 'tap'
import { References } from '../index.ts'

const shipped = shippedReference()
const food = shipped.catalogue.find(({ content }) => content.code === 'food-business-licence')?.content
const seal = shipped.catalogue.find(({ content }) => content.code === 'seal-engraving-recordal')?.content
const [, y2026] = shipped.calendars.map(({ content }) => content)
if (!food || !seal || !y2026) throw new Error('nothing is shipped')

const event = (kind: string, position: number, content: object): RecordedEvent =>
  ({
    type: `yibiao.${kind}.published.v1`,
    position,
    recordedtime: new Date(Date.UTC(2026, 0, position)).toISOString(),
    data: { content },
  }) as RecordedEvent

const begun = (): References => {
  const references = new References()
  references.apply(event('matrix', 1, shipped.matrix.content))
  references.apply(event('participants', 2, shipped.participants.content))
  return references
}

const named = (item: CatalogueItem, version: number): CatalogueItem => ({ ...item, version })

t.test('whatever is published in whatever order, each position gives the versions of its time', (t) => {
  const codes = fc.array(fc.constantFrom(food, seal), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(codes, fc.infiniteStream(fc.nat()), (published, order) => {
      const versions = new Map<string, number>()
      const events = published.map((item, index) => {
        const version = (versions.get(item.code) ?? 0) + 1
        versions.set(item.code, version)
        return { position: 10 + index, item: named(item, version) }
      })
      const references = begun()
      // Events may come in any order and more than once: one who reads ahead must not make another miss one.
      const places = [...events.entries(), ...events.entries()].map(
        ([index]) => [order.next().value, index] as const,
      )
      for (const [, index] of places.toSorted((a, b) => a[0] - b[0])) {
        const one = events[index]
        if (one) references.apply(event('catalogue', one.position, one.item))
      }
      const now = new Map<string, CatalogueItem>()
      for (const { position, item } of events) {
        now.set(item.code, item)
        const then = references.at(position)
        for (const known of now.values()) {
          if (then.catalogue.byCode.get(known.code)?.version !== known.version) return false
          for (let version = 1; version <= known.version; version += 1)
            if (then.item(known.code, version)?.version !== version) return false
          if (then.item(known.code, known.version + 1) !== undefined) return false
        }
        if (then.catalogue.items.length !== now.size) return false
      }
      return references.at(9).catalogue.items.length === 0
    }),
    { numRuns: 200 },
  )
  t.end()
})

t.test('what was published of a kind is told in its order, with its key and time', async (t) => {
  const references = begun()
  references.apply(event('catalogue', 12, named(food, 2)))
  references.apply(event('catalogue', 11, named(food, 1)))
  references.apply(event('calendar', 13, y2026))
  t.strictSame(
    references
      .published<CatalogueItem>('catalogue')
      .map(({ key, position, recorded, content }) => [
        key,
        position,
        new Date(recorded).toISOString().slice(0, 10),
        content.version,
      ]),
    [
      [food.code, 11, '2026-01-11', 1],
      [food.code, 12, '2026-01-12', 2],
    ],
  )
  t.strictSame(
    references.published('calendar').map(({ key }) => key),
    ['2026'],
  )
})

t.test('delegations are those of the latest list of each participant', async (t) => {
  const list = (participant: string, version: number) => ({ participant, version, officers: [] })
  const references = begun()
  references.apply(event('delegations', 20, list('TAX', 1)))
  references.apply(event('delegations', 21, list('PSB', 1)))
  references.apply(event('delegations', 22, list('TAX', 2)))
  t.equal(references.at(21).delegations.get('TAX')?.version, 1)
  t.equal(references.current().delegations.get('TAX')?.version, 2)
  t.equal(references.current().delegations.get('PSB')?.version, 1)
})
