import { describe, expect, test } from 'vitest'
import type { Appointment } from '@/lib/appointments/appointment'
import { nowOrNext } from '@/lib/appointments/time/now-or-next'
import { timeline } from '@/lib/appointments/time/timeline'
import { formatTime, instantOf } from '@/lib/kernel/zone'
import { at, booked, day, emptyBook, kemal, mehmet, off, openDaily, ranges, zone } from './book-of-berber-mehmet'

describe('the one that matters', () => {
  const ahmet = booked('14:00', 30)
  const selin = booked('14:30', 30)

  test('is who is in the chair, even when he takes longer than planned', () => {
    expect(nowOrNext([selin, ahmet], at('14:10'))).toEqual({ when: 'now', appointment: ahmet })
    expect(nowOrNext([selin, ahmet], at('14:40'))).toEqual({ when: 'now', appointment: ahmet })
  })

  test('is the next one while the chair is empty', () => {
    expect(nowOrNext([selin, ahmet], at('13:00'))).toEqual({ when: 'next', appointment: ahmet })
    expect(nowOrNext([{ ...ahmet, status: 'done' }, selin], at('14:20'))).toEqual({ when: 'next', appointment: selin })
  })

  test('is who came early', () => {
    const early = { ...selin, status: 'arrived' as const }
    expect(nowOrNext([early], at('14:15'))).toEqual({ when: 'now', appointment: early })
  })

  test('is not somebody forgotten since the morning', () => {
    expect(nowOrNext([booked('09:00', 30), ahmet], at('13:00'))?.appointment).toBe(ahmet)
  })

  test('[AP16] is nobody who only asked, or is still choosing', () => {
    const asked = (['requested', 'held'] as const).map(status => booked('13:30', 30, { status, lapsesAt: at('20:00') }))
    expect(nowOrNext([...asked, ahmet], at('13:00'))?.appointment).toBe(ahmet)
  })

  test('is nobody when all are done, cancelled, lapsed or did not come', () => {
    const over = (['done', 'cancelled', 'no-show', 'lapsed'] as const).map(status => booked('14:00', 30, { status }))
    expect(nowOrNext(over, at('14:10'))).toBeNull()
  })
})

describe('the timeline', () => {
  const { busy: _, ...shop } = emptyBook({ hours: [...openDaily(mehmet), ...openDaily(kemal, ranges('10:00–11:00'))] })
  const entries = (appointments: Appointment[], given: Partial<typeof shop> = {}, chairs = [mehmet]) =>
    timeline({ ...shop, ...given, day, chairs, appointments })
  const shown = (...args: Parameters<typeof entries>) =>
    entries(...args).map(entry => `${formatTime(instantOf(entry.start), zone)} ${entry.kind}`)
  const gaps = (...args: Parameters<typeof entries>) =>
    entries(...args).flatMap(entry =>
      entry.kind === 'gap'
        ? [entry.gap.start, entry.gap.end].map(moment => formatTime(instantOf(moment), zone)).join('–')
        : [],
    )

  test('shows appointments and gaps in the order of the clock, outside hours too', () => {
    expect(shown([booked('20:00', 30), booked('10:00', 60)])).toEqual([
      '09:00 gap',
      '10:00 appointment',
      '11:00 gap',
      '20:00 appointment',
    ])
  })

  test('keeps who is done and who did not come, and drops who cancelled', () => {
    const statuses = ['done', 'no-show', 'cancelled', 'lapsed'] as const
    const appointments = statuses.map((status, i) => booked(`1${i}:00`, 30, { status }))
    expect(shown(appointments).filter(line => line.endsWith('appointment'))).toEqual([
      '10:00 appointment',
      '11:00 appointment',
    ])
  })

  test('[AP14] shows a request and a hold in their place, and a gap there once their time is up', () => {
    const asked = [
      booked('10:00', 60, { status: 'requested', lapsesAt: at('08:30') }),
      booked('12:00', 60, { status: 'held', lapsesAt: at('08:30') }),
    ]
    expect(shown(asked)).toEqual(['09:00 gap', '10:00 appointment', '11:00 gap', '12:00 appointment', '13:00 gap'])
    expect(gaps(asked, { now: at('08:30') })).toEqual(['09:00–19:00'])
  })

  test('shows only the chairs that were asked for', () => {
    expect(shown([booked('10:00', 60)], {}, [kemal])).toEqual(['10:00 gap'])
  })

  test('[AP5] a gap leaves out preparation, clean-up, the break and time off, and begins now at the soonest', () => {
    const buffered = booked('10:00', 30, { prepareMinutes: 10, cleanMinutes: 5 })
    expect(gaps([buffered])).toEqual(['09:00–09:50', '10:35–19:00'])
    expect(gaps([], { hours: openDaily(mehmet, ranges('09:00–13:00', '14:00–19:00')) })).toEqual([
      '09:00–13:00',
      '14:00–19:00',
    ])
    expect(gaps([], { timeOff: [off('12:00', '13:00')] })).toEqual(['09:00–12:00', '13:00–19:00'])
    expect(gaps([], { now: at('13:02') })).toEqual(['13:05–19:00'])
  })

  test('comes back as a gap when somebody cancels, does not come, or is done early', () => {
    for (const status of ['cancelled', 'no-show'] as const) {
      expect(gaps([booked('10:00', 60, { status })])).toEqual(['09:00–19:00'])
    }
    const early = booked('10:00', 60, { status: 'done', statusAt: at('10:30') })
    expect(gaps([early], { now: at('10:30') })).toEqual(['10:30–19:00'])
  })

  test('shows no gap of less than five minutes', () => {
    expect(gaps([booked('09:00', 60), booked('10:04', 536)])).toEqual([])
  })
})
