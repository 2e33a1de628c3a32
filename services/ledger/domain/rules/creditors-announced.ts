import type { Rule } from './rule.ts'

/** 公司法 235: creditors had the time to report their claims; until then nothing is distributed and nobody is deregistered. */
export const creditorsAnnounced: Rule = ({ state }) =>
  state.flags.includes('CREDITORS_ANNOUNCED')
    ? undefined
    : {
        zh: '债权人公告期未满，期满后再申请注销',
        en: 'The announcement to creditors still runs; apply when it has ended',
      }
