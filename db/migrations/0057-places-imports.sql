-- Sources and their harvests; what each source last said, so that only what it changed is written; rows that wait for
-- a decision; imports undone and done again. DIR-30, DIR-33, DIR-36 to DIR-41.

-- Who makes a file: its name is the one that imports and references bear.
create table places.source (
  id uuid primary key,
  network_id uuid not null references identity.network,
  name text not null constraint source_has_a_name check (btrim(name) <> ''),
  page_url text,
  licence text not null default '',
  -- May its rows be published again as open data?
  is_reusable boolean not null default true,
  contact text not null default '',
  -- Where its file lies; without one it is never harvested.
  url text,
  schedule text not null default 'never'
    constraint schedule_is_known check (schedule in ('never', 'daily', 'weekly', 'monthly')),
  -- Of two sources that speak of one place, the greater is believed.
  priority integer not null default 50 constraint priority_is_a_rank check (priority between 0 and 100),
  -- The date of the rows that give none.
  default_day date,
  is_active boolean not null default true,
  added_at timestamptz not null,
  -- What its server said of the file last read.
  etag text,
  last_modified text,
  harvested_at timestamptz,
  next_on date,
  -- Harvests that failed in a row, and why the last one did, in French.
  failures integer not null default 0,
  failure text,
  constraint one_source_per_name unique (network_id, name),
  constraint only_an_address_is_harvested check (schedule = 'never' or url is not null)
);
comment on column places.source.contact is 'personal: whom to write to about a file of places';
insert into places.source (id, network_id, name, added_at)
  select gen_random_uuid(), network_id, source, min(created_at) from places.import_run
  where btrim(source) <> '' group by network_id, source;

alter table places.import_run
  -- The headings of its file, in their order.
  add column header text[],
  -- Made by a harvest, and not by a person who waits.
  add column is_scheduled boolean not null default false,
  -- Why a harvest waits for somebody before it is published, in French.
  add column waits_because text,
  add column undone_at timestamptz,
  add column undone_by uuid,
  add constraint only_an_applied_import_is_undone check (undone_at is null or applied_at is not null);
comment on column places.import_run.undone_by is 'personal: who undid an import';
create index applied_import_of_source on places.import_run (network_id, source, applied_at desc) where applied_at is not null;

-- Asked beside the transaction that publishes: it is read between two slices.
create table places.import_cancel (
  run_id uuid primary key references places.import_run on delete cascade,
  asked_at timestamptz not null
);

alter table places.import_row
  drop constraint outcome_is_known,
  -- `ignored`: somebody set it aside for good.
  add constraint outcome_is_known check (outcome in ('create', 'update', 'unchanged', 'held', 'ignored')),
  add column raw jsonb,
  -- What identifies the place to a reader: name, address and commune, as a digest.
  add column place_key text,
  add column held_why text constraint held_for_a_known_reason check (held_why in ('id-repeated', 'match')),
  -- The place that it seems to be.
  add column like_place_id uuid,
  add column like_score integer;
comment on column places.import_row.raw is 'personal: row of a file, sometimes nominative';

alter table places.external_ref
  -- What the source last said, by the names of the columns; null: before this was kept.
  add column fields jsonb,
  -- The row as received, its headings as keys.
  add column raw jsonb,
  -- The import that made the place, or tied it to this source.
  add column run_id uuid references places.import_run on delete set null,
  -- Somebody looked: it is no longer in the file, and it stays.
  add column missing_seen_at timestamptz;
comment on column places.external_ref.fields is 'personal: what a file says of a place, sometimes nominative';
comment on column places.external_ref.raw is 'personal: row of a file, sometimes nominative';
create index external_ref_missing on places.external_ref (network_id, source) where missing_since is not null;

-- Rows that are not published: refused, or waiting for somebody.
create table places.held_row (
  run_id uuid not null references places.import_run on delete cascade,
  line integer not null,
  why text not null constraint held_row_says_why check (why in ('refused', 'id-repeated', 'match')),
  external_id text not null,
  place_key text not null,
  fingerprint text,
  fields jsonb,
  raw jsonb not null,
  like_place_id uuid references places.place on delete set null,
  like_score integer,
  decision text constraint decision_is_known check (decision in ('same', 'replace', 'separate', 'ignore')),
  decided_at timestamptz,
  decided_by uuid,
  primary key (run_id, line),
  constraint held_row_is_decided_once check ((decision is null) = (decided_at is null))
);
comment on column places.held_row.fields is 'personal: row of a file, sometimes nominative';
comment on column places.held_row.raw is 'personal: row of a file, sometimes nominative';
comment on column places.held_row.decided_by is 'personal: who decided what becomes of a row';
create index held_row_to_decide on places.held_row (run_id) where decision is null and why <> 'refused';

-- Rows that somebody set aside for good, as long as they say the same.
create table places.ignored_row (
  network_id uuid not null references identity.network,
  source text not null,
  external_id text not null,
  fingerprint text not null,
  ignored_at timestamptz not null,
  ignored_by uuid,
  primary key (network_id, source, external_id, fingerprint)
);
comment on column places.ignored_row.ignored_by is 'personal: who set a row aside';

-- Proposals of the check that somebody accepted: for one value of a column, or (null) for all of that kind.
create table places.accepted_correction (
  network_id uuid not null references identity.network,
  source text not null,
  code text not null,
  column_name text not null,
  value text,
  accepted_at timestamptz not null,
  accepted_by uuid,
  constraint one_acceptance_per_correction unique nulls not distinct (network_id, source, code, column_name, value)
);
comment on column places.accepted_correction.value is 'personal: cell of a file, sometimes nominative';
comment on column places.accepted_correction.accepted_by is 'personal: who accepted a correction';

-- What a file says of a field that somebody else wrote since (`source`), and what a field was before an import that was
-- undone (`undo`): somebody accepts or refuses, and is not asked again for that value.
create table places.source_proposal (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place on delete cascade,
  source text not null,
  kind text not null default 'source' constraint proposal_kind_is_known check (kind in ('source', 'undo')),
  column_name text not null,
  value jsonb not null,
  run_id uuid references places.import_run on delete set null,
  made_at timestamptz not null,
  -- `replaced`: the source says something else since.
  decision text constraint proposal_decision_is_known check (decision in ('accepted', 'refused', 'replaced')),
  decided_at timestamptz,
  decided_by uuid,
  constraint proposal_is_decided_once check ((decision is null) = (decided_at is null))
);
comment on column places.source_proposal.value is 'personal: what a file says of a place, sometimes nominative';
comment on column places.source_proposal.decided_by is 'personal: who accepted or refused what a file says';
create unique index one_proposal_per_value on places.source_proposal (place_id, source, kind, column_name, md5(value::text));
create index proposal_to_decide on places.source_proposal (network_id, made_at) where decision is null;

-- What a reference was before an import changed it (`{}`: nothing): undoing the import exchanges both, and so does doing
-- it again.
create table places.import_trace (
  run_id uuid not null references places.import_run on delete cascade,
  external_id text not null,
  before jsonb not null,
  primary key (run_id, external_id)
);
comment on column places.import_trace.before is 'personal: what a file says of a place, sometimes nominative';

-- Places that the undoing of their import took away, whole: for doing it again.
create table places.removed_place (
  run_id uuid not null references places.import_run on delete cascade,
  place_id uuid not null,
  place jsonb not null,
  refs jsonb not null,
  primary key (run_id, place_id)
);
comment on column places.removed_place.place is 'personal: contact of a place, sometimes nominative';
