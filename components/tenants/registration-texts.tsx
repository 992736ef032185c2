import Link from 'next/link'
import type { LegalText } from '@/lib/tenants/legal/legal-text'
import { FormCheck } from './action-form'
import { LegalSummary } from './legal-text'

/**
 * The two texts of a registration, one below the other, each with its own heading and its own declaration: the notice is
 * only read, and the consent is optional and unticked (Kurul İlke Kararı 2026/347).
 */
export function RegistrationTexts({ aydinlatma, acikRiza }: { aydinlatma: LegalText; acikRiza: LegalText }) {
  return (
    <>
      <LegalSummary text={aydinlatma}>
        <Link
          href="/kvkk/aydinlatma"
          target="_blank"
          className="inline-flex min-h-target items-center text-do underline underline-offset-4"
        >
          Metnin tamamını oku
        </Link>
        <FormCheck name="notice" label="Okudum, anladım." />
      </LegalSummary>
      <LegalSummary text={acikRiza}>
        <FormCheck name="promotion" label="Açık rıza veriyorum (isteğe bağlı)." />
      </LegalSummary>
    </>
  )
}
