'use client'

import { useLive, useSend, useShop } from '@/components/shop/shop-context'
import { OpenIcon } from '@/components/ui/icons'
import { Switch } from '@/components/ui/switch'
import { type Id, newId } from '@/lib/kernel/id'
import { blocksOf } from '@/lib/messages/browser/own-messages'
import type { ContactBlock } from '@/lib/messages/message'
import { setBlock } from '@/lib/messages/set-block'
import { channelWords } from './words'

const purposes = { transactional: 'Randevu ve hesap haberi', promotion: 'Tanıtım' } as const
const ways = (['transactional', 'promotion'] as const).flatMap(purpose =>
  (['whatsapp', 'sms'] as const).map(channel => ({ channel, purpose })),
)

/** By what this customer does not want to be written to, and by what he cannot be; the owner writes down what he was told. */
export function CustomerMessages({ customerId }: { customerId: Id }) {
  const { me } = useShop()
  const send = useSend()
  const blocks = useLive(db => blocksOf(db, customerId), [customerId])
  if (!blocks) return null
  const blockOf = (way: Pick<ContactBlock, 'channel' | 'purpose'>) =>
    blocks.find(one => one.why === 'opted-out' && one.channel === way.channel && one.purpose === way.purpose)
  const mayChange = me.role === 'owner'
  if (!mayChange && blocks.length === 0) return null
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-ink-soft">Mesajlar</h3>
      {standingWords(blocks).map(line => (
        <p key={line}>{line}</p>
      ))}
      {mayChange && (
        <details className="group">
          <summary className="flex min-h-target cursor-pointer list-none items-center justify-between">
            Mesaj istemiyorsa
            <OpenIcon className="size-5 text-ink-soft group-open:rotate-180" />
          </summary>
          {ways.map(({ channel, purpose }) => {
            const block = blockOf({ channel, purpose })
            return (
              <Switch
                key={`${channel} ${purpose}`}
                label={`${channelWords[channel]}: ${purposes[purpose]} gönderilmesin`}
                checked={block !== undefined}
                onChange={checked =>
                  void send(setBlock, { id: block?.id ?? newId(), customerId, channel, purpose, wanted: !checked })
                }
              />
            )
          })}
        </details>
      )}
    </section>
  )
}

/** What stands, a line each: `WhatsApp mesajı istemiyor`, `Numarası WhatsApp’ta yok`. */
export function standingWords(blocks: readonly ContactBlock[]): string[] {
  const lines = blocks.map(({ channel, purpose, why }) => {
    if (why === 'no-whatsapp') return 'Numarası WhatsApp’ta yok.'
    if (why === 'unreachable') return `Numarası ${channelWords[channel]} almıyor.`
    const what = purpose === 'promotion' ? 'tanıtımı' : 'mesajı'
    return `${channelWords[channel]} ${what} istemiyor.`
  })
  return [...new Set(lines)].sort()
}
