import { check } from 'k6'
import http, { type RefinedResponse } from 'k6/http'
import { asAct, roll, think } from './act.ts'
import { url } from './shops.ts'

export type Page = RefinedResponse<'text'>

/** What a customer sends beside the form itself. */
interface Form {
  /** Something that stands in the form and in no other. */
  holding: string
  fields?: Record<string, string>
  /** The button that is pressed; the first one when left out. */
  button?: string
}

/**
 * Somebody with a browser, scripts switched off, and an address of his own on the internet. Each act ends with its pause. What cannot be
 * shown is null.
 */
export function customer() {
  const address = `10.${roll(256)}.${roll(256)}.${roll(256)}`
  const headers = { 'x-forwarded-for': address, origin: url }

  function see(page: Page): Page | null {
    const shown = check(page, { 'there was a page': ({ status }) => status === 200 })
    think()
    return shown ? page : null
  }

  return {
    /** Opens an address of this site. */
    open: (act: string, path: string): Page | null => see(http.get(url + path, asAct(act, headers)) as Page),

    /** Sends a form of the page, with all that stands in it. */
    send(act: string, page: Page, { holding, fields, button = '[type="submit"]' }: Form): Page | null {
      const formSelector = `form:has(${holding})`
      if (!check(page, { 'the form was there': it => it.html(formSelector).size() > 0 })) return null
      return see(page.submitForm({ formSelector, submitSelector: button, fields, params: asAct(act, headers) }) as Page)
    },
  }
}
