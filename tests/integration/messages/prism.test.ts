import { expect, test } from 'vitest'
import { smsByTwilio, whatsAppByTwilio } from '@/lib/messages/server/channels/twilio'
import { letterFor } from '@/tests/contracts/channel'
import { breakable } from '@/tests/fakes/breakable'

// Twilio's official client, as our channels use it, before Twilio's published description (tests/fakes/README.md). Only when Prism has been started.

const prism = process.env.TWILIO_PRISM
const sid = `HX${'0'.repeat(32)}`

/** Prism of the API before us, with the one template that the Content API would list. */
async function twilio() {
  const asked: { method: string; path: string; status: number; complaint: string | null }[] = []
  const front = await breakable(async (request, body) => {
    if (request.url!.startsWith('/v1/Content')) {
      const contents = [
        {
          sid,
          friendly_name: 'siftah_confirmation_1',
          date_created: '2026-11-01T00:00:00Z',
          date_updated: '2026-11-01T00:00:00Z',
        },
      ]
      return { status: 200, body: JSON.stringify({ contents, meta: { key: 'contents', next_page_url: null } }) }
    }
    const response = await fetch(prism + request.url!, {
      method: request.method,
      headers: {
        authorization: request.headers.authorization!,
        ...(body && { 'content-type': request.headers['content-type']! }),
      },
      ...(body && { body }),
    })
    const answer = await response.text()
    asked.push({
      method: request.method!,
      path: request.url!.split('?')[0]!,
      status: response.status,
      complaint: response.ok ? null : answer,
    })
    return { status: response.status, body: answer }
  })
  const account = {
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'token',
    whatsAppSender: '+15551234567',
    smsSender: 'SIFTAH',
    apiUrl: front.url,
    callbackUrl: 'https://siftah.example/api/webhooks/twilio/status',
  }
  return { account, asked, stop: front.stop }
}

test.runIf(prism)(
  'what we ask of Twilio is what its description allows, and what it answers is what we read',
  async () => {
    const { account, asked, stop } = await twilio()
    for (const [name, channel] of [
      ['whatsapp', whatsAppByTwilio(account)],
      ['sms', smsByTwilio(account)],
    ] as const) {
      const letter = letterFor(name)
      expect(await channel.send(letter)).toMatchObject({ outcome: 'sent', providerId: expect.any(String) })
      await channel.find(letter, '2026-11-25T00:00:00.000Z')
      await channel.look(`SM${'0'.repeat(32)}`)
    }
    await stop()
    expect(asked.filter(({ complaint }) => complaint)).toEqual([])
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'POST', 'GET', 'GET'])
  },
)
