/** The identifiers that cross a boundary: checks that name the wrong part, fast tests, and issuing. */
export {
  type AicEntityKind,
  type AicRegNoParts,
  checkAicRegNo,
  checkCharacterOfAicRegNo,
  isAicRegNo,
} from './aic-reg-no.ts'
export type {
  IdentifierCheck,
  IdentifierPart,
  IdentifierProblem,
  InvalidIdentifier,
  ValidIdentifier,
} from './check.ts'
export { type CnapsParts, checkCharacterOfCnaps, checkCnaps, isCnaps } from './cnaps.ts'
export { isMod1110, mod1110CheckDigit } from './mod-11-10.ts'
export {
  checkCharacterOfOrgCode,
  checkOrgCode,
  isFixtureOrgCode,
  isOrgCode,
  issueOrgCode,
  lastFixtureOrgNumber,
  type OrgCodeParts,
  safeFixtureOrgCode,
} from './org-code.ts'
export {
  checkId,
  crockfordAlphabet,
  filingIdOf,
  filingIdPattern,
  formatId,
  type IdKind,
  isFilingId,
  isRecordId,
  normalizeId,
  type RecordIdParts,
  recordIdOf,
  recordIdPattern,
} from './record-id.ts'
export {
  checkCharacterOfResidentId,
  checkResidentId,
  fixtureResidentId,
  isFixtureResidentId,
  isResidentId,
  type ResidentIdFixture,
  type ResidentIdParts,
  type SexCode,
  upgradeLegacyResidentId,
} from './resident-id.ts'
export {
  checkCharacterOfUscc,
  checkUscc,
  fixtureUscc,
  hasUsccLayout,
  type IssueOptions,
  isFixtureUscc,
  issueUscc,
  isUscc,
  legacyTaxpayerIdOf,
  type UsccParts,
  usccAlphabet,
  usccPattern,
} from './uscc.ts'
export { eventIdOf, eventNamespace, isUuid, uuidNamespaces, uuidV5 } from './uuid.ts'
