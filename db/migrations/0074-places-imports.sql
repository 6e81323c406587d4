-- A row received again as it was is known by a digest, and weighs nothing; an organisation sends a file of its own places,
-- which the head of the network reads before it is published; what an import kept goes after a year. DIR-34, DIR-73.

alter table places.external_ref
  -- The row as received, whatever the order of its columns; null: before this was kept.
  add column raw_digest text;

alter table places.import_row
  add column raw_digest text,
  -- Null: the source said it before, word for word, and it is already kept.
  alter column fields drop not null,
  -- Measured twice in each import: a small sample tells enough.
  alter column run_id set statistics 10,
  alter column line set statistics 10,
  alter column external_id set statistics 10,
  alter column outcome set statistics 10,
  alter column slug set statistics 10;

alter table places.import_run
  -- Whose places it speaks of, and of no other; null: sent by the head of the network.
  add column organisation_id uuid references identity.organisation,
  add column submitted_at timestamptz,
  -- Read by the head of the network, which does not publish it, and why.
  add column returned_at timestamptz,
  add column returned_by uuid,
  add column returned_because text,
  -- Its rows and the way back are no longer kept.
  add column emptied_at timestamptz,
  add constraint returned_import_says_why check (
    (returned_at is null) = (returned_because is null) and (returned_because is null or btrim(returned_because) <> '')),
  add constraint only_an_organisation_submits check (submitted_at is null or organisation_id is not null),
  add constraint an_import_is_applied_or_returned check (applied_at is null or returned_at is null);
comment on column places.import_run.returned_by is 'personal: who sent a file of places back to its organisation';
create index import_run_of_organisation on places.import_run (organisation_id, created_at desc) where organisation_id is not null;
