import type { Random } from './random.ts'

const tradeNames = ['松花', '江城', '北山', '雾凇', '龙潭', '长白', '丰满', '乌拉', '凇韵', '阿什']
const industries = ['餐饮', '商贸', '科技', '建材', '物流', '食品', '医药', '农业', '文化', '机械']
const forms = ['有限公司', '有限责任公司']

/** A company's name as it might be; a few hundred thousand different ones. */
export function companyName(random: Random): string {
  const trade = random.pick(tradeNames) + random.pick([...'春夏秋冬东西南北山水云海天地日月星辰华盛昌隆兴旺'])
  return `吉林市${trade}${random.pick(industries)}${random.pick(forms)}`
}

/** A whole one form of some 70 leaves. People are inventions; the numbers are of nobody living (born 1800). */
export function wholeForm(random: Random, name = companyName(random)) {
  const people = ['P1', 'P2', 'P3'].map((key, index) => ({
    key,
    name: random.pick(['张一', '李二', '王三', '赵四']),
    idType: '111',
    idNo: index === 0 ? '220202180001010012' : '220202180001010020',
    nationality: '156',
    mobile: `1390000${1000 + random.below(9000)}`,
    residence: `吉林市昌邑区解放大路${random.below(900)}号`,
  }))
  const shareholders = ['S1', 'S2'].map((key, index) => ({
    key,
    kind: 'NATURAL',
    person: people[index]?.key ?? 'P1',
    subscribedFen: (1 + random.below(90)) * 1_000_000,
    subscribedBy: '2031-09-30',
    forms: ['1'],
  }))
  return {
    name: {
      full: name,
      division: '吉林市',
      tradeName: name.slice(3, 6),
      industry: '餐饮',
      orgForm: '有限公司',
    },
    enterpriseType: '1130',
    domicile: {
      text: `吉林市昌邑区重庆街${random.below(2000)}号`,
      divisionCode: '220202',
      postalCode: '132001',
      rightKind: 'LEASED',
      evidenceId: `E${random.below(100_000)}`,
    },
    capital: { amountFen: 100_000_000, currency: 'CNY', paidInBy: '2031-09-30' },
    people,
    legalRepresentative: { person: 'P1', position: 'DIRECTOR' },
    directors: [{ key: 'D1', person: 'P1', position: '431A' }],
    supervisors: [{ key: 'V1', person: 'P3' }],
    manager: { person: 'P1' },
    financeOfficer: { person: 'P2' },
    scope: {
      items: [
        { key: 'I1', itemCode: 'H6210', text: '餐饮服务', kind: 'LICENSED' },
        { key: 'I2', itemCode: 'F5112', text: '食品销售', kind: 'GENERAL' },
      ],
      text: '餐饮服务；食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）',
    },
    industry: { code: '6210', section: 'H' },
    term: { kind: 'LONG_TERM' },
    shareholders,
    tax: { vatStatus: 'SMALL_SCALE', accountingSystem: '101', officer: 'P2' },
    seals: [{ key: 'K1', kind: 'OFFICIAL', material: 'RUBBER' }],
    social: {
      expectedHeadcount: random.below(200),
      insuranceTypes: ['110', '210'],
      firstPayMonth: '2026-10',
    },
    housingFund: { ratioUnit: 5, ratioStaff: 5, firstMonth: '2026-10', staffCount: random.below(200) },
    bank: { bankCode: '102100099996', branchName: '吉林市分行', accountNature: 'BASIC' },
    delivery: { kind: 'EXPRESS', address: `吉林市昌邑区解放大路${random.below(900)}号` },
  }
}
