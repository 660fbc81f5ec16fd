-- The floor: what PostgreSQL alone needs for the rows of one report.
--
-- floor.make(false) looks at the newest report whose notices were all handed over, finds in every table the rows of the transaction that accepted it, makes
-- tables of the same shape and indexes in the schema floor, and returns a pgbench script that writes such rows: all of them in one
-- statement, in one transaction. What must differ from report to report (numbers, keys) differs, the rest is the real content; long
-- contents travel as parameters, as they do from the service (table floor.payload).
-- floor.make(true) does so with every row that bears the report's number when all is done: its notices and what became of them, the row
-- of the queue and its alarm too. Of a row that was changed meanwhile only the last state is in it.
-- The receipt counter is first and by itself, without waiting for the disk, as in the service (ReceiptNumbers.cs).
-- Not in the floor: foreign keys, notifications, the function that Marten appends with, the messages on the way.

set client_min_messages = warning;
create schema floor;
create sequence floor.seq;
create table floor.payload (name text primary key, value text not null);

-- pgbench takes a colon before a letter for a variable, even within a literal.
create function floor.literal(value text) returns text language sql immutable as $$
    select 'E''' || replace(replace(replace(value, '\', '\\'), '''', ''''''), ':', '\x3A') || ''''
$$;

-- The SQL that makes one column's value.
create function floor.expression(type text, value text, marks jsonb) returns text language plpgsql as $$
declare
    result text;
    mark record;
    name text;
begin
    if value is null then return 'null'; end if;
    if type = 'uuid' then return 'gen_random_uuid()'; end if;
    if type like 'timestamp%' and type not like '%[]' then return 'now()'; end if;
    if type like '%[]' then select coalesce(array_agg(e)::text, '{}') into value from jsonb_array_elements_text(value::jsonb) e; end if;

    if length(value) > 100 then
        name := 'p' || (select count(*) + 1 from floor.payload);
        insert into floor.payload values (name, value);
        result := ':' || name || '::text';
    else
        result := floor.literal(value);
    end if;
    for mark in select m.key as old, m.value as new from jsonb_each_text(marks) m loop
        if position(mark.old in value) > 0 then
            result := format('replace(%s, %s, %s)', result, floor.literal(mark.old), mark.new);
        end if;
    end loop;
    return format('(%s)::%s', result, type);
end
$$;

create function floor.make(whole boolean) returns text language plpgsql as $$
declare
    sample record;
    source record;
    row jsonb;
    columns text;
    fields text;
    parts text[] := '{}';
    tables text[] := '{}';
begin
    select s.xmin as tx, s.data ->> 'number' as number,
        jsonb_build_object(
            s.data ->> 'number', format('lpad(:last::text, %s, ''0'')', length(s.data ->> 'number')),
            s.id, 'md5(:k::text)',
            s.data ->> 'secret', 'md5(:k::text || ''s'')') as marks
    into strict sample
    from csirt.mt_doc_submission s
    where not exists (select 1 from csirt.notice n where n.number = s.data ->> 'number' and n.pending) and exists (select 1 from csirt.case_line l where l.number = s.data ->> 'number')
    order by s.data ->> 'at' desc limit 1;

    for source in
        select c.oid, n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('csirt', 'wolverine')
    loop
        for row in execute format('select to_jsonb(t) from %I.%I t where ' || case when whole then 'position($2 in t::text) > 0' else 't.xmin = $1' end, source.schema, source.name)
            using sample.tx, sample.number loop
            execute format('create table if not exists floor.%I (like %I.%I including all)', source.name, source.schema, source.name);
            if not source.name = any (tables) then tables := tables || source.name::text; end if;
            select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
                string_agg(case when source.name = 'mt_events' and a.attname = 'seq_id' then 'nextval(''floor.seq'')'
                    else floor.expression(format_type(a.atttypid, a.atttypmod), row ->> a.attname, sample.marks) end, ', ' order by a.attnum)
            into columns, fields
            from pg_attribute a where a.attrelid = source.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
            parts := parts || format('w%s as (insert into floor.%I (%s) values (%s))', cardinality(parts) + 1, source.name, columns, fields);
        end loop;
    end loop;
    if cardinality(parts) < 3 then raise exception 'only % rows found of report %', cardinality(parts), sample.number; end if;

    create table if not exists floor.receipt_counter (like csirt.receipt_counter including all);
    insert into floor.receipt_counter select * from csirt.receipt_counter on conflict do nothing;

    return format(E'-- %s rows: %s\n\\set k random(1, 9000000000000000000)\n'
        'with c as (update floor.receipt_counter set last = last + 1 returning last) select last, set_config(''synchronous_commit'', ''off'', true) as counter_sync from c \\gset\n'
        'with %s select 1;', cardinality(parts), array_to_string(tables, ', '), array_to_string(parts, ', '));
end
$$;
