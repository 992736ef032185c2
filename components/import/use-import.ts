'use client'

import { useEffect, useRef, useState } from 'react'
import { useSend, useShop } from '@/components/shop/shop-context'
import { whoHasOwed } from '@/lib/cash/browser/own-transfers'
import { everyAccount } from '@/lib/cash/browser/till'
import { accountOf } from '@/lib/cash/movement'
import { everyCustomer } from '@/lib/customers/browser/every-customer'
import { undoImport } from '@/lib/customers/undo-import'
import { pickContacts } from '@/lib/import/browser/contact-picker'
import { type ImportSession, type Preview, startImport } from '@/lib/import/browser/parse-in-worker'
import type { ColumnMapping } from '@/lib/import/guess-columns'
import type { ExistingCustomer, Plan } from '@/lib/import/plan-import'
import type { RefusalReason } from '@/lib/import/refusals'
import { type Id, newId } from '@/lib/kernel/id'
import type { Result } from '@/lib/kernel/result'
import { sendPlan } from './send-plan'

/** Where the owner is on the way from a file to customers. */
export type ImportStep =
  | { at: 'choosing'; refusal?: RefusalReason }
  | { at: 'reading' }
  | { at: 'mapping'; preview: Preview; mapping: ColumnMapping }
  | { at: 'planning'; done: number; total: number }
  | { at: 'planned'; preview: Preview; mapping: ColumnMapping; plan: Plan; existing: ExistingCustomer[] }
  | { at: 'sending'; done: number; total: number }
  | { at: 'done'; importId: Id; created: number; merged: number; debts: number }
  /** The phone could not write on: its storage is full. */
  | { at: 'interrupted'; importId: Id; done: number }
  | { at: 'undoing' }
  | { at: 'undone' }

/** The steps, and the acts that lead from one to the next. Nothing is written before `carryOut`. */
export function useImport() {
  const { database } = useShop()
  const send = useSend()
  const [step, setStep] = useState<ImportStep>({ at: 'choosing' })
  const session = useRef<ImportSession>(null)
  useEffect(() => () => session.current?.close(), [])

  /** Each list has a worker of its own: one that was ended is not asked again. */
  const read = async (ask: (session: ImportSession) => Promise<Result<Preview, RefusalReason>>) => {
    session.current?.close()
    const opened = startImport()
    session.current = opened
    setStep({ at: 'reading' })
    const preview = await ask(opened)
    if (session.current !== opened) return // another list was chosen meanwhile
    if (!preview.ok) return setStep({ at: 'choosing', refusal: preview.error })
    const mapping = preview.value.guess
    // Understood by its header or its cells, most lists need no questions.
    const clear = mapping.roles.includes('name') && mapping.roles.includes('phone')
    if (clear) await plan(preview.value, mapping)
    else setStep({ at: 'mapping', preview: preview.value, mapping })
  }

  const plan = async (preview: Preview, mapping: ColumnMapping) => {
    const asked = session.current!
    const total = preview.rowCount - mapping.skipRows
    setStep({ at: 'planning', done: 0, total })
    const owed = await whoHasOwed(database)
    const existing = (await everyCustomer(database)).map(({ id, name, phones, email, note }) => ({
      id,
      name: name ?? '',
      phones: phones ?? [],
      email,
      note,
      hasOwed: owed.has(id),
    }))
    const planned = await asked.plan(mapping, existing, (done, total) => setStep({ at: 'planning', done, total }))
    if (session.current !== asked) return
    if (planned.ok) setStep({ at: 'planned', preview, mapping, plan: planned.value, existing })
    else setStep({ at: 'choosing', refusal: planned.error })
  }

  return {
    step,
    setStep,
    plan,
    readFile: (file: File) => read(opened => opened.readFile(file)),
    readContacts: async () => {
      const cards = await pickContacts()
      if (!cards.ok) setStep({ at: 'choosing', refusal: cards.error })
      else if (cards.value.length > 0) await read(opened => opened.readContacts(cards.value))
    },
    carryOut: async (plan: Plan, existing: ExistingCustomer[]) => {
      const importId = newId()
      const [created, merged] = [plan.created.length, plan.merged.length]
      let done = 0
      const onProgress = (sent: number) => {
        done = sent
        setStep({ at: 'sending', done, total: created + merged })
      }
      onProgress(0)
      try {
        const opening = accountOf(await everyAccount(database), 'opening')
        await sendPlan(send, importId, plan, existing, onProgress, opening?.id)
        setStep({ at: 'done', importId, created, merged, debts: plan.debts.length })
      } catch (error) {
        reportError(error)
        setStep({ at: 'interrupted', importId, done })
      }
    },
    undo: async (importId: Id) => {
      setStep({ at: 'undoing' })
      try {
        await send(undoImport, { importId })
        setStep({ at: 'undone' })
      } catch (error) {
        setStep(step) // `send` has told why; it can be asked again
        throw error
      }
    },
  }
}
