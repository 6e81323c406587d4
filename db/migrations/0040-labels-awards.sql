-- A label that was granted is an award: it has a number and an address of its own, and its story is that of its acts.
-- Where it stands on a day is read from them and from what carries it, never written (LAB-30).
drop view labels.shown_label;
alter table labels.grant_of_label rename to award;
alter index labels.grant_of_place rename to award_of_place;
alter table labels.award rename constraint one_grant_per_agreement to one_award_per_agreement;
alter table labels.award
  alter column place_id drop not null,
  alter column agreement_id drop not null,
  -- A local authority may hold a label too.
  add column organisation_id uuid references identity.organisation,
  add column number text,
  -- End of its public address, short enough for a plaque.
  add column slug text,
  add column level integer constraint level_starts_at_one check (level >= 1),
  -- The first day without it, when its own validity ends it.
  add column valid_until date,
  -- The first day without it, once it is over for good: the same label may then be granted anew.
  add column over_on date,
  add constraint award_has_one_holder check (num_nonnulls(place_id, organisation_id) = 1),
  add constraint award_is_valid_for_a_time check (valid_until > granted_on),
  add constraint award_is_over_after_it_begins check (over_on >= granted_on);

-- Numbers follow one another in the year, whoever grants at the same time.
create table labels.award_counter (
  scheme_id uuid not null references labels.scheme,
  year integer not null,
  last integer not null constraint awards_are_counted_from_one check (last >= 1),
  primary key (scheme_id, year)
);
insert into labels.award_counter
  select scheme_id, extract(year from granted_on)::integer, count(*) from labels.award group by 1, 2;
update labels.award a set number = n.number, slug = substr(md5(a.id::text || random()::text), 1, 12)
from (
  select g.id, upper(s.code) || '-' || to_char(g.granted_on, 'YYYY') || '-' || lpad(
    row_number() over (partition by g.scheme_id, to_char(g.granted_on, 'YYYY') order by g.recorded_at, g.id)::text, 4, '0')
    as number
  from labels.award g join labels.scheme s on s.id = g.scheme_id) n
where n.id = a.id;
alter table labels.award
  alter column number set not null,
  alter column slug set not null,
  add constraint one_award_per_number unique (scheme_id, number),
  add constraint one_award_per_slug unique (slug);

create table labels.award_act (
  id uuid primary key,
  award_id uuid not null references labels.award,
  seq integer not null constraint award_act_seq_starts_at_one check (seq >= 1),
  kind text not null constraint award_act_kind_is_known check (
    kind in ('granted', 'suspended', 'lifted', 'withdrawn', 'ended', 'restored')),
  -- The first day it holds.
  from_day date not null,
  reason text not null default '',
  -- The act it replaces, which counts no more.
  supersedes uuid references labels.award_act constraint one_correction_per_award_act unique,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint one_award_act_per_seq unique (award_id, seq),
  constraint award_begins_by_its_grant check ((seq = 1) = (kind = 'granted')),
  constraint award_act_against_its_holder_is_explained check (
    kind not in ('suspended', 'withdrawn') or btrim(reason) <> '')
);
create trigger award_act_is_append_only before update or delete or truncate on labels.award_act
  for each statement execute function platform.refuse_change();
insert into labels.award_act (id, award_id, seq, kind, from_day, recorded_at, recorded_by)
  select gen_random_uuid(), id, 1, 'granted', granted_on, recorded_at, recorded_by from labels.award;
insert into labels.award_act (id, award_id, seq, kind, from_day, reason, recorded_at)
  select gen_random_uuid(), id, 2, 'withdrawn', withdrawn_on, 'Retrait enregistré avant le registre des actes', recorded_at
  from labels.award where withdrawn_on is not null;
update labels.award set over_on = withdrawn_on where withdrawn_on is not null;
alter table labels.award drop column withdrawn_on;
-- Granted again under a later agreement: the former was over by then.
update labels.award a set over_on = n.next_day
from (
  select id, lead(granted_on) over (partition by scheme_id, place_id order by granted_on, recorded_at, id) as next_day
  from labels.award) n
where n.id = a.id and n.next_day <= coalesce(a.over_on, n.next_day);

-- One label at a time: the same label is granted anew only once the former is over.
alter table labels.award add constraint one_active_award_per_holder exclude using gist (
  scheme_id with =, (coalesce(place_id, organisation_id)) with =, daterange(granted_on, coalesce(over_on, valid_until)) with &&);
alter table labels.award drop constraint one_award_per_agreement;

comment on column labels.award_act.recorded_by is 'personal: who recorded an act on a label';

-- The acts that count, each with the day the next one takes over.
create view labels.award_span as
select a.award_id, a.kind, a.from_day, n.from_day as until_day, n.kind as next_kind
from labels.award_act a
left join lateral (
  select b.from_day, b.kind from labels.award_act b
  where b.award_id = a.award_id and (b.from_day, b.seq) > (a.from_day, a.seq)
    and not exists (select 1 from labels.award_act c where c.supersedes = b.id)
  order by b.from_day, b.seq limit 1) n on true
where not exists (select 1 from labels.award_act c where c.supersedes = a.id);

-- Published for the directory: the days a place shows a label, while its acts and what carries it say so. Compare the day
-- with [from_day, until_day). A withdrawal and an end are never told in the same words (LAB-34).
create view labels.shown_label as
select w.id as award_id, s.network_id, w.place_id, w.agreement_id, s.code, s.name, w.number, w.slug,
  greatest(p.from_day, c.from_day) as from_day,
  least(p.until_day, w.valid_until, c.until_day, c.label_until_day) as until_day,
  case
    when p.until_day <= coalesce(least(w.valid_until, c.until_day, c.label_until_day), p.until_day) then p.next_kind
    when w.valid_until <= coalesce(least(c.until_day, c.label_until_day), w.valid_until) then 'ended'
    when c.until_day is not null or c.label_until_day is not null then coalesce(c.label_outcome, 'ended')
  end as outcome
from labels.award w
join labels.scheme s on s.id = w.scheme_id
join labels.award_span p on p.award_id = w.id and p.kind in ('granted', 'lifted', 'restored')
left join agreements.place_cover c on c.agreement_id = w.agreement_id and c.place_id = w.place_id
where w.place_id is not null and (w.agreement_id is null or c.from_day is not null);
