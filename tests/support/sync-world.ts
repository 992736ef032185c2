import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DBCore } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { everyCommand } from '@/lib/commands/every-command'
import { type Keyring, newDataKey, openKeyring } from '@/lib/crypto/server/data-key'
import { localKeyService } from '@/lib/crypto/server/local-key-service'
import { mirroredTables, type TableName } from '@/lib/db/record-sets'
import { newId } from '@/lib/kernel/id'
import { type Owner, openShopDatabase, type ShopDatabase } from '@/lib/sync/browser/database'
import { exchange, type Transport } from '@/lib/sync/browser/exchange'
import { send } from '@/lib/sync/browser/send'
import type { CommandDefinition } from '@/lib/sync/command'
import { PAGE_ROWS, type Refusal, type Request, type Row } from '@/lib/sync/protocol'
import { answerPhone } from '@/lib/sync/server/answer-phone'
import { addUser, asUser, rpcAs } from './database'

// One shop on the real database and any number of phones. Delivery is the test's: nothing moves until it is told to, and nothing sleeps.

const keyService = localKeyService({
  path: join(mkdtempSync(join(tmpdir(), 'siftah-world-')), 'keys'),
  production: false,
})

/** What goes wrong on the way of one request. */
export type Fault = 'none' | 'lost-request' | 'lost-answer' | 'doubled-request' | 'server-killed'

export class Lost extends Error {}
export class Killed extends Error {}

export interface World {
  tenantId: string
  userId: string
  staff: string[]
  serviceId: string
  phone: (userId?: string) => Phone
}

/** Opens a shop with two chairs and one service. */
export async function openWorld(): Promise<World> {
  const userId = await addUser(`${newId()}@ornek.test`)
  const tenantId = newId()
  const staff = [newId(), newId()]
  const serviceId = newId()
  const starter = (name: string, args: object) => ({ id: newId(), name, eventAt: new Date().toISOString(), args })
  const keys = await Promise.all(
    (['seal', 'index'] as const).map(async purpose => newDataKey(purpose, tenantId, await keyService)),
  )
  await rpcAs(userId)('open_shop', {
    p_shop: { id: tenantId, name: 'Berber Mehmet', trade: 'berber', phone: null, ownerName: 'Mehmet' },
    p_keys: keys,
    p_starters: [
      ...staff.map((id, position) => starter('staff.save@1', { id, name: `Koltuk ${position + 1}`, position })),
      starter('services.save@1', { id: serviceId, name: 'Saç', minutes: 30, price: 40_000, position: 0 }),
    ],
  })
  const keyring = openKeyring(tenantId, keys, await keyService)
  return {
    tenantId,
    userId,
    staff,
    serviceId,
    phone: (of = userId) => new Phone({ tenantId, userId: of }, () => keyring),
  }
}

/** A phone: a disk that survives, and tabs that can be killed between any two steps. */
export class Phone {
  readonly made: { id: string; name: string; args: unknown }[] = []
  /** How many rows the server gives this phone at once; small, and a shop of a few rows comes in many pages. */
  pageRows = PAGE_ROWS
  private disk = new IDBFactory()
  private open: ShopDatabase[] = []
  private writesUntilDeath = Number.POSITIVE_INFINITY

  private readonly owner: Owner
  private readonly keyring: () => Promise<Keyring>

  constructor(owner: Owner, keyring: () => Promise<Keyring>) {
    this.owner = owner
    this.keyring = keyring
  }

  /** The n-th tab of this phone. All tabs share the disk. */
  tab(n = 0): ShopDatabase {
    this.open[n] ??= this.openTab()
    return this.open[n]
  }

  /** Does something at this phone. Should the phone die of it, it starts again. */
  async do<Args>(command: CommandDefinition<Args>, args: Args, { tab = 0 } = {}): Promise<void> {
    const before = await this.survive(() => this.tab(tab).outbox.count())
    const id = await this.survive(() => send(this.tab(tab), command, args))
    if (id) this.made.push({ id, name: command.name, args })
    // [SY10] Killed in the middle of an act: it happened whole, or not at all.
    else if (before !== undefined && (await this.tab().outbox.count()) !== before)
      throw new Error('half an act on the phone')
  }

