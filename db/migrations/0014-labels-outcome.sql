-- A label stops by a withdrawal or with its agreement: the two are never told in the same words (LAB-34).
create or replace view labels.shown_label as
select g.id as grant_id, s.network_id, g.place_id, g.agreement_id, s.code, s.name,
  greatest(g.granted_on, c.from_day) as from_day,
  least(g.withdrawn_on, c.until_day, c.label_until_day) as until_day,
  case
    when g.withdrawn_on <= coalesce(least(c.until_day, c.label_until_day), g.withdrawn_on) then 'withdrawn'
    when c.until_day is not null or c.label_until_day is not null then coalesce(c.label_outcome, 'ended')
  end as outcome
from labels.grant_of_label g
join labels.scheme s on s.id = g.scheme_id
join agreements.place_cover c on c.agreement_id = g.agreement_id and c.place_id = g.place_id
where c.from_day is not null;
