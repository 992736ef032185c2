import { kdvIn } from '@/lib/cash/kdv'
import type { Transfer } from '@/lib/cash/transfer'
import { formatMoney } from '@/lib/kernel/money'
import { type Day, formatDay } from '@/lib/kernel/zone'
import { documentWords } from './document-words'

interface DocumentLineProps {
  transfer: Transfer | undefined
  /** On which it happened. */
  happenedOn: Day
}

/** What a movement says beside its money: the document of an expense, and where it came too late for its own day. */
export function DocumentLine({ transfer, happenedOn }: DocumentLineProps) {
  if (!transfer) return null
  const { documentKind, documentNumber, documentDay, counterparty, kdvRate, amount, day } = transfer
  const document = [documentKind && documentWords[documentKind], documentNumber, documentDay && formatDay(documentDay)]
  const said = [...document, counterparty].filter(Boolean).join(' · ')
  return (
    <>
      {said && <p>{said}</p>}
      {kdvRate && (
        <p className="text-ink-soft">
          KDV %{kdvRate}: {formatMoney(kdvIn(amount, kdvRate))}
        </p>
      )}
      {day && day > happenedOn && <p className="text-ink-soft">O gün kapanmıştı; {formatDay(day)} gününe yazıldı.</p>}
    </>
  )
}
