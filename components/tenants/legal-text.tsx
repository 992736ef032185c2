import type { ReactNode } from 'react'
import type { LegalText } from '@/lib/tenants/legal/legal-text'

/** The first layer, with its heading. */
export function LegalSummary({ text, children }: { text: LegalText; children?: ReactNode }) {
  return (
    <section aria-labelledby={text.id} className="flex flex-col gap-2 rounded-control border border-line bg-card p-4">
      <h2 id={text.id} className="font-semibold">
        {text.title}
      </h2>
      {text.summary.map(line => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </section>
  )
}

/** All of it but the title, which is the page's. */
export function LegalWhole({ text }: { text: LegalText }) {
  return (
    <article className="flex flex-col gap-6">
      <div className="flex flex-col gap-2 rounded-control border border-line bg-card p-4">
        {text.summary.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {text.sections.map(({ heading, lines }) => (
        <section key={heading} className="flex flex-col gap-2">
          <h2 className="font-semibold">{heading}</h2>
          {lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
      <p className="text-small text-ink-soft">Sürüm: {text.version}</p>
    </article>
  )
}
