'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export default function AuthError({ reset }: { reset: () => void }) {
  return (
    <Notice
      tone="look"
      title="Bu sayfa şu an açılamadı."
      actions={
        <Button variant="do" onClick={reset}>
          Yeniden dene
        </Button>
      }
    >
      <p>Kayıtlarınıza bir şey olmadı. Biraz sonra yeniden deneyin.</p>
    </Notice>
  )
}
