'use client'

import { EveSwitch } from './eve-switch'
import { Holidays } from './holidays'
import { SpecialHoursList } from './special-hours-list'
import { TimeOffList } from './time-off-list'

/** When the shop as a whole is not open as usual: the eves, its own closed days, dates with other hours, official holidays. */
export function ClosedDaysPage() {
  return (
    <>
      <EveSwitch />
      <section aria-labelledby="kapali" className="flex flex-col gap-3">
        <h2 id="kapali" className="font-semibold">
          Kapalı günleriniz
        </h2>
        <TimeOffList staffId={null} />
      </section>
      <section aria-labelledby="farkli" className="flex flex-col gap-3">
        <h2 id="farkli" className="font-semibold">
          Farklı saatte açtığınız günler
        </h2>
        <SpecialHoursList staffId={null} />
      </section>
      <section aria-labelledby="tatil" className="flex flex-col gap-3">
        <h2 id="tatil" className="font-semibold">
          Resmî tatiller
        </h2>
        <Holidays />
      </section>
    </>
  )
}
