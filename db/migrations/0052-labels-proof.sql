-- What is public of a label, and what follows from it. The course of an award: where it stands in words, part after part,
-- half-open; a day before the first part is a day before the label. A withdrawal and an end are two words (LAB-30, LAB-34).
-- A label of a campaign is not there at all until the campaign is published (LAB-29). No reason is in it.
create view labels.label_course as
select w.id as award_id, s.network_id, s.id as scheme_id, w.place_id, w.organisation_id, w.agreement_id, w.edition_id,
  s.code, s.name, w.number, w.slug, coalesce(p.level, w.level) as level, part.status, part.from_day, part.until_day
from labels.award w
join labels.scheme s on s.id = w.scheme_id
join labels.award_span p on p.award_id = w.id
left join labels.edition e on e.id = w.edition_id
left join labels.cover c on c.agreement_id = w.agreement_id and c.place_id = w.place_id
cross join lateral (select least(c.until_day, c.label_until_day) as covered_until) k
cross join lateral (
  select p.kind as status, p.from_day, p.until_day where p.kind in ('withdrawn', 'ended')
  union all
  select case p.kind when 'suspended' then 'suspended' else 'active' end,
    greatest(p.from_day, c.from_day), least(p.until_day, w.valid_until, k.covered_until)
  where p.kind not in ('withdrawn', 'ended') and (w.agreement_id is null or c.from_day is not null)
  union all
  select case when w.valid_until <= coalesce(k.covered_until, w.valid_until) then 'ended'
      else coalesce(c.label_outcome, 'ended') end,
    greatest(p.from_day, least(w.valid_until, k.covered_until)), p.until_day
  where p.kind not in ('withdrawn', 'ended') and (w.agreement_id is null or c.from_day is not null)
    and least(w.valid_until, k.covered_until) is not null
) part
where (part.until_day is null or part.from_day < part.until_day)
  and (w.edition_id is null or e.published_at is not null);

-- The same, of the days on which it is borne, with how they stop.
drop view labels.shown_label;
create view labels.shown_label as
select w.id as award_id, s.network_id, s.id as scheme_id, w.place_id, w.organisation_id, w.agreement_id, s.code, s.name,
  w.number, w.slug, coalesce(p.level, w.level) as level,
  greatest(p.from_day, c.from_day) as from_day,
  least(p.until_day, w.valid_until, c.until_day, c.label_until_day) as until_day,
  case
    when p.until_day <= coalesce(least(w.valid_until, c.until_day, c.label_until_day), p.until_day) then p.next_kind
    when w.valid_until <= coalesce(least(c.until_day, c.label_until_day), w.valid_until) then 'ended'
    when c.until_day is not null or c.label_until_day is not null then coalesce(c.label_outcome, 'ended')
  end as outcome
from labels.award w
join labels.scheme s on s.id = w.scheme_id
join labels.award_span p on p.award_id = w.id and p.kind in ('granted', 'lifted', 'restored', 'level_changed')
left join labels.cover c on c.agreement_id = w.agreement_id and c.place_id = w.place_id
left join labels.edition e on e.id = w.edition_id
where (w.agreement_id is null or c.from_day is not null) and (w.edition_id is null or e.published_at is not null);

-- Under which name the national standard knows each label of a network, as last published (LAB-42).
create view labels.standard_name as
select s.network_id, s.code, s.name, v.content ->> 'standardLabel' as standard_label
from labels.scheme s
left join lateral (
  select of.content from labels.scheme_version of where of.scheme_id = s.id
  order by of.version desc, of.revision desc limit 1) v on true;

-- The awards whose acts changed and whose consequences are still to be drawn, whoever wrote the acts and however many:
-- emptied by the job, in the transaction of the consequences (LAB-35).
create table labels.award_move (
  id bigint generated always as identity primary key,
  award_id uuid not null references labels.award
);
create function labels.note_moves() returns trigger language plpgsql as $$
begin
  insert into labels.award_move (award_id) select distinct award_id from written_act;
  return null;
end $$;
create trigger moves_follow_acts after insert on labels.award_act
  referencing new table as written_act for each statement execute function labels.note_moves();

-- Each course of an award whose consequences were drawn: one line, one letter, one badge, whatever the number of runs.
create table labels.award_course (
  award_id uuid not null references labels.award,
  seq integer not null constraint courses_are_counted_from_one check (seq >= 1),
  -- `{"status", "from", "until", "level"}` each, in order.
  parts jsonb not null,
  noted_at timestamptz not null,
  primary key (award_id, seq)
);
create trigger award_course_is_append_only before update or delete or truncate on labels.award_course
  for each statement execute function platform.refuse_change();

-- The days on which what a place shows of labels changed, or was recorded: the national standard dates a place by them.
create view labels.label_change as
select distinct w.place_id, s.network_id, d.on_day
from labels.award w
join labels.scheme s on s.id = w.scheme_id
left join labels.edition e on e.id = w.edition_id
cross join lateral (
  select c.from_day as on_day from labels.label_course c where c.award_id = w.id
  union select c.until_day from labels.label_course c where c.award_id = w.id and c.until_day is not null
  union select (a.recorded_at at time zone 'Europe/Paris')::date from labels.award_act a where a.award_id = w.id
  union select (n.noted_at at time zone 'Europe/Paris')::date from labels.award_course n where n.award_id = w.id
  union select (e.published_at at time zone 'Europe/Paris')::date where e.published_at is not null
) d
where w.place_id is not null and (w.edition_id is null or e.published_at is not null);

-- In which commune the place stood when it was granted its label, then each time its owner said that the label follows it.
create table labels.award_address (
  award_id uuid not null references labels.award,
  seq integer not null constraint addresses_are_counted_from_one check (seq >= 1),
  commune text not null,
  recorded_at timestamptz not null,
  -- Null: noted by the program.
  recorded_by uuid,
  primary key (award_id, seq)
);
create trigger award_address_is_append_only before update or delete or truncate on labels.award_address
  for each statement execute function platform.refuse_change();
comment on column labels.award_address.recorded_by is 'personal: who said that a label follows its place to another commune';
