import {
  type CatalogueItem,
  type EventDataByType,
  type HandedIn,
  type RecordedEvent,
  shippedReference,
} from '@yibiao/schemas'
import t from 'tap'
import { askedIssues, materialIssues } from '../domain/decisions/materials.ts'
import type { Approval } from '../domain/state.ts'
import { application, at, enterprise, filingNo, outcome } from './enterprise.ts'
import { anyForm, filing, inForce, Life, message, references, submitted } from './specification.ts'

const registration = 'company-setup-registration'
const approval = `${filing}/${registration}`

const file = (code: string, digit = '1'): HandedIn => ({
  code,
  digest: digit.repeat(64),
  mediaType: 'application/pdf',
  size: 1_234,
  title: `${code}.pdf`,
})

const submits = (...materials: readonly HandedIn[]) => {
  const one = submitted(anyForm(3))
  return { ...one, data: { ...(one.data as object), materials } }
}

const asks = (...defects: readonly object[]) =>
  message('AMR', 'supplement.requested', {
    approval,
    round: 1,
    defects: defects.map((one) => ({ code: 'D1', zh: '请补交', en: 'please hand in', ...one })),
  })

const provides = (data: object) =>
  message('PAB', 'supplement.provided', { approval, round: 1, ...data }, { authtype: 'applicant' })

const issuesOf = (life: Life, one: ReturnType<typeof message>) => {
  const decision = life.decide(one)
  return decision.accepted ? [] : decision.issues.map(({ code, pointer }) => [code, pointer])
}

const filed = (...materials: readonly HandedIn[]): Life => {
  const life = new Life()
  life.tell(materials.length === 0 ? submitted(anyForm(3)) : submits(...materials))
  return life
}

/** The same item with one of its materials changed. */
const itemWith = (code: string, change: object): CatalogueItem => {
  const item = shippedReference().catalogue.find(({ content }) => content.code === registration)
    ?.content as CatalogueItem
  const materials = item.disclosure.materials.map((one) => (one.code === code ? { ...one, ...change } : one))
  return { ...item, disclosure: { ...item.disclosure, materials } } as CatalogueItem
}

t.test('the routing says which materials go with which approval', async (t) => {
  const life = filed(file('articles-of-association'), file('domicile-evidence', '2'))
  const routed = life.events[1]?.data as EventDataByType['yibiao.filing.routed.v1']
  const byItem = new Map(routed.approvals.map((one) => [one.item, one.materials]))
  t.strictSame(byItem.get(registration), [file('articles-of-association'), file('domicile-evidence', '2')])
  t.strictSame(byItem.get('tax-information-confirmation'), undefined)
})

t.test('a filing without materials is taken: no shipped item requires any', async (t) => {
  const routed = filed().events[1]?.data as EventDataByType['yibiao.filing.routed.v1']
  t.notOk(routed.approvals.some((one) => 'materials' in one))
})

t.test('a material that no applicable item takes is refused, each where it stands', async (t) => {
  t.strictSame(
    issuesOf(
      new Life(),
      submits(file('no-such-thing'), file('articles-of-association'), file('medical-staff-list', '3')),
    ),
    [
      ['YB_MATERIAL_NOT_TAKEN', '/data/materials/0/code'],
      ['YB_MATERIAL_NOT_TAKEN', '/data/materials/2/code'],
    ],
  )
})

t.test('what the form or another department holds is not handed in either', async (t) => {
  for (const code of ['form-data', 'business-licence'])
    t.strictSame(issuesOf(new Life(), submits(file(code))), [
      ['YB_MATERIAL_NOT_TAKEN', '/data/materials/0/code'],
    ])
})

t.test('a required material that is missing refuses the filing', async (t) => {
  const item = itemWith('articles-of-association', { required: true })
  const data = submitted(anyForm(3)).data as EventDataByType['yibiao.filing.submitted.v1']
  t.match(materialIssues([item], data), [
    { code: 'YB_MATERIAL_REQUIRED', pointer: '/data/materials', en: /articles-of-association/ },
  ])
  t.strictSame(materialIssues([item], { ...data, materials: [file('articles-of-association')] }), [])
})

t.test('nobody is asked again for what the form or another department already holds', async (t) => {
  const life = filed()
  t.strictSame(issuesOf(life, asks({ material: 'form-data' })), [
    ['YB_ALREADY_HELD', '/data/defects/0/material'],
  ])
  const tax = life.approval('tax-information-confirmation')
  t.equal(tax.state, 'WAITING')
  const one = message('TAX', 'supplement.requested', {
    approval: `${filing}/tax-information-confirmation`,
    round: 1,
    defects: [
      { path: '/tax/invoice', code: 'D1', zh: '请更正', en: 'please correct' },
      { material: 'business-licence', code: 'D2', zh: '请提交营业执照', en: 'hand in the licence' },
    ],
  })
  const decision = life.decide(one)
  t.match(decision, {
    accepted: false,
    scope: 'record',
    issues: [{ code: 'YB_ALREADY_HELD', pointer: '/data/defects/1/material', zh: /其他部门共享/ }],
  })
  t.equal(tax.state, 'WAITING', 'and nothing is asked')
})

t.test('a notice asks by the codes of the catalogue, and repeats no free text', async (t) => {
  const decision = filed().decide(asks({ material: '张三的身份证' }))
  t.match(decision, { accepted: false, issues: [{ code: 'YB_MATERIAL_NOT_TAKEN' }] })
  t.notMatch(JSON.stringify(decision), '张三')
})

