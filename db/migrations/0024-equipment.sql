-- Lending of shared equipment: what may be lent, when it is not free, who has it, and what was decided about it.
create schema equipment;

-- 1. What may be lent. EQP-101 to EQP-109.

-- The stock one organisation lends under its rules; another head of the installation sees it only if it is shown.
create table equipment.inventory (
  id uuid primary key,
  network_id uuid not null references identity.network,
  owner_id uuid not null references identity.organisation,
  name text not null constraint inventory_has_a_name check (btrim(name) <> ''),
  -- Whom to give a found thing back to, as its label says.
  contact text not null default '',
  time_zone text not null default 'Europe/Paris' constraint time_zone_is_told check (btrim(time_zone) <> ''),
  holiday_calendar text not null default 'metropole' constraint holiday_calendar_is_told check (btrim(holiday_calendar) <> ''),
  shown_to text not null default 'members' constraint inventory_is_shown_to_known check (shown_to in ('owner', 'members', 'public')),
  created_at timestamptz not null,
  constraint one_inventory_per_name unique (network_id, name)
);

-- The rules of an inventory, written once; a change is a new version that says why and from which day.
create table equipment.policy_version (
  inventory_id uuid not null references equipment.inventory,
  version integer not null constraint policy_versions_start_at_one check (version >= 1),
  rules jsonb not null,
  effective_on date not null,
  reason text not null constraint policy_change_is_explained check (btrim(reason) <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (inventory_id, version)
);
create trigger policy_version_is_append_only before update or delete or truncate on equipment.policy_version
  for each statement execute function platform.refuse_change();

-- What a person does for one inventory, beside the role held in the network. EQP-1501.
create table equipment.inventory_role (
  inventory_id uuid not null references equipment.inventory,
  person_id uuid not null references identity.person on delete cascade,
  role text not null constraint inventory_role_is_known check (role in ('head', 'manager', 'desk', 'technician', 'reader')),
  given_at timestamptz not null,
  primary key (inventory_id, person_id)
);

-- Where things are fetched and brought back.
create table equipment.desk (
  id uuid primary key,
  inventory_id uuid not null references equipment.inventory,
  name text not null constraint desk_has_a_name check (btrim(name) <> ''),
  location text not null default '',
  time_zone text not null default 'Europe/Paris' constraint desk_time_zone_is_told check (btrim(time_zone) <> ''),
  created_at timestamptz not null,
  -- It takes no appointment any more; those it has stay.
  retired_at timestamptz,
  constraint one_desk_per_name unique (inventory_id, name),
  constraint desk_of_its_inventory unique (id, inventory_id)
);

-- Weekly hours, local. Monday is 1. EQP-301.
create table equipment.opening_rule (
  id uuid primary key,
  desk_id uuid not null references equipment.desk,
  weekday integer not null constraint weekday_is_1_to_7 check (weekday between 1 and 7),
  opens time not null,
  closes time not null constraint desk_closes_after_it_opens check (closes > opens),
  from_day date not null,
  -- The first day it no longer holds.
  until_day date,
  constraint opening_rule_lasts check (until_day > from_day),
  constraint one_opening_rule_at_a_time exclude using gist (
    desk_id with =, weekday with =, daterange(from_day, until_day) with &&,
    int4range((extract(epoch from opens) / 60)::integer, (extract(epoch from closes) / 60)::integer) with &&)
);

-- What a day is, whatever the week and the holidays say: closed, or open on these hours (`09:00-12:00`).
create table equipment.opening_override (
  desk_id uuid not null references equipment.desk,
  day date not null,
  hours text[] not null default '{}' constraint hours_read_as_intervals check (
    cardinality(hours) = 0 or array_to_string(hours, ',') ~ '^([0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])(,[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])*$'),
  reason text not null constraint override_is_explained check (btrim(reason) <> ''),
  primary key (desk_id, day)
);

-- A holiday added to the computed ones, or taken out of them. EQP-302.
create table equipment.holiday_change (
  inventory_id uuid not null references equipment.inventory,
  day date not null,
  is_holiday boolean not null,
  name text not null default '',
  primary key (inventory_id, day)
);

create table equipment.model (
  id uuid primary key,
  inventory_id uuid not null references equipment.inventory,
  name text not null constraint model_has_a_name check (btrim(name) <> ''),
  maker text not null default '',
  category text not null constraint model_has_a_category check (btrim(category) <> ''),
  description text not null default '',
  software text[] not null default '{}',
  case_weight_grams integer constraint case_weighs_something check (case_weight_grams > 0),
  case_volume_litres integer constraint case_holds_something check (case_volume_litres > 0),
  replacement_cents bigint constraint replacement_value_is_an_amount check (replacement_cents >= 0),
  -- What is asked of whoever uses it (a drone pilot's certificate), shown before the request.
  prerequisites text not null default '',
  prep_minutes integer not null default 0 constraint prep_is_a_delay check (prep_minutes between 0 and 43200),
  turnaround_minutes integer not null default 120 constraint turnaround_is_a_delay check (turnaround_minutes between 0 and 43200),
  created_at timestamptz not null,
  retired_at timestamptz,
  constraint one_model_per_name unique (inventory_id, name),
  constraint model_of_its_inventory unique (id, inventory_id, maker)
);

-- Directed: what may be lent instead, best first.
create table equipment.model_substitute (
  model_id uuid not null references equipment.model,
  substitute_id uuid not null references equipment.model constraint model_is_not_its_own_substitute check (substitute_id <> model_id),
  rank integer not null default 1,
  primary key (model_id, substitute_id)
);

create table equipment.model_photo (
  id uuid primary key,
  model_id uuid not null references equipment.model,
  file_id uuid not null references platform.file,
  alt text not null constraint photo_is_described check (btrim(alt) <> ''),
  rank integer not null default 1
);
create index photo_of_model on equipment.model_photo (model_id, rank);

create table equipment.model_notice (
  id uuid primary key,
  model_id uuid not null references equipment.model,
  title text not null constraint notice_has_a_title check (btrim(title) <> ''),
  file_id uuid references platform.file,
  url text constraint notice_address_is_https check (url ~ '^https?://'),
  constraint notice_is_a_file_or_an_address check ((file_id is null) <> (url is null))
);
create index notice_of_model on equipment.model_notice (model_id);

-- One thing that can be lent: named, or one of twelve alike. Its lifecycle is that of its last event.
create table equipment.unit (
  id uuid primary key,
  inventory_id uuid not null references equipment.inventory,
  model_id uuid not null references equipment.model,
  maker text not null default '',
  asset_number text not null constraint asset_number_is_told check (btrim(asset_number) <> ''),
  serial_number text constraint serial_number_is_told check (btrim(serial_number) <> ''),
  -- One of several alike: the borrower asks for a number of them.
  is_anonymous boolean not null default false,
  is_kit boolean not null default false,
  -- The kit it is a part of.
  kit_id uuid references equipment.unit,
  kit_is_a_kit boolean generated always as (case when kit_id is not null then true end) stored,
  -- Without it, its kit is not lent.
  is_critical boolean not null default false,
  lent_alone boolean not null default true,
  home_desk_id uuid not null references equipment.desk,
  acquired_on date,
  acquisition_cents bigint constraint acquisition_is_an_amount check (acquisition_cents >= 0),
  funding text not null default '',
  notes text not null default '',
  lifecycle text not null default 'in_service' constraint lifecycle_is_known check (
    lifecycle in ('in_service', 'quarantine', 'in_repair', 'lost', 'stolen', 'retired')),
  lifecycle_seq integer not null default 0,
  created_at timestamptz not null,
  constraint unit_model_in_its_inventory foreign key (model_id, inventory_id, maker)
    references equipment.model (id, inventory_id, maker) on update cascade,
  constraint unit_desk_in_its_inventory foreign key (home_desk_id, inventory_id) references equipment.desk (id, inventory_id),
  constraint one_unit_per_asset_number unique (inventory_id, asset_number),
  constraint unit_of_its_inventory unique (id, inventory_id),
  constraint unit_as_a_kit unique (id, is_kit),
  constraint kit_is_not_a_part check (not (is_kit and kit_id is not null)),
  constraint part_of_a_kit foreign key (kit_id, kit_is_a_kit) references equipment.unit (id, is_kit),
  constraint part_in_the_inventory_of_its_kit foreign key (kit_id, inventory_id) references equipment.unit (id, inventory_id)
);
create unique index one_unit_per_serial_number on equipment.unit (inventory_id, maker, serial_number) where serial_number is not null;
create index unit_of_model on equipment.unit (model_id);
create index part_of_kit on equipment.unit (kit_id) where kit_id is not null;

-- Why a unit is in service or is not, and since when. EQP-104.
create table equipment.lifecycle_event (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  seq integer not null constraint lifecycle_seq_starts_at_one check (seq >= 1),
  lifecycle text not null constraint event_lifecycle_is_known check (
    lifecycle in ('in_service', 'quarantine', 'in_repair', 'lost', 'stolen', 'retired')),
  reason text not null constraint lifecycle_change_is_explained check (btrim(reason) <> ''),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint one_lifecycle_event_per_seq unique (unit_id, seq)
);
create trigger lifecycle_event_is_append_only before update or delete or truncate on equipment.lifecycle_event
  for each statement execute function platform.refuse_change();
create function equipment.follow_lifecycle() returns trigger language plpgsql as $$
begin
  update equipment.unit set lifecycle = new.lifecycle, lifecycle_seq = new.seq
    where id = new.unit_id and lifecycle_seq = new.seq - 1;
  if not found then
    raise exception 'lifecycle_changed_meanwhile' using errcode = 'check_violation', constraint = 'lifecycle_changed_meanwhile';
  end if;
  return null;
end $$;
create trigger lifecycle_is_that_of_the_last_event after insert on equipment.lifecycle_event
  for each row execute function equipment.follow_lifecycle();

-- What goes along with a model or a kit, counted out and in. EQP-105, EQP-106.
create table equipment.checklist_item (
  id uuid primary key,
  model_id uuid references equipment.model,
  kit_id uuid references equipment.unit,
  rank integer not null,
  label text not null constraint accessory_has_a_name check (btrim(label) <> ''),
  expected integer not null default 1 constraint accessory_is_counted check (expected >= 1),
  is_critical boolean not null default false,
  constraint accessory_of_a_model_or_of_a_kit check ((model_id is null) <> (kit_id is null))
);
create unique index one_accessory_per_rank_of_model on equipment.checklist_item (model_id, rank) where model_id is not null;
create unique index one_accessory_per_rank_of_kit on equipment.checklist_item (kit_id, rank) where kit_id is not null;

-- The code stuck on a unit. A replaced one stays, and says so. EQP-1301.
create table equipment.unit_label (
  token text primary key constraint token_is_hard_to_guess check (char_length(token) >= 22),
  unit_id uuid not null references equipment.unit,
  issued_at timestamptz not null,
  replaced_at timestamptz,
  constraint label_is_replaced_after_it_is_issued check (replaced_at >= issued_at)
);
create unique index one_label_in_use_per_unit on equipment.unit_label (unit_id) where replaced_at is null;

-- What is given and does not come back: a ledger, whose sum can never go below zero. EQP-107.
create table equipment.consumable (
  id uuid primary key,
  inventory_id uuid not null references equipment.inventory,
  name text not null constraint consumable_has_a_name check (btrim(name) <> ''),
  stock integer not null default 0 constraint stock_never_below_zero check (stock >= 0),
  constraint one_consumable_per_name unique (inventory_id, name)
);
create table equipment.consumable_move (
  id uuid primary key,
  consumable_id uuid not null references equipment.consumable,
  quantity integer not null constraint something_moves check (quantity <> 0),
  reason text not null constraint move_is_explained check (btrim(reason) <> ''),
  recorded_at timestamptz not null
);
create index move_of_consumable on equipment.consumable_move (consumable_id, recorded_at);
create trigger consumable_move_is_append_only before update or delete or truncate on equipment.consumable_move
  for each statement execute function platform.refuse_change();
create function equipment.follow_stock() returns trigger language plpgsql as $$
begin
  update equipment.consumable set stock = stock + new.quantity where id = new.consumable_id;
  return null;
end $$;
create trigger stock_is_the_sum_of_the_moves after insert on equipment.consumable_move
  for each row execute function equipment.follow_stock();

-- 2. Who asks, for what, and how far it went. EQP-205, EQP-501 to EQP-506.

create table equipment.loan_request (
  id uuid primary key,
  network_id uuid not null references identity.network,
  inventory_id uuid not null references equipment.inventory,
  organisation_id uuid not null references identity.organisation,
  place_id uuid references places.place,
  agreement_id uuid references agreements.agreement,
  desk_id uuid not null references equipment.desk,
  requested_by uuid,
  -- A manager wrote it down for the borrower (a telephone call); the borrower confirms.
  entered_by uuid,
  confirmed_at timestamptz,
  action_kind text not null default 'other' constraint action_kind_is_known check (
    action_kind in ('workshop', 'event', 'training', 'loan_to_a_place', 'other')),
  actions text not null default '',
  audience text not null default '',
  expected_people integer constraint people_are_counted check (expected_people >= 0),
  used_at text not null default '',
  is_stored_safely boolean not null default false,
  collector_name text not null default '',
  collector_quality text not null default '',
  collector_phone text not null default '',
  -- All its lines, or none.
  is_inseparable boolean not null default false,
  created_at timestamptz not null,
  submitted_at timestamptz,
  constraint submitted_request_is_complete check (submitted_at is null or (
    agreement_id is not null and char_length(btrim(actions)) >= 20)),
  constraint request_of_its_desk foreign key (desk_id, inventory_id) references equipment.desk (id, inventory_id)
);
create index request_of_organisation on equipment.loan_request (organisation_id);
create index request_of_inventory on equipment.loan_request (inventory_id, submitted_at);
create index request_of_agreement on equipment.loan_request (agreement_id);

-- Which state may follow which: all that is absent is refused. The same state twice: an act that leaves it as it is.
create table equipment.line_transition (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into equipment.line_transition (from_state, to_state) values
  ('draft', 'submitted'), ('draft', 'withdrawn'),
  ('submitted', 'approved'), ('submitted', 'rejected'), ('submitted', 'withdrawn'), ('submitted', 'expired'),
  ('approved', 'prepared'), ('approved', 'withdrawn'), ('approved', 'displaced'), ('approved', 'no_show'),
  ('prepared', 'approved'), ('prepared', 'no_show'), ('prepared', 'out'),
  ('out', 'partially_returned'), ('out', 'returned'), ('out', 'lost'), ('out', 'stolen'),
  ('partially_returned', 'returned'), ('partially_returned', 'lost'), ('partially_returned', 'stolen'),
  ('returned', 'inspected'), ('inspected', 'closed'), ('inspected', 'disputed'),
  ('disputed', 'closed'), ('lost', 'closed'), ('stolen', 'closed'),
  ('displaced', 'approved'), ('displaced', 'withdrawn');
insert into equipment.line_transition
  select state, state from unnest(array['draft', 'submitted', 'approved', 'rejected', 'withdrawn', 'expired', 'prepared',
    'displaced', 'no_show', 'out', 'partially_returned', 'returned', 'lost', 'stolen', 'inspected', 'disputed', 'closed']) state;

-- An appointment at the desk: a numbered seat of a slot. EQP-303, EQP-304.
create table equipment.slot_booking (
  id uuid primary key,
  request_id uuid not null references equipment.loan_request,
  desk_id uuid not null references equipment.desk,
  purpose text not null constraint purpose_is_pickup_or_return check (purpose in ('pickup', 'return')),
  starts_at timestamptz not null,
  ends_at timestamptz not null constraint slot_lasts check (ends_at > starts_at),
  seats integer not null,
  seat integer not null constraint seat_is_one_of_the_slot check (seat between 1 and seats),
  made_at timestamptz not null,
  cancelled_at timestamptz
);
create unique index one_booking_per_seat on equipment.slot_booking (desk_id, starts_at, seat) where cancelled_at is null;
create index booking_of_request on equipment.slot_booking (request_id);

-- One unit in one request. `state` is that of its last event; a draft may have no unit and no hours yet.
create table equipment.loan_line (
  id uuid primary key,
  request_id uuid not null references equipment.loan_request,
  model_id uuid not null references equipment.model,
  -- Asked by name; null: any of the model.
  wanted_unit_id uuid references equipment.unit,
  unit_id uuid references equipment.unit,
  pickup_at timestamptz,
  return_at timestamptz,
  pickup_booking_id uuid references equipment.slot_booking,
  return_booking_id uuid references equipment.slot_booking,
  -- The line it was split from.
  sibling_id uuid references equipment.loan_line,
  state text not null default 'draft',
  seq integer not null default 0,
  -- As counted and ruled when it was submitted, then when it was decided: each rule with its source.
  days integer constraint days_are_counted check (days >= 1),
  needs_derogation boolean not null default false,
  policy_version integer,
  rules jsonb,
  created_at timestamptz not null,
  constraint line_is_returned_after_its_pickup check (return_at > pickup_at),
  constraint open_line_has_a_unit_and_hours check (
    state in ('draft', 'withdrawn') or (unit_id is not null and pickup_at is not null and return_at is not null and days is not null))
);
create index line_of_request on equipment.loan_line (request_id);
create index line_of_unit on equipment.loan_line (unit_id, pickup_at);
create index line_in_course on equipment.loan_line (state, pickup_at)
  where state not in ('draft', 'rejected', 'withdrawn', 'expired', 'no_show', 'closed');

-- The story of a line, written once. Each event names the state it found: two acts cannot follow the same one.
create table equipment.loan_event (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  seq integer not null constraint event_seq_starts_at_one check (seq >= 1),
  previous_seq integer generated always as (nullif(seq - 1, 0)) stored,
  act text not null,
  from_state text,
  to_state text not null,
  -- When it happened, as told; and when it was written.
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  reason_code text constraint reason_code_is_known check (reason_code in (
    'owner_need', 'unavailable', 'out_of_purpose', 'incomplete', 'insurance', 'rights', 'duration', 'overdue', 'other')),
  reason text not null default '',
  details jsonb not null default '{}',
  device text not null default '',
  constraint one_event_per_seq unique (line_id, seq),
  constraint event_after_event unique (line_id, seq, to_state),
  constraint first_event_is_the_draft check ((seq = 1) = (from_state is null) and (seq > 1 or to_state = 'draft')),
  constraint refusal_is_explained check (to_state <> 'rejected' or (reason_code is not null and btrim(reason) <> '')),
  constraint state_follows_the_last_one foreign key (line_id, previous_seq, from_state)
    references equipment.loan_event (line_id, seq, to_state),
  constraint transition_is_allowed foreign key (from_state, to_state) references equipment.line_transition
);
create trigger loan_event_is_append_only before update or delete or truncate on equipment.loan_event
  for each statement execute function platform.refuse_change();
create function equipment.follow_line() returns trigger language plpgsql as $$
begin
  update equipment.loan_line set state = new.to_state, seq = new.seq where id = new.line_id;
  return null;
end $$;
create trigger line_state_is_that_of_the_last_event after insert on equipment.loan_event
  for each row execute function equipment.follow_line();

-- When it is due back: a dated list, whose last entry still standing is the one that counts. EQP-704.
create table equipment.due_date (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  kind text not null constraint due_kind_is_known check (kind in ('original', 'extension', 'recall', 'closure')),
  due_at timestamptz not null,
  recorded_at timestamptz not null,
  reason text not null default '',
  -- Set when what moved it no longer holds (the denunciation was withdrawn).
  lifted_at timestamptz,
  constraint original_due_date_stands check (kind <> 'original' or lifted_at is null)
);
create unique index one_original_due_date on equipment.due_date (line_id) where kind = 'original';
create index due_date_of_line on equipment.due_date (line_id, recorded_at);

-- To keep it longer: asked, then decided. EQP-703.
create table equipment.extension_request (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  until_at timestamptz not null,
  reason text not null constraint extension_is_explained check (btrim(reason) <> ''),
  days integer not null constraint extended_days_are_counted check (days >= 1),
  needs_derogation boolean not null default false,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer text constraint extension_answer_is_known check (answer in ('granted', 'refused', 'withdrawn')),
  answer_reason text not null default '',
  constraint extension_answer_is_dated check ((answer is null) = (answered_at is null)),
  constraint extension_refusal_is_explained check (answer <> 'refused' or btrim(answer_reason) <> ''),
  constraint granted_derogation_is_explained check (not needs_derogation or answer is distinct from 'granted' or btrim(answer_reason) <> '')
);
create unique index one_open_extension_per_line on equipment.extension_request (line_id) where answer is null;

-- The owner needs what is out: asked, and the borrower may say no. EQP-602.
create table equipment.early_return_request (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  wanted_at timestamptz not null,
  reason text not null constraint early_return_is_explained check (btrim(reason) <> ''),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer text constraint early_return_answer_is_known check (answer in ('accepted', 'declined', 'withdrawn')),
  constraint early_return_answer_is_dated check ((answer is null) = (answered_at is null))
);
create unique index one_open_early_return_per_line on equipment.early_return_request (line_id) where answer is null;

-- A refusal or a displacement looked at again, once. EQP-506.
create table equipment.reexamination (
  line_id uuid primary key references equipment.loan_line,
  question text not null constraint reexamination_is_explained check (btrim(question) <> ''),
  asked_at timestamptz not null,
  answer text,
  upheld boolean,
  answered_at timestamptz,
  constraint reexamination_is_answered_whole check (
    (answer is null) = (answered_at is null) and (answer is null) = (upheld is null))
);

-- 3. When a unit is not free, and who has it. EQP-401 to EQP-405.

-- Waiting for a unit: the draft request is submitted when an offer is accepted. EQP-1201 to EQP-1203.
create table equipment.waitlist_entry (
  id uuid primary key,
  request_id uuid not null references equipment.loan_request,
  line_id uuid not null references equipment.loan_line constraint one_wait_per_line unique,
  model_id uuid not null references equipment.model,
  unit_id uuid references equipment.unit,
  starts_at timestamptz not null,
  ends_at timestamptz not null constraint wanted_period_lasts check (ends_at > starts_at),
  flexible_days integer not null default 0 constraint flexibility_is_counted check (flexible_days between 0 and 60),
  -- Class of the policy: 1 is served first; inside a class, first come.
  priority integer not null default 1 constraint priority_starts_at_one check (priority >= 1),
  joined_at timestamptz not null,
  left_at timestamptz,
  left_because text constraint leaving_is_explained check (left_because in ('accepted', 'withdrawn', 'past')),
  constraint leaving_is_dated check ((left_at is null) = (left_because is null))
);
create index waiting_for_model on equipment.waitlist_entry (model_id, priority, joined_at) where left_at is null;

-- One entry at a time is offered what was freed.
create table equipment.waitlist_offer (
  id uuid primary key,
  entry_id uuid not null references equipment.waitlist_entry,
  unit_id uuid not null references equipment.unit,
  starts_at timestamptz not null,
  ends_at timestamptz not null constraint offered_period_lasts check (ends_at > starts_at),
  offered_at timestamptz not null,
  expires_at timestamptz not null constraint offer_lasts check (expires_at > offered_at),
  answered_at timestamptz,
  answer text constraint offer_answer_is_known check (answer in ('accepted', 'declined', 'lapsed')),
  constraint offer_answer_is_dated check ((answer is null) = (answered_at is null)),
  constraint one_offer_per_freed_unit exclude using gist (unit_id with =, tstzrange(starts_at, ends_at) with &&)
    where (answer is null)
);
create unique index one_open_offer_per_entry on equipment.waitlist_offer (entry_id) where answer is null;

-- Every reason a unit is not free, and nothing else is asked. `blocked` is `period` with the preparation before and the
-- turnaround after, filled by the trigger alone.
create table equipment.occupancy (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  kind text not null constraint occupancy_kind_is_known check (kind in ('loan', 'owner_use', 'maintenance', 'incident', 'transfer')),
  line_id uuid references equipment.loan_line,
  offer_id uuid references equipment.waitlist_offer,
  -- Ties the rows of one kit, or of one displaced loan.
  root_id uuid not null,
  status text not null constraint occupancy_status_is_known check (status in ('hold', 'firm', 'out', 'done', 'released')),
  held_until timestamptz,
  period tstzrange not null,
  prep_minutes integer not null default 0 constraint occupancy_prep_is_a_delay check (prep_minutes >= 0),
  turnaround_minutes integer not null default 0 constraint occupancy_turnaround_is_a_delay check (turnaround_minutes >= 0),
  blocked tstzrange not null,
  title text not null default '',
  responsible text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint only_a_loan_has_a_line check (kind = 'loan' or (line_id is null and offer_id is null)),
  constraint loan_has_a_line_or_an_offer check (kind <> 'loan' or line_id is not null or offer_id is not null),
  constraint only_a_hold_expires check ((status = 'hold') = (held_until is not null)),
  constraint period_begins_and_lasts check (
    not isempty(period) and not lower_inf(period) and lower_inc(period) and not upper_inc(period)),
  constraint loan_has_an_end check (kind <> 'loan' or not upper_inf(period)),
  constraint one_use_at_a_time exclude using gist (unit_id with =, blocked with &&) where (status <> 'released')
    deferrable initially immediate
);
create index occupancy_of_line on equipment.occupancy (line_id) where line_id is not null;
create index occupancy_of_root on equipment.occupancy (root_id);
create index occupancy_held on equipment.occupancy (held_until) where status = 'hold';
create function equipment.fill_blocked() returns trigger language plpgsql as $$
begin
  new.blocked := tstzrange(
    lower(new.period) - make_interval(mins => new.prep_minutes),
    upper(new.period) + make_interval(mins => new.turnaround_minutes), '[)');
  return new;
end $$;
create trigger blocked_is_the_period_and_its_delays before insert or update on equipment.occupancy
  for each row execute function equipment.fill_blocked();

-- Who has it in hand. The plan is above, the truth is here. EQP-404.
create table equipment.custody (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  line_id uuid not null references equipment.loan_line,
  out_at timestamptz not null,
  back_at timestamptz,
  entered_at timestamptz not null,
  entered_by uuid,
  back_entered_at timestamptz,
  back_entered_by uuid,
  -- Written down on a device without network.
  is_offline boolean not null default false,
  constraint custody_ends_after_it_begins check (back_at > out_at),
  constraint custody_is_not_entered_ahead check (out_at <= entered_at and back_at <= back_entered_at),
  constraint return_says_when_it_was_entered check ((back_at is null) = (back_entered_at is null)),
  constraint one_custody_at_a_time exclude using gist (unit_id with =, tstzrange(out_at, back_at) with &&)
);
create unique index one_open_custody_per_unit on equipment.custody (unit_id) where back_at is null;
create index custody_of_line on equipment.custody (line_id);

-- The owner takes back an approved line, a substitute proposed first. EQP-602 to EQP-605.
create table equipment.displacement (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  -- The owner's use, or the repair, for which it makes way.
  for_root_id uuid,
  reason text not null constraint displacement_is_explained check (btrim(reason) <> ''),
  -- In opening days before the pickup.
  notice_days integer not null,
  proposal text not null constraint proposal_is_known check (proposal in ('same_model', 'compatible', 'split', 'waiting_list', 'cancel')),
  proposed_unit_id uuid references equipment.unit,
  -- The substitute held meanwhile.
  hold_root_id uuid,
  decided_at timestamptz not null,
  answer_until timestamptz not null constraint borrower_has_time_to_answer check (answer_until > decided_at),
  answered_at timestamptz,
  answer text constraint displacement_answer_is_known check (answer in ('accepted', 'split', 'given_up', 'lapsed')),
  constraint displacement_answer_is_dated check ((answer is null) = (answered_at is null)),
  constraint substitute_is_named check (proposal not in ('same_model', 'compatible') or proposed_unit_id is not null)
);
create unique index one_open_displacement_per_line on equipment.displacement (line_id) where answer is null;

-- 4. The state of things, insurance, incidents and what they cost. EQP-801 to EQP-906.

create table equipment.condition_report (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  direction text not null constraint direction_is_out_or_in check (direction in ('out', 'in')),
  supersedes uuid references equipment.condition_report constraint one_correction_per_report unique,
  drawn_at timestamptz not null,
  drawn_by uuid,
  -- At the second signature: what was signed, word for word.
  frozen_at timestamptz,
  content text,
  fingerprint text,
  document_file_id uuid references platform.file,
  constraint frozen_report_has_its_text check (
    (frozen_at is null) = (content is null) and (frozen_at is null) = (fingerprint is null)),
  constraint report_fingerprint_is_of_its_text check (fingerprint = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint report_of_its_direction unique (id, direction)
);
create unique index one_report_per_direction on equipment.condition_report (line_id, direction) where supersedes is null;
create function equipment.refuse_frozen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from equipment.condition_report r
      where r.id = coalesce(new.report_id, old.report_id) and r.frozen_at is not null) then
    raise exception 'signed_report_does_not_change' using errcode = 'check_violation', constraint = 'signed_report_does_not_change';
  end if;
  return coalesce(new, old);
end $$;
create function equipment.refuse_thaw() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null and (new.content, new.fingerprint, new.frozen_at, new.line_id, new.direction)
      is distinct from (old.content, old.fingerprint, old.frozen_at, old.line_id, old.direction) then
    raise exception 'signed_report_does_not_change' using errcode = 'check_violation', constraint = 'signed_report_does_not_change';
  end if;
  return new;
end $$;
create trigger signed_report_does_not_change before update on equipment.condition_report
  for each row execute function equipment.refuse_thaw();

-- One part, as it left or came back: the label and the count are copied from the checklist of that day.
create table equipment.condition_line (
  report_id uuid not null references equipment.condition_report,
  rank integer not null,
  unit_id uuid references equipment.unit,
  label text not null constraint part_has_a_name check (btrim(label) <> ''),
  expected integer not null default 1,
  found integer not null constraint part_is_counted check (found >= 0),
  condition text not null constraint condition_is_known check (condition in ('good', 'worn', 'damaged', 'missing', 'not_checked')),
  is_critical boolean not null default false,
  remark text not null default '',
  powers_on boolean,
  charge_percent integer constraint charge_is_a_percentage check (charge_percent between 0 and 100),
  software text not null default '',
  primary key (report_id, rank)
);
create trigger condition_line_is_not_signed before insert or update or delete on equipment.condition_line
  for each row execute function equipment.refuse_frozen();

create table equipment.condition_photo (
  id uuid primary key,
  report_id uuid not null references equipment.condition_report,
  rank integer,
  file_id uuid not null references platform.file,
  alt text not null constraint condition_photo_is_described check (btrim(alt) <> '')
);
create index photo_of_report on equipment.condition_photo (report_id);
create trigger condition_photo_is_not_signed before insert or update or delete on equipment.condition_photo
  for each row execute function equipment.refuse_frozen();

create table equipment.report_signature (
  id uuid primary key,
  report_id uuid not null references equipment.condition_report,
  party text not null constraint signing_party_is_known check (party in ('owner', 'collector')),
  manner text not null constraint manner_is_known check (manner in ('drawn', 'account', 'refused')),
  signer_name text not null constraint signatory_has_a_name check (btrim(signer_name) <> ''),
  signer_quality text not null default '',
  person_id uuid references identity.person on delete set null,
  drawing_file_id uuid references platform.file,
  reservations text not null default '',
  refusal_reason text not null default '',
  witness_name text not null default '',
  signed_at timestamptz not null,
  constraint one_signature_per_party unique (report_id, party),
  constraint refusal_to_sign_is_explained check ((manner = 'refused') = (btrim(refusal_reason) <> '')),
  constraint drawing_is_kept check ((manner = 'drawn') = (drawing_file_id is not null))
);

create table equipment.insurance_proof (
  id uuid primary key,
  network_id uuid not null references identity.network,
  organisation_id uuid not null references identity.organisation,
  kind text not null constraint insurance_kind_is_known check (kind in ('insurer', 'self_insured')),
  insurer text not null default '',
  policy_number text not null default '',
  risks text[] not null constraint risks_are_known check (risks <@ array['theft', 'damage']),
  from_day date not null,
  -- The last day covered.
  last_day date not null constraint insurance_lasts check (last_day >= from_day),
  ceiling_cents bigint constraint ceiling_is_an_amount check (ceiling_cents >= 0),
  file_id uuid references platform.file,
  added_at timestamptz not null,
  answered_at timestamptz,
  answer text constraint insurance_answer_is_known check (answer in ('verified', 'refused')),
  answer_reason text not null default '',
  constraint insurance_answer_is_dated check ((answer is null) = (answered_at is null)),
  constraint insurer_is_named check (kind <> 'insurer' or btrim(insurer) <> '')
);
create index insurance_of_organisation on equipment.insurance_proof (organisation_id, last_day);

create table equipment.incident (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  line_id uuid references equipment.loan_line,
  kind text not null constraint incident_kind_is_known check (kind in (
    'breakdown', 'damage', 'loss', 'theft', 'unauthorised_repair', 'missing_part', 'emergency_intervention')),
  part text not null default '',
  account text not null constraint incident_is_told check (btrim(account) <> ''),
  discovered_at timestamptz not null,
  reported_at timestamptz not null constraint reported_after_discovered check (reported_at >= discovered_at),
  reported_by uuid,
  witness_name text not null default '',
  police_reference text not null default '',
  police_day date,
  insurer_claim text not null default '',
  estimated_until timestamptz,
  -- What an emergency justified: what was at stake, what was done, when, by whom. 002 art. 4.
  emergency jsonb,
  -- Its occupancies, when it stops the unit.
  root_id uuid,
  state text not null default 'declared',
  seq integer not null default 0,
  constraint emergency_is_justified check ((kind = 'emergency_intervention') = (emergency is not null))
);
create index incident_of_unit on equipment.incident (unit_id, reported_at);
create index incident_of_line on equipment.incident (line_id) where line_id is not null;

create table equipment.incident_event (
  id uuid primary key,
  incident_id uuid not null references equipment.incident,
  seq integer not null constraint incident_seq_starts_at_one check (seq >= 1),
  act text not null,
  to_state text not null constraint incident_state_is_known check (
    to_state in ('declared', 'assessed', 'charged', 'not_charged', 'contested', 'closed')),
  reason text not null default '',
  details jsonb not null default '{}',
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint one_incident_event_per_seq unique (incident_id, seq)
);
create trigger incident_event_is_append_only before update or delete or truncate on equipment.incident_event
  for each statement execute function platform.refuse_change();
create function equipment.follow_incident() returns trigger language plpgsql as $$
begin
  update equipment.incident set state = new.to_state, seq = new.seq where id = new.incident_id;
  return null;
end $$;
create trigger incident_state_is_that_of_the_last_event after insert on equipment.incident_event
  for each row execute function equipment.follow_incident();

create table equipment.incident_photo (
  id uuid primary key,
  incident_id uuid not null references equipment.incident,
  file_id uuid not null references platform.file,
  alt text not null constraint incident_photo_is_described check (btrim(alt) <> '')
);
create index photo_of_incident on equipment.incident_photo (incident_id);

-- What the borrower bears, with its evidence; announced, answered, then decided. EQP-905.
create table equipment.charge (
  id uuid primary key,
  incident_id uuid not null references equipment.incident,
  line_id uuid not null references equipment.loan_line,
  cause text not null constraint charge_cause_is_known check (cause in ('theft', 'loss', 'damage')),
  amount_cents bigint not null constraint charge_is_an_amount check (amount_cents > 0),
  evidence text not null constraint evidence_is_known check (evidence in ('quote', 'invoice', 'replacement_value')),
  evidence_file_id uuid references platform.file,
  announced_at timestamptz not null,
  answer_until date not null,
  borrower_answer text not null default '',
  borrower_answered_at timestamptz,
  decided_at timestamptz,
  decided_cents bigint constraint decided_charge_is_no_higher check (decided_cents between 0 and amount_cents),
  decision_reason text not null default '',
  settled_on date,
  settlement text constraint settlement_is_known check (settlement in ('paid', 'waived')),
  constraint charge_has_its_evidence check (evidence = 'replacement_value' or evidence_file_id is not null),
  constraint decision_says_how_much check ((decided_at is null) = (decided_cents is null)),
  constraint settlement_is_dated check ((settlement is null) = (settled_on is null))
);
create index charge_of_line on equipment.charge (line_id);

create table equipment.repair_cost (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  incident_id uuid references equipment.incident,
  label text not null constraint cost_has_a_name check (btrim(label) <> ''),
  amount_cents bigint not null constraint cost_is_an_amount check (amount_cents >= 0),
  bearer text not null constraint somebody_bears_the_cost check (bearer in ('owner', 'borrower', 'insurer')),
  day date not null,
  recorded_at timestamptz not null
);
create index cost_of_unit on equipment.repair_cost (unit_id, day);

-- 5. Upkeep. EQP-1001, EQP-1002, EQP-1306.

create table equipment.maintenance_plan (
  id uuid primary key,
  inventory_id uuid not null references equipment.inventory,
  model_id uuid references equipment.model,
  unit_id uuid references equipment.unit,
  title text not null constraint plan_has_a_title check (btrim(title) <> ''),
  every_days integer constraint rhythm_is_counted_in_days check (every_days >= 1),
  every_loans integer constraint rhythm_is_counted_in_loans check (every_loans >= 1),
  checklist text[] not null default '{}',
  blocks_booking boolean not null default false,
  created_at timestamptz not null,
  retired_at timestamptz,
  constraint plan_of_a_model_or_of_a_unit check ((model_id is null) <> (unit_id is null)),
  constraint plan_has_one_rhythm check ((every_days is null) <> (every_loans is null))
);

create table equipment.maintenance_job (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  plan_id uuid references equipment.maintenance_plan,
  title text not null constraint job_has_a_title check (btrim(title) <> ''),
  due_day date not null,
  root_id uuid,
  done_at timestamptz,
  done_by uuid,
  result text not null default '',
  constraint done_job_says_what_was_found check (done_at is null or btrim(result) <> '')
);
create index job_of_unit on equipment.maintenance_job (unit_id, due_day);
create unique index one_open_job_per_plan on equipment.maintenance_job (unit_id, plan_id) where done_at is null;

create table equipment.software_update (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  software text not null constraint software_has_a_name check (btrim(software) <> ''),
  version_before text not null default '',
  version_after text not null constraint new_version_is_told check (btrim(version_after) <> ''),
  day date not null,
  result text not null default 'done' constraint update_result_is_known check (result in ('done', 'failed', 'postponed')),
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index update_of_unit on equipment.software_update (unit_id, day);
create trigger software_update_is_append_only before update or delete or truncate on equipment.software_update
  for each statement execute function platform.refuse_change();

create table equipment.stock_taking (
  id uuid primary key,
  inventory_id uuid not null references equipment.inventory,
  desk_id uuid references equipment.desk,
  began_at timestamptz not null,
  ended_at timestamptz,
  signed_by uuid,
  note text not null default '',
  constraint stock_taking_ends_after_it_begins check (ended_at > began_at)
);
create unique index one_open_stock_taking on equipment.stock_taking (inventory_id, coalesce(desk_id, inventory_id)) where ended_at is null;
create table equipment.stock_taking_line (
  stock_taking_id uuid not null references equipment.stock_taking,
  unit_id uuid not null references equipment.unit,
  finding text not null constraint finding_is_known check (finding in ('seen', 'misplaced', 'unseen')),
  seen_at timestamptz,
  primary key (stock_taking_id, unit_id)
);
-- A code that was read and that nobody knows.
create table equipment.stock_taking_unknown (
  stock_taking_id uuid not null references equipment.stock_taking,
  read_text text not null,
  read_at timestamptz not null,
  primary key (stock_taking_id, read_text)
);

-- 6. What is told, what it was for, and who follows it. EQP-1103, EQP-1305, EQP-1401, EQP-1403.

-- Once per kind and due date, also when the work runs twice.
create table equipment.reminder (
  line_id uuid not null references equipment.loan_line,
  kind text not null constraint reminder_kind_is_told check (btrim(kind) <> ''),
  due_at timestamptz not null,
  sent_at timestamptz not null,
  primary key (line_id, kind, due_at)
);

-- What a loan was for, as told by the borrower; a correction is one more, and the last one counts.
create table equipment.loan_outcome (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  -- Sessions and people by type, places.
  sessions jsonb not null,
  people jsonb not null,
  places text not null default '',
  appreciation integer constraint appreciation_is_1_to_5 check (appreciation between 1 and 5),
  comment text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index outcome_of_line on equipment.loan_outcome (line_id, recorded_at);
create trigger loan_outcome_is_append_only before update or delete or truncate on equipment.loan_outcome
  for each statement execute function platform.refuse_change();

-- An address a calendar follows. It ends with a secret that is not here.
create table equipment.feed (
  id uuid primary key,
  network_id uuid not null references identity.network,
  inventory_id uuid references equipment.inventory,
  desk_id uuid references equipment.desk,
  unit_id uuid references equipment.unit,
  organisation_id uuid references identity.organisation,
  digest text not null constraint one_loan_feed_per_secret unique,
  created_at timestamptz not null,
  created_by uuid not null,
  revoked_at timestamptz,
  constraint feed_is_about_one_thing check (num_nonnulls(inventory_id, desk_id, unit_id, organisation_id) = 1)
);

-- An act of the desk sent twice is done once: the answer is kept with the act, thirty days. EQP-1305.
create table equipment.act_key (
  person_id uuid not null references identity.person on delete cascade,
  key text not null constraint key_is_told check (btrim(key) <> ''),
  body_digest text not null,
  answer jsonb not null,
  made_at timestamptz not null,
  primary key (person_id, key)
);
create index act_key_by_age on equipment.act_key (made_at);

comment on column equipment.policy_version.recorded_by is 'personal: who changed the rules of an inventory';
comment on column equipment.inventory_role.person_id is 'personal: who works for an inventory';
comment on column equipment.lifecycle_event.recorded_by is 'personal: who took a unit in or out of service';
comment on column equipment.loan_request.requested_by is 'personal: who asks for the loan';
comment on column equipment.loan_request.entered_by is 'personal: who wrote down a request for the borrower';
comment on column equipment.loan_request.collector_name is 'personal: who comes to fetch';
comment on column equipment.loan_request.collector_quality is 'personal: quality of who comes to fetch';
comment on column equipment.loan_request.collector_phone is 'personal: telephone of who comes to fetch';
comment on column equipment.loan_event.recorded_by is 'personal: who did an act of a loan';
comment on column equipment.occupancy.responsible is 'personal: who is in charge of a use by the owner';
comment on column equipment.occupancy.recorded_by is 'personal: who booked a unit';
comment on column equipment.custody.entered_by is 'personal: who handed a unit over';
comment on column equipment.custody.back_entered_by is 'personal: who took a unit back';
comment on column equipment.condition_report.drawn_by is 'personal: who drew up a condition report';
comment on column equipment.report_signature.signer_name is 'personal: name of who signed a condition report';
comment on column equipment.report_signature.signer_quality is 'personal: quality of who signed a condition report';
comment on column equipment.report_signature.person_id is 'personal: account of who signed a condition report';
comment on column equipment.report_signature.drawing_file_id is 'personal: signature drawn by hand';
comment on column equipment.report_signature.witness_name is 'personal: witness of a refusal to sign';
comment on column equipment.incident.reported_by is 'personal: who reported an incident';
comment on column equipment.incident.witness_name is 'personal: witness of an incident';
comment on column equipment.incident.emergency is 'personal: names who intervened in an emergency';
comment on column equipment.incident_event.recorded_by is 'personal: who dealt with an incident';
comment on column equipment.maintenance_job.done_by is 'personal: who did the maintenance';
comment on column equipment.software_update.recorded_by is 'personal: who updated software';
comment on column equipment.stock_taking.signed_by is 'personal: who signed a stock-taking';
comment on column equipment.loan_outcome.recorded_by is 'personal: who told what a loan was for';
comment on column equipment.feed.created_by is 'personal: who created the address of a calendar';
comment on column equipment.act_key.person_id is 'personal: who sent an act of the desk';
