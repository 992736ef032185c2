'use client'

import { Button } from '@/components/ui/button'
import type { Appointment } from '@/lib/appointments/appointment'
import { useActs } from './use-acts'

/** Who is expected is here. */
export function ArrivedButton({ appointment }: { appointment: Appointment }) {
  const { mark } = useActs()
  return (
    <Button full onClick={() => mark([appointment], 'arrived')}>
      Geldi
    </Button>
  )
}
