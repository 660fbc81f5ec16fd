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

create function bench.sample(incident boolean) returns csirt.mt_doc_report language sql stable as $$
    select r from csirt.mt_doc_report r where (r.data ->> 'incidentNumber' is not null) = incident and r.data ->> 'number' !~ '^R8-0[0-9]{5}$' order by r.data ->> 'reportedAt' desc limit 1
$$;

-- The ledger with its clocks moved to the new time, and what was met, met after a while of its own.
create function bench.ledger(ledger jsonb, at timestamptz, n bigint) returns jsonb language sql stable as $$
    select jsonb_set(ledger, '{records}', coalesce(jsonb_agg(r || jsonb_build_object('since', at) ||
        case when r ->> 'metAt' is null then '{}' else jsonb_build_object('metAt', at + make_interval(secs => (n * 7919 + i * 613) % 9000)) end order by i), '[]'))
    from jsonb_array_elements(ledger -> 'records') with ordinality as x(r, i)
$$;

insert into csirt.mt_doc_report
select (jsonb_populate_record(s, jsonb_build_object('id', 'report/' || c.number, 'data', s.data || jsonb_build_object(
    'id', 'report/' || c.number, 'number', c.number, 'reportedAt', c.reported, 'incidentNumber', case when c.incident then c.number end,
    'duties', bench.ledger(s.data -> 'duties', c.reported, c.n),
    'verdict', case when c.incident then 'Incident' when c.closed then 'NotIncident' end,
    'evaluatedAt', case when c.incident or c.closed then c.reported + interval '40 minutes' end,
    'occurrence', (s.data -> 'occurrence') || jsonb_build_object('description', c.words, 'sectionId', c.section, 'kinds', jsonb_build_array(c.kind), 'noticedAt', c.reported - interval '20 minutes'))))).*
from bench.case c cross join lateral (select (bench.sample(c.incident)).*) s;

-- What was judged to be no incident and closed has nothing open.
update csirt.mt_doc_report r set data = jsonb_set(r.data, '{duties,records}', (select jsonb_agg(case when d ->> 'metAt' is null then d || jsonb_build_object('unnecessaryAt', c.reported + interval '1 hour', 'unnecessaryReason', '該当しない') else d end)
    from jsonb_array_elements(r.data -> 'duties' -> 'records') d))
from bench.case c where r.id = 'report/' || c.number and c.closed and not c.incident;

insert into csirt.mt_doc_incident
select (jsonb_populate_record(s, jsonb_build_object('id', 'incident/' || c.number, 'data', s.data || jsonb_build_object(
    'id', 'incident/' || c.number, 'number', c.number, 'title', left(c.words, 20), 'sectionId', c.section, 'kinds', jsonb_build_array(c.kind), 'severity', (array['Critical', 'High', 'Medium', 'Low'])[1 + c.n % 4],
    'reportedAt', c.reported, 'noticedAt', c.reported - interval '20 minutes', 'openedAt', c.reported + interval '40 minutes',
    'closedAt', case when c.closed then c.reported + interval '9 days' end, 'duties', bench.ledger(s.data -> 'duties', c.reported + interval '40 minutes', c.n))))).*
from bench.case c cross join lateral (select i.* from csirt.mt_doc_incident i where i.id = 'incident/' || (bench.sample(true)).data ->> 'number') s where c.incident;

insert into csirt.mt_doc_notice
select (jsonb_populate_record(s, jsonb_build_object('id', 'notice/' || c.number || '/r1/tocho', 'data', s.data || jsonb_build_object(
    'id', 'notice/' || c.number || '/r1/tocho', 'case', 'report/' || c.number, 'number', c.number, 'queuedAt', c.reported, 'acceptedAt', c.reported)))).*
from bench.case c cross join (select * from csirt.mt_doc_notice where data ->> 'delivery' = 'Accepted' limit 1) s;

-- Events of one case in ten. The readers of events start behind them: nobody is to be told of these.
insert into csirt.mt_streams
select (jsonb_populate_record(s, jsonb_build_object('id', 'report/' || c.number))).*
from bench.case c cross join lateral (select t.* from csirt.mt_streams t where t.id = (bench.sample(c.incident)).id) s where c.n % 10 = 0;

insert into csirt.mt_events
select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'seq_id', nextval('csirt.mt_events_sequence'), 'stream_id', 'report/' || c.number, 'timestamp', c.reported))).*
from bench.case c cross join lateral (select e.* from csirt.mt_events e where e.stream_id = (bench.sample(c.incident)).id) s where c.n % 10 = 0;

update csirt.mt_event_progression set last_seq_id = (select max(seq_id) from csirt.mt_events);
drop schema bench cascade;
vacuum analyze;
