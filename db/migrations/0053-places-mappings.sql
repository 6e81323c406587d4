-- How the columns of one source become those of the standard: each change is a new version. DIR-29.
create table places.source_mapping (
  id uuid primary key,
  network_id uuid not null references identity.network,
  source text not null constraint mapping_names_its_source check (btrim(source) <> ''),
  version integer not null constraint mapping_versions_are_counted_from_one check (version >= 1),
  -- `Mapping` of the domain.
  mapping jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  constraint one_mapping_per_version unique (network_id, source, version)
);
create trigger source_mapping_is_append_only before update or delete or truncate on places.source_mapping
  for each statement execute function platform.refuse_change();
comment on column places.source_mapping.made_by is 'personal: who said how a file of places is read';

alter table places.import_run
  -- Its columns are not those of the standard, and nobody said yet what they are.
  add column awaits_mapping boolean not null default false,
  add column mapping_id uuid references places.source_mapping;