t.test('an item whose materials have no codes is judged as before', async (t) => {
  const old = {
    ...itemWith('', {}),
    disclosure: {
      ...itemWith('', {}).disclosure,
      materials: [{ zh: '章程', en: 'Articles', from: 'HANDED_IN', confirmed: true }],
    },
  } as unknown as CatalogueItem
  const asked = asks({ material: '章程' }).data as EventDataByType['yibiao.supplement.requested.v1']
  const one = { approval, item: registration, itemVersion: 1 } as Approval
  const context = { references: { ...inForce, item: () => old } } as never
  t.strictSame(askedIssues(one, asked, context), [])
})

t.test('a notice is judged by the version of the item that the filing started with', async (t) => {
  const asked = asks({ material: 'articles-of-association' })
    .data as EventDataByType['yibiao.supplement.requested.v1']
  const held = itemWith('articles-of-association', { from: 'SHARED' })
  const first = itemWith('', {})
  const context = {
    references: { ...inForce, item: (_code: string, version: number) => (version === 1 ? first : held) },
  } as never
  const started = (itemVersion: number) => ({ approval, item: registration, itemVersion }) as Approval
  t.strictSame(askedIssues(started(1), asked, context), [])
  t.match(askedIssues(started(2), asked, context), [{ code: 'YB_ALREADY_HELD' }])
})

t.test('a supplement hands in what was asked for by code, and nothing else', async (t) => {
  const life = filed()
  life.tell(asks({ material: 'articles-of-association' }, { path: '/domicile/text' }))
  t.strictSame(
    issuesOf(life, provides({ materials: [file('articles-of-association'), file('domicile-evidence')] })),
    [['YB_NOTHING_ASKED', '/data/materials/1/code']],
  )
  const moved = { domicile: { text: '吉林市昌邑区松江路 1 号' } }
  t.strictSame(issuesOf(life, provides({ form: moved, materials: [file('domicile-evidence')] })), [
    ['YB_NOTHING_ASKED', '/data/materials/0/code'],
  ])
  life.tell(provides({ form: moved, materials: [file('articles-of-association')] }))
  t.match(life.approval(registration), { state: 'OPEN', round: 2, asked: [], askedMaterials: [] })
})

t.test('where only values were asked for, no material may come', async (t) => {
  const life = filed()
  life.tell(asks({ path: '/domicile/text' }))
  t.strictSame(issuesOf(life, provides({ materials: [file('articles-of-association')] })), [
    ['YB_NOTHING_ASKED', '/data/materials/0/code'],
  ])
})

const applied = filingNo(1)
const change = (...materials: readonly HandedIn[]) =>
  application(applied, 'change', {
    form: { domicile: { postalCode: '132013' } },
    ...(materials.length === 0 ? {} : { materials }),
  })

t.test('公司法 35: an application after the set-up hands in its files by the same rules', async (t) => {
  const life = enterprise()
  t.equal(life.refusal(change()), 'accepted', 'none is required')
  t.strictSame(issuesOf(life, change(file('registered-data'), file('change-resolution'))), [
    ['YB_MATERIAL_NOT_TAKEN', '/data/materials/0/code'],
  ])
  life.tell(change(file('change-resolution'), file('domicile-evidence', '2')))
  const routed = life.last('yibiao.filing.routed.v1')
  const byItem = new Map(routed.approvals.map((one) => [one.item, one.materials]))
  t.strictSame(byItem.get('change-registration'), [file('change-resolution'), file('domicile-evidence', '2')])
  t.strictSame(byItem.get('tax-information-update'), undefined)
})

t.test(
  'an application without a file that an item requires is refused, by the code of the file',
  async (t) => {
    const life = enterprise()
    const all = references()
    const { version, disclosure, ...item } = all
      .current()
      .catalogue.byCode.get('change-registration') as CatalogueItem
    const materials = disclosure.materials.map((one) =>
      one.code === 'change-resolution' ? { ...one, required: true } : one,
    )
    all.apply({
      type: 'yibiao.catalogue.published.v1',
      position: 900,
      recordedtime: '2026-10-01T00:00:00.000Z',
      data: { content: { ...item, version: version + 1, disclosure: { ...disclosure, materials } } },
    } as unknown as RecordedEvent)
    life.references = all.current()
    t.match(life.decide(change()), {
      issues: [{ code: 'YB_MATERIAL_REQUIRED', pointer: '/data/materials', en: /change-resolution/ }],
    })
    t.equal(life.refusal(change(file('change-resolution'))), 'accepted')
  },
)

t.test(
  '登记管理条例 16(3): the registrar does not ask for the tax clearance, which it gets from the tax office',
  async (t) => {
    const life = enterprise()
    const formed = { formedOn: '2026-10-12' }
    life.tellAt(at('2026-10-12T09:00'), application(applied, 'liquidation'))
    life.tell(outcome(life, applied, 'liquidation-recordal', 'liquidation.notified', formed))
    const ending = filingNo(2)
    life.tellAt(at('2026-12-01T09:00'), application(ending, 'deregistration'))
    life.tell(outcome(life, ending, 'tax-clearance', 'tax.cleared', { certificateNo: '清2026-1' }))
    const asked = (material: string) =>
      outcome(life, ending, 'enterprise-deregistration', 'supplement.requested', {
        defects: [{ material, code: 'D', zh: '请补交', en: 'hand it in' }],
      })
    t.equal(life.refusal(asked('tax-clearance-certificate')), 'YB_ALREADY_HELD')
    life.tell(asked('liquidation-report'))
    const provided = (code: string) =>
      message(
        'PAB',
        'supplement.provided',
        { approval: `${ending}/enterprise-deregistration`, round: 1, materials: [file(code)] },
        { filing: ending },
      )
    t.equal(life.refusal(provided('liquidation-report')), 'accepted')
    t.equal(life.refusal(provided('dissolution-resolution')), 'YB_NOTHING_ASKED')
  },
)
