'use client'
import { useState } from 'react'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button, IconButton } from '@/components/ui/button'
import { DayStrip } from '@/components/ui/day-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { CheckField, RadioGroup, SelectField, TextArea, TextField } from '@/components/ui/field'
import * as I from '@/components/ui/icons'
import { ListRow } from '@/components/ui/list-row'
import { MoneyKeypad } from '@/components/ui/money-keypad'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { SnackbarProvider, useSnackbar } from '@/components/ui/snackbar'
import { TopBar } from '@/components/ui/top-bar'

function G() {
  const { show } = useSnackbar()
  const [day, setDay] = useState('2026-11-22')
  const [open, setOpen] = useState<'a' | 'b' | null>(null)
  const [money, setMoney] = useState(0)
  const [seg, setSeg] = useState('gun')
  const [tab, setTab] = useState(0)
  return (
    <div className="pb-bar lg:pb-0 lg:pl-rail">
      <TopBar title="Bugün" back="/" actions={<IconButton icon={<I.SettingsIcon />} label="Ayarlar" />} />
      <div className="mx-auto flex max-w-2xl flex-col gap-5 p-4">
        <DayStrip day={day} today="2026-11-22" onChange={setDay} />
        <Notice tone="look" title="Bir çakışma var" actions={<><Button variant="do">14:30’a al</Button><Button>Başka saat</Button></>}>
          <p>Ahmet Yılmaz ile Ayşe Kaya aynı saate yazılmış.</p>
        </Notice>
        <Notice title="Kayıtlarınız telefonda"><p className="text-ink-soft">Bağlantı gelince gönderilecek.</p></Notice>
        <ul className="-mx-4">
          <li><ListRow lead="14:00" title="Ahmet Yılmaz" detail="Saç · 30 dk" onSelect={() => setOpen('a')} /></li>
          <li><ListRow lead="15:00" title="Ayşe Kaya" detail="Boya · 90 dk" value="₺1.234,50" valueDetail="veresiye" pending onSelect={() => setOpen('b')} /></li>
          <li><ListRow title="Abdurrahman Muhammet Karahasanoğullarından" detail="Son geliş: 3 Kasım Salı" value="₺1.234.567,00" href="/" /></li>
        </ul>
        <Segmented label="Görünüm" value={seg} onChange={setSeg} choices={[{ value: 'gun', label: 'Gün' }, { value: 'ay', label: 'Ay' }]} />
        <TextField label="Ad soyad" hint="Defterinizde nasıl yazıyorsa" defaultValue="Ayşe Yılmaz" />
        <TextField label="Telefon" inputMode="tel" error="Numara eksik görünüyor. 0532 123 45 67 gibi yazın." defaultValue="0532 12" />
        <TextArea label="Not" />
        <SelectField label="Hizmet"><option>Saç kesimi</option><option>Sakal</option></SelectField>
        <RadioGroup label="Nasıl ödendi?" defaultValue="nakit" choices={[{ value: 'nakit', label: 'Nakit' }, { value: 'kart', label: 'Kart' }, { value: 'veresiye', label: 'Veresiye' }]} />
        <CheckField label={<>Hatırlatma mesajı almak istiyorum</>} />
        <div className="flex flex-wrap gap-2">
          <Button variant="do" icon={<I.AddIcon />} onClick={() => setOpen('a')}>Randevu ekle</Button>
          <Button onClick={() => show({ text: 'Randevu silindi.', action: { label: 'Geri al', run: () => show({ text: 'Geri alındı.' }) } })}>Sil</Button>
          <Button variant="quiet">Vazgeç</Button>
          <Button variant="look">Verilerini sil</Button>
          <Button variant="do" pending>Kaydediliyor</Button>
        </div>
        <Progress label="Müşteriler alınıyor" done={1240} total={5000} />
        <EmptyState text="Bugün için randevu yok." action={<Button variant="do">Randevu ekle</Button>} />
      </div>
      <Sheet open={open === 'a'} onClose={() => setOpen(null)} title="Parayı al" footer={<Button variant="do" full onClick={() => { setOpen(null); show({ text: '₺250,00 alındı.', action: { label: 'Geri al', run() {} } }) }}>Nakit aldım</Button>}>
        <MoneyKeypad label="Alınan para" value={money} onChange={setMoney} />
        <Button onClick={() => setOpen('b')}>Başka</Button>
      </Sheet>
      <Sheet open={open === 'b'} onClose={() => setOpen(null)} title="Ayşe Kaya">
        <TextField label="Not" />
        <Button>Ara</Button>
      </Sheet>
      <BottomBar items={['Bugün', 'Müşteriler', 'Kasa'].map((label, i) => ({ href: `/x${i}`, label, icon: [<I.TodayIcon key="a" />, <I.CustomersIcon key="b" />, <I.CashIcon key="c" />][i], active: tab === i, onSelect: () => setTab(i) }))} />
    </div>
  )
}
export default function Page() {
  return <SnackbarProvider><G /></SnackbarProvider>
}
