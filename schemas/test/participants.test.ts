import t from 'tap'
import { compileParticipants, type Participant, participantsProblems, shippedReference } from '../index.ts'

const participants = compileParticipants(shippedReference().participants.content)

const participant = (code: string, departments: string[], divisions: string[]): Participant => ({
  code,
  zh: '测试单位',
  en: 'Test',
  departments,
  divisions,
  reference: true,
})

t.test('the sandbox has its fourteen participants, three of them ours', (t) => {
  const all = [...participants.byCode.values()]
  t.equal(all.length, 14)
  t.strictSame(
    all.filter(({ ours }) => ours === true).map(({ code }) => code),
    ['PAB', 'OPERATOR', 'CLOCK'],
  )
  t.end()
})

t.test('who serves follows from department and place', (t) => {
  const serving = (department: string, division: string) =>
    participants.serving(department, division).map(({ code }) => code)
  t.strictSame(serving('TAX', '220202'), ['TAX'])
  t.strictSame(serving('TAX', '220202001002'), ['TAX'], 'a street or a community lies in its district')
  t.strictSame(serving('PSB-SI', '220202'), ['PSB'])
  t.strictSame(serving('BANK', '220202'), ['BANK-CCB', 'BANK-ICBC'])
  t.strictSame(serving('TAX', '220100'), [])
  t.strictSame(serving('HEALTH', '220202'), [])
  t.end()
})

t.test('the narrowest jurisdiction stands first', (t) => {
  const list = [
    participant('A-PROVINCE', ['AMR'], ['22']),
    participant('B-DISTRICT', ['AMR'], ['220202', '220203']),
    participant('C-CITY', ['AMR'], ['2202']),
    participant('D-NOWHERE', ['AMR'], []),
  ]
  const serving = compileParticipants({ version: 1, participants: list }).serving('AMR', '220202')
  t.strictSame(
    serving.map(({ code }) => code),
    ['B-DISTRICT', 'C-CITY', 'A-PROVINCE'],
  )
  t.end()
})

t.test('a participant plays the columns of all its departments', (t) => {
  t.strictSame(participants.columnsOf('PSB'), ['PSB', 'SECTOR'])
  t.strictSame(participants.columnsOf('AMR-FOOD'), ['SECTOR'])
  t.strictSame(participants.columnsOf('BANK-ICBC'), ['BANK'])
  t.strictSame(participants.columnsOf('NOBODY'), [])
  t.end()
})

t.test('what is wrong with a list is said at once', (t) => {
  const list = [participant('X', ['NONE', 'QTS'], []), participant('X', [], [])]
  t.strictSame(participantsProblems({ version: 1, participants: list }), [
    'X: two participants have this code',
    'X: there is no department NONE',
    'X: QTS ended on 2015-09-30',
  ])
  t.end()
})
