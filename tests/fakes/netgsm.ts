import { breakable } from './breakable'

interface Sent {
  msgheader: string
  encoding: string
  iysfilter: string
  messages: { msg: string; no: string }[]
}

/** A provider of text messages with the shape of Netgsm's REST: codes in the body, a job for each request. */
export async function startNetgsm() {
  const jobs = new Map<string, { to: string; text: string; status: number }>()
  const sent: Sent[] = []
  let refuseWith: string | null = null
  const server = await breakable(async (request, body) => {
    const known = request.headers.authorization === `Basic ${Buffer.from('8503021234:parola').toString('base64')}`
    if (!known) return { status: 406, body: JSON.stringify({ code: '30', description: 'Geçersiz kullanıcı' }) }
    if (request.url === '/sms/rest/v2/report') {
      const { jobids } = JSON.parse(body) as { jobids: string[] }
      const found = jobids.flatMap(jobid => (jobs.has(jobid) ? [{ jobid, ...jobs.get(jobid)! }] : []))
      return { status: 200, body: JSON.stringify({ code: '00', jobs: found }) }
    }
    if (refuseWith) {
      const code = refuseWith
      refuseWith = null
      return { status: 406, body: JSON.stringify({ code, description: 'hata' }) }
    }
    const asked = JSON.parse(body) as Sent
    sent.push(asked)
    const jobid = `1737${jobs.size + 1}0000`
    for (const { msg, no } of asked.messages) jobs.set(jobid, { to: `+90${no}`, text: msg, status: 0 })
    return { status: 200, body: JSON.stringify({ code: '00', jobid, description: 'queued' }) }
  })
  return {
    account: { user: '8503021234', password: 'parola', sender: 'SIFTAH', apiUrl: server.url },
    sent,
    refuse: (code: string) => {
      refuseWith = code
    },
    report: (jobid: string, status: number) => {
      jobs.get(jobid)!.status = status
    },
    breakNext: server.breakNext,
    arrived: async () => [...jobs.values()].map(({ to, text }) => ({ to, text })),
    stop: server.stop,
  }
}
