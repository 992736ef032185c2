'use client'

import { useState } from 'react'
import { KdvChoice } from '@/components/cash/selling/kdv-choice'
import { useSend } from '@/components/shop/shop-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { DeleteIcon, OpenIcon } from '@/components/ui/icons'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { useSnackbar } from '@/components/ui/snackbar'
import { Switch } from '@/components/ui/switch'
import type { Service } from '@/lib/appointments/appointment'
import { archiveService } from '@/lib/appointments/commands/archive-service'
import { saveService } from '@/lib/appointments/commands/save-service'
import { newId } from '@/lib/kernel/id'
import { formatMoney, parseMoney } from '@/lib/kernel/money'
import { besidesSentence, isBesides, isLength, lengthSentence, priceSentence, usualMinutes } from './service-fields'

interface ServiceSheetProps {
  service: Service | null
  position: number
  onClose: () => void
}

/** One service: three fields, and behind "Diğer" what few shops need. */
export function ServiceSheet({ service, position, onClose }: ServiceSheetProps) {
  const send = useSend()
  const { show } = useSnackbar()
  const [name, setName] = useState(service?.name ?? '')
  const [minutes, setMinutes] = useState(String(service?.minutes ?? 30))
  const [price, setPrice] = useState(service ? formatMoney(service.price).slice(1) : '')
  const [prepare, setPrepare] = useState(String(service?.prepareMinutes ?? 0))
  const [clean, setClean] = useState(String(service?.cleanMinutes ?? 0))
  const [online, setOnline] = useState(service?.online ?? true)
  const [kdvRate, setKdvRate] = useState(service?.kdvRate ?? null)
  const [moreOpen, setMoreOpen] = useState(false)
  const [tried, setTried] = useState(false)

  const wrong = {
    name: name.trim() === '' ? 'Hizmetin adını yazın: Saç kesimi gibi.' : undefined,
    minutes: isLength(minutes) ? undefined : lengthSentence,
    price: parseMoney(price).ok ? undefined : priceSentence,
    prepare: isBesides(prepare) ? undefined : besidesSentence,
    clean: isBesides(clean) ? undefined : besidesSentence,
  }

  const save = async () => {
    const kurus = parseMoney(price)
    if (Object.values(wrong).some(sentence => sentence) || !kurus.ok) {
      if (wrong.prepare || wrong.clean) setMoreOpen(true)
      return setTried(true)
    }
    onClose()
    await send(saveService, {
      id: service?.id ?? newId(),
      name,
      minutes: Number(minutes),
      price: kurus.value,
      position,
      prepareMinutes: Number(prepare),
      cleanMinutes: Number(clean),
      online,
      kdvRate,
    })
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
      <details
        className="border-line border-t"
        open={moreOpen}
        onToggle={event => setMoreOpen(event.currentTarget.open)}
      >
        <summary className="flex min-h-target cursor-pointer list-none items-center gap-1.5 text-ink-soft">
          <OpenIcon className={`size-5 shrink-0 ${moreOpen ? 'rotate-180' : ''}`} />
          Diğer
        </summary>
        <div className="flex flex-col gap-4 pt-2">
          <KdvChoice
            hint="Ücretin içindeki KDV. Oranı mali müşavirinize sorun."
            value={kdvRate}
            onChange={setKdvRate}
          />
          <Switch label="Müşteriler internetten seçebilir" checked={online} onChange={setOnline} />
          <TextField
            label="Hazırlık (dakika)"
            hint="Müşteri oturmadan önce koltuk bu kadar dolu sayılır."
            inputMode="numeric"
            value={prepare}
            error={tried ? wrong.prepare : undefined}
            onChange={event => setPrepare(event.target.value)}
          />
          <TextField
            label="Temizlik (dakika)"
            hint="Müşteri kalktıktan sonra koltuk bu kadar dolu sayılır."
            inputMode="numeric"
            value={clean}
            error={tried ? wrong.clean : undefined}
            onChange={event => setClean(event.target.value)}
          />
        </div>
      </details>
    </Sheet>
  )
}
