'use client'

import { Switch } from '@/components/ui/switch'
import { ClosingTime } from './closing-time'
import { EVES, openOnEvesUntil } from './coming-holidays'
import { useHolidays } from './use-holidays'

/** Where it begins: most shops that stay open on an eve do so for the evening. */
const USUAL_CLOSING = 22 * 60

/** Open late on the eves of both bayrams, or as the law has it. */
export function EveSwitch() {
  const holidays = useHolidays()
  if (!holidays) return null
  const { chosen, choose, isPending } = holidays
  const until = openOnEvesUntil(chosen)
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label="Arifede geç saate kadar açığım"
        hint="Ramazan ve Kurban Bayramı arifelerinde, her yıl."
        checked={until !== null}
        onChange={on =>
          choose(EVES, on ? { opens: 'longer', until: USUAL_CLOSING } : { opens: 'official', until: null })
        }
        pending={isPending(EVES)}
      />
      {until !== null && <ClosingTime value={until} onChange={until => choose(EVES, { opens: 'longer', until })} />}
    </div>
  )
}
