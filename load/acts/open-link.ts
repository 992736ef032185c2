import { oneOf } from './act.ts'
import { customer } from './customer.ts'
import { anyBusyShop } from './shops.ts'

const COMING = 'button[value="geliyorum"]'

/** A customer opens the link to his visit, and says that he will come if he has not yet. */
export function openLink(): void {
  const { open, send } = customer()
  const visit = open('visit', `/r/${oneOf(anyBusyShop().links)}`)
  if (visit && visit.html(COMING).size() > 0) send('coming', visit, { holding: COMING, button: COMING })
}
