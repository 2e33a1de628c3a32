import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { formSchema } from '@yibiao/schemas'
import type { FastifyInstance } from 'fastify'
import { components } from './components.ts'

const tags = [
  { name: 'filings', description: '办件：提交、补正、撤回、进度与追溯' },
  { name: 'materials', description: '申请材料：上传、续传与读取' },
  { name: 'records', description: '企业档案：一表视图及其历史' },
  { name: 'live', description: '实时动态' },
  { name: 'participants', description: '接入单位：不用消息总线的接入方式' },
  { name: 'operations', description: '运维：重建、重放、一致性检查' },
  { name: 'publications', description: '目录、日历、流程与授权：发布与查询' },
  { name: 'validations', description: '预检与标识码校验' },
  { name: 'documents', description: '数据结构与接口说明' },
  { name: 'health', description: '运行状况' },
]

/** The description of the interface, made from the routes' own schemas, and a page to read it at. MUST come before the routes. */
export async function describeApi(fastify: FastifyInstance, mode: 'sandbox' | 'production'): Promise<void> {
  for (const [name, schema] of Object.entries(components)) fastify.addSchema({ ...schema, $id: name })
  // The whole one form, under a short name: in this document references are local.
  const { $id: _urn, $schema: _draft, ...form } = formSchema
  fastify.addSchema({ ...form, $id: 'OneForm' })
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: mode === 'sandbox' ? '一表 Yibiao (sandbox 沙箱)' : '一表 Yibiao',
        description:
          'One form in, every department at once, one authoritative history out. 一次填表，各部门同时受理，一份权威历史。\n\nEvery error is a problem (RFC 9457) with both languages. 所有错误均为 RFC 9457 问题详情，中英文并列。',
        version: '1.0.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags,
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json.$id === 'string' ? json.$id : `schema-${index}`,
    },
  })
  await fastify.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { deepLinking: true, docExpansion: 'list', validatorUrl: null },
  })
}
