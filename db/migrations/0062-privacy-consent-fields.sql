-- More of what a person may let be shown, and one more kind of reader: the head of the network alone. DIR-78.
alter table privacy.consent
  drop constraint consented_field_is_known,
  add constraint consented_field_is_known check (field in ('name', 'job_title', 'organisation', 'email', 'phone',
    'photo', 'presentation', 'places', 'skills', 'languages', 'availability', 'messages')),
  drop constraint audience_is_known,
  add constraint audience_is_known check (audience in ('public', 'network', 'same_place', 'staff'));

-- `reader` may also be 'staff': who acts for the head. `shows` names every field that the reader may see.
create or replace view privacy.shown_person as
select m.id as membership_id, m.network_id, m.person_id, m.organisation_id, m.role, m.from_day, m.until_day,
  readers.reader,
  max(p.name) filter (where c.field = 'name') as name,
  max(m.job_title) filter (where c.field = 'job_title') as job_title,
  max(o.name) filter (where c.field = 'organisation') as organisation,
  max(o.commune) filter (where c.field = 'organisation') as commune,
  max(p.email) filter (where c.field = 'email') as email,
  max(p.phone) filter (where c.field = 'phone') as phone,
  array_agg(c.field) as shows
from (values ('public', array['public']), ('network', array['public', 'network']),
  ('same_place', array['public', 'network', 'same_place']), ('staff', array['public', 'network', 'staff']))
  as readers(reader, audiences)
join privacy.consent c on c.withdrawn_at is null and c.audience = any(readers.audiences)
join identity.person p on p.id = c.person_id and p.anonymised_at is null
join identity.membership m on m.person_id = c.person_id and m.network_id = c.network_id and m.ended_at is null
join identity.current_organisation o on o.id = m.organisation_id
group by m.id, readers.reader;
