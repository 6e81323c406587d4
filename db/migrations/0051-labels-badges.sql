-- Badges are signed documents (Open Badges 3.0): what was signed is kept as it was signed, and answers for ever.
-- A key signs while it is not retired. Its private half is encrypted under the installation's secret, never in clear, and
-- forgotten with its retirement; its public half is published for ever (LAB-48).
create table labels.badge_key (
  id uuid primary key,
  network_id uuid not null references identity.network,
  kind text not null constraint badge_key_kind_is_known check (kind in ('rsa', 'ed25519')),
  public_jwk jsonb not null constraint published_key_has_no_private_half check (
    not (public_jwk ?| array['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])),
  sealed_private text,
  made_at timestamptz not null,
  retired_at timestamptz,
  -- From this instant somebody else may have signed with it.
  compromised_from timestamptz,
  compromised_noted_at timestamptz,
  constraint retired_key_no_longer_signs check ((retired_at is null) = (sealed_private is not null)),
  constraint compromised_key_is_retired check (compromised_from is null or retired_at is not null),
  constraint compromise_is_noted check ((compromised_from is null) = (compromised_noted_at is null)),
  constraint badge_key_names_its_network unique (id, network_id)
);
create unique index one_signing_badge_key on labels.badge_key (network_id, kind) where retired_at is null;

create function labels.keep_public_key() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'the public half of a key is published for ever' using errcode = 'check_violation';
  end if;
  if (new.id, new.network_id, new.kind, new.public_jwk, new.made_at)
    is distinct from (old.id, old.network_id, old.kind, old.public_jwk, old.made_at) then
    raise exception 'a key that was published never changes' using errcode = 'check_violation';
  end if;
  if old.retired_at is not null
    and (new.retired_at is null or new.retired_at <> old.retired_at or new.sealed_private is not null) then
    raise exception 'a retired key never signs again' using errcode = 'check_violation';
  end if;
  if old.compromised_from is not null
    and (new.compromised_from is null or new.compromised_from > old.compromised_from) then
    raise exception 'a compromise is never taken back' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger badge_key_stays_published before update or delete on labels.badge_key
  for each row execute function labels.keep_public_key();
create trigger badge_key_is_never_emptied before truncate on labels.badge_key
  for each statement execute function platform.refuse_change();

-- Where a status is read, among 131,072 others: whoever reads a list does not tell us which badge interests them (LAB-47).
create table labels.badge_list (
  id uuid primary key,
  network_id uuid not null references identity.network,
  length integer not null constraint badge_list_hides_in_the_crowd check (length >= 131072),
  opened_at timestamptz not null,
  constraint badge_list_names_its_network unique (id, network_id)
);

create table labels.badge (
  id uuid primary key,
  network_id uuid not null references identity.network,
  award_id uuid not null references labels.award,
  list_id uuid not null references labels.badge_list,
  -- Drawn at random, never given twice.
  list_index integer not null constraint badge_index_is_on_its_list check (list_index between 0 and 131071),
  level integer constraint badge_level_starts_at_one check (level >= 1),
  valid_from timestamptz not null,
  valid_until timestamptz,
  rsa_key_id uuid not null references labels.badge_key,
  ed25519_key_id uuid not null references labels.badge_key,
  -- As signed, byte for byte.
  jwt text not null,
  json text not null,
  issued_at timestamptz not null,
  constraint one_badge_per_status_index unique (list_id, list_index),
  constraint badge_is_on_a_list_of_its_network foreign key (list_id, network_id)
    references labels.badge_list (id, network_id),
  constraint badge_is_signed_by_its_network foreign key (rsa_key_id, network_id)
    references labels.badge_key (id, network_id),
  constraint badge_is_proved_by_its_network foreign key (ed25519_key_id, network_id)
    references labels.badge_key (id, network_id),
  constraint badge_is_valid_for_a_time check (valid_until > valid_from)
);
create index badge_of_award on labels.badge (award_id, issued_at);
create trigger badge_is_append_only before update or delete or truncate on labels.badge
  for each statement execute function platform.refuse_change();

-- Revoked is for ever, whatever becomes of the award: one that is restored gets another badge.
create table labels.badge_revocation (
  badge_id uuid primary key references labels.badge,
  -- Never published.
  because text not null constraint badge_revocation_is_explained check (because in ('withdrawn', 'replaced', 'key')),
  revoked_at timestamptz not null
);
create trigger badge_revocation_is_append_only before update or delete or truncate on labels.badge_revocation
  for each statement execute function platform.refuse_change();
