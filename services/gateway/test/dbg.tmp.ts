import { makeForm } from '@yibiao/schemas'
import { asksForAddress, registers, registration } from './acts.ts'
import { exchange } from './exchange.ts'
const x = await exchange()
const filed = await x.file({ as: 'founder', form: makeForm(701) })
for (let round = 1; round < 4; round += 1) {
    const ask = { path: '/domicile/text', code: 'ADDRESS', zh: '住所', en: 'Address' }
    await x.say('AMR', { id: `ask-${round}`, type: 'supplement.requested', subject: filed.record, filing: filed.filing,
      data: { approval: registration(filed), round, defects: [ask] } })
    const e = await x.stream(`registration-${filed.record}`, 2 + 2 * (round - 1) + 1)
    console.log(e.map(o=>o.type).slice(-2))
    const r= await x.call('POST', `/v1/filings/${filed.filing}/supplements`, { as: 'founder', key: `s-${round}`,
      body: { approval: registration(filed), round, form: { domicile: { text: `吉林省吉林市昌邑区解放大路 2 号 3 层 ${round} 室` } } } })
    console.log(r.statusCode, r.body.slice(0,300))
}
await registers(x, filed, 41)
const e= await x.stream(`registration-${filed.record}`, 9)
console.log(e.map(o=>o.type))
for (let i=0;i<5;i++){ const t=performance.now();
const r=(await x.call('GET', `/v1/filings/${filed.filing}/trace`, {as:'founder'})).json() as any
const miss = r.entries.flatMap((e:any)=>e.receipts.filter((q:any)=>q.published===null).map((q:any)=>e.type+' '+q.participant))
console.log(performance.now()-t, r.entries.length, miss.length, miss.slice(0,5))
await new Promise(q=>setTimeout(q,300))}
await x.close()
