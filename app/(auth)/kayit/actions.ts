'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { startersOf } from '@/lib/appointments/commands/starters'
import { rpcOver } from '@/lib/db/server/rpc-over'
import { toInstant } from '@/lib/kernel/zone'
import { email, newPassword, personName, shopName, shopPhone, ticked, tickedOrNot } from '@/lib/tenants/fields'
import { currentTexts, hashOf } from '@/lib/tenants/server/current-texts'
import { openShop } from '@/lib/tenants/server/open-shop'
import { recordRegistration } from '@/lib/tenants/server/record-consents'
import { registerUser } from '@/lib/tenants/server/register-user'
import { requireUser } from '@/lib/tenants/server/require-user'
import { addressOf } from '@/lib/tenants/server/take-attempt'
import { tradeNames } from '@/lib/tenants/trades'
import { formAction } from '../form-action'
import { invitedBy, pageAfterLogIn } from '../invited'
import { sentences } from '../sentences'

const texts = z.object({
  // What is recorded as read must be what the page showed; between the two there may be a deploy.
  notice: ticked('Metni okuduğunuzu işaretleyin.'),
  noticeHash: z.string(),
  promotion: tickedOrNot,
})
const isCurrent = (noticeHash: string) => noticeHash === hashOf(currentTexts().aydinlatma)
const RENEWED = { message: 'Aydınlatma Metni az önce yenilendi. Sayfayı yenileyip yeni metni okuyun.' }

export const register = formAction(
  texts.extend({ name: personName, email, password: newPassword, davet: z.string().optional() }),
  async ({ noticeHash, davet, ...registration }) => {
    if (!isCurrent(noticeHash)) return RENEWED
    const registered = await registerUser(registration, addressOf(await headers()))
    if (registered.ok) {
      const invitation = invitedBy(davet)
      if (registered.value === 'confirm-email') redirect('/kayit/posta')
      redirect(invitation ? pageAfterLogIn(invitation) : '/kayit/dukkan')
    }
    const sentence = sentences[registered.error]
    if (registered.error === 'known-email') return { errors: { email: sentence } }
    if (registered.error === 'weak-password') return { errors: { password: sentence } }
    return { message: sentence }
  },
)

/** For whoever came in without our form: by Google, or when a registration broke off half-way. */
export const readTexts = formAction(texts, async ({ noticeHash, promotion }) => {
  if (!isCurrent(noticeHash)) return RENEWED
  const { client, id } = await requireUser()
  await recordRegistration(client, id, promotion)
  redirect('/basla')
})

export const openMyShop = formAction(
  z.object({
    id: z.uuid(),
    shop: shopName,
    trade: z.enum(tradeNames, 'İşinizi seçin.'),
    phone: shopPhone,
  }),
  async ({ id, shop: name, trade, phone }) => {
    const user = await requireUser()
    const ownerName = user.name || name
    const starters = startersOf(trade, { ownerName, now: toInstant(new Date()) })
    const opened = await openShop(rpcOver(user.client), { id, name, trade, phone, ownerName }, starters)
    return opened.ok ? redirect(`/basla?dukkan=${opened.value}`) : { message: sentences[opened.error] }
  },
)
