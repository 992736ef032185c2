'use client'

import { useState } from 'react'
import { Button } from './button'
import { DoneIcon } from './icons'

/** Puts a text on the clipboard, and says so in its own words. */
export function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('refused') // the browser does not let us: the person still can
    }
  }
  return (
    <>
      <Button icon={state === 'copied' && <DoneIcon />} onClick={copy}>
        {state === 'copied' ? 'Kopyalandı' : 'Kopyala'}
      </Button>
      <span role="status" className="self-center text-small empty:hidden">
        {state === 'refused' && 'Telefonunuz izin vermedi. Bağlantıya basılı tutup kopyalayın.'}
      </span>
    </>
  )
}
