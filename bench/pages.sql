-- Many cases from two: the newest report that nobody has judged yet, and the newest that became an incident. Both were made by the service;
-- what differs from case to case (number, words, section, times, whether it is closed) differs. script/bench-pages passes :cases.
-- Only the states and notices are made here, and events for some; the queue is made from them by the service (rebuild-queue).

create schema bench;

-- A report every few minutes through five years, so that the newest are of this year; one in fifty is still under way.
create table bench.case as
select n, 'R8-' || lpad((n + 1000)::text, 6, '0') as number,
    now() - (:cases - n) * (interval '5 years' / :cases) as reported,
    n % 2 = 0 as incident, n % 50 <> 0 as closed,
    (array['somu', 'keibo', 'yobo', 'tsushin', 'chuo', 'nishi'])[1 + n % 6] as section,
    (array['Ransom', 'Malware', 'SuspiciousMail', 'Loss', 'Missent', 'Website', 'Outage', 'AccountMisuse', 'PolicyBreach', 'Other'])[1 + n % 10] as kind,
    -- One word that most texts have, one that one in a thousand has; the rest makes texts differ.
    format('%s番目の件。%s端末を確認したところ、%s%s。担当の%s係が%s時に電話で連絡し、記録%sを残した。', n, case when n % 3 < 2 then '個人情報を含む' else '' end,
        (array['画面に警告が出た', '宛先を誤って送信した', '見慣れない利用者名でログインされていた', 'ファイルが開けなくなった', '記憶媒体が見当たらない'])[1 + n % 5],
        case when n % 1000 = 7 then '。改ざんの痕跡' else '' end, (array['庶務', '経理', '救急', '予防', '指令', '装備', '査察'])[1 + n % 7], n % 24, md5(n::text)) as words
from generate_series(1, :cases) n;

create table bench.sample (name text, incident boolean, row jsonb);
insert into bench.sample select 'report', r.data ->> 'incidentNumber' is not null, to_jsonb(r) from csirt.mt_doc_report r;
insert into bench.sample select 'incident', true, to_jsonb(i) from csirt.mt_doc_incident i;
insert into bench.sample select 'notice', null, to_jsonb(n) from csirt.notice n where n.data ->> 'delivery' = 'Accepted' limit 1;
insert into bench.sample select 'stream', r.incident, to_jsonb(t) from csirt.mt_streams t join bench.sample r on r.name = 'report' and t.id = r.row ->> 'id';
insert into bench.sample select 'event', r.incident, to_jsonb(e) from csirt.mt_events e join bench.sample r on r.name = 'report' and e.stream_id = r.row ->> 'id';

-- The ledger with its clocks moved to the new time, and what was met, met after a while of its own; of a case that is over nothing is open.
create function bench.ledger(ledger jsonb, at timestamptz, n bigint, is_over boolean) returns jsonb language sql stable as $$
    select jsonb_set(ledger, '{records}', coalesce(jsonb_agg(r || jsonb_build_object('since', at) || case
        when r ->> 'metAt' is not null then jsonb_build_object('metAt', at + make_interval(secs => (n * 7919 + i * 613) % 9000))
        when is_over then jsonb_build_object('unnecessaryAt', at + interval '1 hour', 'unnecessaryReason', '該当しない')
        else '{}' end order by i), '[]'))
    from jsonb_array_elements(ledger -> 'records') with ordinality as x(r, i)
$$;

