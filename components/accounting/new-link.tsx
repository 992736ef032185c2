'use client'

import { ShareLink } from '@/components/settings/share-link'
import { useFormState } from '@/components/tenants/action-form'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'

/** The new link, shown this once: nobody can read it out of the database again. */
export function NewLink({ shop }: { shop: string }) {
  const { done: url } = useFormState()
  if (!url) return null
  return (
    <div role="status">
      <Notice
        title="Bağlantı hazır; yalnızca şimdi görünür."
        actions={<ShareLink url={url} title={`${shop}: muhasebe kayıtları`} />}
      >
        <TextField
          label="Muhasebecinin bağlantısı"
          hint="Bağlantıyı bilen herkes bu dönemi görür. Açıldığında burada yazar."
          value={url}
          readOnly
          onFocus={event => event.currentTarget.select()}
        />
      </Notice>
    </div>
  )
}
