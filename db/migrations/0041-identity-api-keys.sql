-- Keys by which a program acts as the member who made it: same rights, same reach, never more. EQP-1405.
create table identity.api_key (
  id uuid primary key,
  person_id uuid not null references identity.person on delete cascade,
  -- The quality it acts in: it ends with it.
  membership_id uuid not null references identity.membership on delete cascade,
  name text not null constraint key_has_a_name check (btrim(name) <> ''),
  -- Keyed: the key itself is shown once and kept nowhere.
  digest text not null constraint one_api_key_per_secret unique,
  scopes text[] not null constraint key_opens_something_known check (
    cardinality(scopes) > 0 and scopes <@ array['read', 'write']),
  created_at timestamptz not null,
  expires_at timestamptz not null constraint key_lasts check (expires_at > created_at),
  -- To the hour.
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_of_person on identity.api_key (person_id);
create index api_key_of_membership on identity.api_key (membership_id);
comment on column identity.api_key.person_id is 'personal: who made the key, and as whom it acts';
comment on column identity.api_key.name is 'personal: what the person calls it';
comment on column identity.api_key.last_used_at is 'personal: when it was last used';
