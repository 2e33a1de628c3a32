import type { OneFormReferences } from '@yibiao/projections'

const owners: readonly (readonly [prefix: string, column: string])[] = [
  ['/tax', 'TAX'],
  ['/seals', 'PSB'],
  ['/social', 'HRSS'],
  ['/medical', 'HSA'],
  ['/housingFund', 'HPF'],
  ['/bank', 'BANK'],
  ['/delivery', ''],
]

/** A small access matrix: enough to tell owners apart. */
export const matrix = {
  ownerOf: (path: string): string | undefined => {
    const found = owners.find(([prefix]) => path.startsWith(prefix))
    return found === undefined ? 'AMR' : found[1] || undefined
  },
}

/** HRSS plays two departments, as in many cities. */
export const references: OneFormReferences = {
  at: () => ({
    matrix,
    participants: {
      columnsOf: (participant) =>
        participant === 'HRSS' ? ['HRSS', 'HSA'] : [participant.split('-')[0] as string],
    },
  }),
}
