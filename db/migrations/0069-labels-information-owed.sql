-- Which labels ask a place for its information each semester, and while they are borne: what the directory reads to know
-- who owes a word. A label whose specifications are not written asks for it, as the convention does. 000 art. 4, LAB-32.
create view labels.information_owed as
select c.award_id, c.network_id, c.place_id, c.agreement_id, c.name, c.from_day, c.until_day
from labels.label_course c
join labels.award a on a.id = c.award_id
left join lateral (
  select v.content from labels.scheme_version v
  where v.scheme_id = a.scheme_id and (a.version_id is null or v.id = a.version_id)
  order by v.version desc, v.revision desc limit 1) judged on true
where c.place_id is not null and c.status in ('active', 'suspended')
  and coalesce(judged.content -> 'duties' ? 'semester_information', true);
