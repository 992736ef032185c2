import { expect } from 'vitest'
import { type Id, newId } from '@/lib/kernel/id'
import type { Command } from '@/lib/sync/protocol'
import { type Browser, from, openShopFor } from '@/tests/integration/tenants/world'

// A shop whose books have a row of every kind, written as phones write them.

/** A customer whose name a spreadsheet would run. */
export const DANGEROUS = '=HYPERLINK("https://ornek.test";"Tıkla")'

export async function openShopWithBooks(name = 'Berber Mehmet') {
  const { answerPhone } = await import('@/lib/sync/server/answer-phone')
  const { everyCommand } = await import('@/lib/commands/every-command')
  const { rpcOver } = await import('@/lib/db/server/rpc-over')
  const { keyringOf } = await import('@/lib/tenants/server/keyring')
  const { dataOf } = await import('@/lib/db/server/rpc-over')
  const { grossOf, legsOf } = await import('@/lib/cash/sale')
  const { ownAccount } = await import('@/lib/cash/own-account')
  const { PROTOCOL } = await import('@/lib/sync/protocol')
  const owner = await openShopFor('Mehmet Usta', name)
  const { tenantId, user } = owner

  const command = (name: string, args: object, day = '2026-10-10'): Command => ({
    id: newId(),
    name,
    eventAt: `${day}T09:00:00.000Z`,
    args,
  })
  const apply = async (...commands: Command[]) => {
    const request = { protocol: PROTOCOL, tenantId, userId: user.id, deviceId: newId(), cursor: null, commands }
    const outcome = await answerPhone(request, {
      userId: user.id,
      rpc: rpcOver(user.client),
      keyring: id => keyringOf(user.client, id),
      commands: everyCommand,
      now: new Date(),
    })
    const results = 'answer' in outcome ? outcome.answer.results : outcome
    expect(results).toEqual(commands.map(({ id }) => expect.objectContaining({ id, status: 'applied' })))
  }

  const rows = dataOf(await user.client.from('accounts').select('id, name').eq('tenant_id', tenantId)) as {
    id: Id
    name: string
  }[]
  const account = (name: string) => rows.find(one => one.name === name)!.id

  const sale = (
    price: number,
    kdvRate: null | 1 | 10 | 20,
    into: { accountId: Id; amount: number }[],
    { customerId = null, opens = [], day }: { customerId?: Id | null; opens?: object[]; day?: string } = {},
  ) => {
    const line = {
      id: newId(),
      accountId: account('Hizmet'),
      serviceId: null,
      staffId: null,
      name: 'Saç kesimi',
      quantity: 1,
      unitPrice: price,
      discount: 0,
      kdvRate,
    }
    const due = { lineId: line.id, accountId: line.accountId, amount: grossOf(line), kdvRate }
    const transfers = legsOf([due], into).map(leg => ({ id: newId(), ...leg }))
    return command(
      'cash.sell@1',
      { id: newId(), customerId, appointmentId: null, note: null, opens, lines: [line], transfers },
      day,
    )
  }
  const move = (fromAccountId: Id, toAccountId: Id, amount: number, more: object = {}, day?: string) =>
    command(
      'cash.transfer@1',
      { id: newId(), fromAccountId, toAccountId, amount, appointmentId: null, note: null, ...more },
      day,
    )

  const [customer, mistake] = [newId(), newId()]
  const [veresiye, kapora] = [ownAccount('veresiye', customer), ownAccount('kapora', customer)]
  const [cash, card, bank] = [account('Kasa'), account('Kart'), account('Banka')]
  await apply(
    command('customers.add@1', { id: customer, name: DANGEROUS, phones: [], email: null, note: null }),
    // Before the period, so that it opens with something.
    sale(50_000, null, [{ accountId: cash, amount: 50_000 }], { day: '2026-09-30' }),
    sale(40_000, 20, [{ accountId: cash, amount: 40_000 }]),
    // Paid in two ways; its KDV is split.
    sale(
      33_333,
      20,
      [
        { accountId: card, amount: 11_111 },
        { accountId: veresiye.id, amount: 22_222 },
      ],
      { customerId: customer, opens: [veresiye] },
    ),
    sale(10_001, 10, [{ accountId: bank, amount: 10_001 }], { day: '2026-10-31' }),
    move(veresiye.id, cash, 12_222),
    move(kapora.id, cash, 5_000, { opens: [kapora] }),
    move(cash, account('Malzeme'), 12_345, { note: '+Toptancı; "özel"' }),
    move(cash, bank, 20_000),
    {
      ...move(account('Diğer gelir'), cash, 7_777),
      args: { ...(move(account('Diğer gelir'), cash, 7_777).args as object), id: mistake },
    },
    command('cash.reverse@1', { id: newId(), reversesId: mistake }, '2026-10-11'),
    // Behind the period.
    sale(99_999, 20, [{ accountId: cash, amount: 99_999 }], { day: '2026-11-01' }),
  )
  return { ...owner, account, apply, command, sale, move, customer }
}

/** A file as this browser gets it from the owner's door. */
export async function download(
  browser: Browser,
  tenantId: Id,
  dosya: string,
  { ilk = '2026-10-01', son = '2026-10-31', headers = {} }: { ilk?: string; son?: string; headers?: HeadersInit } = {},
): Promise<Response> {
  const { GET } = await import('@/app/api/export/books/route')
  const query = new URLSearchParams({ dukkan: tenantId, ilk, son, dosya })
  return from(browser, async () => {
    const answer = await GET(new Request(`http://localhost:3000/api/export/books?${query}`, { headers }))
    // Read here: what is written later is written with this browser's rights.
    return new Response(await answer.arrayBuffer(), answer)
  })
}
