/** What a shop does, as its owner says it. */
export const trades = {
  berber: 'Berber',
  kuafor: 'Kuaför',
  guzellik: 'Güzellik salonu',
  tamirci: 'Tamirci',
  terzi: 'Terzi',
  veteriner: 'Veteriner',
  diger: 'Diğer',
} as const

export type Trade = keyof typeof trades

export const tradeNames = Object.keys(trades) as [Trade, ...Trade[]]
