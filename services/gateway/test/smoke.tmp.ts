import { exchange } from './exchange.ts'
const t0=performance.now()
const x = await exchange()
console.log('up', performance.now()-t0)
const f = await x.file()
console.log(f.filing, f.record, f.position, f.approvals.length, f.approvals.map(a=>a.participant+':'+a.item+':'+a.state).join(' '))
await x.settled()
for (const u of [`/v1/filings/${f.filing}`, `/v1/filings`, `/v1/records/${f.record}`, `/v1/records?search=吉林`, `/v1/records/${f.record}/events`, `/v1/filings/${f.filing}/trace`, '/v1/status', '/health/ready', '/metrics', '/schemas', '/asyncapi.json', '/openapi.json', '/docs/', '/', '/nope']) {
  const t=performance.now(); const r = await x.call('GET', u); console.log(r.statusCode, u, (performance.now()-t).toFixed(1)+'ms', r.body.length, r.body.slice(0, 400))
}
await x.close()
