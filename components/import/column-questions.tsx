'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckField, SelectField } from '@/components/ui/field'
import type { Preview } from '@/lib/import/browser/parse-in-worker'
import type { ColumnMapping } from '@/lib/import/guess-columns'
import type { ColumnRole } from '@/lib/import/table'
import { readColumns } from './columns'

const ROLES: Record<ColumnRole, string> = {
  name: 'Ad ya da ad soyad',
  surname: 'Soyad',
  phone: 'Telefon',
  email: 'E-posta',
  note: 'Not',
  debt: 'Veresiye borcu',
  ignore: 'Alma',
}

interface ColumnQuestionsProps {
  preview: Preview
  mapping: ColumnMapping
  onChange: (mapping: ColumnMapping) => void
  onDone: () => void
}

/** What is in which column: guessed, shown with what stands there, correctable. */
export function ColumnQuestions({ preview, mapping, onChange, onDone }: ColumnQuestionsProps) {
  const columns = readColumns(preview, mapping)
  const [all, setAll] = useState(false)
  const [asked] = useState(() => new Set(columns.filter(column => column.role !== 'ignore').map(({ at }) => at)))
  const shown = columns.filter(({ at }) => all || asked.size === 0 || asked.has(at))
  const rest = columns.length - shown.length
  const usable = mapping.roles.includes('name') || mapping.roles.includes('phone')
  const titles = Math.max(1, preview.guess.skipRows)

  return (
    <>
      <h2 className="text-name font-semibold">Hangi sütunda ne var?</h2>
      {shown.map(({ at, title, samples, role }) => (
        <SelectField
          key={at}
          label={title}
          hint={samples.join(' · ')}
          value={role}
          onChange={event => onChange({ ...mapping, roles: mapping.roles.with(at, event.target.value as ColumnRole) })}
        >
          {Object.entries(ROLES).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      ))}
      {rest > 0 && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          Alınmayan {rest} sütunu göster
        </Button>
      )}
      <CheckField
        label={titles === 1 ? 'İlk satır başlık, kişi değil' : `İlk ${titles} satır başlık, kişi değil`}
        checked={mapping.skipRows > 0}
        onChange={event => onChange({ ...mapping, skipRows: event.target.checked ? titles : 0 })}
      />
      <div className="sticky bottom-bar mt-auto bg-paper py-3 lg:bottom-0">
        {usable ? (
          <Button variant="do" full onClick={onDone}>
            Devam
          </Button>
        ) : (
          <p role="status">Ad ya da telefon sütununu seçin.</p>
        )}
      </div>
    </>
  )
}
