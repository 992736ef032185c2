import http from 'k6/http'
import type { Options, RampingVUsScenario } from 'k6/options'

export { askForNews } from './acts/ask-for-news.ts'
export { book } from './acts/book.ts'
export { lookAtTimes } from './acts/look-at-times.ts'
export { openLink } from './acts/open-link.ts'
export { sendCommand } from './acts/send-command.ts'

/** Everybody is there after this. */
const RAMP = '30s'

/** Of a hundred users so many do this and nothing else, over and over. */
const share = (percent: number, exec: string): RampingVUsScenario => ({
  executor: 'ramping-vus',
  exec,
  startVUs: 0,
  stages: [RAMP, `${__ENV.SECONDS}s`].map(duration => ({
    duration,
    target: Math.max(1, Math.round((Number(__ENV.USERS) * percent) / 100)),
  })),
  // Whoever is in the middle of something may finish it: what the server has done is then counted too.
  gracefulStop: '60s',
})

const acts = ['news', 'command', 'front', 'who', 'times', 'keep', 'book', 'visit', 'coming']

// A redirect after a form is an answer as good as a page; all else has failed.
http.setResponseCallback(http.expectedStatuses(200, 303))

export const options: Options = {
  scenarios: {
    news: share(45, 'askForNews'),
    commands: share(20, 'sendCommand'),
    times: share(25, 'lookAtTimes'),
    bookings: share(5, 'book'),
    links: share(5, 'openLink'),
  },
  thresholds: {
    // The brief's limit, then the goals. Each act by itself is held to the limit too, so that none hides among the many.
    http_req_duration: ['p(95)<2000', 'p(95)<300', 'p(99)<800'],
    ...Object.fromEntries(acts.map(act => [`http_req_duration{name:${act}}`, ['p(95)<2000']])),
    http_req_failed: ['rate==0'],
    checks: ['rate==1'],
  },
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  // A phone's connection does not live through the pause, and the server closes an idle one after five seconds anyway.
  noConnectionReuse: true,
}
