import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { FastifyInstance } from 'fastify'

interface Operation {
  readonly responses?: Readonly<Record<string, { content?: Readonly<Record<string, { schema: object }>> }>>
}
export interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/** Gives what is wrong with an answer by the OpenAPI document; empty when it is as documented. */
export type Documented = (
  request: { readonly method: string; readonly url: string },
  answer: { readonly status: number; readonly type: string; readonly body: unknown },
) => readonly string[]

/** Holds answers to the document that the gateway gives of itself. Pages of `/docs` are not described there. */
export function documented(fastify: FastifyInstance): Documented {
  const document = fastify.swagger() as unknown as OpenApi
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: 'openapi', components: document.components })
  const paths = Object.keys(document.paths)
    .sort((one, other) => one.split('{').length - other.split('{').length)
    .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }))
  const validators = new Map<string, ValidateFunction>()
  const compiled = (key: string, schema: object): ValidateFunction => {
    const known = validators.get(key)
    if (known) return known
    const text = JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')
    const validate = ajv.compile(JSON.parse(text) as object)
    validators.set(key, validate)
    return validate
  }
  return ({ method, url }, { status, type, body }) => {
    const bare = url.split('?')[0] ?? ''
    const path = paths.find(({ pattern }) => pattern.test(bare))?.path
    if (path === undefined) return []
    const operation = document.paths[path]?.[method.toLowerCase()]
    if (operation === undefined) return []
    const content = operation.responses?.[String(status)]?.content
    if (content === undefined) return [`${method} ${path} documents no ${status}`]
    const schema = content[type]?.schema
    if (schema === undefined) return [`${method} ${path} ${status} documents no ${type}`]
    if (!type.endsWith('json')) return []
    const validate = compiled(`${method} ${path} ${status} ${type}`, schema)
    return validate(body)
      ? []
      : (validate.errors ?? []).map((one) => `${path} ${one.instancePath} ${one.message}`)
  }
}
