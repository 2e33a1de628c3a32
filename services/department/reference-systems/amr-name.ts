/** The registrar's look at the name: its form and its words (企业名称登记管理规定 6–11). */
import type { DecisionContext, Defect } from './system.ts'

interface ForbiddenWord {
  readonly word: string
  readonly zh: string
  readonly en: string
}

const stateZh = '使用或者变相使用政党、党政军机关、国际组织等的名称'
const stateEn =
  'is or looks like the name of a party, a state or military body or an international organisation'
const nationalZh = '“中国”等字词须经批准'
const nationalEn = 'needs approval by the State Council or its department'
const misleadingZh = '可能使公众受骗或者产生误解'
const misleadingEn = 'may deceive or mislead the public'

/** Samples of what a trade name may not contain; a real registry's table is longer and kept by its department. */
const forbiddenWords: readonly ForbiddenWord[] = [
  ...['中国', '中华', '全国', '国家', '国际'].map((word) => ({ word, zh: nationalZh, en: nationalEn })),
  ...['国务院', '人民政府', '公安', '法院', '解放军', '共产党', '联合国'].map((word) => ({
    word,
    zh: stateZh,
    en: stateEn,
  })),
  ...['最佳', '第一', '国家级', '特供', '专供'].map((word) => ({ word, zh: misleadingZh, en: misleadingEn })),
]

const shortestTradeName = 2
const han = /\p{Script=Han}/gu

function wordDefects(tradeName: string): Defect[] {
  return forbiddenWords
    .filter(({ word }) => tradeName.includes(word))
    .map(({ word, zh, en }) => ({
      path: '/name/tradeName',
      code: 'NAME_FORBIDDEN_WORD',
      rule: '企业名称登记管理规定 11, 12',
      zh: `字号含有“${word}”：${zh}。请另行选用字号。`,
      en: `The trade name contains “${word}”, which ${en}. Choose another one.`,
    }))
}

/** Everything that is wrong with the name, all at once. */
export function nameDefects({ values }: DecisionContext): Defect[] {
  const full = values.text('/name/full') ?? ''
  const tradeName = values.text('/name/tradeName') ?? ''
  const defects = wordDefects(tradeName)
  if ((tradeName.match(han) ?? []).length < shortestTradeName) {
    defects.push({
      path: '/name/tradeName',
      code: 'NAME_TRADE_NAME_SHORT',
      rule: '企业名称登记管理规定 8',
      zh: '字号应当由两个以上汉字组成。',
      en: 'A trade name has two Chinese characters or more.',
    })
  }
  const parts = ['division', 'tradeName', 'industry', 'orgForm'].map(
    (part) => values.text(`/name/${part}`) ?? '',
  )
  // The division may also stand in brackets after the trade name; so the parts are looked for, not put together.
  if (parts.some((part) => !full.includes(part))) {
    defects.push({
      path: '/name/full',
      code: 'NAME_PARTS',
      rule: '企业名称登记管理规定 6',
      zh: '企业名称应当由行政区划名称、字号、行业或者经营特点、组织形式组成，且与所填各部分一致。',
      en: 'The full name consists of division, trade name, industry and form, exactly as given separately.',
    })
  }
  return defects
}
