import { describe, expect, it } from 'vitest'
import { changedFields } from '@/lib/customers/changed-fields'
import { checkDraft, checkPhone } from '@/lib/customers/check-draft'
import { customer } from './people'

const empty = { name: '', phones: [''], email: '', note: '' }

describe('the form of a customer', () => {
  it('a name is enough', async () => {
    expect(await checkDraft({ ...empty, name: '  Kuaför  Ayşe ' })).toEqual({
      ok: true,
      value: { name: 'Kuaför Ayşe', phones: [], email: null, note: null },
    })
  })

  it('so is a phone, which is then the name', async () => {
    expect(await checkDraft({ ...empty, phones: ['', '532 123 45 67'] })).toMatchObject({
      value: { name: '0532 123 45 67', phones: ['+905321234567'] },
    })
  })

  it('one number written in two ways is kept once', async () => {
    const checked = await checkDraft({ ...empty, name: 'Ali', phones: ['0532 123 45 67', '+905321234567'] })
    expect(checked).toMatchObject({ value: { phones: ['+905321234567'] } })
  })

  it.each([
    ['nobody', { note: 'Cuma gelir' }],
    ['not-a-phone', { name: 'Ali', phones: ['0532 123'] }],
    ['not-an-email', { name: 'Ali', email: 'ali@' }],
  ])('%s is said, nothing is saved', async (problem, wrong) => {
    expect(await checkDraft({ ...empty, ...wrong })).toEqual({ ok: false, problem })
  })

  it('an unusual number is taken with a warning', async () => {
    expect(await checkPhone('0612 345 67 89')).toEqual({ e164: '+906123456789', doubt: 'unusual' })
    expect(await checkDraft({ ...empty, phones: ['0612 345 67 89'] })).toMatchObject({ ok: true })
  })
})

describe('editing sends what differs', () => {
  const ali = { ...customer('Ali', '+905321234567'), note: 'Cuma gelir' }
  const same = { name: 'Ali', phones: ['+905321234567'], email: null, note: 'Cuma gelir' }

  it('nothing when nothing does', () => {
    expect(changedFields(ali, same)).toBeNull()
  })

  it('only that field, and what it was, so that it can be taken back', () => {
    expect(changedFields(ali, { ...same, note: null })).toEqual({
      before: { note: 'Cuma gelir' },
      after: { note: null },
    })
    expect(changedFields(ali, { ...same, phones: [] })).toEqual({
      before: { phones: ['+905321234567'] },
      after: { phones: [] },
    })
  })
})
