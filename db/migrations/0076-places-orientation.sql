-- What became of an orientation, when the network follows it: off until it says so. DIR-76.
create table places.orientation_rule (
  network_id uuid primary key references identity.network,
  follows boolean not null,
  changed_at timestamptz not null,
  changed_by uuid
);
comment on column places.orientation_rule.changed_by is 'personal: who chose to follow the orientation sheets';

-- A sheet whose bearer agreed to be followed: erased once somebody says whether they came, after thirty days at most.
create table places.orientation_follow_up (
  id uuid primary key,
  network_id uuid not null references identity.network,
  given_on date not null,
  given_by uuid not null,
  first_name text not null,
  prescriber text not null constraint follow_up_has_a_prescriber check (btrim(prescriber) <> ''),
  -- What was asked of the directory: services of the standard; none: any.
  needs text[] not null default '{}',
  -- Where its first place stands: `50`, `2A`; empty: its address does not say.
  department text not null default '',
  agreed_at timestamptz not null
);
comment on column places.orientation_follow_up.given_by is 'personal: who gave the sheet';
comment on column places.orientation_follow_up.first_name is 'personal: the first name of whoever was sent to a place, with their consent';
comment on column places.orientation_follow_up.prescriber is 'personal: the name under which the sheet was given';
create index orientation_follow_up_of_day on places.orientation_follow_up (given_on);

create table places.orientation_follow_up_place (
  follow_up_id uuid not null references places.orientation_follow_up on delete cascade,
  place_id uuid not null references places.place on delete cascade,
  rank integer not null,
  primary key (follow_up_id, place_id)
);
create index orientation_follow_up_place_of_place on places.orientation_follow_up_place (place_id);

-- What remains: how many, and nobody.
create table places.orientation_outcome (
  network_id uuid not null references identity.network,
  month date not null constraint outcome_month_is_its_first_day check (extract(day from month) = 1),
  -- A service of the standard; empty: the sheet asked for none in particular.
  need text not null,
  department text not null,
  outcome text not null constraint outcome_is_known check (outcome in ('came', 'absent', 'unknown', 'unanswered')),
  sheets integer not null constraint outcome_counts_sheets check (sheets > 0),
  primary key (network_id, month, need, department, outcome)
);
