/**
 * The mark of somebody who has logged out on this phone and whom the server has perhaps not heard of yet. A cookie, so that it comes along with
 * the phone's next request, whichever that is, and goes with the answer: it cannot end a session that begins later.
 */
export const LEAVING_COOKIE = 'leaving'
export const LEAVING = 'yes'
