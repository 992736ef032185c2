'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { DoneIcon, WhatsAppIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { useFormState } from './action-form'

/** The new invitation's link, shown this once: nobody can read it out of the database again. */
export function InvitationLink({ shop }: { shop: string }) {
  const { done: link } = useFormState()
  const [copied, setCopied] = useState(false)
  if (!link) return null
  const message = `${shop} sizi Siftah’a davet ediyor: ${link}`
  return (
    <div role="status">
      <Notice
        title="Davet hazır. Bağlantıyı gönderin; yalnızca şimdi görünür."
        actions={
          <>
            <ButtonLink
              href={`https://wa.me/?text=${encodeURIComponent(message)}`}
              target="_blank"
              variant="do"
              icon={<WhatsAppIcon />}
            >
              WhatsApp’la gönder
            </ButtonLink>
            <Button
              icon={copied && <DoneIcon />}
              onClick={async () => {
                await navigator.clipboard.writeText(link)
                setCopied(true)
              }}
            >
              {copied ? 'Kopyalandı' : 'Kopyala'}
            </Button>
          </>
        }
      >
        <TextField
          label="Davet bağlantısı"
          hint="7 gün geçerli, bir kez kullanılır."
          value={link}
          readOnly
          onFocus={event => event.currentTarget.select()}
        />
      </Notice>
    </div>
  )
}
