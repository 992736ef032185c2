'use client'

import { useState } from 'react'
import { duration } from '@/components/appointments/words'
import { useLive, useSend, useUnconfirmed } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/field'
import { AddIcon, DeleteIcon } from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import type { Service } from '@/lib/appointments/appointment'
import { archiveService } from '@/lib/appointments/archive-service'
import { everyService } from '@/lib/appointments/browser/chairs'
import { saveService } from '@/lib/appointments/save-service'
import { newId } from '@/lib/kernel/id'
import { formatMoney, parseMoney } from '@/lib/kernel/money'

/** What the shop does, for how long and for how much. */
export function ServicesPage() {
  const every = useLive(everyService)
  const unconfirmed = useUnconfirmed()
  const [open, setOpen] = useState<Service | 'new' | null>(null)
  const services = every?.filter(service => !service.archivedAt)
  if (!every || !services) return null

  const nextPosition = Math.max(0, ...every.map(service => service.position)) + 1
  return (
    <>
      {services.length === 0 && <EmptyState text="Ne yaptığınızı yazın; randevu verirken bir dokunuşla seçersiniz." />}
      <ul className="-mx-gutter">
        {services.map(service => (
          <li key={service.id}>
            <ListRow
              title={service.name}
              detail={duration(service.minutes)}
              value={formatMoney(service.price)}
              pending={unconfirmed.has(`services/${service.id}`)}
              onSelect={() => setOpen(service)}
            />
          </li>
        ))}
      </ul>
      <Button variant="do" full icon={<AddIcon />} onClick={() => setOpen('new')}>
        Hizmet ekle
      </Button>
      {open && (
        <ServiceSheet
          service={open === 'new' ? null : open}
          position={open === 'new' ? nextPosition : open.position}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

/** What most services take; any other length is typed. */
const usualMinutes = ['15', '20', '30', '45', '60', '90']

interface ServiceSheetProps {
  service: Service | null
  position: number
  onClose: () => void
}

function ServiceSheet({ service, position, onClose }: ServiceSheetProps) {
  const send = useSend()
  const { show } = useSnackbar()
  const [name, setName] = useState(service?.name ?? '')
  const [minutes, setMinutes] = useState(String(service?.minutes ?? 30))
  const [price, setPrice] = useState(service ? formatMoney(service.price).slice(1) : '')
  const [tried, setTried] = useState(false)

  const wrong = {
    name: name.trim() === '' ? 'Hizmetin adını yazın: Saç kesimi gibi.' : undefined,
    minutes: isLength(minutes) ? undefined : 'Dakika olarak yazın: 5 ile 720 arasında.',
    price: parseMoney(price).ok ? undefined : 'Ücreti yazın: 250 ya da 1.250,50 gibi.',
  }

  const save = async () => {
    const kurus = parseMoney(price)
    if (wrong.name || wrong.minutes || !kurus.ok) return setTried(true)
    onClose()
    const id = service?.id ?? newId()
    await send(saveService, { id, name, minutes: Number(minutes), price: kurus.value, position })
  }
  const remove = async ({ id, name }: Service) => {
    onClose()
    await send(archiveService, { id, archived: true })
    show({
      text: `${name} kaldırıldı`,
      action: { label: 'Geri al', run: () => void send(archiveService, { id, archived: false }) },
    })
  }
  return (
    <Sheet
      open
      title={service ? service.name : 'Yeni hizmet'}
      onClose={onClose}
      footer={
        <div className="flex flex-col gap-1 pt-2">
          <Button variant="do" full onClick={save}>
            Kaydet
          </Button>
          {service && (
            <Button variant="quiet" full icon={<DeleteIcon />} onClick={() => remove(service)}>
              Listeden kaldır
            </Button>
          )}
        </div>
      }
    >
      <TextField
        label="Hizmet"
        maxLength={80}
        value={name}
        error={tried ? wrong.name : undefined}
        onChange={event => setName(event.target.value)}
      />
      <div className="flex flex-col gap-2">
        <TextField
          label="Kaç dakika sürer?"
          inputMode="numeric"
          value={minutes}
          error={tried ? wrong.minutes : undefined}
          onChange={event => setMinutes(event.target.value)}
        />
        <Segmented
          label="Sık kullanılan süreler"
          choices={usualMinutes.map(value => ({ value, label: value }))}
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <TextField
        label="Ücret (₺)"
        inputMode="decimal"
        value={price}
        error={tried ? wrong.price : undefined}
        onChange={event => setPrice(event.target.value)}
      />
      {service && <p className="text-ink-soft">Verilmiş randevuların süresi ve ücreti değişmez.</p>}
    </Sheet>
  )
}

const isLength = (text: string) => /^\d{1,3}$/.test(text) && Number(text) >= 5 && Number(text) <= 720
