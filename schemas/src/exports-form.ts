/** The public names of the one form. */
export { applyFragment, applyStatement, removePath, type Statement } from './form/apply.ts'
export { type Change, changesBetween, repeatedKeys } from './form/changes.ts'
export {
  type FormSchema,
  formSchema,
  formSections,
  inlineSections,
  type SchemaLeaf,
  schemaLeaves,
} from './form/form-schema.ts'
export { fragmentId, fragmentSchema } from './form/fragment.ts'
export {
  bitsOf,
  type ColumnBits,
  type Grant,
  type GrantedLeaf,
  type Seen,
  seenBy,
} from './form/grants.ts'
export { mask, masked } from './form/mask.ts'
export { type AccessMatrix, compileMatrix } from './form/matrix.ts'
export {
  type Access,
  accesses,
  type Column,
  departmentColumns,
  type MatrixCondition,
  type MatrixContent,
  type MatrixGroup,
  matrixColumns,
  matrixProblems,
  type PersonRole,
} from './form/matrix-content.ts'
export {
  type FormTree,
  type FormValue,
  isLeaf,
  isWithin,
  type Leaf,
  leafAt,
  leavesOf,
  leavesUnder,
  pathOf,
  type Scalar,
  sameLeaf,
  segmentsOf,
  valueAt,
} from './form/paths.ts'
export {
  type PersonReference,
  personReferences,
  type Role,
  type RoleMask,
  roleMasksOf,
  rolePaths,
  roles as personRoles,
  rolesOf,
} from './form/roles.ts'
export { licensedClause, scopeText, sectionOfIndustry } from './form/rules/business.ts'
export { issuedPaths } from './form/rules/issued.ts'
export type { Rule, RuleContext } from './form/rules/rule.ts'
export { checkChangedForm, checkFormRules, formRules } from './form/rules.ts'
export { makeForm } from './form/workload.ts'
export { distinctNames } from './form/workload-draft.ts'
