/**
 * What was given for an expense. This is no document of ours: only its kind and number are noted, for the accountant. `fis`: of a cash
 * register; `makbuz`: of the self-employed; `gider-pusulasi`: written by who pays, for those who give none.
 */
export const documentKinds = ['fatura', 'fis', 'gider-pusulasi', 'makbuz', 'diger'] as const
export type DocumentKind = (typeof documentKinds)[number]
