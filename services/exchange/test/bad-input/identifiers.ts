import {
  checkCharacterOfAicRegNo,
  checkCharacterOfCnaps,
  filingIdOf,
  fixtureResidentId,
  fixtureUscc,
  issueOrgCode,
  recordIdOf,
} from '@yibiao/schemas'

/** A right identifier of every kind that can be checked, by the name it has in paths and on the command line. */
export const rightIdentifiers: Readonly<Record<string, string>> = {
  uscc: fixtureUscc('220202', 7),
  'org-code': issueOrgCode('PDY00001'),
  'aic-reg-no': `22020200000001${checkCharacterOfAicRegNo('22020200000001')}`,
  cnaps: `10210009999${checkCharacterOfCnaps('10210009999')}`,
  'resident-id': fixtureResidentId({ division: '220202', day: 400, sequence: 3 }),
  record: recordIdOf('somebody', '1'),
  filing: filingIdOf('somebody', '1'),
}