insert into csirt.mt_doc_report
select p.* from bench.case c join bench.sample s on s.name = 'report' and s.incident = c.incident cross join lateral jsonb_populate_record(null::csirt.mt_doc_report, s.row || jsonb_build_object('id', 'report/' || c.number, 'data', s.row -> 'data' || jsonb_build_object(
    'id', 'report/' || c.number, 'number', c.number, 'reportedAt', c.reported, 'incidentNumber', case when c.incident then c.number end,
    'duties', bench.ledger(s.row -> 'data' -> 'duties', c.reported, c.n, c.closed),
    'verdict', case when c.incident then 'Incident' when c.closed then 'NotIncident' end,
    'evaluatedAt', case when c.incident or c.closed then c.reported + interval '40 minutes' end,
    'occurrence', s.row -> 'data' -> 'occurrence' || jsonb_build_object('description', c.words, 'sectionId', c.section, 'kinds', jsonb_build_array(c.kind), 'noticedAt', c.reported - interval '20 minutes')))) p;

insert into csirt.mt_doc_incident
select p.* from bench.case c join bench.sample s on s.name = 'incident' cross join lateral jsonb_populate_record(null::csirt.mt_doc_incident, s.row || jsonb_build_object('id', 'incident/' || c.number, 'data', s.row -> 'data' || jsonb_build_object(
    'id', 'incident/' || c.number, 'number', c.number, 'title', left(c.words, 20), 'sectionId', c.section, 'kinds', jsonb_build_array(c.kind), 'severity', (array['Critical', 'High', 'Medium', 'Low'])[1 + c.n % 4],
    'reportedAt', c.reported, 'noticedAt', c.reported - interval '20 minutes', 'openedAt', c.reported + interval '40 minutes',
    'closedAt', case when c.closed then c.reported + interval '9 days' end, 'duties', bench.ledger(s.row -> 'data' -> 'duties', c.reported + interval '40 minutes', c.n, c.closed)))) p
where c.incident;

insert into csirt.notice
select p.* from bench.case c join bench.sample s on s.name = 'notice'
    cross join lateral (select 'notice/' || c.number || '/r1/p' as id, 'notices/' || c.number as stream, (array['somu-shukan', 'keibo-hosa', 'yobo-shukan', 'shirei-hosa', 'tocho', 'bunshocho'])[1 + c.n % 6] as person) x
    cross join lateral jsonb_populate_record(null::csirt.notice, s.row || jsonb_build_object('id', x.id, 'stream', x.stream, 'number', c.number, 'person_id', x.person, 'queued_at', c.reported, 'data', s.row -> 'data' || jsonb_build_object(
        'id', x.id, 'stream', x.stream, 'case', 'report/' || c.number, 'number', c.number, 'queuedAt', c.reported, 'acceptedAt', c.reported, 'personId', x.person))) p;

-- Events of one case in ten. The readers of events start behind them: nobody is to be told of these.
insert into csirt.mt_streams
select p.* from bench.case c join bench.sample s on s.name = 'stream' and s.incident = c.incident cross join lateral jsonb_populate_record(null::csirt.mt_streams, s.row || jsonb_build_object('id', 'report/' || c.number)) p
where c.n % 10 = 0;

insert into csirt.mt_events
select p.* from bench.case c join bench.sample s on s.name = 'event' and s.incident = c.incident cross join lateral jsonb_populate_record(null::csirt.mt_events, s.row || jsonb_build_object('id', gen_random_uuid(), 'seq_id', nextval('csirt.mt_events_sequence'), 'stream_id', 'report/' || c.number, 'timestamp', c.reported)) p
where c.n % 10 = 0;

-- A document in every incident, as the sample has one: under way in the open ones, filed in the others.
insert into csirt.mt_doc_casedocument
select (jsonb_populate_record(d, jsonb_build_object('id', replace(d.id, d.data->>'number', i.number),
    'data', d.data || jsonb_build_object('id', replace(d.id, d.data->>'number', i.number), 'number', i.number, 'stage', i.stage)))).*
from csirt.mt_doc_casedocument d
cross join (select data->>'number' as number, case when data->>'closedAt' is null then 'Draft' else 'Filed' end as stage from csirt.mt_doc_incident) i
where i.number <> d.data->>'number';

update csirt.mt_event_progression set last_seq_id = (select max(seq_id) from csirt.mt_events);
drop schema bench cascade;
vacuum analyze;
