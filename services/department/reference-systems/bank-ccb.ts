import { bank } from './bank.ts'

export const bankCcb = bank({
  code: 'BANK-CCB',
  nameZh: '中国建设银行吉林市分行',
  nameEn: 'CCB, Jilin City branch',
  accountPrefix: '22050161610',
  serialWidth: 9,
})
