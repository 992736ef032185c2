/** A wording that is shown to a user, or to a customer of a shop. What was shown once stays in `legal_texts` for ever. */
export interface LegalText {
  id: 'aydinlatma-hesap' | 'acik-riza-tanitim' | 'aydinlatma-randevu' | 'acik-riza-dukkan-tanitim'
  /** Raised with every change of the wording; what fills its slots may differ under one version, and shows in the hash. */
  version: string
  purpose: 'account' | 'promotion-email' | 'appointment' | 'promotion'
  title: string
  /** The first layer: who, and what for. */
  summary: readonly string[]
  sections: readonly { heading: string; lines: readonly string[] }[]
}

/** Whoever runs this Siftah and is answerable for the users' data. */
export interface Operator {
  name: string
  address: string
  email: string
  mersis?: string
}

/** The whole text as it is kept and hashed. */
export function bodyOf({ title, summary, sections, version }: LegalText): string {
  const parts = sections.map(({ heading, lines }) => [heading, ...lines].join('\n'))
  return [title, summary.join('\n'), ...parts, `Sürüm: ${version}`].filter(Boolean).join('\n\n')
}
