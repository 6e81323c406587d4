-- An agreement signed before the network used the product: the document it was taken over from, and what nobody knows
-- of it. Its acts say the rest, with their real days. AGR-11.
create table agreements.takeover (
  agreement_id uuid primary key references agreements.agreement,
  file_id uuid references platform.file,
  kept_by_head text not null default '',
  kept_by_partner text not null default '',
  -- Names of fields of the form, each shown « inconnu ».
  unknown text[] not null default '{}',
  import_id uuid,
  taken_over_at timestamptz not null,
  taken_over_by uuid
);
comment on column agreements.takeover.kept_by_head is 'personal: may name who keeps the original';
comment on column agreements.takeover.kept_by_partner is 'personal: may name who keeps the original';
comment on column agreements.takeover.taken_over_by is 'personal: who took the agreement over';

-- A table of such agreements: read and judged when it arrives, recorded by a job once somebody has seen the report.
create table agreements.takeover_import (
  id uuid primary key,
  network_id uuid not null references identity.network,
  file_name text not null,
  file_sha256 text not null,
  rows integer not null constraint import_has_rows check (rows > 0),
  received_at timestamptz not null,
  received_by uuid,
  confirmed_at timestamptz,
  finished_at timestamptz,
  recorded integer not null default 0,
  -- Line numbers and why; never who.
  refused jsonb not null default '[]',
  constraint import_is_confirmed_before_it_finishes check (finished_at is null or confirmed_at is not null)
);
create index takeover_import_of_network on agreements.takeover_import (network_id, received_at desc);
comment on column agreements.takeover_import.received_by is 'personal: who sent the table';

alter table agreements.takeover
  add constraint takeover_came_from_import foreign key (import_id) references agreements.takeover_import;
