-- One document per appointment, with the reports of all its lines; a later one, more complete, takes its place. EQP-805.
create table equipment.appointment_document (
  id uuid primary key,
  booking_id uuid not null references equipment.slot_booking,
  file_id uuid not null references platform.file,
  -- Of the fingerprints of the reports it holds: the same reports are written once.
  fingerprint text not null,
  written_at timestamptz not null,
  replaced_at timestamptz,
  constraint document_is_replaced_after_it_is_written check (replaced_at >= written_at),
  constraint same_reports_are_written_once unique (booking_id, fingerprint)
);
create unique index one_document_in_use_per_appointment on equipment.appointment_document (booking_id) where replaced_at is null;

-- What a device without network sent too late: the loan had changed. Nothing was overwritten, a person settles it. EQP-1303.
create table equipment.desk_conflict (
  id uuid primary key,
  line_id uuid not null references equipment.loan_line,
  key text not null,
  -- Which act, as its address says: `remise`, `etat/depart/signatures`.
  act text not null constraint conflicting_act_is_named check (btrim(act) <> ''),
  typed jsonb not null default '{}',
  -- As the device told.
  made_at timestamptz,
  pack_version text not null default '',
  reason text not null constraint conflict_is_explained check (btrim(reason) <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  settled_at timestamptz,
  settled_by uuid,
  settlement text not null default '',
  constraint settled_conflict_is_explained check ((settled_at is null) = (btrim(settlement) = '')),
  constraint one_conflict_per_sending unique (recorded_by, key)
);
create index conflict_to_settle on equipment.desk_conflict (line_id) where settled_at is null;
comment on column equipment.desk_conflict.typed is 'personal: what the agent typed, names of those who sign among it';
comment on column equipment.desk_conflict.recorded_by is 'personal: whose device sent it';
comment on column equipment.desk_conflict.settled_by is 'personal: who settled it';

-- An act sent by a device says when it was done there, and with which pack of the day. EQP-1303.
alter table equipment.act_key add column device_at timestamptz;
alter table equipment.act_key add column pack_version text not null default '';
