create schema places;

-- A place where the public is received, or an itinerant service. Values are codes of domain/vocabulary.ts;
-- the national standard's French words are written and read in one file.
create table places.place (
  id uuid primary key,
  network_id uuid not null references identity.network,
  slug text not null,
  status text not null default 'published'
    constraint place_status_is_known check (status in ('draft', 'published', 'hidden', 'closed')),
  name text not null constraint place_has_a_name check (btrim(name) <> ''),
  pivot text,
  commune text not null default '',
  postal_code text,
  insee_code text,
  address text not null default '',
  address_extra text,
  latitude double precision,
  longitude double precision,
  typologies text[] not null default '{}',
  phone text,
  emails text[] not null default '{}',
  websites text[] not null default '{}',
  opening_hours text,
  summary text,
  detail text,
  source text,
  itinerance text[] not null default '{}',
  parent_organisation text,
  updated_on date,
  services text[] not null default '{}',
  publics text[] not null default '{}',
  special_care text[] not null default '{}',
  fees text[] not null default '{}',
  programmes text[] not null default '{}',
  trainings text[] not null default '{}',
  other_labels text[] not null default '{}',
  access_modes text[] not null default '{}',
  support_modes text[] not null default '{}',
  acces_libre_url text,
  booking_url text,
  version integer not null default 1,
  created_at timestamptz not null,
  search tsvector,
  constraint one_place_per_slug unique (network_id, slug),
  constraint coordinates_go_together check ((latitude is null) = (longitude is null)),
  constraint coordinates_are_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);

create function places.fill_search() returns trigger language plpgsql as $$
begin
  new.search :=
    setweight(to_tsvector('public.fr', new.name), 'A') ||
    setweight(to_tsvector('public.fr', new.commune || ' ' || coalesce(new.postal_code, '')), 'B') ||
    setweight(to_tsvector('public.fr', coalesce(new.parent_organisation, '') || ' ' || new.address), 'C') ||
    setweight(to_tsvector('public.fr', coalesce(new.summary, '')), 'D');
  return new;
end $$;
create trigger search_follows_the_words before insert or update of name, commune, postal_code, parent_organisation, address, summary
  on places.place for each row execute function places.fill_search();

create index place_by_word on places.place using gin (search);
create index place_by_spelling on places.place using gin (public.folded(name) gin_trgm_ops);
create index place_by_commune_spelling on places.place using gin (public.folded(commune) gin_trgm_ops);
create index place_by_service on places.place using gin (services);
create index place_by_postal_code on places.place (network_id, postal_code);
create index place_by_name on places.place (network_id, (name collate public.french), id) where status = 'published';
create index place_on_the_map on places.place (network_id, latitude, longitude) where status = 'published';
create index place_by_commune on places.place (network_id, insee_code);

-- Grows with every change of a network's places, in the same transaction: what a process keeps in memory and every
-- ETag are known by it. The row is taken last, so a deadlock between two writers is rare, and the act is tried again.
create table places.directory_version (
  network_id uuid primary key references identity.network,
  version bigint not null
);

create function places.grow_version() returns trigger language plpgsql as $$
begin
  insert into places.directory_version (network_id, version)
  select distinct network_id, 1 from changed_place order by network_id
  on conflict (network_id) do update set version = places.directory_version.version + 1;
  return null;
end $$;
create trigger version_follows_insert after insert on places.place
  referencing new table as changed_place for each statement execute function places.grow_version();
create trigger version_follows_update after update on places.place
  referencing new table as changed_place for each statement execute function places.grow_version();
create trigger version_follows_delete after delete on places.place
  referencing old table as changed_place for each statement execute function places.grow_version();

-- Addresses that once led to a place lead to it for ever (301).
create table places.former_slug (
  network_id uuid not null references identity.network,
  slug text not null,
  place_id uuid not null references places.place on delete cascade,
  primary key (network_id, slug)
);

-- A source's own id is local to it; what it last said is known by its fingerprint.
create table places.external_ref (
  network_id uuid not null references identity.network,
  source text not null,
  external_id text not null,
  place_id uuid not null references places.place on delete cascade,
  fingerprint text not null,
  -- Since when the source's files no longer have it. The place itself stays as it is.
  missing_since timestamptz,
  primary key (network_id, source, external_id)
);
create index external_ref_of_place on places.external_ref (place_id);

-- One reading of one file: checked first, published when somebody says so. Its progress is the platform's row of
-- the same id.
create table places.import_run (
  id uuid primary key,
  network_id uuid not null references identity.network,
  source text not null constraint import_names_its_source check (btrim(source) <> ''),
  file_name text not null,
  file_sha256 text,
  created_at timestamptz not null,
  created_by uuid,
  checked_at timestamptz,
  confirmed_at timestamptz,
  applied_at timestamptz,
  abandoned_at timestamptz,
  -- Why the file cannot be read, in French.
  refusal text,
  counts jsonb,
  constraint only_a_checked_import_is_applied check (applied_at is null or checked_at is not null),
  constraint an_import_is_applied_or_abandoned check (applied_at is null or abandoned_at is null)
);
create index import_run_by_time on places.import_run (network_id, created_at desc);

-- What the reading found in each row. `line` is the physical line of the file; 0 for what is not in the file.
create table places.import_finding (
  run_id uuid not null references places.import_run on delete cascade,
  line integer not null,
  position integer not null,
  external_id text,
  column_name text not null,
  value text not null,
  code text not null,
  severity text not null
    constraint severity_is_known check (severity in ('refused', 'warning', 'correction', 'remark')),
  message text not null,
  proposal text,
  primary key (run_id, line, position)
);

-- Rows ready to be written, between the check and the decision. Unlogged: after a crash of the server the file is
-- simply read again.
create unlogged table places.import_row (
  run_id uuid not null references places.import_run on delete cascade,
  line integer not null,
  external_id text not null,
  fingerprint text not null,
  outcome text not null default 'create'
    constraint outcome_is_known check (outcome in ('create', 'update', 'unchanged', 'held')),
  -- Used only if the row becomes a new place.
  place_id uuid not null,
  slug text not null,
  slug_number integer not null default 1,
  fields jsonb not null,
  primary key (run_id, line)
);
create index import_row_by_external_id on places.import_row (run_id, external_id);
