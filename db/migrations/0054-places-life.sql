-- The life of a place: who runs it and who works there, each of its versions, its end, and duplicates joined to it.
alter table places.place
  drop constraint place_status_is_known,
  add constraint place_status_is_known check (status in ('draft', 'published', 'hidden', 'closed', 'merged')),
  -- Why staff hides it: told to those who keep the place, never to the public.
  add column hidden_because text constraint hidden_for_a_reason check (btrim(hidden_because) <> ''),
  -- Its first day without receiving anybody.
  add column closed_on date,
  -- Where its public is received now.
  add column successor_id uuid references places.place constraint place_does_not_succeed_itself check (successor_id <> id),
  -- The place this one is a duplicate of. Its rows stay where they are: the pair is read as one.
  add column merged_into uuid references places.place constraint place_is_not_its_own_duplicate check (merged_into <> id),
  add column merged_at timestamptz,
  -- How the point was found; null: nobody said. DIR-55.
  add column point_precision text constraint precision_is_known check (point_precision in ('exact', 'street', 'commune')),
  add constraint merge_is_dated check ((merged_into is null) = (merged_at is null)),
  add constraint merged_places_say_where check ((status = 'merged') = (merged_into is not null)),
  add constraint only_a_closed_place_has_an_end check (status = 'closed' or (closed_on is null and successor_id is null)),
  add constraint only_a_hidden_place_says_why check (status = 'hidden' or hidden_because is null);
create index place_duplicates on places.place (merged_into) where merged_into is not null;

-- A duplicate joins a place that is not itself one, of its own network: no chain, no circle.
create function places.check_merge() returns trigger language plpgsql as $$
begin
  if new.merged_into is null then return new; end if;
  perform 1 from places.place
    where id = new.merged_into and merged_into is null and network_id = new.network_id for update;
  if not found or exists (select 1 from places.place where merged_into = new.id) then
    raise exception 'merge_goes_one_step' using errcode = 'check_violation', constraint = 'merge_goes_one_step';
  end if;
  return new;
end $$;
create trigger merge_goes_one_step before insert or update of merged_into on places.place
  for each row execute function places.check_merge();

-- Which place stands today, whichever of its duplicates a row names: for every module that keeps a place's id.
create view places.current_place as
  select id, network_id, coalesce(merged_into, id) as current_id from places.place;

-- What each version changed, who said it and in which quality. Version 1 is the place as it came.
create table places.revision (
  place_id uuid not null references places.place on delete cascade,
  version integer not null,
  at timestamptz not null,
  -- `owner`: whoever keeps the place; `staff`: the head of the network; `source`: a file.
  said_by text not null constraint speaker_is_known check (said_by in ('owner', 'staff', 'source')),
  made_by uuid,
  run_id uuid references places.import_run,
  -- What it was for: edited, imported, merged, undone, hidden, closed, reopened…
  act text not null constraint revision_names_its_act check (act ~ '^[a-z_]+$'),
  -- { field: { from, to } } by the names of the columns.
  changes jsonb not null,
  primary key (place_id, version)
);
comment on column places.revision.made_by is 'personal: who changed what is said of a place';
create index revision_of_run on places.revision (run_id) where run_id is not null;
create trigger revision_is_append_only before update or truncate on places.revision
  for each statement execute function platform.refuse_change();

-- A change of a place counts, whoever writes it: a page that shows an older version changes nothing that somebody
-- else wrote since.
create function places.count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger version_counts_changes before update on places.place
  for each row when (old.* is distinct from new.*) execute function places.count_version();

-- Who runs the place, owns its walls or lends them, while the period lasts. A link ends by its period. DIR-1.
create table places.organisation_place (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place,
  organisation_id uuid not null references identity.organisation,
  role text not null constraint place_role_is_known check (role in ('operates', 'owns', 'hosts')),
  from_day date not null,
  until_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint place_link_lasts check (until_day is null or until_day > from_day),
  constraint one_place_link_at_a_time exclude using gist
    (place_id with =, organisation_id with =, role with =, daterange(from_day, until_day) with &&)
);
comment on column places.organisation_place.recorded_by is 'personal: who tied an organisation to a place';
create index place_link_of_organisation on places.organisation_place (organisation_id, place_id);

-- Who works at the place, while the period lasts. DIR-1.
create table places.person_place (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place,
  person_id uuid not null references identity.person,
  function text not null default '',
  from_day date not null,
  until_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint work_at_a_place_lasts check (until_day is null or until_day > from_day),
  constraint nobody_works_twice_at_a_place exclude using gist
    (place_id with =, person_id with =, daterange(from_day, until_day) with &&)
);
comment on column places.person_place.person_id is 'personal: who works at a place';
comment on column places.person_place.function is 'personal: what the person does there';
comment on column places.person_place.recorded_by is 'personal: who tied a person to a place';
create index work_of_person on places.person_place (person_id);

-- A file's word is not the place's: who said it on that day.
alter table places.confirmation
  add column said_by text not null default 'source'
    constraint confirmation_speaker_is_known check (said_by in ('owner', 'staff', 'source'));
update places.confirmation set said_by = 'owner' where kind = 'unchanged';
