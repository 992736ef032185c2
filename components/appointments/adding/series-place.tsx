'use client'

import { useLive } from '@/components/shop/shop-context'
import type { Appointment } from '@/lib/appointments/appointment'
import { appointmentsOfSeries } from '@/lib/appointments/browser/visits'
import type { Id } from '@/lib/kernel/id'

/** Which one of how many it is; what was cancelled no longer counts. */
export function SeriesPlace({ seriesId, of }: { seriesId: Id; of: Appointment }) {
  const series = useLive(db => appointmentsOfSeries(db, seriesId), [seriesId])
  if (!series) return null
  const visits = [...new Set(series.filter(one => one.status !== 'cancelled').map(one => one.visitId ?? one.id))]
  const place = visits.indexOf(of.visitId ?? of.id) + 1
  return <p className="text-ink-soft">Tekrarlanan randevu{place > 0 && `: ${visits.length} tarihin ${place}. olanı`}</p>
}
