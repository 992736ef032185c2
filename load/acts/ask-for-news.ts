import { check } from 'k6'
import { think } from './act.ts'
import { exchange } from './exchange.ts'
import { quietShop } from './shops.ts'

/** A phone asks whether there is anything new, in a shop where there is not. */
export function askForNews(): void {
  const answer = exchange('news', quietShop(), [])
  check(answer, { 'there was an answer, with nothing new in it': it => it?.changes.length === 0 && !it.reset })
  think()
}
