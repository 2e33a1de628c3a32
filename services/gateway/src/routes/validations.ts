import { defaultMaxDepth, type Issue, issue, scanJson } from '@yibiao/schemas'
import type { FastifyInstance } from 'fastify'
import { common, flag, list, object, open, orNull, problems, ref, security, text } from '../api/schema.ts'
import { type Context, principalOf } from '../context.ts'
import { bodyOf } from '../http/body.ts'
import { badRequest } from '../http/problems.ts'
import {
  checkIdentifier,
  type IdentifierKind,
  identifierKinds,
  personalKinds,
} from '../validation/identifiers.ts'
import { path, query } from './parameters.ts'

const kind = { type: 'string', enum: identifierKinds } as const
const verdict = {
  description:
    'Right, or which part is wrong, where, and what was expected. 是否正确；若有误，指出部位与应有内容。',
  type: 'object',
  additionalProperties: true,
  required: ['kind', 'valid'],
  properties: {
    kind: text,
    value: text,
    valid: flag,
    checkDigitNonConforming: flag,
    problems: list(open),
    parts: { anyOf: [open, { type: 'null' }] },
  },
}

/** Nothing looks into what is nested so deeply: whoever walks it would fall off the stack. */
function nestedTooDeeply(body: Uint8Array): Issue | undefined {
  // The member that the form or message is given in is one level.
  return scanJson(body).depth - 1 > defaultMaxDepth
    ? issue('YB_MESSAGE_TOO_DEEP', '', { limit: defaultMaxDepth })
    : undefined
}

/** What the exchange would say, without anything being sent or kept. */
export function validationRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.post(
    '/validations',
    {
      schema: {
        tags: ['validations'],
        summary: 'Check a form or a message without sending it 预检',
        description:
          'A form: schema, rules between fields, and which approvals it would open, with whom. A message: parsing, who may say it, whether its record exists.',
        security,
        querystring: query(),
        body: object({ form: open, message: open }, ['form', 'message']),
        response: {
          200: {
            description: 'Every problem at once. 一次列明全部问题。',
            ...object(
              {
                acceptable: flag,
                issues: list(ref('Issue')),
                approvals: list(
                  object({
                    item: text,
                    title: text,
                    titleZh: text,
                    kind: text,
                    gate: text,
                    department: text,
                    participant: orNull(text),
                    dependsOn: list(text),
                  }),
                ),
              },
              ['approvals'],
            ),
          },
          ...common,
          ...problems(413, 415),
        },
      },
      // The body is what is being checked: it must arrive as it was sent.
      validatorCompiler: () => () => true,
    },
    async (request) => {
      principalOf(request)
      const { form, message } = (request.body ?? {}) as { form?: unknown; message?: unknown }
      if ((form === undefined) === (message === undefined))
        throw badRequest('', 'Give a form or a message.', '请给出 form 或 message 之一。')
      const tooDeep = nestedTooDeeply(bodyOf(request))
      if (tooDeep) return { acceptable: false, issues: [tooDeep] }
      return form === undefined ? context.validator.message(message) : context.validator.form(form)
    },
  )

  fastify.get(
    '/identifiers/:kind/:value',
    {
      schema: {
        tags: ['validations'],
        summary: 'Check an identifier 校验标识码',
        description: 'Numbers of people are checked by POST alone: they must not stand in a URL.',
        security,
        params: path({ kind, value: { type: 'string', minLength: 1, maxLength: 64 } }),
        querystring: query(),
        response: { 200: verdict, ...common },
      },
    },
    async (request) => {
      principalOf(request)
      const { kind: asked, value } = request.params as { kind: IdentifierKind; value: string }
      if (personalKinds.has(asked))
        throw badRequest(
          '/path/kind',
          'A number of a person must not stand in a URL: POST it to /v1/identifiers.',
          '个人证件号码不得出现在网址中，请以 POST 提交至 /v1/identifiers。',
        )
      return checkIdentifier(asked, value)
    },
  )

  fastify.post(
    '/identifiers',
    {
      schema: {
        tags: ['validations'],
        summary: 'Check an identifier that must not stand in a URL 校验标识码（含个人证件号码）',
        security,
        querystring: query(),
        body: object({ kind, value: { type: 'string', minLength: 1, maxLength: 64 } }),
        response: { 200: verdict, ...common, ...problems(413, 415) },
      },
    },
    async (request) => {
      principalOf(request)
      const { kind: asked, value } = request.body as { kind: IdentifierKind; value: string }
      return checkIdentifier(asked, value)
    },
  )
}
