-- Keeping what is said of a place: drafts of a section, changes that the head of the network looks at first, the
-- ground that a moving service covers.

-- INSEE codes of the communes an itinerant service goes to. DIR-7.
alter table places.place add column serves text[] not null default '{}';

comment on column places.revision.changes is 'personal: former telephones and addresses of a place, which may be somebody’s';

-- Does the head of the network look at the changes of what a place is (name, address, status, identifier) before they
-- are shown? DIR-73.
create table places.editing_rule (
  network_id uuid primary key references identity.network,
  checks_sensitive boolean not null,
  changed_at timestamptz not null,
  changed_by uuid
);
comment on column places.editing_rule.changed_by is 'personal: who chose whether changes of places are checked';

-- What somebody typed in a section and keeps for later: seen by nobody else.
create table places.section_draft (
  place_id uuid not null references places.place on delete cascade,
  person_id uuid not null references identity.person,
  section text not null constraint draft_names_its_section check (section ~ '^[a-z]+$'),
  -- By the names of the fields of the form, what the section said when they began included.
  typed jsonb not null,
  saved_at timestamptz not null,
  primary key (place_id, person_id, section)
);
comment on column places.section_draft.person_id is 'personal: who keeps the draft';
comment on column places.section_draft.typed is 'personal: what they typed, a telephone perhaps';
create index section_draft_by_age on places.section_draft (saved_at);

-- A change that waits for the head of the network. Decided once; the place then says it, or says why not.
create table places.awaited_change (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place on delete cascade,
  -- { column: { from, to } }, as in places.revision.
  changes jsonb not null,
  proposed_at timestamptz not null,
  proposed_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  outcome text constraint awaited_outcome_is_known check (outcome in ('accepted', 'refused', 'withdrawn', 'replaced')),
  reason text,
  constraint awaited_change_is_decided_once check ((decided_at is null) = (outcome is null)),
  constraint refused_change_says_why check (outcome <> 'refused' or btrim(reason) <> '')
);
comment on column places.awaited_change.changes is 'personal: what was proposed, a name or an address';
comment on column places.awaited_change.proposed_by is 'personal: who proposed the change';
comment on column places.awaited_change.decided_by is 'personal: who decided on it';
comment on column places.awaited_change.reason is 'personal: why it was refused, in free words';
create index awaited_change_of_place on places.awaited_change (place_id);
create index awaited_change_to_decide on places.awaited_change (network_id, proposed_at) where decided_at is null;
