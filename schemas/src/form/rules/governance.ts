import type { OneForm } from '../../../generated/one-form.ts'
import { type Rule, wrong } from './rule.ts'

/** Fewest members of a board of directors or of supervisors (公司法 68, 76). */
export const fewestOfABoard = 3
/** Longest term of a director in years (公司法 70). */
export const longestTerm = 3

/** The legal representative is a director who manages the affairs, or the manager (公司法 10). */
export const legalRepresentativeManages: Rule = function* ({ legalRepresentative, directors, manager }) {
  const { person } = legalRepresentative
  if (person === manager?.person || directors.some((director) => director.person === person)) return
  yield wrong(
    '/legalRepresentative/person',
    '法定代表人应由代表公司执行公司事务的董事或者经理担任',
    'The legal representative is a director who manages the affairs, or the manager',
  )
}

/** One director, or a board of three and more (公司法 68, 75). */
export const directorsAreOneOrABoard: Rule = function* ({ directors }) {
  if (directors.length !== 1 && directors.length < fewestOfABoard) {
    yield wrong(
      '/directors',
      '董事会成员为三人以上；不设董事会的，设一名董事',
      'There is one director, or a board of three and more',
    )
  }
}

/** A board has one chair; a single director has none to preside over (公司法 68, 75). */
export const boardHasOneChair: Rule = function* ({ directors }) {
  const chairs = directors.filter(({ position }) => position === 'CHAIR').length
  if (directors.length >= fewestOfABoard && chairs !== 1) {
    yield wrong('/directors', '董事会设董事长一人', 'A board of directors has one chair')
  }
  const [only, second] = directors
  if (second === undefined && (only?.position === 'CHAIR' || only?.position === 'VICE_CHAIR')) {
    yield wrong('/directors/0/position', '不设董事会的，不设董事长', 'Without a board there is no chair')
  }
}

/** A director's term is at most three years (公司法 70). */
export const termsAreShortEnough: Rule = function* ({ directors }) {
  for (const [index, { termYears }] of directors.entries()) {
    if (termYears <= longestTerm) continue
    yield wrong(
      `/directors/${index}/termYears`,
      `董事任期每届不得超过${longestTerm}年`,
      `A director's term is at most ${longestTerm} years`,
    )
  }
}

/** Nobody sits twice on the same body. */
export const membersAreDistinct: Rule = function* ({ directors, supervisors = [] }) {
  const bodies = { directors, supervisors }
  for (const [body, members] of Object.entries(bodies)) {
    const seen = new Set<string>()
    for (const [index, { person }] of members.entries()) {
      if (seen.has(person)) {
        yield wrong(`/${body}/${index}/person`, '同一人不得重复任职', 'Nobody sits twice on the same body')
      }
      seen.add(person)
    }
  }
}

/** What a kind of supervision asks of the supervisors; undefined when it is met. */
function supervisionFault({
  supervision,
  supervisors = [],
  directors,
}: OneForm): readonly [string, string] | undefined {
  const count = supervisors.length
  switch (supervision.kind) {
    case 'BOARD':
      return count >= fewestOfABoard
        ? undefined
        : ['监事会成员为三人以上', 'A supervisory board has three members and more']
    case 'SINGLE':
      return count === 1 ? undefined : ['不设监事会的，设一名监事', 'Without a board there is one supervisor']
    case 'NONE_UNANIMOUS':
      return count === 0
        ? undefined
        : ['不设监事的，不填监事', 'Where there is to be no supervisor, give none']
    case 'AUDIT_COMMITTEE':
      if (count > 0) return ['设审计委员会的，不设监事', 'With an audit committee there are no supervisors']
      return directors.length >= fewestOfABoard
        ? undefined
        : [
            '审计委员会由董事会成员组成，须设董事会',
            'An audit committee is of a board of directors; there is none',
          ]
  }
}

/** A board of three, one supervisor, none by unanimous consent, or an audit committee (公司法 69, 76, 83). */
export const supervisionIsAsSaid: Rule = function* (form) {
  const fault = supervisionFault(form)
  if (fault !== undefined) yield wrong('/supervision/kind', ...fault)
}

/** A supervisory board has one chair, and a third of it or more is elected by the staff (公司法 76). */
export const supervisoryBoardIsComplete: Rule = function* ({ supervision, supervisors = [] }) {
  if (supervision.kind !== 'BOARD') return
  if (supervisors.filter(({ position }) => position === 'CHAIR').length !== 1) {
    yield wrong('/supervisors', '监事会设主席一人', 'A supervisory board has one chair')
  }
  if (supervisors.filter(({ staff }) => staff).length * 3 < supervisors.length) {
    yield wrong(
      '/supervisors',
      '监事会中职工代表的比例不得低于三分之一',
      'At least one third of a supervisory board is elected by the staff',
    )
  }
}

/** A director or a member of the senior management is no supervisor (公司法 76, 265). */
export const supervisorsAreIndependent: Rule = function* ({
  directors,
  manager,
  financeOfficer,
  supervisors = [],
}) {
  const barred = new Set([...directors.map(({ person }) => person), manager?.person, financeOfficer.person])
  for (const [index, { person }] of supervisors.entries()) {
    if (!barred.has(person)) continue
    yield wrong(
      `/supervisors/${index}/person`,
      '董事、高级管理人员（经理、财务负责人）不得兼任监事',
      'A director, the manager or the finance officer is no supervisor',
    )
  }
}

/** An agent is a person or a firm, with an authority that holds on the day of submission (市场主体登记管理条例 18). */
export const agentHasAuthority: Rule = function* ({ agent }, { submittedOn }) {
  if (agent === undefined) return
  if ((agent.person === undefined) === (agent.name === undefined)) {
    yield wrong(
      '/agent',
      '委托代理人为人员或者代理机构，二者择一',
      'An agent is a person or a firm, one of the two',
    )
  }
  if (agent.from > submittedOn || agent.to < submittedOn) {
    yield wrong(
      '/agent',
      '提交日期不在委托期限内',
      'The authority of the agent does not hold on the day of submission',
    )
  }
}

export const governanceRules: readonly Rule[] = [
  legalRepresentativeManages,
  directorsAreOneOrABoard,
  boardHasOneChair,
  termsAreShortEnough,
  membersAreDistinct,
  supervisionIsAsSaid,
  supervisoryBoardIsComplete,
  supervisorsAreIndependent,
  agentHasAuthority,
]
