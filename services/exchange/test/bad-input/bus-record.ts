import { filingIdOf, makeForm, recordIdOf } from '@yibiao/schemas'
import { acts, type BusRow, changes, confirms, reasons, registers, submits, tax } from './bus-acts.ts'
import { misread } from './forms.ts'

const nowhere = filingIdOf('nobody', '1')
const newcomer = { subject: recordIdOf('newcomer', '1'), filing: filingIdOf('newcomer', '1') }

/** Data that do not fit their type. */
export const data: readonly BusRow[] = [
  [
    'a member that a type does not have',
    'refusal YB_SCHEMA /data/mood',
    confirms((held) => ({ data: { approval: tax(held), round: 1, mood: 'good' } })),
  ],
  [
    'a round as text',
    'refusal YB_SCHEMA /data/round',
    confirms((held) => ({ data: { approval: tax(held), round: '1' } })),
  ],
  ['no data', 'refusal YB_MESSAGE_ENVELOPE /data', confirms({ data: undefined })],
  [
    'a refusal without reasons',
    'refusal YB_SCHEMA /data/reasons',
    confirms((held) => ({
      type: 'yibiao.approval.refused.v1',
      data: { approval: tax(held), round: 1, reasons: [] },
    })),
  ],
  [
    'a credit code with one character wrong',
    'refusal YB_IDENTIFIER /data/form/uscc',
    registers(
      ({ open }) => open,
      ({ uscc }) => misread(uscc, 17),
    ),
  ],
  [
    'a registration number with one digit wrong',
    'refusal YB_IDENTIFIER /data/form/registrationNo',
    changes({ form: { registrationNo: '220202000000018' } }),
  ],
  [
    'an employee’s number in a field not for it',
    'refusal YB_SCHEMA /data/form/tax/idNo',
    confirms((held) => ({
      data: { approval: tax(held), round: 1, form: { tax: { idNo: '220202180001010012' } } },
    })),
  ],
  [
    'a submission without a filing',
    'refusal YB_MESSAGE_ENVELOPE /filing',
    submits({ ...newcomer, filing: undefined }),
  ],
  [
    'a process that is none',
    'refusal YB_REQUEST /data/process',
    submits({ ...newcomer, data: { process: 'no-such-process', form: makeForm(39_001) } }),
  ],
]

/** What the record's state does not allow. */
export const states: readonly BusRow[] = [
  [
    'a record that does not exist',
    'refusal YB_RECORD_UNKNOWN /subject',
    confirms({ subject: recordIdOf('nobody', '1') }),
  ],
  [
    'a filing that does not exist',
    'record YB_FILING_UNKNOWN /filing',
    confirms({ filing: nowhere, data: { approval: `${nowhere}/tax-information-confirmation`, round: 1 } }),
  ],
  [
    'an approval that does not exist',
    'record YB_APPROVAL_UNKNOWN /data/approval',
    confirms(({ open }) => ({ data: { approval: `${open.filing}/no-such-item`, round: 1 } })),
  ],
  ['a decision before its turn', 'record YB_APPROVAL_STATE /data/approval', confirms()],
  [
    'a record that exists already',
    'record YB_RECORD_EXISTS /subject',
    submits({ data: { process: 'company-setup', form: makeForm(39_002) } }),
  ],
  [
    'another’s approval',
    'record YB_APPROVAL_NOT_YOURS /data/approval',
    acts('TAX', 'registered', 'seal-engraving-recordal', 'approval.recorded'),
  ],
  [
    'a kind of decision that does not fit',
    'record YB_APPROVAL_KIND /type',
    acts('TAX', 'registered', 'tax-information-confirmation', 'approval.granted'),
  ],
  [
    'another round',
    'record YB_APPROVAL_ROUND /data/round',
    acts('TAX', 'registered', 'tax-information-confirmation', 'approval.recorded', { round: 2 }),
  ],
  [
    'a refusal of what nobody decides',
    'record YB_REFUSAL_NOT_ALLOWED /type',
    acts('HSA', 'registered', 'medical-insurance-registration', 'approval.refused', { reasons: reasons() }),
  ],
  [
    'a withdrawal by somebody else',
    'record YB_NOT_YOURS_TO_SAY /authid',
    ({ open }) => ({
      participant: 'PAB',
      of: open,
      said: {
        type: 'yibiao.filing.withdrawn.v1',
        authtype: 'applicant',
        authid: 'stranger',
        data: { reason: '改址' },
      },
    }),
  ],
  [
    'a second approval',
    'record YB_APPROVAL_STATE /data/approval',
    acts('STATS', 'registered', 'statistical-unit-listing', 'approval.recorded'),
  ],
  [
    'an approval in what was withdrawn',
    'record YB_FILING_CLOSED /filing',
    acts('TAX', 'withdrawn', 'tax-information-confirmation', 'approval.recorded'),
  ],
  [
    'an approval in what was refused',
    'record YB_FILING_CLOSED /filing',
    acts('TAX', 'refused', 'tax-information-confirmation', 'approval.recorded'),
  ],
  [
    'an approval in what is completed',
    'record YB_FILING_CLOSED /filing',
    acts('TAX', 'completed', 'tax-information-confirmation', 'approval.recorded'),
  ],
  [
    'a field of another department',
    'record YB_FIELD_NOT_OWNED /data/form/seals/I1/recordNo',
    acts('TAX', 'registered', 'tax-information-confirmation', 'approval.recorded', {
      form: { seals: [{ key: 'I1', recordNo: '2202020000001' }] },
    }),
  ],
  [
    'a licence that ends before it begins',
    'record YB_FORM_RULE /data/validTo',
    acts('TAX', 'registered', 'tax-information-confirmation', 'approval.recorded', {
      validFrom: '2026-10-01',
      validTo: '2026-09-30',
    }),
  ],
  [
    'a code that another company has',
    'record YB_IDENTIFIER_TAKEN /data/form/uscc',
    registers(
      ({ open }) => open,
      ({ uscc }) => uscc,
    ),
  ],
  [
    'a code that changes',
    'record YB_USCC_FINAL /data/form/uscc',
    changes(({ uscc }) => ({ form: { uscc } })),
  ],
  [
    'a change of what is not one’s own',
    'record YB_FIELD_NOT_OWNED /data/form/tax/taxpayerId',
    changes({ form: { tax: { taxpayerId: '91220202PDY00001X5' } } }),
  ],
  [
    'a change before the registration',
    'record YB_NOT_REGISTERED /subject',
    changes({ form: { status: '1' } }, 'open'),
  ],
  [
    'a change of what has changed since',
    'record YB_STALE /data/form/status',
    changes({ form: { status: '1' } }, 'registered', { basedon: 1 }),
  ],
  [
    'the removal of what is not there',
    'record YB_NOT_FOUND /data/removed',
    changes({ removed: ['/licences/L9'] }),
  ],
  [
    'an id used for something else',
    'refusal YB_MESSAGE_ID_REUSED /id',
    (held) => ({
      participant: 'STATS',
      of: held.registered,
      said: {
        id: 'listed',
        type: 'yibiao.approval.recorded.v1',
        data: {
          approval: `${held.registered.filing}/statistical-unit-listing`,
          round: 1,
          remarks: '另一内容',
        },
      },
    }),
  ],
  [
    'a receipt whose id was used for another',
    'refusal YB_MESSAGE_ID_REUSED /id',
    (held) => ({
      participant: 'TAX',
      of: held.open,
      said: {
        id: 'receipt',
        type: 'yibiao.feed.rejected.v1',
        filing: undefined,
        data: { sequence: 2, reason: '二' },
      },
    }),
  ],
]
