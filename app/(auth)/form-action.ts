import 'server-only'
import type { z } from 'zod'
import type { FormAction, FormState } from '@/components/tenants/form-state'
import { DbError } from '@/lib/db/server/rpc'

const SECRET = /password/i

/**
 * A Server Action for a form: parses the fields, says under each what is wrong with it, and gives back all that was typed
 * but the passwords. A database out of reach costs nothing but another try.
 */
export function formAction<Fields extends z.ZodType>(
  fields: Fields,
  act: (input: z.output<Fields>) => Promise<Partial<FormState>>,
): FormAction {
  return async (_, form) => {
    const sent = Object.fromEntries([...form].filter(([name]) => !name.startsWith('$ACTION'))) as Record<string, string>
    const values = Object.fromEntries(Object.entries(sent).filter(([name]) => !SECRET.test(name)))
    const parsed = fields.safeParse(sent)
    if (!parsed.success) {
      const issues = parsed.error.issues.toReversed()
      return { values, errors: Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])) }
    }
    try {
      return { values, ...(await act(parsed.data)) }
    } catch (error) {
      if (!(error instanceof DbError)) throw error
      console.error(`a form could not be answered: ${error.code} ${error.message}`)
      return { values, message: 'Şu an bağlanamadık. Yazdıklarınız duruyor; biraz sonra yeniden deneyin.' }
    }
  }
}
