-- How people sign in. The tables of the sign-in library carry our names; a test holds that it misses nothing.
alter table identity.person
  add column name text generated always as (btrim(given_name || ' ' || family_name)) stored,
  add column email_verified boolean not null default false,
  add column image text,
  add column updated_at timestamptz not null default now(),
  add column two_factor_enabled boolean not null default false,
  add column phone text not null default '',
  -- The last day a session of theirs was used: what inactivity is counted from.
  add column last_seen_on date,
  add column inactivity_warned_on date,
  add column anonymised_at timestamptz,
  add constraint email_is_in_lower_case check (email = lower(email));

-- Sessions of the demonstration sign-in, which the library's replace.
drop table identity.session;

create table identity.session (
  id uuid primary key,
  token text not null constraint one_session_per_token unique,
  person_id uuid not null references identity.person on delete cascade,
  address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  -- In which quality the person acts; null: the first one they hold in the network they visit.
  membership_id uuid references identity.membership on delete set null,
  -- When a passkey or a code backed this session; null: a single factor opened it.
  second_factor_at timestamptz,
  -- How it was opened: 'password', 'magic-link', 'passkey', 'proconnect', 'demonstration'.
  opened_by text not null default 'password'
);
create index session_of_person on identity.session (person_id);

create table identity.credential (
  id uuid primary key,
  account text not null,
  provider text not null,
  person_id uuid not null references identity.person on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  constraint one_credential_per_account unique (provider, account)
);
create index credential_of_person on identity.credential (person_id);

-- Its ids are texts: the library names some rows after what they lock.
create table identity.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on identity.verification (identifier);

create table identity.two_factor (
  id uuid primary key,
  secret text not null,
  backup_codes text not null,
  person_id uuid not null constraint one_authenticator_per_person unique references identity.person on delete cascade,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index two_factor_by_secret on identity.two_factor (secret);

create table identity.passkey (
  id uuid primary key,
  name text,
  public_key text not null,
  person_id uuid not null references identity.person on delete cascade,
  credential text not null constraint one_passkey_per_credential unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz,
  aaguid text
);
create index passkey_of_person on identity.passkey (person_id);

-- Browsers a person already came with: a keyed digest of their cookie. Others are told by mail.
create table identity.known_device (
  digest text not null,
  person_id uuid not null references identity.person on delete cascade,
  label text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (person_id, digest)
);
