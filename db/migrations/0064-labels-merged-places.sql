-- A label follows its place into the one it was joined to: what others read of a label names the place as it stands today.
-- The award keeps the place it was given to, so that a merge undone gives it back (LAB-37, DIR-47).
create or replace view labels.cover as
select agreement_id, place_id, from_day, until_day, label_until_day, label_outcome
from agreements.place_cover
union all
select l.agreement_id, p.place_id, min(s.from_day), min(s.until_day), null::date, null::text
from labels.place_list l
join labels.charter_signature c on c.list_id = l.id
join labels.listed_place p on p.list_id = l.id
join agreements.standing s on s.agreement_id = l.agreement_id
where not exists (select 1 from agreements.place_cover o where o.agreement_id = l.agreement_id)
group by l.agreement_id, p.place_id
union all
-- An agreement that lists a duplicate carries the labels given since to the place it was joined to. The longest cover of
-- several duplicates counts.
(select distinct on (d.agreement_id, k.current_id)
  d.agreement_id, k.current_id, d.from_day, d.until_day, d.label_until_day, d.label_outcome
from agreements.place_cover d
join places.current_place k on k.id = d.place_id and k.current_id <> d.place_id
where not exists (
  select 1 from agreements.place_cover o where o.agreement_id = d.agreement_id and o.place_id = k.current_id)
order by d.agreement_id, k.current_id, d.until_day desc nulls first, d.from_day);

create or replace view labels.label_course as
select w.id as award_id, s.network_id, s.id as scheme_id, k.current_id as place_id, w.organisation_id, w.agreement_id,
  w.edition_id, s.code, s.name, w.number, w.slug, coalesce(p.level, w.level) as level, part.status, part.from_day,
  part.until_day
from labels.award w
join labels.scheme s on s.id = w.scheme_id
join labels.award_span p on p.award_id = w.id
left join places.current_place k on k.id = w.place_id
left join labels.edition e on e.id = w.edition_id
left join labels.cover c on c.agreement_id = w.agreement_id and c.place_id = w.place_id
cross join lateral (select least(c.until_day, c.label_until_day) as covered_until) t
cross join lateral (
  select p.kind as status, p.from_day, p.until_day where p.kind in ('withdrawn', 'ended')
  union all
  select case p.kind when 'suspended' then 'suspended' else 'active' end,
    greatest(p.from_day, c.from_day), least(p.until_day, w.valid_until, t.covered_until)
  where p.kind not in ('withdrawn', 'ended') and (w.agreement_id is null or c.from_day is not null)
  union all
  select case when w.valid_until <= coalesce(t.covered_until, w.valid_until) then 'ended'
      else coalesce(c.label_outcome, 'ended') end,
    greatest(p.from_day, least(w.valid_until, t.covered_until)), p.until_day
  where p.kind not in ('withdrawn', 'ended') and (w.agreement_id is null or c.from_day is not null)
    and least(w.valid_until, t.covered_until) is not null
) part
where (part.until_day is null or part.from_day < part.until_day)
  and (w.edition_id is null or e.published_at is not null);

create or replace view labels.shown_label as
select w.id as award_id, s.network_id, s.id as scheme_id, k.current_id as place_id, w.organisation_id, w.agreement_id,
  s.code, s.name, w.number, w.slug, coalesce(p.level, w.level) as level,
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
left join places.current_place k on k.id = w.place_id
left join labels.cover c on c.agreement_id = w.agreement_id and c.place_id = w.place_id
left join labels.edition e on e.id = w.edition_id
where (w.agreement_id is null or c.from_day is not null) and (w.edition_id is null or e.published_at is not null);

create or replace view labels.label_change as
select distinct k.current_id as place_id, s.network_id, d.on_day
from labels.award w
join labels.scheme s on s.id = w.scheme_id
join places.current_place k on k.id = w.place_id
left join labels.edition e on e.id = w.edition_id
cross join lateral (
  select c.from_day as on_day from labels.label_course c where c.award_id = w.id
  union select c.until_day from labels.label_course c where c.award_id = w.id and c.until_day is not null
  union select (a.recorded_at at time zone 'Europe/Paris')::date from labels.award_act a where a.award_id = w.id
  union select (n.noted_at at time zone 'Europe/Paris')::date from labels.award_course n where n.award_id = w.id
  union select (e.published_at at time zone 'Europe/Paris')::date where e.published_at is not null
) d
where w.edition_id is null or e.published_at is not null;
