import { makeForm } from '@yibiao/schemas'
import { exchange } from './exchange.ts'
const x = await exchange()
const forms = Array.from({length: 2000}, (_, i) => JSON.stringify(makeForm(2000+i)))
let next = 0; const lat:number[]=[]
const t0 = performance.now()
await Promise.all(Array.from({length: 128}, async () => { while (next < forms.length) { const i = next++; const s=performance.now(); const r = await x.call('POST','/v1/filings',{key:'b'+i, body: forms[i]!}); if (r.statusCode!==201) console.log(r.body); lat.push(performance.now()-s) } }))
const took = performance.now()-t0
lat.sort((a,b)=>a-b)
console.log('filings/s', (2000/took*1000).toFixed(), 'p50', lat[1000]!.toFixed(), 'p99', lat[1980]!.toFixed())
await x.close()
