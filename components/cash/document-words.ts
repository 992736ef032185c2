import type { DocumentKind } from '@/lib/cash/document'

/** What was given for an expense, as the accountant calls it. */
export const documentWords: Record<DocumentKind, string> = {
  fatura: 'Fatura',
  fis: 'Fiş',
  'gider-pusulasi': 'Gider pusulası',
  makbuz: 'Serbest meslek makbuzu',
  diger: 'Diğer',
}
