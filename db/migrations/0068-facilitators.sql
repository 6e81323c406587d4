-- Who helps residents, and what organisations know how to do: what they say of themselves, shown as each person chose.
create schema facilitators;

-- What a facilitator says of themselves in one network. Whether somebody reads it is a consent, field by field
-- (privacy.consent): nobody does by default. DIR-78.
create table facilitators.profile (
  network_id uuid not null references identity.network,
  person_id uuid not null references identity.person,
  presentation text not null default '',
  -- Codes of domain/skills.ts, and needs of residents by the codes of the national standard's services.
  skills text[] not null default '{}',
  themes text[] not null default '{}',
  -- As one writes them: « anglais », « langue des signes ».
  languages text[] not null default '{}',
  -- How far they go to help elsewhere; null: nobody said.
  goes_to text constraint distance_is_known check (goes_to in ('nowhere', 'commune', 'epci', 'department', 'network')),
  availability text not null default '',
  photo_file_id uuid references platform.file,
  -- Grows with every change: a page that shows an older one changes nothing.
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (person_id, network_id)
);
create index profile_of_network on facilitators.profile (network_id);
comment on column facilitators.profile.person_id is 'personal: whose';
comment on column facilitators.profile.presentation is 'personal: how they present themselves';
comment on column facilitators.profile.skills is 'personal: what they know how to do';
comment on column facilitators.profile.themes is 'personal: what they help with';
comment on column facilitators.profile.languages is 'personal: languages spoken';
comment on column facilitators.profile.goes_to is 'personal: how far they go';
comment on column facilitators.profile.availability is 'personal: when they may come';
comment on column facilitators.profile.photo_file_id is 'personal: picture';
comment on column facilitators.profile.updated_at is 'personal: when they last changed it';

-- The places where somebody works, by the place that stands today. Compare the day with [from_day, until_day).
create view facilitators.workplace as
select l.network_id, l.person_id, p.current_id as place_id, l.function, l.from_day, l.until_day
from places.person_place l join places.current_place p on p.id = l.place_id;

-- How long each person helped, or helps, residents of a network; null: until further notice.
create view facilitators.standing as
select m.network_id, m.person_id,
  case when bool_or(m.ended_at is null and m.until_day is null) then null
    else max(least((m.ended_at at time zone 'Europe/Paris')::date, m.until_day)) end as last_day
from identity.membership m where m.role = 'facilitator'
group by m.network_id, m.person_id;

-- A facilitator as each kind of reader may see them (`reader`, as in privacy.shown_person): null is what this reader
-- may not see, and who shows no name is not here. Compare the day with [from_day, until_day).
create view facilitators.card as
select s.network_id, s.person_id, s.membership_id, s.organisation_id, s.from_day, s.until_day, s.reader,
  s.name, s.job_title, s.organisation, s.commune, s.email, s.phone,
  'places' = any(s.shows) as shows_places,
  'messages' = any(s.shows) as takes_messages,
  case when 'photo' = any(s.shows) then p.photo_file_id end as photo_file_id,
  case when 'presentation' = any(s.shows) then nullif(p.presentation, '') end as presentation,
  case when 'skills' = any(s.shows) then p.skills end as skills,
  case when 'skills' = any(s.shows) then p.themes end as themes,
  case when 'languages' = any(s.shows) then p.languages end as languages,
  case when 'availability' = any(s.shows) then p.goes_to end as goes_to,
  case when 'availability' = any(s.shows) then nullif(p.availability, '') end as availability
from privacy.shown_person s
left join facilitators.profile p on p.person_id = s.person_id and p.network_id = s.network_id
where s.role = 'facilitator' and s.name is not null;

-- For the page of a place, its search and what leaves the network: whom everybody may see at a place, and until when.
-- Empty as soon as a consent is withdrawn. Compare the day with [from_day, until_day).
create view facilitators.public_card as
select c.network_id, w.place_id, c.person_id, c.name, c.job_title, c.photo_file_id is not null as has_photo,
  greatest(c.from_day, w.from_day) as from_day, least(c.until_day, w.until_day) as until_day
from facilitators.card c
join facilitators.workplace w on w.network_id = c.network_id and w.person_id = c.person_id
where c.reader = 'public' and c.shows_places;

-- Does the network show what its organisations know how to do. DIR-80.
create table facilitators.organisation_directory (
  network_id uuid primary key references identity.network,
  is_open boolean not null,
  changed_at timestamptz not null,
  changed_by uuid
);
comment on column facilitators.organisation_directory.changed_by is 'personal: who opened or closed the directory of organisations';

-- What an organisation offers to small firms, local authorities and others. Its name and address are identity's.
create table facilitators.organisation_offer (
  organisation_id uuid primary key references identity.organisation,
  network_id uuid not null references identity.network,
  is_listed boolean not null,
  presentation text not null default '',
  -- Codes of domain/competences.ts.
  competences text[] not null default '{}',
  serves text[] not null default '{}',
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid
);
create index offer_of_network on facilitators.organisation_offer (network_id) where is_listed;
comment on column facilitators.organisation_offer.changed_by is 'personal: who wrote what the organisation offers';

-- The offers that are shown, by the organisation that stands today, whichever of its duplicates wrote it.
create view facilitators.listed_organisation as
select distinct on (o.current_id) f.network_id, o.current_id as organisation_id, o.name, o.kind, o.commune,
  f.presentation, f.competences, f.serves
from facilitators.organisation_offer f
join identity.current_organisation o on o.id = f.organisation_id
where f.is_listed
order by o.current_id, (f.organisation_id <> o.current_id), f.changed_at desc;
