/**
 * Validators compiled ahead by ajv, so that nothing is compiled at start and formats are our own functions. Two variants of
 * each: the fast one stops at the first error and is what every message passes; the reporting one finds them all and runs
 * only when the fast one has failed.
 */
import { _, Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { formats } from '../../schemas/src/formats.ts'
import { schemaCatalogue } from '../../schemas/src/schema-catalogue.ts'
import { definitionsId } from './schemas.ts'
import { SharedSchemas } from './shared-schemas.ts'
import { banner } from './types.ts'

const formatsModule = '../src/formats.ts'

/** The schemas that have a validator; the definitions are only referred to. */
const validated = (): string[] => [...schemaCatalogue().keys()].filter((id) => id !== definitionsId)

function compiler(allErrors: boolean): Ajv {
  const ajv = new Ajv({
    allErrors,
    messages: false,
    strictTypes: false,
    strictRequired: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: 2, formats: _`formatsOfModule` },
  })
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate)
  const schemas = new SharedSchemas(schemaCatalogue())
  for (const id of validated()) ajv.addSchema(schemas.prepared(id))
  ajv.addSchema(schemas.shared())
  return ajv
}

/** `urn:yibiao:event:filing.submitted:v1` → `event_filing_submitted_v1`. */
const functionName = (id: string): string => id.replace('urn:yibiao:', '').replaceAll(/[^A-Za-z0-9]+/g, '_')

/** Turns the `require` calls that ajv emits in ES modules too into imports. */
function withImports(code: string): string {
  const imports = new Map<string, string>()
  const body = code.replaceAll(/require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g, (_whole, path: string) => {
    const name = `runtime_${path.split('/').at(-1)}`
    imports.set(path, name)
    return `${name}.default`
  })
  if (/\brequire\(/.test(body))
    throw new Error('The compiled validators require a module that is not known here.')
  const lines = [...imports].map(([path, name]) => `import ${name} from '${path}.js'\n`)
  return `${lines.join('')}import { formats as formatsOfModule } from '${formatsModule}'\n${body.replace('"use strict";', '')}`
}

/**
 * The fast variant says yes or no. Without errors that nobody reads, and the paths that only they need, it has two fifths of
 * the length and is a quarter faster on a form.
 */
const withoutErrors = (code: string): string =>
  `const failed = [{}]\n${code
    .replaceAll(/^validate\d+\.errors = (?:\[\{.*\}\]|vErrors);\n/gm, '')
    .replaceAll(/^const (err\d+) = \{instancePath.*\};$/gm, 'const $1 = failed[0];')
    .replaceAll(
      /^vErrors = vErrors === null \? \w+\.errors : .*;\nerrors = vErrors\.length;$/gm,
      'vErrors = failed;\nerrors++;',
    )
    .replaceAll(/, \{instancePath:?[^\n]*?,parentData:[^\n]*?,parentDataProperty[^\n]*?,rootData\}\)/g, ')')
    .replaceAll(/^(function validate\d+\(data), \{instancePath="".*\}=\{\}\)/gm, '$1)')}`

/** Schemas that ajv writes down although no code refers to them. */
function withoutUnusedSchemas(code: string): string {
  const used = new Set<string>()
  for (const [name] of code.replaceAll(/^const schema\d+ = /gm, '').matchAll(/\bschema\d+\b/g)) used.add(name)
  return code.replaceAll(/^const (schema\d+) = .*;\n/gm, (line, name: string) => (used.has(name) ? line : ''))
}

/** A text never has more code points than UTF-16 units, nor fewer than half: most lengths need no counting. */
const countingLess = (code: string): string =>
  code
    .replaceAll(/(func\d+)\((\w+)\) > (\d+)/g, '$2.length > $3 && $1($2) > $3')
    .replaceAll(
      /(func\d+)\((\w+)\) < (\d+)/g,
      (_whole, count: string, data: string, least: string) =>
        `${data}.length < ${2 * Number(least)} && ${count}(${data}) < ${least}`,
    )

function moduleText(allErrors: boolean): string {
  const ids = validated()
  const code = standaloneCode.default(
    compiler(allErrors),
    Object.fromEntries(ids.map((id) => [functionName(id), id])),
  )
  const shortened = withoutUnusedSchemas(countingLess(allErrors ? code : withoutErrors(code)))
  const rows = ids.map((id) => `  ['${id}', ${functionName(id)}],\n`)
  return `${banner}${withImports(shortened)}\nexport const validators = new Map([\n${rows.join('')}])\n`
}

const validatorDeclaration = `${banner}
/** Says whether a value is valid, and nothing else. */
export type Validator = (data: unknown) => boolean

/** Every schema's validator by the schema's $id. */
export declare const validators: ReadonlyMap<string, Validator>
`

const reportingDeclaration = `${banner}import type { ErrorObject } from 'ajv'

/** Leaves every error, if any, in \`errors\` until the next call. */
export interface ReportingValidator {
  (data: unknown): boolean
  errors?: null | readonly ErrorObject[]
}

/** Every schema's reporting validator by the schema's $id. */
export declare const validators: ReadonlyMap<string, ReportingValidator>
`

/** The generated validator files, by name. */
export const validatorFiles = (): Record<string, string> => ({
  'validators.js': moduleText(false),
  'validators.d.ts': validatorDeclaration,
  'reporting-validators.js': moduleText(true),
  'reporting-validators.d.ts': reportingDeclaration,
})
