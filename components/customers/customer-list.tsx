'use client'

import { useMemo, useState } from 'react'
import { navigate } from '@/components/shop/router'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AddIcon, FileIcon } from '@/components/ui/icons'
import { type CustomerIndex, searchCustomers } from '@/lib/customers/search'
import { splitTyped } from '@/lib/customers/typed-customer'
import { CustomerRows } from './customer-rows'
import { CustomerSheet } from './customer-sheet'
import { ImportUndoLine } from './import-undo-line'
import { withLetters } from './list-lines'
import { SearchField } from './search-field'
import { useCustomerIndex } from './use-customer-index'
import { useKeptScroll } from './use-kept-scroll'

const openImport = () => navigate('/musteriler/ice-aktar')

/** Everybody, in the order of the alphabet, and the way to one of them in a few letters. */
export function CustomerList() {
  const index = useCustomerIndex()
  const [text, setText] = useState('')
  const [inArchive, setInArchive] = useState(false)
  const [adding, setAdding] = useState(false)
  useKeptScroll()

  const typed = text.trim()
  // All of them once for each change of the list: so that clearing the field is as quick as a letter.
  const everybody = useMemo(() => parted(index ?? []), [index])
  const everyLine = useMemo(() => withLetters(everybody[inArchive ? 'archived' : 'active']), [everybody, inArchive])
  const found = useMemo(() => (typed ? parted(index ?? [], typed) : everybody), [index, typed, everybody])
  const shown = found[inArchive ? 'archived' : 'active']
  const lines = useMemo(() => (typed ? shown.map(customer => ({ customer })) : everyLine), [typed, shown, everyLine])
  if (!index) return null

  const empty = index.length === 0
  return (
    <main className="flex flex-1 flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-2 px-gutter pt-1">
        <h1 className="flex min-h-target items-center text-name font-semibold">{inArchive ? 'Arşiv' : 'Müşteriler'}</h1>
        {!empty && (
          <span className="-mr-gutter">
            <Button variant="quiet" icon={<FileIcon />} onClick={openImport}>
              Liste aktar
            </Button>
          </span>
        )}
      </header>

      {empty ? (
        <EmptyState
          text="Müşterileriniz burada durur, internet olmadan da."
          action={
            <div className="flex w-full max-w-xs flex-col gap-3">
              <Button variant="do" full icon={<FileIcon />} onClick={openImport}>
                Listenizi aktarın
              </Button>
              <Button full icon={<AddIcon />} onClick={() => setAdding(true)}>
                İlk müşterinizi ekleyin
              </Button>
            </div>
          }
        />
      ) : (
        <>
          <ImportUndoLine />
          <div className="sticky top-0 z-10 bg-paper px-gutter py-2">
            <SearchField
              label="Ad ya da telefon"
              value={text}
              onChange={changed => {
                setText(changed)
                scrollTo(0, 0) // the best result is the first
              }}
            />
          </div>
          <div className="flex min-h-target items-center justify-between gap-x-3 border-line border-b px-gutter">
            <p role="status" className="text-ink-soft">
              {numberFormat.format(shown.length)} {typed ? 'kişi bulundu' : 'kişi'}
            </p>
            {(inArchive || found.archived.length > 0) && (
              <span className="-mr-gutter">
                <Button variant="quiet" onClick={() => setInArchive(!inArchive)}>
                  {inArchive ? 'Listeye dön' : `Arşivde ${numberFormat.format(found.archived.length)}`}
                </Button>
              </span>
            )}
          </div>
          {shown.length > 0 && <CustomerRows lines={lines} typed={typed} />}
          {shown.length === 0 && (
            <EmptyState
              text={typed ? `“${typed}” ${inArchive ? 'arşivde' : 'listenizde'} yok.` : 'Burada kimse yok.'}
              action={
                typed &&
                !inArchive && (
                  <Button variant="do" icon={<AddIcon />} onClick={() => setAdding(true)}>
                    “{typed}” ekle
                  </Button>
                )
              }
            />
          )}
          {shown.length > 0 && !inArchive && (
            <div data-foot className="pointer-events-none sticky bottom-bar mt-auto flex justify-end p-3 lg:bottom-0">
              <span className="pointer-events-auto">
                <Button variant="do" icon={<AddIcon />} onClick={() => setAdding(true)}>
                  Müşteri ekle
                </Button>
              </span>
            </div>
          )}
        </>
      )}

      {adding && <CustomerSheet draft={splitTyped(typed)} onClose={() => setAdding(false)} />}
    </main>
  )
}

function parted(index: CustomerIndex, typed = '') {
  const found = searchCustomers(index, typed)
  return {
    active: found.filter(customer => !customer.archivedAt),
    archived: found.filter(customer => customer.archivedAt),
  }
}

const numberFormat = new Intl.NumberFormat('tr')
