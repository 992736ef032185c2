'use client'

import { useMemo, useState } from 'react'
import { useNow } from '@/components/appointments/use-now'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { DoneIcon, EditIcon, LockIcon } from '@/components/ui/icons'
import { Segmented } from '@/components/ui/segmented'
import type { Notes } from '@/lib/cash/banknotes'
import { worthOf } from '@/lib/cash/banknotes'
import { closeDay } from '@/lib/cash/commands/close-day'
import { foreseeClosing, type KnownTill } from '@/lib/cash/foresee-closing'
import { ownAccount } from '@/lib/cash/own-account'
import { newId } from '@/lib/kernel/id'
import { formatMoney, type Kurus } from '@/lib/kernel/money'
import type { Day } from '@/lib/kernel/zone'
import { AmountSheet } from '../amount-sheet'
import { MoneyRows } from '../money-rows'
import { BanknotesSheet } from './banknotes-sheet'
import { ChairShares } from './chair-shares'
import { ConfirmClosing } from './confirm-closing'
import { daysWords, differenceWords, expectedRows, otherRows, salesRows } from './day-words'
import { RefusedClosings } from './refused-closings'

const usualReasons = ['Para üstü', 'Yazılmayan gider', 'Yazılmayan satış', 'Bilmiyorum']

type Asked = 'count' | 'notes' | 'left' | 'opening' | 'sure' | null

/** A day about to be closed: what should be in the drawer, what is, and what stays in it. */
export function CloseDay({ day, till }: { day: Day; till: KnownTill }) {
  const send = useSend()
  const now = useNow()
  const [asked, setAsked] = useState<Asked>(null)
  const [count, setCount] = useState<Kurus | null>(null)
  const [notes, setNotes] = useState<Notes | null>(null)
  const [stays, setStays] = useState<Kurus | null>(null)
  const [opening, setOpening] = useState<Kurus>(0)
  const [reason, setReason] = useState('')

  const began = till.before?.leftAmount ?? opening
  const counted = count ?? 0
  const left = Math.min(stays ?? began, counted)
  // What chairs have earned goes through everything the phone holds: not again at each letter of the reason.
  const summary = useMemo(
    () => foreseeClosing(till, { day, eventAt: now, counted, left, opening }),
    [till, day, now, counted, left, opening],
  )
  const { cash, staff, since } = summary
  const differs = count !== null && cash.difference !== 0

  const countIt = (amount: Kurus, counted: Notes | null = null) => {
    setCount(amount)
    setNotes(counted)
  }
  const close = async () => {
    setAsked(null)
    await send(closeDay, {
      id: newId(),
      day,
      counted,
      left,
      opening,
      notes,
      reason: differs ? reason : null,
      opens: till.chairs
        .filter(({ id }) => till.shares.some(share => share.staffId === id))
        .slice(0, 20)
        .map(({ id }) => ownAccount('staff', id)),
    })
    scrollTo(0, 0)
  }
  return (
    <>
      <div className="flex flex-1 flex-col gap-5 px-gutter py-4">
        <RefusedClosings />
        <div>
          <h2 className="text-name font-semibold">{daysWords(summary)}</h2>
          {since !== null && since < day && <p className="text-ink-soft">Kapanmamış günler de bununla kapanır.</p>}
        </div>
        <section aria-label="Satış ve gider">
          <MoneyRows rows={[...salesRows(summary), ...otherRows(summary)]} />
        </section>
        <ChairShares staff={staff} accounts={till.accounts} />
        <section aria-label="Kasa sayımı" className="flex flex-col gap-3 border-line border-t pt-4">
          <MoneyRows rows={expectedRows(summary)} />
          {!till.before && (
            <Button icon={<EditIcon />} onClick={() => setAsked('opening')}>
              {opening === 0 ? 'Başlarken kasada para vardı' : `Başlarken ${formatMoney(opening)} vardı`}
            </Button>
          )}
          {count === null ? (
            <div className="flex flex-col gap-2">
              <h3 className="font-semibold">Kasada kaç para var?</h3>
              {cash.expected >= 0 && (
                <Button icon={<DoneIcon />} full onClick={() => countIt(cash.expected)}>
                  Saydım, tam {formatMoney(cash.expected)}
                </Button>
              )}
              <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
                <Button full onClick={() => setAsked('count')}>
                  Başka tutar
                </Button>
                <Button full onClick={() => setAsked('notes')}>
                  Banknot banknot
                </Button>
              </div>
            </div>
          ) : (
            <>
              <Choice word="Sayılan" amount={counted} onChange={() => setAsked(notes ? 'notes' : 'count')} />
              <p
                role="status"
                className={`rounded-control px-3 py-2 font-semibold ${differs ? 'bg-look-soft' : 'bg-do-soft'}`}
              >
                Fark: {differenceWords(cash)}
              </p>
              {differs && (
                <div className="flex flex-col gap-3">
                  <Segmented
                    label="Farkın sebebi"
                    choices={usualReasons.map(value => ({ value, label: value }))}
                    value={reason}
                    onChange={setReason}
                  />
                  <TextField
                    label="Sebebi"
                    maxLength={500}
                    value={reason}
                    onChange={event => setReason(event.target.value)}
                  />
                </div>
              )}
              <Choice word="Yarına kalan" amount={left} onChange={() => setAsked('left')} />
              <MoneyRows rows={[{ word: 'Kasadan alınan', amount: cash.taken }]} />
            </>
          )}
        </section>
      </div>
      <div data-foot className="sticky bottom-bar mt-auto border-line border-t bg-paper px-gutter py-2 lg:bottom-0">
        <Button variant="do" full icon={<LockIcon />} disabled={count === null} onClick={() => setAsked('sure')}>
          Günü kapat
        </Button>
      </div>

      {asked === 'count' && (
        <AmountSheet
          title="Kasada kaç para var?"
          label="Sayılan para"
          value={counted}
          action="Bu kadar var"
          allowZero
          onSave={amount => countIt(amount)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'notes' && (
        <BanknotesSheet
          notes={notes ?? {}}
          onSave={counted => countIt(worthOf(counted), counted)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'left' && (
        <AmountSheet
          title="Yarına ne kalsın?"
          label="Kasada kalan"
          value={left}
          max={counted}
          tooMuch="Kasada o kadar para yok."
          action="Bu kadar kalsın"
          allowZero
          onSave={setStays}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'opening' && (
        <AmountSheet
          title="Başlarken kasada ne vardı?"
          label="İlk günden önceki para"
          value={opening}
          action="Bu kadar vardı"
          allowZero
          onSave={setOpening}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'sure' && <ConfirmClosing summary={summary} onClosing={close} onClose={() => setAsked(null)} />}
    </>
  )
}

/** An amount that was said, and can be said otherwise. */
function Choice({ word, amount, onChange }: { word: string; amount: Kurus; onChange: () => void }) {
  return (
    <button
      type="button"
      onClick={onChange}
      className="flex min-h-target w-full flex-wrap items-center gap-x-3 rounded-control border border-edge bg-card px-3 py-2 text-left active:bg-do-soft"
    >
      <span>{word}</span>
      <span className="ml-auto text-name font-semibold">{formatMoney(amount)}</span>
      <EditIcon aria-hidden className="size-5 shrink-0 text-ink-soft" />
    </button>
  )
}
