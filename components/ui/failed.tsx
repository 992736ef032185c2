'use client'

import { Button } from './button'
import { Notice } from './notice'

/** What is shown in the place of what could not be: a sentence, and another try. */
export const Failed = ({ onAgain }: { onAgain: () => void }) => (
  <Notice
    tone="look"
    title="Bu sayfa şu an açılamadı."
    actions={
      <Button variant="do" onClick={onAgain}>
        Yeniden dene
      </Button>
    }
  >
    <p>Kayıtlarınıza bir şey olmadı. Biraz sonra yeniden deneyin.</p>
  </Notice>
)
