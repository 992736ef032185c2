import type { useSend } from '@/components/shop/shop-context'
import { debtChunks, openDebts } from '@/lib/cash/commands/open-debts'
import { importCustomers } from '@/lib/customers/import-customers'
import { type CustomerGains, chunksOf, type ExistingCustomer, type Plan } from '@/lib/import/plan-import'
import type { Id } from '@/lib/kernel/id'

type Send = ReturnType<typeof useSend>

/**
 * Carries a plan out, a chunk at a time, all under one import. Each chunk is safe on the phone before the next: stopped half way (the
 * battery), what was done is whole and can be taken back.
 * @param openingId where debts come from that were there before the book; needed where the plan has any
 */
export async function sendPlan(
  send: Send,
  importId: Id,
  plan: Plan,
  existing: readonly ExistingCustomer[],
  onProgress: (done: number) => void,
  openingId?: Id,
): Promise<void> {
  const known = new Map(existing.map(customer => [customer.id, customer]))
  let done = 0
  for (const { created, merged } of chunksOf(plan)) {
    await send(importCustomers, {
      importId,
      created,
      merged: merged.map(gains => afterGaining(known.get(gains.id)!, gains)),
    })
    done += created.length + merged.length
    onProgress(done)
  }
  // After the people: a debt needs somebody who owes it.
  for (const chunk of debtChunks(plan.debts)) await send(openDebts, { importId, fromAccountId: openingId!, ...chunk })
}

/** The command replaces fields, so a list of phones is sent whole; a field that gains nothing is left out. */
function afterGaining({ phones }: ExistingCustomer, { id, ...gained }: CustomerGains) {
  return {
    id,
    ...(gained.phones.length > 0 && { phones: [...phones, ...gained.phones] }),
    ...(gained.email && { email: gained.email }),
    ...(gained.note && { note: gained.note }),
  }
}
