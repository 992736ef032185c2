import postgres from 'postgres'

/** What k6 counted. */
export interface Counted {
  /** Commands that the server said it carried out, each once however often it was sent. */
  commands: number
  /** Bookings that customers were told they have. */
  bookings: number
}

export interface Finding {
  what: string
  seen: number
  expected: number
}

/**
 * Asks the database itself whether everybody was told the truth: nobody sits in a taken chair, and whatever was accepted is there, once.
 *
 * @param since when the load began, by the server's clock
 */
export async function checkBook(databaseUrl: string, since: Date, counted: Counted): Promise<Finding[]> {
  const sql = postgres(databaseUrl, { max: 1 })
  const count = async (rows: PromiseLike<readonly { n?: unknown }[]>) => Number((await rows)[0]?.n)
  try {
    // Not asked of the constraint that is to prevent it, but of the rows.
    const overlaps = sql`
      select count(*) as n from public.appointments a join public.appointments b using (tenant_id, staff_id)
      where a.id < b.id and a.busy_from < b.busy_until and b.busy_from < a.busy_until
        and a.status in ('held', 'requested', 'confirmed', 'arrived') and b.status in ('held', 'requested', 'confirmed', 'arrived')`
    const accepted = sql`select count(*) as n from public.command_results where created_at >= ${since} and reason is null`
    // A row of the load's bears the id of the command that made it.
    const effects = sql`
      select count(*) as n from (
        select id from public.customers where created_at >= ${since}
        union all select id from public.transfers where created_at >= ${since}
        union all select appointment_id from public.appointment_events where at >= ${since} and status = 'confirmed' and actor = 'member') made
      join public.command_results r using (id) where r.reason is null`
    const booked = sql`
      select count(*) as n from public.appointment_events
      where at >= ${since} and actor = 'customer' and status in ('requested', 'confirmed')`
    return [
      { what: 'two in one chair at one time', seen: await count(overlaps), expected: 0 },
      { what: 'commands recorded as carried out', seen: await count(accepted), expected: counted.commands },
      { what: 'effects of those commands', seen: await count(effects), expected: counted.commands },
      { what: 'bookings of customers', seen: await count(booked), expected: counted.bookings },
    ]
  } finally {
    await sql.end()
  }
}
