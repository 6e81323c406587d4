-- A file of models, units, kits or past loans: read, reported line by line, then written or not. EQP-1404.
create table equipment.import_run (
  id uuid primary key,
  inventory_id uuid not null references equipment.inventory,
  file_name text not null,
  file_sha256 text not null,
  created_at timestamptz not null,
  created_by uuid,
  checked_at timestamptz,
  -- Everything or nothing, or the valid lines only: said by whoever read the report.
  decision text constraint import_decision_is_known check (decision in ('all', 'valid')),
  confirmed_at timestamptz,
  applied_at timestamptz,
  abandoned_at timestamptz,
  -- Why it cannot be read or written, in French.
  refusal text,
  -- By table: lines read, created, updated, unchanged, wrong.
  counts jsonb,
  constraint decided_import_says_how check ((decision is null) = (confirmed_at is null)),
  constraint only_a_decided_import_is_applied check (applied_at is null or confirmed_at is not null),
  constraint import_is_applied_or_abandoned check (applied_at is null or abandoned_at is null)
);
create index import_run_of_inventory on equipment.import_run (inventory_id, created_at desc);

-- What is wrong in one cell of a file.
create table equipment.import_finding (
  run_id uuid not null references equipment.import_run on delete cascade,
  table_name text not null constraint finding_is_of_a_known_table check (table_name in ('modeles', 'exemplaires', 'prets')),
  line integer not null,
  position integer not null,
  column_name text not null,
  value text not null,
  expected text not null,
  primary key (run_id, table_name, line, position)
);

-- A past loan taken from a file is found again by its unit and the instant it left.
create index custody_of_unit on equipment.custody (unit_id, out_at);

comment on column equipment.import_run.created_by is 'personal: who sent a file to import';
