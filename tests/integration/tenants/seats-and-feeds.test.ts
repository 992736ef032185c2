import { expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { expectPrinted, openShopFor, openWorld, register } from './world'

const { sql } = await openWorld()
const { rpcOver } = await import('@/lib/db/server/rpc-over')
const { acceptInvitation } = await import('@/lib/tenants/server/accept-invitation')
const { feedsOf } = await import('@/lib/tenants/server/feeds-of')
const { inviteMember } = await import('@/lib/tenants/server/invite-member')
const { makeFeed } = await import('@/lib/tenants/server/make-feed')
const { removeMember } = await import('@/lib/tenants/server/remove-member')
const { revokeFeed } = await import('@/lib/tenants/server/revoke-feed')
const { seatMember } = await import('@/lib/tenants/server/seat-member')
const { seatsOf } = await import('@/lib/tenants/server/seats-of')
const { teamOf } = await import('@/lib/tenants/server/team-of')
const { tokenHash } = await import('@/lib/tenants/server/token-hash')

type Owner = Awaited<ReturnType<typeof openShopFor>>

/** Berber Mehmet with a second chair, and Can, who works there. */
async function openWithStaff() {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const can = await register('Can')
  const invitation = { tenantId: mehmet.tenantId, role: 'staff', name: 'Çırak Can' } as const
  const link = await inviteMember(mehmet.user.client, invitation)
  await acceptInvitation(rpcOver(can.user.client), link.split('/').at(-1)!)
  const added = { id: newId(), name: 'Can', position: 5 }
  await apply(mehmet, 'staff.save@1', added)
  const { members } = await teamOf(mehmet.user.client, mehmet.tenantId, new Date())
  const member = (userId: string) => members.find(one => one.userId === userId)!.id
  const [first] = await seatsOf(mehmet.user.client, mehmet.tenantId)
  return {
    mehmet,
    can,
    chairs: [first!.id, added.id] as const,
    owner: member(mehmet.user.id),
    staff: member(can.user.id),
  }
}

const apply = async ({ user, tenantId }: Pick<Owner, 'user' | 'tenantId'>, name: string, args: object) => {
  const command = { id: newId(), name, eventAt: new Date().toISOString(), args }
  const { results } = await rpcOver(user.client)<{ results: { status: string; reason: string | null }[] }>(
    'apply_commands',
    { p_tenant: tenantId, p_device: newId(), p_commands: [command] },
  )
  return results[0]?.reason ?? 'applied'
}

const chairOf = async ({ user }: Pick<Owner, 'user'>, tenantId: string) => {
  const changes = { p_tenant: tenantId, p_cursor: null, p_limit: 1 }
  return (await rpcOver(user.client)<{ me: { staffId: string | null } }>('changes_since', changes)).me.staffId
}

test('a member’s phone learns which chair is his; moved, he leaves the one before', async () => {
  const { mehmet, can, chairs, staff } = await openWithStaff()
  const seat = (staffId: string | null) =>
    seatMember(mehmet.user.client, { tenantId: mehmet.tenantId, memberId: staff, staffId })
  expect(await chairOf(can, mehmet.tenantId)).toBeNull()
  expect(await seat(chairs[1])).toEqual({ ok: true, value: null })
  expect(await chairOf(can, mehmet.tenantId)).toBe(chairs[1])
  expect(await seat(chairs[1])).toEqual({ ok: true, value: null })
  expect(await seat(chairs[0])).toEqual({ ok: true, value: null })
  expect(await chairOf(can, mehmet.tenantId)).toBe(chairs[0])
  expect((await seatsOf(mehmet.user.client, mehmet.tenantId)).map(one => one.memberId)).toEqual([staff, null])
  // In one breath: no phone was told that he sits nowhere.
  const writers = await sql`select distinct xmin::text from staff where id in ${sql([...chairs])}`
  expect(writers).toHaveLength(1)
  expect(await seat(null)).toEqual({ ok: true, value: null })
  expect(await chairOf(can, mehmet.tenantId)).toBeNull()
})

test('nobody is sat on another’s lap, but the chair of somebody who was removed is free', async () => {
  const { mehmet, chairs, owner, staff } = await openWithStaff()
  const seat = (memberId: string, staffId: string) =>
    seatMember(mehmet.user.client, { tenantId: mehmet.tenantId, memberId, staffId })
  await seat(staff, chairs[1])
  await seat(owner, chairs[0])
  expect(await seat(owner, chairs[1])).toEqual({ ok: false, error: 'seat-taken' })
  expect(await chairOf(mehmet, mehmet.tenantId)).toBe(chairs[0])
  expect(await seat(owner, newId())).toEqual({ ok: false, error: 'seat-taken' })

  await removeMember(mehmet.user, staff)
  expect(await seat(owner, chairs[1])).toEqual({ ok: true, value: null })
  expect(await chairOf(mehmet, mehmet.tenantId)).toBe(chairs[1])
})

test('staff take time off for the chair they sit in, not for others and not for the whole shop', async () => {
  const { mehmet, can, chairs, staff } = await openWithStaff()
  const off = (staffId: string | null) => {
    const args = {
      id: newId(),
      staffId,
      startsAt: '2027-03-01T07:00:00.000Z',
      endsAt: '2027-03-01T09:00:00.000Z',
      note: null,
    }
    return {
      args,
      by: (who: Pick<Owner, 'user'>) => apply({ ...who, tenantId: mehmet.tenantId }, 'hours.add-time-off@1', args),
    }
  }
  expect(await off(chairs[1]).by(can)).toBe('forbidden')
  await seatMember(mehmet.user.client, { tenantId: mehmet.tenantId, memberId: staff, staffId: chairs[1] })
  const own = off(chairs[1])
  expect(await own.by(can)).toBe('applied')
  expect(await off(chairs[0]).by(can)).toBe('forbidden')
  expect(await off(null).by(can)).toBe('forbidden')

  const shops = off(null)
  expect(await shops.by(mehmet)).toBe('applied')
  const remove = (id: string) => apply({ ...can, tenantId: mehmet.tenantId }, 'hours.remove-time-off@1', { id })
  expect(await remove(shops.args.id)).toBe('forbidden')
  expect(await remove(own.args.id)).toBe('applied')
})

test('a calendar address is shown once, opens one chair, and no more once it is taken back', async () => {
  const { mehmet, chairs } = await openWithStaff()
  const url = await makeFeed(mehmet.user.client, { tenantId: mehmet.tenantId, staffId: chairs[1], fullNames: true })
  expect(url).toMatch(/^http:\/\/localhost:3000\/takvim\/[A-Za-z0-9_-]{43}\.ics$/)
  const token = /takvim\/(.*)\.ics/.exec(url)![1]!
  const [kept] = await sql`select to_jsonb(f)::text as row from calendar_feeds f where tenant_id = ${mehmet.tenantId}`
  expect(kept?.row).not.toContain(token)

  const opens = async () => (await sql`select public.feed_of(${tokenHash(token)}) as feed`)[0]?.feed
  expect(await opens()).toMatchObject({ shop: 'Berber Mehmet', staff: 'Can', fullNames: true, appointments: [] })
  const [feed] = await feedsOf(mehmet.user.client, mehmet.tenantId)
  expect(feed).toMatchObject({ chair: 'Can', fullNames: true })
  await revokeFeed(mehmet.user.client, feed!.id)
  expect(await opens()).toBeNull()
  expect(await feedsOf(mehmet.user.client, mehmet.tenantId)).toEqual([])
})

test('neither staff nor another shop’s owner makes, sees or takes back a calendar address, or seats anybody', async () => {
  const { mehmet, can, chairs, staff } = await openWithStaff()
  const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
  const feed = { tenantId: mehmet.tenantId, staffId: chairs[0], fullNames: false }
  await makeFeed(mehmet.user.client, feed)
  const id = (await feedsOf(mehmet.user.client, mehmet.tenantId))[0]!.id
  for (const { user } of [can, ayse]) {
    await expect(makeFeed(user.client, feed)).rejects.toMatchObject({ code: '42501' })
    expectPrinted('42501')
    expect(await feedsOf(user.client, mehmet.tenantId)).toEqual([])
    await revokeFeed(user.client, id)
    const seating = { tenantId: mehmet.tenantId, memberId: staff, staffId: chairs[0] }
    expect(await seatMember(user.client, seating)).toEqual({ ok: false, error: 'seat-taken' })
  }
  expect(await feedsOf(mehmet.user.client, mehmet.tenantId)).toHaveLength(1)
  expect((await seatsOf(mehmet.user.client, mehmet.tenantId)).map(seat => seat.memberId)).toEqual([null, null])
})
