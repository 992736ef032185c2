import { describe, expect, test } from 'vitest'
import { connect } from '@/tests/support/database'
import { tables } from './rows'

// What the schema promises of every table and function, asked of the catalogue: nobody has to remember it.

const sql = connect()
const column = async (rows: PromiseLike<readonly Record<string, unknown>[]>) =>
  (await rows).map(row => Object.values(row).join(' '))

/** Tables whose rows a shop owns. */
const tenantTables = sql`
  select attrelid from pg_attribute
  where attname = 'tenant_id' and not attisdropped
    and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')`

describe('every table', () => {
  test('of public has row level security, forced on its owner too', async () => {
    const open = sql`
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`
    expect(await column(open)).toEqual([])
  })

  test('of private is closed to everybody but the functions that use it', async () => {
    const open = sql`
      select c.relname, role.rolname from pg_class c, pg_roles role
      where c.relnamespace = 'private'::regnamespace and c.relkind = 'r' and role.rolname in ('anon', 'authenticated', 'service_role')
        and (has_table_privilege(role.oid, c.oid, 'select, insert, update, delete, truncate')
             or has_any_column_privilege(role.oid, c.oid, 'select, insert, update'))`
    expect(await column(open)).toEqual([])
  })

  test('of public gives nothing to who is not logged in', async () => {
    const open = sql`
      select relname from pg_class
      where relnamespace = 'public'::regnamespace
        and (has_table_privilege('anon', oid, 'select, insert, update, delete, truncate, references, trigger')
             or has_any_column_privilege('anon', oid, 'select, insert, update'))`
    expect(await column(open)).toEqual([])
  })

  test('of a shop can be pointed at together with its shop', async () => {
    const unpointable = sql`
      select relname from pg_class
      where oid in (${tenantTables}) and not exists (
        select from pg_index i where i.indrelid = pg_class.oid and i.indisunique and i.indpred is null
          and array(select attname::text from pg_attribute where attrelid = i.indrelid and attnum = any (i.indkey) order by 1) = '{id,tenant_id}')`
    expect(await column(unpointable)).toEqual([])
  })

  test('of a shop points at a row of a shop only together with the shop', async () => {
    const loose = sql`
      select conrelid::regclass::text, conname from pg_constraint
      where contype = 'f' and confrelid in (${tenantTables}) and not exists (
        select from unnest(conkey, confkey) pair (here, there)
        join pg_attribute a on a.attrelid = conrelid and a.attnum = here and a.attname = 'tenant_id'
        join pg_attribute b on b.attrelid = confrelid and b.attnum = there and b.attname = 'tenant_id')`
    expect(await column(loose)).toEqual([])
  })

  test('of a shop points somewhere by each of its ids, so that none can name a row of another shop', async () => {
    const pointing = sql`
      select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attrelid in (${tenantTables}) and a.attname like '%\_id' and a.atttypid = 'uuid'::regtype and not exists (
        select from pg_constraint where contype = 'f' and conrelid = a.attrelid and a.attnum = any (conkey))
      order by 1, 2`
    expect(await column(pointing)).toEqual([
      'appointment_events user_id', // the fact stays when the person's log-in is gone
      'appointments series_id', // a name that appointments share, and no row
      'appointments visit_id', // likewise
      'command_results device_id', // a phone, which has no row
      'command_results user_id', // the fact stays when the person's log-in is gone
    ])
  })

  test('of a shop goes when the shop goes', async () => {
    const staying = sql`
      select relname from pg_class where oid in (${tenantTables}) and not exists (
        select from pg_constraint where contype = 'f' and conrelid = pg_class.oid and confdeltype = 'c')`
    expect(await column(staying)).toEqual([])
  })

  test('lets no member change whose a row is, or choose its rev or its author', async () => {
    const forgeable = sql`
      select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
        and (a.attname in ('tenant_id', 'id', 'rev', 'created_by', 'user_id') and has_column_privilege('authenticated', c.oid, a.attnum, 'update')
             or a.attname in ('rev', 'created_by', 'accepted_by') and has_column_privilege('authenticated', c.oid, a.attnum, 'insert'))`
    expect(await column(forgeable)).toEqual([
      'command_results rev', // what a member makes of his own results harms nobody else's
    ])
  })

  test('has policies that are sentences about people', async () => {
    const policies = await sql`select tablename, policyname from pg_policies where schemaname = 'public'`
    const people = /^(Members|Owners|Staff|Users|Anyone|Who) /
    expect(new Set(policies.map(policy => policy.tablename)).size).toBe(tables.length)
    expect(
      policies.filter(policy => !people.test(policy.policyname) || policy.policyname.split(' ').length < 2),
    ).toEqual([])
  })

  test('has no policy for who is not logged in', async () => {
    const open = sql`
      select tablename, policyname from pg_policies where schemaname = 'public' and roles && '{public,anon}'`
    expect(await column(open)).toEqual([])
  })
})

