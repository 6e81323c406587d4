-- Organisations: their numbers, whom to reach, what other registers call them, and duplicates joined to them.
alter table identity.organisation
  drop constraint organisation_kind_is_known,
  add constraint organisation_kind_is_known check (kind in (
    'etat', 'region', 'departement', 'metropole', 'epci', 'commune', 'collectivite_outre_mer', 'etablissement_public',
    'groupement_interet_public', 'association', 'fondation', 'cooperative', 'entreprise', 'syndicat_professionnel', 'autre')),
  add column acronym text not null default '',
  add column rna text constraint rna_has_its_form check (rna ~ '^W[0-9A-Z]{3}[0-9]{6}$'),
  add column ridet text constraint ridet_has_its_form check (ridet ~ '^[0-9]{6,7}\.[0-9]{3}$'),
  add column address text not null default '',
  add column postal_code text not null default '',
  add column insee_code text constraint insee_code_has_5_signs check (insee_code ~ '^[0-9][0-9AB][0-9]{3}$'),
  add column email text not null default '',
  add column phone text not null default '',
  add column website text not null default '',
  add column updated_at timestamptz not null default now(),
  -- Counts changes: a page that shows an older version changes nothing.
  add column version integer not null default 1,
  -- The organisation this one is a duplicate of. Its rows stay where they are: the pair is read as one.
  add column merged_into uuid references identity.organisation
    constraint organisation_is_not_its_own_duplicate check (merged_into <> id),
  add column merged_at timestamptz,
  add constraint merge_is_dated check ((merged_into is null) = (merged_at is null));

drop index identity.one_organisation_per_siret;
create unique index one_organisation_per_siret on identity.organisation (network_id, siret)
  where siret is not null and merged_into is null;
create unique index one_organisation_per_rna on identity.organisation (network_id, rna)
  where rna is not null and merged_into is null;
create unique index one_organisation_per_ridet on identity.organisation (network_id, ridet)
  where ridet is not null and merged_into is null;
create index organisation_duplicates on identity.organisation (merged_into) where merged_into is not null;
create index organisation_by_likeness on identity.organisation using gist (public.folded(name) gist_trgm_ops);

-- A duplicate joins an organisation that is not itself a duplicate, of its own network: no chain, no circle.
create function identity.check_merge() returns trigger language plpgsql as $$
begin
  if new.merged_into is null then return new; end if;
  perform 1 from identity.organisation
    where id = new.merged_into and merged_into is null and network_id = new.network_id for update;
  if not found or exists (select 1 from identity.organisation where merged_into = new.id) then
    raise exception 'merge_goes_one_step' using errcode = 'check_violation', constraint = 'merge_goes_one_step';
  end if;
  return new;
end $$;
create trigger merge_goes_one_step before insert or update of merged_into on identity.organisation
  for each row execute function identity.check_merge();

-- What an organisation is called today, whichever of its duplicates a row names.
create view identity.current_organisation as
  select o.id, o.network_id, c.id as current_id, c.name, c.kind, c.siret, c.commune
  from identity.organisation o join identity.organisation c on c.id = coalesce(o.merged_into, o.id);

create table identity.external_ref (
  organisation_id uuid not null references identity.organisation,
  source text not null constraint source_is_named check (source ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ref text not null constraint ref_is_told check (btrim(ref) <> ''),
  added_at timestamptz not null,
  primary key (organisation_id, source, ref)
);
create index external_ref_by_ref on identity.external_ref (source, ref);

-- Whom to write to about what. They need no account.
create table identity.contact (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation,
  name text not null constraint contact_has_a_name check (btrim(name) <> ''),
  job_title text not null default '',
  email text not null default '',
  phone text not null default '',
  purpose text not null constraint purpose_is_known check (purpose in ('general', 'agreements', 'places', 'equipment', 'data_protection', 'accounts')),
  added_at timestamptz not null,
  constraint contact_can_be_reached check (email <> '' or phone <> '')
);
create index contact_of_organisation on identity.contact (organisation_id);

-- Who represents an organisation, in which quality, by which act. The holder may have no account (a mayor).
create table identity.mandate (
  id uuid primary key,
  network_id uuid not null references identity.network,
  organisation_id uuid not null references identity.organisation,
  person_id uuid references identity.person,
  holder_name text not null constraint holder_has_a_name check (btrim(holder_name) <> ''),
  quality text not null constraint quality_is_told check (btrim(quality) <> ''),
  -- The one who represents the organisation in all its acts; others hold a mandate for some of them.
  is_legal_representative boolean not null default false,
  act_kind text not null constraint act_kind_is_known check (act_kind in ('election', 'deliberation', 'appointment', 'statutes', 'other')),
  act_reference text not null default '',
  act_date date,
  document_file_id uuid references platform.file,
  from_day date not null,
  -- The first day it no longer holds; null: until further notice.
  until_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- Recorded by mistake: kept, and no longer proposed.
  withdrawn_at timestamptz,
  constraint mandate_lasts check (until_day is null or until_day > from_day)
);
create index mandate_of_organisation on identity.mandate (organisation_id, from_day);
create index mandate_of_person on identity.mandate (person_id) where person_id is not null;

-- « Par délégation »: the holder of a mandate lets somebody sign some acts in their place.
create table identity.delegation (
  id uuid primary key,
  mandate_id uuid not null references identity.mandate,
  person_id uuid references identity.person,
  holder_name text not null constraint delegate_has_a_name check (btrim(holder_name) <> ''),
  quality text not null constraint delegate_quality_is_told check (btrim(quality) <> ''),
  -- For what: 'all', 'agreements', 'labels', 'committees', 'equipment', 'funding'.
  subjects text[] not null constraint subjects_are_known check (
    cardinality(subjects) > 0 and subjects <@ array['all', 'agreements', 'labels', 'committees', 'equipment', 'funding']),
  act_reference text not null default '',
  act_date date,
  document_file_id uuid references platform.file,
  from_day date not null,
  until_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  withdrawn_at timestamptz,
  constraint delegation_lasts check (until_day is null or until_day > from_day)
);
create index delegation_of_mandate on identity.delegation (mandate_id);
create index delegation_of_person on identity.delegation (person_id) where person_id is not null;
