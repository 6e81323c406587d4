create schema agreements;

-- What was agreed, pinned for life: the template's version and the typed terms. The state is never stored here.
create table agreements.agreement (
  id uuid primary key,
  network_id uuid not null references identity.network,
  reference text not null,
  template_id text not null,
  template_version integer not null,
  terms jsonb not null,
  variables jsonb not null default '{}',
  partner_id uuid not null references identity.organisation,
  representative_name text not null constraint representative_has_a_name check (btrim(representative_name) <> ''),
  representative_title text not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint one_agreement_per_reference unique (network_id, reference)
);
create index agreement_of_partner on agreements.agreement (network_id, partner_id);

-- Dated facts, written once; a correction is a new act that supersedes.
create table agreements.act (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  seq integer not null constraint seq_starts_at_one check (seq >= 1),
  type text not null,
  occurred_on date,
  occurred_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid,
  payload jsonb not null,
  evidence_file_id uuid references platform.file,
  supersedes uuid references agreements.act constraint one_correction_per_act unique,
  constraint one_act_per_seq unique (agreement_id, seq),
  constraint act_has_one_date check (occurred_on is null or occurred_at is null)
);
create trigger act_is_append_only before update or delete or truncate on agreements.act
  for each statement execute function platform.refuse_change();

-- Derived from the acts in the same transaction (a test recomputes it): while the agreement has effect. No status:
-- a day is inside the period or it is not, and nobody has to come by at midnight.
create table agreements.standing (
  agreement_id uuid primary key references agreements.agreement,
  network_id uuid not null,
  from_day date,
  until_day date
);
create index standing_by_end on agreements.standing (network_id, until_day);

-- The annex: places listed by the agreement. Free to change until the first signature, then frozen as acts; from
-- then on the days are derived like the standing: while each place is covered.
create table agreements.place_cover (
  agreement_id uuid not null references agreements.agreement,
  place_id uuid not null references places.place,
  sub_list text not null default '',
  from_day date,
  until_day date,
  primary key (agreement_id, place_id)
);
create index cover_of_place on agreements.place_cover (place_id);
