import t from 'tap'
import { Names } from '../src/cli/names.ts'
import type { Lang } from '../src/cli/text.ts'
import { timingOf } from '../src/cli/timing.ts'

const told = (data: object, lang: Lang = 'en'): string => timingOf(data, new Names(lang), lang).join(' ')
const approval = 'F00000000000000/food-business-licence'
const clocks = Array.from({ length: 30 }, (_, index) => ({ clock: `clock-${index}` }))

t.test('thirty clocks are one number on the line', async (t) => {
  t.equal(told({ calendar: '2026.1', clocks }), '× 30')
})

t.test('why clocks have other dates is told in both languages', async (t) => {
  const data = { because: 'EXTENSION', calendar: '2026.1', clocks: clocks.slice(0, 1) }
  t.equal(told(data), '× 1 extension')
  t.equal(told(data, 'zh'), '× 1 延长')
})

t.test('a card is told with the day by which it was promised', async (t) => {
  const data = {
    approval,
    clock: 'food-business-licence/promised',
    card: 'YELLOW',
    at: '2026-10-14T09:00:00.000Z',
    due: '2026-10-21',
  }
  t.equal(told(data), 'yellow card due 2026-10-21')
  t.equal(told(data, 'zh'), '黄牌 期限 2026-10-21')
})

t.test('a term of the filing as a whole is named, for no item says which', async (t) => {
  t.equal(told({ clock: 'joint', kind: 'JOINT', due: '2026-12-07' }), 'joint due 2026-12-07')
})

t.test('what was taken back is called by its title', async (t) => {
  const data = { approval, clock: 'food-business-licence/notice', fact: 'yibiao.acceptance.deemed.v1' }
  t.equal(told(data), 'Acceptance deemed')
  t.equal(told(data, 'zh'), '视为受理')
})

t.test('approvals that were closed are counted; by which one is told by its item', async (t) => {
  t.equal(told({ approvals: [approval], because: approval }), '× 1')
})
