create schema labels;

create table labels.scheme (
  id uuid primary key,
  network_id uuid not null references identity.network,
  code text not null,
  name text not null,
  description text not null default '',
  constraint one_scheme_per_code unique (network_id, code)
);

-- A label granted to a place under an agreement. What ends it is read from the agreement, never written here.
create table labels.grant_of_label (
  id uuid primary key,
  scheme_id uuid not null references labels.scheme,
  place_id uuid not null references places.place,
  agreement_id uuid not null references agreements.agreement,
  granted_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  withdrawn_on date constraint withdrawn_after_granted check (withdrawn_on >= granted_on),
  constraint one_grant_per_agreement unique (scheme_id, place_id, agreement_id)
);
create index grant_of_place on labels.grant_of_label (place_id);

-- Published for the directory: a label is shown while it is granted and the agreement covers the place. Compare
-- the day with [from_day, until_day).
create view labels.shown_label as
select g.id as grant_id, s.network_id, g.place_id, g.agreement_id, s.code, s.name,
  greatest(g.granted_on, c.from_day) as from_day,
  least(g.withdrawn_on, c.until_day) as until_day
from labels.grant_of_label g
join labels.scheme s on s.id = g.scheme_id
join agreements.place_cover c on c.agreement_id = g.agreement_id and c.place_id = g.place_id
where c.from_day is not null;
