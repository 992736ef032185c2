import { describe, expect, test } from 'vitest'
import { nowOrNext } from '@/lib/appointments/now-or-next'
import { timeline } from '@/lib/appointments/timeline'
import { formatTime, toInstant } from '@/lib/kernel/zone'
import { at, booked, day, kemal, mehmet, openDaily, zone } from './book-of-berber-mehmet'

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

  test('is nobody when all are done, cancelled or did not come', () => {
    const over = (['done', 'cancelled', 'no-show'] as const).map(status => booked('14:00', 30, { status }))
    expect(nowOrNext(over, at('14:10'))).toBeNull()
  })
})

describe('the timeline', () => {
  const hours = [...openDaily(mehmet), ...openDaily(kemal, [[600, 660]])]
  const shown = (appointments: ReturnType<typeof booked>[], chairs = [mehmet]) =>
    timeline({ day, zone, hours, now: at('08:00'), chairs, appointments }).map(
      entry => `${formatTime(toInstant(new Date(entry.start)), zone)} ${entry.kind}`,
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
    const statuses = ['done', 'no-show', 'cancelled'] as const
    const appointments = statuses.map((status, i) => booked(`1${i}:00`, 30, { status }))
    expect(shown(appointments).filter(line => line.endsWith('appointment'))).toEqual([
      '10:00 appointment',
      '11:00 appointment',
    ])
  })

  test('shows only the chairs that were asked for', () => {
    expect(shown([booked('10:00', 60)], [kemal])).toEqual(['10:00 gap'])
  })
})
