import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { addMinutes, toInstant } from '@/lib/kernel/zone'
import { slotsOf, textOf } from '@/lib/messages/render'
import type { Channel, Letter } from '@/lib/messages/server/channels/channel'
import { textMessageOf } from '@/lib/messages/text-message'

/** How the line to a provider breaks for the next request. */
export type Break = 'closed' | 'cut-before' | 'cut-after' | 500 | 429

export interface Line {
  channel: Channel
  /** What its customers got: of whom, and what. */
  arrived(): Promise<{ to: string; text: string }[]>
  /** Breaks the line for the next request; left out where there is none that could break. */
  breakNext?(how: Break): void
}

const facts = {
  kind: 'confirmation' as const,
  shop: { name: 'Kuaför Ayşe', phone: '+902165550101', zone: 'Europe/Istanbul' },
  aboutAt: '2026-11-26T11:30:00.000Z',
  lapsesAt: null,
  owed: null,
}

/** A message to somebody of whom nobody else has heard. */
export function letterFor(name: 'whatsapp' | 'sms' | 'email', more: Partial<Letter> = {}): Letter {
  const number = `+90532${Math.floor(1_000_000 + Math.random() * 8_999_000)}00`.slice(0, 13)
  const token = newId().replaceAll('-', '').padEnd(43, 'x')
  const href = `https://siftah.example/r/${token}`
  const text = name === 'sms' ? textMessageOf(facts)! : textOf(facts, name === 'email' ? href : null)
  return {
    messageId: newId(),
    kind: facts.kind,
    to: name === 'email' ? `${newId()}@ornek.test` : number,
    sender: null,
    shop: facts.shop.name,
    text,
    slots: slotsOf(facts),
    token,
    href,
    ...more,
  }
}

/** What every way to reach people must do (lib/messages/server/channels/channel.ts). */
export function channelContract(title: string, name: 'whatsapp' | 'sms' | 'email', open: () => Promise<Line>): void {
  describe(title, () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map(level => vi.spyOn(console, level))
    let line: Line
    beforeEach(async () => {
      line = await open()
      for (const spy of printed) spy.mockClear()
    })
    afterEach(() => {
      // [ME13] Whatever happened, nothing of it stands in a log.
      expect(printed.flatMap(spy => spy.mock.calls)).toEqual([])
    })
    const aMomentAgo = () => addMinutes(toInstant(new Date()), -1)

    test('hands a message over, and it says what it was to say', async () => {
      const letter = letterFor(name)
      expect(await line.channel.send(letter)).toMatchObject({ outcome: 'sent', providerId: expect.any(String) })
      const arrived = await line.arrived()
      expect(arrived.filter(({ to }) => to === letter.to).map(({ text }) => text)).toEqual([letter.text])
    })

    test('gives every message an id of its own', async () => {
      const handed = [await line.channel.send(letterFor(name)), await line.channel.send(letterFor(name))]
      const ids = handed.map(one => one.outcome === 'sent' && one.providerId)
      expect(new Set(ids).size).toBe(2)
    })

    test('[ME4] finds a message that it took, and no other; or says that it cannot', async () => {
      const letter = letterFor(name)
      const since = aMomentAgo()
      const before = await line.channel.find(letter, since)
      const handed = await line.channel.send(letter)
      await line.channel.send(letterFor(name))
      const found = await line.channel.find(letter, since)
      if (before === null) expect(found).toBeNull()
      else {
        expect(before).toEqual([])
        expect(found).toEqual([handed.outcome === 'sent' && handed.providerId])
        expect(await line.channel.find({ ...letter, text: 'Başka bir söz' }, since)).toEqual([])
      }
    })

    test.each<Break>(['closed', 'cut-before', 500])(
      '[ME4] a line that is broken (%s) finds nothing, and does not say that there is nothing',
      async how => {
        if (!line.breakNext) return
        const letter = letterFor(name)
        await line.channel.send(letter)
        line.breakNext(how)
        expect([null, 'not-now']).toContain(await line.channel.find(letter, aMomentAgo()))
      },
    )

    test('tells how a message stands, and of one that it does not have, nothing', async () => {
      const handed = await line.channel.send(letterFor(name))
      const status = handed.outcome === 'sent' ? await line.channel.look(handed.providerId) : undefined
      if (status !== null) expect(status).toMatchObject({ state: expect.stringMatching(/^(sent|delivered|read)$/) })
      expect(await line.channel.look('SM00000000000000000000000000000000')).toBeNull()
    })

    test.each<[Break, string[], number]>([
      ['closed', ['retry'], 0],
      ['cut-before', ['unknown'], 0],
      ['cut-after', ['unknown'], 1],
      [500, ['unknown'], 0],
      [429, ['retry'], 0],
    ])(
      '[ME4] a line that is broken (%s) makes it %s, and it does not try again by itself',
      async (how, outcomes, copies) => {
        if (!line.breakNext) return
        const letter = letterFor(name)
        line.breakNext(how)
        const handed = await line.channel.send(letter)
        expect(outcomes).toContain(handed.outcome)
        expect((await line.arrived()).filter(({ to }) => to === letter.to)).toHaveLength(copies)
      },
    )
  })
}
