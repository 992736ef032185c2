'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ContactsIcon, FileIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { canPickContacts } from '@/lib/import/browser/contact-picker'
import { REFUSALS, type RefusalReason } from '@/lib/import/refusals'

interface ChooseListProps {
  /** Why the list before was not taken. */
  refusal?: RefusalReason
  onFile: (file: File) => void
  onContacts: () => void
}

export function ChooseList({ refusal, onFile, onContacts }: ChooseListProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      {refusal && (
        <div role="alert">
          <Notice tone="look" title={REFUSALS[refusal]} />
        </div>
      )}
      <p>Excel, CSV ya da telefon rehberi (.vcf) dosyanızı seçin. Önce ne olacağını görürsünüz, sonra eklenir.</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Liste dosyası"
        accept=".xlsx,.xls,.csv,.vcf,.txt"
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = '' // so that the same file, corrected, can be chosen again
          if (file) onFile(file)
        }}
      />
      <Button variant="do" full icon={<FileIcon />} onClick={() => input.current!.click()}>
        {refusal ? 'Başka dosya seç' : 'Dosya seç'}
      </Button>
      {canPickContacts() && (
        <Button full icon={<ContactsIcon />} onClick={onContacts}>
          Rehberden seç
        </Button>
      )}
    </>
  )
}