describe('every function', () => {
  const ours = sql`pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'commands'::regnamespace)`

  test('finds things by their full names', async () => {
    const adrift = sql`
      select oid::regprocedure::text from pg_proc where ${ours} and proconfig is distinct from array['search_path=""']`
    expect(await column(adrift)).toEqual([])
  })

  test('is closed to who is not logged in', async () => {
    const open = sql`select oid::regprocedure::text from pg_proc where ${ours} and has_function_privilege('anon', oid, 'execute')`
    expect(await column(open)).toEqual([])
  })

  test('that runs with the rights of its owner is one of these', async () => {
    const definers = sql`select oid::regproc::text from pg_proc where ${ours} and prosecdef order by 1`
    expect((await column(definers)).sort()).toEqual(
      [
        // Who is asking, and where he belongs: memberships cannot ask this in a policy of their own.
        ...['private.role_of_me', 'private.shops_of_me', 'private.tills_i_see', 'private.view_of_me'],
        // Whether the asker's session was ended: the auth server's table.
        'private.session_lives',
        // Which commands are the owner's alone.
        'private.may_send',
        // Whose money a reversal takes back: a policy cannot look into its own table.
        'private.took',
        // What counts whoever took it: money of a line, money for an appointment.
        ...['private.kept_of_line', 'private.was_paid_for'],
        // The counter, which nobody may set.
        ...[
          'private.start_counting',
          'private.take_rev',
          'private.take_turn',
          'private.rev_of',
          'private.mirrored_tables',
        ],
        // What no member may do because nobody is a member yet.
        ...['private.found_shop', 'private.open_accounts', 'private.open_opening_account', 'accept_invitation'],
        // A rule about rows the asker may not see.
        'private.keep_an_owner',
        // What follows from a row and no member may write by himself.
        ...[
          'private.lay_down_rules',
          'private.remember_appointment',
          'private.count_no_shows',
          'private.end_the_wait',
          'private.lapse',
          'private.hand_over_accounts',
          'private.open_own_accounts',
          'private.open_accounts_too',
          'private.put_into_its_day',
          'private.close_day',
          'private.take_back_debts',
        ],
        // What customers, who have no account, ask the server to do for them.
        ...['shop_page', 'busy_times', 'hold_online', 'visit_of_link', 'book_online', 'act_by_link', 'feed_of'],
        'refuse_promotion',
        // The books: for the accountant, who sees no customer anywhere else, and behind a link that he opens without an account.
        ...['books_head', 'books_page', 'open_accountant_link', 'linked_books_page'],
        // Everything out and in again: the owner's, past the grants that hold members to one row at a time.
        ...['archive_head', 'archive_page', 'begin_restore', 'are_ids_taken', 'stage_rows', 'restore_shop'],
        ...['private.archived_tables', 'private.archived_order', 'private.name_text'],
        // What is told to customers: planned by the database, carried out by the server's workers.
        ...[
          'private.lay_down_message_settings',
          'private.queue_message',
          'private.plan_message',
          'private.plan_messages',
        ],
        ...['private.replan_messages', 'private.told_by_link', 'private.hand_over_messages', 'private.lift_blocks'],
        ...['claim_messages', 'settle_messages', 'hear_status', 'claim_checks', 'unclaimed_sendings'],
        // What comes back: callbacks, answers of customers, and whose turn a freed time is.
        ...['keep_callback', 'count_callbacks', 'claim_callbacks', 'end_callback', 'place_inbound', 'hear_inbound'],
        ...['claim_freed_times', 'offer_freed', 'end_freed', 'private.remember_freed', 'private.follow_senders'],
        'private.keep_unwanted',
        // A member's word on a message, or on a customer's answer, that he may not write by himself.
        ...['private.settle_by_hand', 'private.plan_statement', 'private.set_block', 'private.handle_inbound'],
        // Asked by the server for people who are not logged in.
        ...['invitation_of', 'take_attempt'],
      ].sort(),
    )
  })

  test('of the server alone is closed to members', async () => {
    const open = sql`
      select oid::regprocedure::text from pg_proc
      where pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', oid, 'execute') order by 1`
    expect(await column(open)).toEqual([
      'accept_invitation(text)',
      'apply_commands(uuid,uuid,jsonb)',
      'archive_head(uuid)',
      'archive_page(uuid,text,uuid,bigint,integer)',
      'are_ids_taken(uuid,text,jsonb)',
      'begin_restore(uuid)',
      'books_head(uuid,date,date)',
      'books_page(uuid,jsonb,jsonb,integer)',
      'changes_since(uuid,jsonb,integer)',
      'month_totals(uuid,text)',
      'open_shop(jsonb,jsonb,jsonb)',
      'restore_shop(uuid,jsonb,jsonb,integer)',
      'seat_member(uuid,uuid,uuid)',
      'stage_rows(uuid,text,jsonb)',
    ])
  })
})
