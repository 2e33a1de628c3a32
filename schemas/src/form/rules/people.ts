import { checkResidentId } from '../../identifiers/index.ts'
import { repeatedKeys } from '../changes.ts'
import { personReferences, roleMasksOf } from '../roles.ts'
import { type Rule, wrong } from './rule.ts'

const residentIdCard = '111'
const china = '156'

/** A key names one element of its group, for ever. */
export const keysAreUnique: Rule = function* (form) {
  for (const { pointer } of repeatedKeys(form)) {
    yield wrong(pointer, '同组内序键不得重复', 'A key is given once in a group')
  }
}

/**
 * Every role is somebody's who is among the people; and nobody's data are collected without a role in the company
 * (个人信息保护法 6, 19).
 */
export const rolesArePeoples: Rule = function* (form) {
  const used = roleMasksOf(form)
  const keys = new Set<string>()
  for (const [index, { key }] of form.people.entries()) {
    keys.add(key)
    if (used.has(key)) continue
    yield wrong(
      `/people/${index}`,
      `${key} 没有任何职务或身份，请删除`,
      `${key} has no role; leave out whom the form does not need`,
    )
  }
  if ([...used.keys()].every((person) => keys.has(person))) return
  for (const { pointer, person } of personReferences(form)) {
    if (!keys.has(person)) {
      yield wrong(pointer, `人员中没有 ${person}`, `There is no ${person} among the people`)
    }
  }
}

/** Everybody is given once, however many roles they have. */
export const peopleAreDistinct: Rule = function* ({ people }) {
  const seen = new Set<string>()
  for (const [index, { idType, idNo }] of people.entries()) {
    const id = `${idType} ${idNo}`
    if (seen.has(id)) {
      yield wrong(
        `/people/${index}/idNo`,
        '同一人员只填一次',
        'Everybody is given once; roles refer to the key',
      )
    }
    seen.add(id)
  }
}

/** A resident's number is a valid one, and nationality, birth and sex are those in it (GB 11643, GB/T 2261.1). */
export const residentIdsAgree: Rule = function* ({ people }) {
  for (const [index, person] of people.entries()) {
    if (person.idType !== residentIdCard) continue
    const at = `/people/${index}`
    const check = checkResidentId(person.idNo)
    if (!check.valid) {
      for (const { messageZh, messageEn } of check.problems) yield wrong(`${at}/idNo`, messageZh, messageEn)
      continue
    }
    const { birthDate, sex } = check.parts
    if (person.birthDate !== undefined && person.birthDate !== birthDate) {
      yield wrong(
        `${at}/birthDate`,
        '出生日期与居民身份证号码不符',
        'The date of birth is not the one in the number',
      )
    }
    if (person.sex !== undefined && person.sex !== sex) {
      yield wrong(`${at}/sex`, '性别与居民身份证号码不符', 'The sex is not the one in the number')
    }
    if (person.nationality !== undefined && person.nationality !== china) {
      yield wrong(
        `${at}/nationality`,
        '居民身份证持有人国籍应为 156（中国）',
        'A resident identity card is a Chinese citizen’s: 156',
      )
    }
  }
}

/** Nobody is on the roster of employees twice (社会保险法 58). */
export const employeesAreDistinct: Rule = function* ({ employees = [] }) {
  const seen = new Set<string>()
  for (const [index, { idNo }] of employees.entries()) {
    if (seen.has(idNo)) {
      yield wrong(`/employees/${index}/idNo`, '同一职工只填一次', 'An employee is given once')
    }
    seen.add(idNo)
  }
}

export const peopleRules: readonly Rule[] = [
  keysAreUnique,
  rolesArePeoples,
  peopleAreDistinct,
  residentIdsAgree,
  employeesAreDistinct,
]
