import { CloseIcon, DoneIcon, StaffIcon, WaitingIcon } from '@/components/ui/icons'
import type { Status } from '@/lib/appointments/appointment'
import { statusWords } from '../words'

const marks = {
  held: WaitingIcon,
  requested: WaitingIcon,
  arrived: StaffIcon,
  done: DoneIcon,
  'no-show': CloseIcon,
  cancelled: CloseIcon,
  lapsed: CloseIcon,
}

/** A word and a drawing; nothing for who is simply expected. */
export function StatusMark({ status }: { status: Status }) {
  if (status === 'confirmed') return null
  const Mark = marks[status]
  return (
    <span className={`inline-flex items-center gap-1 ${status === 'no-show' ? 'text-look' : ''}`}>
      <Mark className="size-4 shrink-0" />
      {statusWords[status]}
    </span>
  )
}
