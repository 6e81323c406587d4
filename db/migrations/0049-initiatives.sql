create schema initiatives;

-- A local digital initiative, as the local authority that leads it declares it (003). What it says stands in its revisions.
create table initiatives.initiative (
  id uuid primary key,
  network_id uuid not null references identity.network,
  -- Who declares it, and whose members write it.
  organisation_id uuid not null references identity.organisation,
  -- The last one; the next is counted from it.
  revision integer not null constraint initiative_has_a_revision check (revision >= 1),
  created_at timestamptz not null,
  created_by uuid,
  -- Since when everybody reads it; null: its organisation and the head of the network alone.
  published_at timestamptz
);
create index initiative_of_organisation on initiatives.initiative (organisation_id);
create index initiative_shown on initiatives.initiative (network_id) where published_at is not null;
comment on column initiatives.initiative.created_by is 'personal: who declared an initiative';

-- Every save is one; none is edited nor deleted (PPL-73).
create table initiatives.revision (
  initiative_id uuid not null references initiatives.initiative,
  revision integer not null constraint revisions_are_counted_from_one check (revision >= 1),
  -- `InitiativeContent` of the domain.
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  constraint one_revision_per_number primary key (initiative_id, revision)
);
create trigger revision_is_append_only before update or delete or truncate on initiatives.revision
  for each statement execute function platform.refuse_change();
comment on column initiatives.revision.saved_by is 'personal: who wrote a revision of an initiative';
comment on column initiatives.revision.content is 'personal: what is declared may name people';

-- The copy a jury, a grant or a report reads: what was frozen never changes, whatever the initiative becomes (LAB-23).
create table initiatives.frozen_initiative (
  id uuid primary key,
  initiative_id uuid not null,
  revision integer not null,
  -- What it was frozen for, in the words of whoever asked: `labels.application:<id>`.
  purpose text not null constraint freezing_has_a_purpose check (btrim(purpose) <> ''),
  content jsonb not null,
  -- Of the content, its keys in order: hexadecimal SHA-256.
  sha256 text not null constraint frozen_copy_has_its_hash check (sha256 ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null,
  frozen_by uuid,
  constraint frozen_copy_is_of_a_revision foreign key (initiative_id, revision)
    references initiatives.revision (initiative_id, revision),
  constraint one_frozen_copy_per_purpose unique (initiative_id, revision, purpose)
);
create trigger frozen_initiative_is_append_only before update or delete or truncate on initiatives.frozen_initiative
  for each statement execute function platform.refuse_change();
comment on column initiatives.frozen_initiative.frozen_by is 'personal: who froze a copy of an initiative';
comment on column initiatives.frozen_initiative.content is 'personal: what is declared may name people';
