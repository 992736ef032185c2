import http from 'k6/http'
import type { Options, RampingVUsScenario } from 'k6/options'

export { askForNews } from './acts/ask-for-news.ts'
export { sendCommand } from './acts/send-command.ts'

/** Everybody is there after this. */
const RAMP = '30s'

/** Of a hundred users so many do this and nothing else, over and over. */
const share = (percent: number, exec: string): RampingVUsScenario => {
  const target = Math.max(1, Math.round((Number(__ENV.USERS) * percent) / 100))
  const stages = [
    { target, duration: RAMP },
    { target, duration: `${__ENV.SECONDS}s` },
  ]
  // Whoever is in the middle of something may finish it: what the server has done is then counted too.
  return { executor: 'ramping-vus', startVUs: 0, stages, exec, gracefulStop: '40s' }
}

const scenarios = {
  news: share(45, 'askForNews'),
  command: share(20, 'sendCommand'),
}

// A redirect after a form is an answer as good as a page; all else has failed.
http.setResponseCallback(http.expectedStatuses(200, 303))

export const options: Options = {
  scenarios,
  thresholds: {
    // The brief's limit, and the goals: of everything, and of each act.
    http_req_duration: ['p(95)<2000', 'p(95)<300', 'p(99)<800'],
    ...Object.fromEntries(
      Object.keys(scenarios).map(name => [`http_req_duration{scenario:${name}}`, ['p(95)<2000', 'p(95)<300']]),
    ),
    http_req_failed: ['rate==0'],
    checks: ['rate==1'],
  },
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  // No phone's connection lives through the pause, and the server closes an idle one after five seconds anyway.
  noVUConnectionReuse: true,
}
