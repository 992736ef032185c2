-- Rows of the books, as before, but planned anew for each page: planned once for any page, the query went over the whole year for each. [CA59] And what
-- takes an older row back has the rate and the document of that one: else its KDV stayed deducted. [CA51]
create or replace function private.books_page(shop uuid, p_head jsonb, p_after jsonb, p_limit int) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  page jsonb;
begin
  execute format($query$
    select coalesce(jsonb_agg(row order by day, event_at, id), '[]')
    from (
      select t.day, t.event_at, t.id, jsonb_build_object(
        'id', t.id, 'day', t.day, 'eventAt', t.event_at, 'amount', t.amount, 'kdv', t.kdv, 'kdvRate', coalesce(l.kdv_rate, t.kdv_rate, r.kdv_rate), 'reversesId', t.reverses_id,
        'note', t.note, 'thing', coalesce(l.name, s.name), 'quantity', l.quantity,
        'documentKind', coalesce(t.document_kind, r.document_kind), 'documentNo', coalesce(t.document_number, r.document_number),
        'documentDay', coalesce(t.document_day, r.document_day), 'writer', coalesce(t.counterparty, r.counterparty),
        'writtenIn', case when t.counterparty is null then r.id else t.id end,     -- the row under whose id the writer is sealed
        'from', jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name), 'to', jsonb_build_object('id', g.id, 'kind', g.kind, 'name', g.name),
        'customerId', c.id, 'customerName', c.name, 'chair', chair.name) as row
      from (
        select * from public.transfers
        where tenant_id = $1 and day between $2 and $3 and rev <= $4 %s
        order by day, event_at, id limit %s) t
      join public.accounts f on f.tenant_id = $1 and f.id = t.from_account_id
      join public.accounts g on g.tenant_id = $1 and g.id = t.to_account_id
      left join public.sale_lines l on l.tenant_id = $1 and l.id = t.line_id
      left join public.transfers r on r.tenant_id = $1 and r.id = t.reverses_id
      left join public.services s on s.tenant_id = $1 and s.id = l.service_id
      left join public.customers c on c.tenant_id = $1 and c.id = coalesce(f.customer_id, g.customer_id)
      left join public.staff chair on chair.tenant_id = $1 and chair.id = coalesce(f.staff_id, g.staff_id)) _
    $query$,
    case when p_after is not null then 'and (day, event_at, id) > ($5, $6, $7)' end, least(p_limit, 2000))
  into page
  -- `greatest` passes over what is null; it is there for the index.
  using shop, greatest((p_head ->> 'fromDay')::date, (p_after ->> 'day')::date), (p_head ->> 'toDay')::date, (p_head ->> 'rev')::bigint,
        (p_after ->> 'day')::date, (p_after ->> 'eventAt')::timestamptz, (p_after ->> 'id')::uuid;
  return page;
end $$;
