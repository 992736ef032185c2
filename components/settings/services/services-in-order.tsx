'use client'

import { useEffect, useRef, useState } from 'react'
import { useSend, useUnconfirmed } from '@/components/shop/shop-context'
import { Button, IconButton } from '@/components/ui/button'
import { OpenIcon, UpIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import type { Service } from '@/lib/appointments/appointment'
import { arrangeServices } from '@/lib/appointments/commands/arrange-services'
import { movedOrder } from './moved-order'

/** The services as they are chosen from, to be moved up and down. */
export function ServicesInOrder({ services, onDone }: { services: Service[]; onDone: () => void }) {
  const send = useSend()
  const unconfirmed = useUnconfirmed()
  const list = useRef<HTMLUListElement>(null)
  const [moved, setMoved] = useState<{ id: string; step: 1 | -1 } | null>(null)
  const place = services.findIndex(service => service.id === moved?.id)

  // A row that moves drops the focus of its button: it is given back, at the end of the way to the other button.
  useEffect(() => {
    const row = list.current?.children[place]
    if (!row || document.activeElement !== document.body) return
    const [up, down] = row.querySelectorAll('button')
    const [same, other] = moved?.step === 1 ? [down, up] : [up, down]
    if (same?.disabled) other?.focus()
    else same?.focus()
  }, [place, moved])

  const move = async (id: string, step: 1 | -1) => {
    const places = movedOrder(services, id, step).map(({ id, position }) => ({ id, position }))
    setMoved({ id, step })
    if (places.length > 0) await send(arrangeServices, { places })
  }
  return (
    <>
      <p className="text-ink-soft">Randevu verirken ve internet sayfanızda bu sırayla görünür.</p>
      <ul ref={list} className="-mx-gutter">
        {services.map((service, i) => (
          <li key={service.id}>
            <ListRow
              title={service.name}
              pending={unconfirmed.has(`services/${service.id}`)}
              value={
                <span className="flex">
                  <IconButton
                    icon={<UpIcon />}
                    label={`${service.name}: yukarı`}
                    disabled={i === 0}
                    onClick={() => move(service.id, -1)}
                  />
                  <IconButton
                    icon={<OpenIcon />}
                    label={`${service.name}: aşağı`}
                    disabled={i === services.length - 1}
                    onClick={() => move(service.id, 1)}
                  />
                </span>
              }
            />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {services[place] && `${services[place].name} ${place + 1}. sırada`}
      </p>
      <Button variant="do" full onClick={onDone}>
        Bitti
      </Button>
    </>
  )
}
