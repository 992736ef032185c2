'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { email, newPassword } from '@/lib/tenants/fields'
import { sendPasswordReset } from '@/lib/tenants/server/send-password-reset'
import { setForgottenPassword } from '@/lib/tenants/server/set-password'
import { addressOf } from '@/lib/tenants/server/take-attempt'
import { formAction } from '../form-action'
import { sentences } from '../sentences'

/** Says the same whether there is such an account or not. */
export const askForLink = formAction(z.object({ email }), async ({ email }) => {
  const sent = await sendPasswordReset(email, addressOf(await headers()))
  return sent.ok
    ? { done: 'Bu e-postayla bir hesap varsa bağlantıyı gönderdik. Gereksiz kutusuna da bakın.' }
    : { message: sentences[sent.error] }
})

export const setNewPassword = formAction(
  z.object({ tokenHash: z.string(), password: newPassword }),
  async ({ tokenHash, password }) => {
    const set = await setForgottenPassword(tokenHash, password)
    if (set.ok) redirect('/basla')
    if (set.error === 'link-used') return { message: sentences['link-used'] }
    return {
      message: 'Bu şifre kolay tahmin edildiği için değişmedi. Yeni bir bağlantı isteyip daha uzun bir şifre yazın.',
    }
  },
)
