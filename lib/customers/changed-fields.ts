import type { Customer } from './customer'

type Fields = { name: string; phones: string[]; email: string | null; note: string | null }

/** Only what differs, as it is to be and as it was (for taking it back); null when nothing does. */
export function changedFields(customer: Customer, fields: Fields) {
  const was: Fields = { ...customer, name: customer.name ?? '', phones: customer.phones ?? [] }
  const names = (['name', 'phones', 'email', 'note'] as const).filter(
    field => JSON.stringify(was[field]) !== JSON.stringify(fields[field]),
  )
  const only = (from: Fields): Partial<Fields> => Object.fromEntries(names.map(field => [field, from[field]]))
  return names.length > 0 ? { before: only(was), after: only(fields) } : null
}
