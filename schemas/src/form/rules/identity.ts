import { type Rule, wrong } from './rule.ts'

/** The name is its parts in order: division, trade name, industry, form of organisation (企业名称登记管理规定 6). */
export const nameIsItsParts: Rule = function* ({ name }) {
  const parts = [name.division, name.tradeName, name.industry, name.orgForm].join('')
  if (name.full !== parts) {
    yield wrong(
      '/name/full',
      '企业名称应为行政区划、字号、行业、组织形式依次相连',
      'The name must be division, trade name, industry and form of organisation, one after the other',
    )
  }
}

/** A trade name has two Han characters or more and is not a division's or an industry's name (企业名称登记管理规定 8). */
export const tradeNameIsProper: Rule = function* ({ name }) {
  const { tradeName } = name
  if (!/^\p{Script=Han}{2,}$/u.test(tradeName)) {
    yield wrong('/name/tradeName', '字号应由两个以上汉字组成', 'A trade name has two Han characters or more')
  }
  if (tradeName === name.division || tradeName === name.industry) {
    yield wrong(
      '/name/tradeName',
      '字号不得只是行政区划或者行业的名称',
      'A trade name is not a name of a division or an industry',
    )
  }
}

/** A reservation has a number and an end, and has not lapsed (企业名称登记管理规定 18). */
export const reservationIsAlive: Rule = function* ({ name }, { submittedOn }) {
  if ((name.reservationNo === undefined) !== (name.expiresOn === undefined)) {
    const missing = name.reservationNo === undefined ? 'reservationNo' : 'expiresOn'
    yield wrong(
      `/name/${missing}`,
      '名称保留编号与截止日期应一并填写',
      'Give the number of the reservation and the day on which it ends together',
    )
  }
  if (name.expiresOn !== undefined && name.expiresOn < submittedOn) {
    yield wrong(
      '/name/expiresOn',
      '名称保留期已过，请重新申报名称',
      'The reservation of the name has lapsed; reserve it again',
    )
  }
}

/** The domicile is within the registrar's jurisdiction (市场主体登记管理条例 5). */
export const domicileIsServed: Rule = function* ({ domicile }, { divisionPrefixes }) {
  if (divisionPrefixes === undefined) return
  if (divisionPrefixes.some((prefix) => domicile.divisionCode.startsWith(prefix))) return
  yield wrong(
    '/domicile/divisionCode',
    `住所不在登记机关管辖区域（${divisionPrefixes.join('、')}）内`,
    `The domicile is outside the divisions that the registrar serves (${divisionPrefixes.join(', ')})`,
  )
}

/** A postal delivery needs an address (市场主体登记管理条例 21). */
export const postalDeliveryHasAddress: Rule = function* ({ delivery }) {
  if (delivery.kind === 'POST' && delivery.address === undefined) {
    yield wrong('/delivery/address', '邮寄送达须填写邮寄地址', 'Delivery by post needs an address')
  }
}

export const identityRules: readonly Rule[] = [
  nameIsItsParts,
  tradeNameIsProper,
  reservationIsAlive,
  domicileIsServed,
  postalDeliveryHasAddress,
]
