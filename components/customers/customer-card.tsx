'use client'

import { useState } from 'react'
import { CustomerMoney } from '@/components/cash/debts/customer-money'
import { CustomerMessages } from '@/components/messages/customer-messages'
import { navigate } from '@/components/shop/router'
import { useLive, useSend, useUnconfirmed } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AddIcon, WarningIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { PendingDot } from '@/components/ui/pending-dot'
import { useSnackbar } from '@/components/ui/snackbar'
import { TopBar } from '@/components/ui/top-bar'
import { archiveCustomer } from '@/lib/customers/archive-customer'
import { customerWithTwins } from '@/lib/customers/browser/customer-with-twins'
import type { Id } from '@/lib/kernel/id'
import { CustomerSheet } from './customer-sheet'
import { CustomerWaiting } from './customer-waiting'
import { MergeSheet } from './merge-sheet'
import { nameOf } from './names'
import { PhoneActions } from './phone-actions'
import { Visits } from './visits'

type OpenSheet = { edit: 'all' | 'note' } | { merge: Id }

const backToList = () => navigate('/musteriler')

/** One customer: how to reach him, when he comes, what to know about him. */
export function CustomerCard({ id }: { id: Id }) {
  const send = useSend()
  const snackbar = useSnackbar()
  const unconfirmed = useUnconfirmed()
  const found = useLive(database => customerWithTwins(database, id), [id])
  const [sheet, setSheet] = useState<OpenSheet>()
  if (found === undefined) return null
  if (found === null) {
    return (
      <main className="flex flex-1 flex-col">
        <TopBar title="Müşteri" back={backToList} />
        <EmptyState text="Bu müşteri artık yok." action={<Button onClick={backToList}>Listeye dön</Button>} />
      </main>
    )
  }

  const { customer, twins } = found
  const merging = sheet && 'merge' in sheet && twins.find(twin => twin.id === sheet.merge)
  const restore = () => send(archiveCustomer, { id, archived: false })
  const archive = async () => {
    await send(archiveCustomer, { id, archived: true })
    snackbar.show({ text: `${nameOf(customer)} arşivlendi`, action: { label: 'Geri al', run: restore } })
    backToList()
  }

  return (
    <main className="flex flex-1 flex-col">
      <TopBar
        title="Müşteri"
        back={backToList}
        actions={
          <Button variant="quiet" onClick={() => setSheet({ edit: 'all' })}>
            Düzenle
          </Button>
        }
      />
      <div className="flex w-full max-w-2xl flex-col gap-5 px-gutter py-4">
        <h2 className="flex items-center gap-2 text-name font-semibold">
          <span className="min-w-0 wrap-anywhere">{nameOf(customer)}</span>
          {unconfirmed.has(`customers/${id}`) && <PendingDot />}
        </h2>
        {customer.archivedAt && (
          <Notice title="Bu müşteri arşivde" actions={<Button onClick={restore}>Geri al</Button>} />
        )}
        {twins.map(twin => (
          <Notice
            key={twin.id}
            tone="look"
            title={`Aynı numara kayıtlı: ${nameOf(twin)}`}
            actions={
              <>
                <Button onClick={() => setSheet({ merge: twin.id })}>Birleştir</Button>
                <Button variant="quiet" onClick={() => navigate(`/musteriler/${twin.id}`)}>
                  Kartını aç
                </Button>
              </>
            }
          />
        ))}

        {customer.phones?.length ? (
          customer.phones.map((phone, i) => <PhoneActions key={phone} phone={phone} main={i === 0} />)
        ) : (
          <Button icon={<AddIcon />} onClick={() => setSheet({ edit: 'all' })}>
            Telefon ekle
          </Button>
        )}
        {customer.email && (
          <a
            href={`mailto:${customer.email}`}
            className="flex min-h-target items-center text-do wrap-anywhere underline"
          >
            {customer.email}
          </a>
        )}

        <CustomerMoney customer={customer} name={nameOf(customer)} />
        <section className="flex flex-col gap-1">
          <h3 className="font-semibold text-ink-soft">Not</h3>
          {customer.note ? (
            <button
              type="button"
              onClick={() => setSheet({ edit: 'note' })}
              className="min-h-target rounded-control border border-line bg-card p-3 text-left whitespace-pre-wrap wrap-anywhere"
            >
              {customer.note}
            </button>
          ) : (
            <span className="-ml-gutter">
              <Button variant="quiet" icon={<AddIcon />} onClick={() => setSheet({ edit: 'note' })}>
                Not ekle
              </Button>
            </span>
          )}
        </section>

        {customer.noShows > 0 && (
          <p className="flex items-center gap-2 font-semibold text-look">
            <WarningIcon className="size-5 shrink-0" />
            {customer.noShows} kez gelmedi
          </p>
        )}
        <Visits customerId={id} />
        {!customer.archivedAt && <CustomerWaiting customerId={id} />}
        <CustomerMessages customerId={id} />

        {!customer.archivedAt && (
          <span className="-ml-gutter">
            <Button variant="quiet" onClick={archive}>
              Arşivle
            </Button>
          </span>
        )}
      </div>

      {sheet && 'edit' in sheet && (
        <CustomerSheet
          customer={customer}
          focus={sheet.edit === 'note' ? 'note' : undefined}
          onClose={() => setSheet(undefined)}
        />
      )}
      {merging && <MergeSheet customer={customer} twin={merging} onClose={() => setSheet(undefined)} />}
    </main>
  )
}
