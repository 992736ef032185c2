'use client'

import { buttonClass } from './button-class'

interface FailedProps {
  title?: string
  text?: string
  onAgain: () => void
}

/** Stands in the place of what could not be shown: a sentence, and another try. Every page carries it: it is made of next to nothing. */
export const Failed = ({
  title = 'Bu sayfa şu an açılamadı.',
  text = 'Kayıtlarınıza bir şey olmadı. Biraz sonra yeniden deneyin.',
  onAgain,
}: FailedProps) => (
  <section
    aria-label={title}
    className="flex flex-col items-start gap-3 rounded-control border border-look bg-look-soft px-gutter py-4"
  >
    <p className="font-semibold">{title}</p>
    <p>{text}</p>
    <button type="button" className={buttonClass('do', false)} onClick={onAgain}>
      Yeniden dene
    </button>
  </section>
)
