import { expect, test } from 'vitest'
import { expectPrinted, from, openShopFor, openWorld, register } from './world'

const { sql } = await openWorld()
const { rpcOver } = await import('@/lib/db/server/rpc-over')
const { acceptInvitation } = await import('@/lib/tenants/server/accept-invitation')
const { changeMember } = await import('@/lib/tenants/server/change-member')
const { invitationOf } = await import('@/lib/tenants/server/invitation-of')
const { inviteMember } = await import('@/lib/tenants/server/invite-member')
const { keyringOf, NotAMember } = await import('@/lib/tenants/server/keyring')
const { removeMember } = await import('@/lib/tenants/server/remove-member')
const { revokeInvitation } = await import('@/lib/tenants/server/revoke-invitation')
const { sessionOfRequest } = await import('@/lib/tenants/server/session-of-request')
const { shopsOfMe } = await import('@/lib/tenants/server/shops-of-me')
const { teamOf } = await import('@/lib/tenants/server/team-of')

type Owner = Awaited<ReturnType<typeof openShopFor>>
type Person = Awaited<ReturnType<typeof register>>

const invite = async ({ user, tenantId }: Owner, name: string) => {
  const link = await inviteMember(user.client, { tenantId, role: 'staff', name })
  return link.split('/').at(-1)!
}
const accept = ({ user }: Person, token: string) => acceptInvitation(rpcOver(user.client), token)
const team = ({ user, tenantId }: Owner) => teamOf(user.client, tenantId, new Date())

test('an invitation says which shop and role, and makes its reader a member once', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const token = await invite(mehmet, 'Çırak Can')
  expect(await invitationOf(token)).toEqual({ shop: 'Berber Mehmet', role: 'staff', name: 'Çırak Can', state: 'open' })
  expect((await team(mehmet)).invitations.map(({ name }) => name)).toEqual(['Çırak Can'])

  const can = await register('Can')
  expect(await accept(can, token)).toEqual({ ok: true, value: mehmet.tenantId })
  expect(await shopsOfMe(can.user)).toEqual([{ tenantId: mehmet.tenantId, name: 'Berber Mehmet', role: 'staff' }])
  expect((await team(mehmet)).invitations).toEqual([])

  const stranger = await register('Yabancı')
  expect(await accept(stranger, token)).toEqual({ ok: false, error: 'used' })
  expect(await shopsOfMe(stranger.user)).toEqual([])
  expect((await invitationOf(token))?.state).toBe('used')
})

test('of ten readers at once one becomes a member', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const token = await invite(mehmet, 'Çırak Can')
  const readers = [await register('Can'), await register('Cem')]
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => accept(readers[at % 2]!, token)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await team(mehmet)).members).toHaveLength(2)
})

test('an invitation that is expired, taken back or made up opens nothing', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const can = await register('Can')

  const late = await invite(mehmet, 'Geç Kalan')
  await sql`update invitations set expires_at = now() - interval '1 second' where tenant_id = ${mehmet.tenantId}`
  expect((await invitationOf(late))?.state).toBe('expired')
  expect(await accept(can, late)).toEqual({ ok: false, error: 'expired' })

  const revoked = await invite(mehmet, 'Vazgeçilen')
  await revokeInvitation(mehmet.user.client, (await team(mehmet)).invitations[0]!.id)
  expect(await invitationOf(revoked)).toBeNull()
  expect(await accept(can, revoked)).toEqual({ ok: false, error: 'unknown' })

  const made = 'A'.repeat(43)
  expect(await invitationOf(made)).toBeNull()
  expect(await invitationOf('../giris')).toBeNull()
  expect(await accept(can, made)).toEqual({ ok: false, error: 'unknown' })
  expect(await shopsOfMe(can.user)).toEqual([])
})

test('the database keeps no token that could be used', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const token = await invite(mehmet, 'Çırak Can')
  const [kept] = await sql`select to_jsonb(i)::text as row from invitations i where tenant_id = ${mehmet.tenantId}`
  expect(kept?.row).not.toContain(token)
})

test('a removed member sees nothing from his next request on, though he is still logged in', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const can = await register('Can')
  await accept(can, await invite(mehmet, 'Çırak Can'))
  const session = (await from(can.browser, sessionOfRequest))!
  const sees = async () => ({
    shops: await shopsOfMe(can.user),
    staff: (await session.client.from('staff').select('id').eq('tenant_id', mehmet.tenantId)).data?.length,
    changes: await session.rpc<{ refused?: string }>('changes_since', {
      p_tenant: mehmet.tenantId,
      p_cursor: null,
      p_limit: 10,
    }),
  })
  expect((await sees()).staff).toBe(1)
  await keyringOf(session.client, mehmet.tenantId)

  const member = (await team(mehmet)).members.find(({ userId }) => userId === can.user.id)!
  expect(await removeMember(mehmet.user, member.id)).toEqual({ ok: true, value: null })

  expect(await sees()).toEqual({ shops: [], staff: 0, changes: { refused: 'not-a-member' } })
  await expect(keyringOf(session.client, mehmet.tenantId)).rejects.toThrow(NotAMember)
  expect((await team(mehmet)).members.map(({ name }) => name)).toEqual(['Mehmet Usta'])
})

test('whoever was removed can be invited again', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const can = await register('Can')
  await accept(can, await invite(mehmet, 'Çırak Can'))
  const member = (await team(mehmet)).members.find(({ userId }) => userId === can.user.id)!
  await removeMember(mehmet.user, member.id)
  await accept(can, await invite(mehmet, 'Kalfa Can'))
  expect((await team(mehmet)).members.map(({ name }) => name)).toEqual(['Mehmet Usta', 'Kalfa Can'])
})

test('the last owner cannot go', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const me = (await team(mehmet)).members[0]!
  expect(await removeMember(mehmet.user, me.id)).toEqual({ ok: false, error: 'last-owner' })
  expectPrinted('SF001')
  expect(await shopsOfMe(mehmet.user)).toHaveLength(1)
})

test('only an owner invites, removes, and opens the till', async () => {
  const mehmet = await openShopFor('Mehmet Usta', 'Berber Mehmet')
  const ayse = await openShopFor('Ayşe', 'Kuaför Ayşe')
  const can = await register('Can')
  await accept(can, await invite(mehmet, 'Çırak Can'))
  const member = async () => (await team(mehmet)).members.find(({ userId }) => userId === can.user.id)!
  const { id } = await member()

  for (const asker of [can.user, ayse.user]) {
    const invitation = { tenantId: mehmet.tenantId, role: 'accountant', name: 'Tanıdık' } as const
    await expect(inviteMember(asker.client, invitation)).rejects.toMatchObject({ code: '42501' })
    expectPrinted('42501')
    await changeMember(asker.client, id, { seesTill: true })
    await removeMember(asker, id)
    expect((await member()).seesTill).toBe(false)
  }
  expect((await teamOf(ayse.user.client, mehmet.tenantId, new Date())).members).toEqual([])

  await changeMember(mehmet.user.client, id, { seesTill: true })
  expect((await member()).seesTill).toBe(true)
})
