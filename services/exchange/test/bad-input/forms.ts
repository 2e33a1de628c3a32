import { makeForm } from '@yibiao/schemas'

/** Spoils a valid form in place, or gives the JSON text to send in its place. */
type Spoil = (form: Loose, text: () => string) => string | undefined

/** A form with one thing wrong, submitted by HTTP; `seed` where the form must have what is spoilt. */
export type FormRow = readonly [name: string, expected: string, spoil: Spoil, seed?: number]

// biome-ignore lint/suspicious/noExplicitAny: a form that is about to be spoilt has no type.
export type Loose = any

const set =
  (change: (form: Loose) => unknown): Spoil =>
  (form) => {
    change(form)
    return undefined
  }

/** One character of a text made another, of the same kind. */
export function misread(text: string, at: number): string {
  const was = text[at] ?? ''
  const other = /\d/.test(was) ? String((Number(was) + 1) % 10) : was === 'A' ? 'B' : 'A'
  return text.slice(0, at) + other + text.slice(at + 1)
}

const legal = 4

/** Everything that can be wrong with the one form; each case spoils one thing. */
export const formCases: readonly FormRow[] = [
  ['a member nobody knows', '422 YB_SCHEMA /nickname', set((form) => (form.nickname = '小松'))],
  ['null in place of nothing', '422 YB_SCHEMA /agent', set((form) => (form.agent = null))],
  ['a required section left out', '422 YB_SCHEMA /capital', set((form) => delete form.capital)],
  [
    'money as text',
    '422 YB_SCHEMA /capital/amountFen',
    set((form) => (form.capital.amountFen = String(form.capital.amountFen))),
  ],
  [
    'money with a fraction',
    '422 YB_SCHEMA /capital/amountFen',
    set((form) => (form.capital.amountFen += 0.5)),
  ],
  [
    'money beyond what a number holds exactly',
    '422 YB_SCHEMA /capital/amountFen',
    (_form, text) => text().replace(/"amountFen":\d+/, '"amountFen":9007199254740993'),
  ],
  [
    'money beyond every number',
    '422 YB_SCHEMA /capital/amountFen',
    (_form, text) => text().replace(/"amountFen":\d+/, '"amountFen":1e400'),
  ],
  [
    'money below nothing',
    '422 YB_SCHEMA /shareholders/0/subscribedFen',
    set((form) => (form.shareholders[0].subscribedFen = -1)),
  ],
  [
    'contributions that are not the capital',
    '422 YB_FORM_RULE /capital/amountFen',
    set((form) => (form.shareholders[0].subscribedFen += 100)),
  ],
  [
    'a day that no calendar has',
    '422 YB_SCHEMA /capital/paidInBy',
    set((form) => (form.capital.paidInBy = '2030-02-30')),
  ],
  [
    'articles adopted after the submission',
    '422 YB_FORM_RULE /articles/adoptedOn',
    set((form) => (form.articles.adoptedOn = '2999-01-01')),
  ],
  [
    'a term that is over before it begins',
    '422 YB_FORM_RULE /term/to',
    set((form) => (form.term = { kind: 'FIXED', to: '2001-01-01' })),
  ],
  [
    'a resident id with one character wrong',
    '422 YB_FORM_RULE /people/0/idNo',
    set((form) => (form.people[0].idNo = misread(form.people[0].idNo, 9))),
  ],
  [
    'a shareholder’s credit code with one character wrong',
    '422 YB_IDENTIFIER /shareholders/1/uscc',
    set((form) => (form.shareholders[1].uscc = misread(form.shareholders[1].uscc, 12))),
    legal,
  ],
  [
    'a bank code with one character wrong',
    '422 YB_IDENTIFIER /bank/bankCode',
    set((form) => (form.bank.bankCode = misread(form.bank.bankCode, 5))),
  ],
  [
    'a private-use character in a name',
    '422 YB_TEXT /people/0/name',
    set((form) => (form.people[0].name = '王\ue123')),
  ],
  [
    'half a character',
    '422 YB_TEXT /people/0/name',
    (form, text) => {
      form.people[0].name = '王@'
      return text().replace('王@', '王\\ud842')
    },
  ],
  [
    'another dot in a name than the middle dot',
    '422 YB_TEXT /people/0/name',
    set((form) => (form.people[0].name = '买买提\u2022艾力')),
  ],
  [
    'text that is not NFC',
    '422 YB_TEXT /domicile/text',
    set((form) => (form.domicile.text += ' Cafe\u0301')),
  ],
  [
    'an invisible character',
    '422 YB_TEXT /name/full',
    set((form) => (form.name.full = `${form.name.full.slice(0, 3)}\u200b${form.name.full.slice(3)}`)),
  ],
  ['a control character', '422 YB_TEXT /domicile/text', set((form) => (form.domicile.text += '\u0007'))],
  [
    'text that is too long',
    '422 YB_SCHEMA /domicile/text',
    set((form) => (form.domicile.text = '松'.repeat(5_000))),
  ],
  [
    'a key given twice in a group',
    '422 YB_SCHEMA /shareholders/1/key',
    set((form) => (form.shareholders[1].key = form.shareholders[0].key)),
  ],
  [
    'a person who is not there',
    '422 YB_FORM_RULE /legalRepresentative/person',
    set((form) => (form.legalRepresentative.person = 'P99')),
  ],
  [
    'a value that only a department issues',
    '422 YB_FORM_RULE /tax/taxpayerId',
    set((form) => (form.tax.taxpayerId = '91220202PDY00001X5')),
  ],
  [
    'a bank that does not take part',
    '422 YB_NO_PARTICIPANT /bank/participant',
    set((form) => (form.bank.participant = 'BANK-NOWHERE')),
  ],
  [
    'a place of another registry',
    '422 YB_FORM_RULE /domicile/divisionCode',
    set((form) => (form.domicile.divisionCode = '110101')),
  ],
  [
    'an employee’s number where no number belongs',
    '422 YB_SCHEMA /social/idNo',
    set((form) => (form.social.idNo = form.employees[0].idNo)),
  ],
]

/** The form of a row and the JSON text to send. */
export function spoilt(
  [, , spoil, seed]: FormRow,
  next: number,
): { readonly form: Loose; readonly text: string } {
  const form = structuredClone(makeForm(seed ?? next)) as Loose
  const text = spoil(form, () => JSON.stringify(form))
  return { form, text: text ?? JSON.stringify(form) }
}