  /** Exchanges with the server over a line with this fault, once `after` requests have come through. */
  async deliver(fault: Fault = 'none', { tab = 0, after = 0 } = {}): Promise<Refusal | null | undefined> {
    let through = 0
    const transport: Transport = async request => this.carry(request, through++ === after ? fault : 'none')
    try {
      return await this.survive(() => exchange(this.tab(tab), this.owner, transport))
    } catch (error) {
      if (error instanceof Lost) return null
      throw error
    }
  }

  /** The work's answer; undefined if the phone died of it and was started again. */
  async survive<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (this.writesUntilDeath > 0) throw error
      this.restart()
    }
  }

  /** The app dies at its n-th write to the disk from now, wherever that is. */
  dieAtWrite(n: number): void {
    this.writesUntilDeath = n
  }

  /** What the phone shows of one table, by id. */
  async rows<R extends Row>(table: TableName): Promise<R[]> {
    const read = () => this.tab().table<R>(table).orderBy('id').toArray()
    return (await this.survive(read)) ?? read()
  }

  /** What the phone shows: every mirrored table. */
  async shows(): Promise<Record<string, Row[]>> {
    return Object.fromEntries(await Promise.all(mirroredTables.map(async table => [table, await this.rows(table)])))
  }

  restart(): void {
    for (const database of this.open) database?.close()
    this.open = []
    this.writesUntilDeath = Number.POSITIVE_INFINITY
  }

  private openTab(): ShopDatabase {
    const database = openShopDatabase(this.owner.tenantId, this.owner.userId, { indexedDB: this.disk, IDBKeyRange })
    database.use({ stack: 'dbcore', name: 'death', create: core => this.mortal(core) })
    return database
  }

  private mortal(core: DBCore): DBCore {
    return {
      ...core,
      table: name => {
        const table = core.table(name)
        const mutate: typeof table.mutate = async request => {
          if (--this.writesUntilDeath <= 0) throw new Killed()
          return table.mutate(request)
        }
        return { ...table, mutate }
      },
    }
  }

  /** Carries one request to the server and its answer back, over a line with this fault. */
  async carry(request: Request, fault: Fault) {
    const body = JSON.stringify(request)
    if (fault === 'lost-request') throw new Lost()
    if (fault === 'server-killed') {
      await this.answer(body, { kill: true })
      throw new Lost()
    }
    if (fault === 'doubled-request') await Promise.all([this.answer(body), this.answer(body)])
    const outcome = await this.answer(body)
    if (fault === 'lost-answer') throw new Lost()
    return outcome
  }

  /** What the server says to this body. */
  async answer(body: string, { kill = false, protocol }: { kill?: boolean; protocol?: number } = {}) {
    const asMe = rpcAs(this.owner.userId)
    const rpc: typeof asMe = (name, args) =>
      asMe(name, name === 'changes_since' ? { ...args, p_limit: this.pageRows } : args)
    const outcome = await answerPhone(JSON.parse(body), {
      userId: this.owner.userId,
      rpc: (name, args) => (kill && name === 'apply_commands' ? this.dieInBatch(args) : rpc(name, args)),
      keyring: this.keyring,
      commands: everyCommand,
      now: new Date(),
      protocol,
    }).catch(error => {
      if (kill && error instanceof Killed) return { refusal: 'try-again' as const }
      throw error
    })
    return JSON.parse(JSON.stringify(outcome)) as typeof outcome
  }

  /** The server dies with half of the batch done: its transaction never commits. */
  private dieInBatch(args: Record<string, unknown>): Promise<never> {
    const commands = args.p_commands as unknown[]
    return asUser(this.owner.userId, async tx => {
      const half = tx.json(commands.slice(0, Math.ceil(commands.length / 2)) as never)
      await tx`select public.apply_commands(${args.p_tenant as string}, ${args.p_device as string}, ${half})`
      throw new Killed()
    })
  }
}
