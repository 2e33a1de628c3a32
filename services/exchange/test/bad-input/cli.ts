import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filingIdOf, makeForm, recordIdOf } from '@yibiao/schemas'
import { misread } from './forms.ts'
import type { Held } from './http.ts'
import { rightIdentifiers } from './identifiers.ts'

/** A command and, where one is read, what its file holds. */
export interface CliAct {
  readonly args: readonly string[]
  readonly stdin?: string
}

/** A command that must end with an exit code and, where the exchange refuses, a coded problem: `<exit> <code> <pointer>`. */
export type CliRow = readonly [name: string, expected: string, act: (held: Held) => CliAct]

const nowhere = filingIdOf('nobody', 'nothing')
const noRecord = recordIdOf('nobody', 'nothing')

const runs =
  (...args: readonly string[]): CliRow[2] =>
  () => ({ args })
const reads =
  (stdin: string, ...args: readonly string[]): CliRow[2] =>
  () => ({ args, stdin })
/** A file in the town's folder, given to a command. */
const withFile =
  (name: string, content: string | Buffer, args: (path: string) => readonly string[]): CliRow[2] =>
  ({ town }) => {
    const path = join(town.folder, name)
    writeFileSync(path, content)
    return { args: args(path) }
  }
const starts =
  (name: string, settings: object): CliRow[2] =>
  ({ town }) =>
    withFile(name, JSON.stringify(settings), (path) => [
      'start',
      '--data',
      join(town.folder, 'other'),
      '--config',
      path,
    ])({
      town,
    } as Held)

const form = JSON.stringify(makeForm(39_500))
const gbk = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xd5, 0xc5, 0xce, 0xb0]), Buffer.from('"}')])

/** Commands that cannot be meant. */
export const usageCases: readonly CliRow[] = [
  ['no such command', '2', runs('sumbit', 'x.json')],
  ['no such option', '2', runs('status', '--colour')],
  ['an argument that is missing', '2', runs('submit')],
  ['an argument too many', '2', runs('show', 'A', 'B')],
  ['an option that must be given', '2', runs('withdraw', nowhere)],
  ['a number that is none', '2', runs('filings', '--limit', 'many')],
  ['a language that is not spoken', '2', runs('status', '--lang', 'fr')],
  ['a mode that is none', '2', runs('start', '--mode', 'play')],
  ['a kind of identifier that is none', '2', runs('check', 'isbn', '1')],
  [
    'a person’s number on the command line',
    '2',
    runs('check', 'resident-id', rightIdentifiers['resident-id'] ?? ''),
  ],
]

/** What the exchange, or the command itself, refuses. */
export const refusedCases: readonly CliRow[] = [
  ['a file that is not there', '2 YB_REQUEST', runs('submit', 'no-such-file.json')],
  [
    'a file that is no JSON',
    '1 YB_MESSAGE_JSON',
    withFile('broken.json', form.slice(0, -9), (path) => ['submit', path]),
  ],
  ['a file in GBK', '1 YB_MESSAGE_ENCODING', withFile('gbk.json', gbk, (path) => ['submit', path])],
  ['nothing on standard input', '1 YB_MESSAGE_JSON', reads('', 'submit', '-')],
  [
    'a form with a value wrong',
    '1 YB_FORM_RULE /legalRepresentative/person',
    reads(
      form.replace('"legalRepresentative":{"person":"P1"}', '"legalRepresentative":{"person":"P9"}'),
      'submit',
      '-',
    ),
  ],
  ['a filing that is not there', '1 YB_FILING_UNKNOWN', runs('status', nowhere)],
  ['the trace of nothing', '1 YB_FILING_UNKNOWN', runs('trace', 'hello')],
  ['a record that is not there', '1 YB_RECORD_UNKNOWN', runs('show', noRecord)],
  ['the history of nothing', '1 YB_RECORD_UNKNOWN', runs('history', noRecord)],
  [
    'a position in the future',
    '2 YB_POSITION_FUTURE',
    ({ open }) => ({ args: ['show', open.record, '--as-of', '99999999'] }),
  ],
  [
    'a day that does not exist',
    '2 YB_REQUEST',
    ({ open }) => ({ args: ['show', open.record, '--effective-at', '2026-02-30'] }),
  ],
  ['a page that is too long', '2 YB_REQUEST', runs('filings', '--limit', '1000')],
  ['a cursor that is none', '2 YB_CURSOR', runs('filings', '--after', 'garbage')],
  [
    'the withdrawal of what has ended',
    '1 YB_FILING_CLOSED',
    ({ completed }) => ({ args: ['withdraw', completed.filing, '--reason', '改址'] }),
  ],
  [
    'a supplement for no approval',
    '2 YB_REQUEST',
    ({ open }) => ({ args: ['supplement', open.filing, 'no-such-item', '-'], stdin: '{}' }),
  ],
  ['a replay to nobody', '2 YB_REQUEST', runs('replay', '--reason', '核对')],
  [
    'a replay with a stale plan',
    '1 YB_PLAN_STALE',
    runs('replay', '--participant', 'TAX', '--reason', '核对', '--confirm', '0'.repeat(64)),
  ],
  ['a rebuild of no view', '1 YB_NOT_FOUND', runs('rebuild', 'no-such-view')],
  ['an exchange that is not there', '5 YB_UNREACHABLE', runs('status', '--gateway', 'http://127.0.0.1:9')],
  [
    'a folder without data',
    '5 YB_UNREACHABLE',
    ({ town }) => ({ args: ['status', '--data', join(town.folder, 'empty')] }),
  ],
  [
    'a folder that is in use',
    '1 YB_DATA_FOLDER_IN_USE',
    ({ town }) => ({ args: ['start', '--port', '0', '--data', town.folder] }),
  ],
  ['a setting that nobody knows', '2 YB_CONFIGURATION /colour', starts('unknown.json', { colour: 'red' })],
  ['a setting of the wrong type', '2 YB_CONFIGURATION /port', starts('port.json', { port: 'eighty' })],
  [
    'settings that contradict each other',
    '2 YB_CONFIGURATION /departments',
    starts('mode.json', { mode: 'production' }),
  ],
  [
    'an engine that there is not',
    '2 YB_CONFIGURATION /store',
    ({ town }) => ({
      args: ['start', '--data', join(town.folder, 'other'), '--store', 'oracle://u:secret@host'],
    }),
  ],
  [
    'a place that is none',
    '2 YB_CONFIGURATION /division',
    ({ town }) => ({ args: ['start', '--data', join(town.folder, 'other'), '--division', 'Jilin'] }),
  ],
  [
    'a number out of range',
    '2 YB_CONFIGURATION /port',
    ({ town }) => ({ args: ['start', '--data', join(town.folder, 'other'), '--port', '70000'] }),
  ],
]

/** Identifiers with one character wrong: the verdict is the command's answer. */
export const identifierCases: readonly CliRow[] = ['uscc', 'org-code', 'aic-reg-no', 'cnaps'].map((kind) => [
  `${kind} with one character wrong`,
  '1',
  runs('check', kind, misread(rightIdentifiers[kind] ?? '', 3)),
])
