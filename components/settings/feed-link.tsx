'use client'

import { useFormState } from '@/components/tenants/action-form'
import { ButtonLink } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { TextField } from '@/components/ui/field'
import { TodayIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'

/** The new calendar address, shown this once: nobody can read it out of the database again. */
export function FeedLink() {
  const { done: url } = useFormState()
  if (!url) return null
  return (
    <div role="status">
      <Notice
        title="Takvim bağlantısı hazır; yalnızca şimdi görünür."
        actions={
          <>
            <CopyButton text={url} />
            <ButtonLink href={url.replace(/^https?:/, 'webcal:')} icon={<TodayIcon />}>
              iPhone takvimine ekle
            </ButtonLink>
          </>
        }
      >
        <TextField
          label="Takvim bağlantısı"
          hint="Google Takvim’de: Diğer takvimler, URL ile ekle (bilgisayardan). Bağlantıyı bilen herkes bu randevuları görür."
          value={url}
          readOnly
          onFocus={event => event.currentTarget.select()}
        />
      </Notice>
    </div>
  )
}
