'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { knownPassword, newPassword } from '@/lib/tenants/fields'
import { setPromotion } from '@/lib/tenants/server/record-consents'
import { requireUser } from '@/lib/tenants/server/require-user'
import { changePassword } from '@/lib/tenants/server/set-password'
import { formAction } from '../form-action'
import { sentences } from '../sentences'

export const changeMyPassword = formAction(
  z.object({ oldPassword: knownPassword, newPassword }),
  async ({ oldPassword, newPassword }) => {
    const changed = await changePassword(await requireUser(), oldPassword, newPassword)
    if (changed.ok) return { done: 'Şifreniz değişti. Öteki telefonlarınızda yeniden giriş yapmanız gerekir.' }
    if (changed.error === 'wrong-log-in') return { errors: { oldPassword: 'Şu anki şifreniz bu değil.' } }
    if (changed.error === 'weak-password') return { errors: { newPassword: sentences['weak-password'] } }
    return { message: sentences[changed.error] }
  },
)

export const setMyPromotion = formAction(z.object({ given: z.enum(['yes', 'no']) }), async ({ given }) => {
  const { client, id } = await requireUser()
  await setPromotion(client, id, given === 'yes')
  revalidatePath('/hesap')
  return {}
})
