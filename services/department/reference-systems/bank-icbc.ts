import { bank } from './bank.ts'

export const bankIcbc = bank({
  code: 'BANK-ICBC',
  nameZh: '中国工商银行吉林市分行',
  nameEn: 'ICBC, Jilin City branch',
  accountPrefix: '0802210009',
  serialWidth: 9,
})
