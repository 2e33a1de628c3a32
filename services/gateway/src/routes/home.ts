import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'

const links: readonly (readonly [url: string, zh: string, en: string])[] = [
  ['/docs', '接口文档', 'How to use the interface'],
  ['/openapi.json', '接口说明（OpenAPI）', 'The interface (OpenAPI)'],
  ['/asyncapi.json', '消息接口说明（AsyncAPI）', 'The messages (AsyncAPI)'],
  ['/schemas', '数据结构目录', 'The schemas'],
  ['/v1/status', '平台状态', 'Status'],
  ['/v1/filings', '办件列表', 'Filings'],
  ['/v1/feed', '实时动态', 'What happens, live'],
  ['/health/ready', '就绪检查', 'Readiness'],
  ['/metrics', '指标', 'Metrics'],
]

/** The first page: where one is, and where to go from here. */
export function homeRoute(fastify: FastifyInstance, context: Context): void {
  const page = homePage(context.options.identity)
  fastify.get(
    '/',
    {
      schema: {
        tags: ['documents'],
        summary: 'Where to go from here 首页',
        response: {
          200: { description: 'A page. 网页。', content: { 'text/html': { schema: { type: 'string' } } } },
        },
      },
    },
    async (_request, reply) => reply.type('text/html; charset=utf-8').serializer(String).send(page),
  )
}

const homePage = ({ mode, history, division }: Context['options']['identity']): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>一表 Yibiao</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; color: #1b2430; }
h1 { font-size: 1.6rem; } small, .en { color: #5b6775; } li { margin: .3rem 0; }
.mode { background: #fff3cd; border: 1px solid #e0c36b; padding: .4rem .8rem; }
</style>
</head>
<body>
<h1>一表 Yibiao</h1>
${mode === 'sandbox' ? '<p class="mode">沙箱环境，数据均为测试数据。 <span class="en">Sandbox: nothing here is real.</span></p>' : ''}
<p>一次填表，各部门同时受理，一份权威历史。<br><span class="en">One form in, every department at once, one authoritative history out.</span></p>
<ul>
${links.map(([url, zh, en]) => `<li><a href="${url}">${zh}</a> <span class="en">${en}</span></li>`).join('\n')}
</ul>
<p><small>历史 history ${history} · 区划 division ${division}</small></p>
</body>
</html>
`
