create schema identity;

create table identity.network (
  id uuid primary key,
  slug text not null constraint one_network_per_slug unique
    constraint slug_is_url_safe check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  head_name text not null,
  tagline text not null default '',
  -- A domain of its own; null: reached under /n/<slug>.
  host text constraint one_network_per_host unique,
  -- Answers at the root of the installation's own address.
  is_default boolean not null default false,
  theme jsonb not null,
  created_at timestamptz not null
);
create unique index one_default_network on identity.network (is_default) where is_default;

create table identity.organisation (
  id uuid primary key,
  network_id uuid not null references identity.network,
  name text not null constraint organisation_has_a_name check (btrim(name) <> ''),
  kind text not null constraint organisation_kind_is_known check (
    kind in ('etat', 'region', 'departement', 'epci', 'commune', 'association', 'entreprise', 'etablissement_public', 'autre')
  ),
  siret text constraint siret_has_14_digits check (siret ~ '^\d{14}$'),
  commune text not null default '',
  created_at timestamptz not null
);
create unique index one_organisation_per_siret on identity.organisation (network_id, siret) where siret is not null;
create index organisation_by_name on identity.organisation (network_id, name);

create table identity.person (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  email text not null constraint one_person_per_email unique,
  created_at timestamptz not null
);

-- In which quality a person acts for an organisation of a network, while the period lasts.
create table identity.membership (
  id uuid primary key,
  person_id uuid not null references identity.person,
  network_id uuid not null references identity.network,
  organisation_id uuid not null references identity.organisation,
  role text not null constraint role_is_known check (role in ('officer', 'reader', 'partner', 'facilitator')),
  job_title text not null default '',
  from_day date not null,
  until_day date,
  constraint membership_lasts check (until_day is null or until_day > from_day)
);
create index membership_of_person on identity.membership (person_id);

-- Only a keyed digest of the cookie is kept: a stolen copy of this table opens no session.
create table identity.session (
  digest text primary key,
  person_id uuid not null references identity.person on delete cascade,
  membership_id uuid references identity.membership,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_of_person on identity.session (person_id);
