-- What people do about a loan besides its usual way, and what a catalogue shows. EQP-103, EQP-107, EQP-307, EQP-506, EQP-602.

-- The due date that the borrower agreed to bring forward.
alter table equipment.due_date drop constraint due_kind_is_known;
alter table equipment.due_date add constraint due_kind_is_known
  check (kind in ('original', 'extension', 'recall', 'closure', 'shortening', 'early_return'));
alter table equipment.early_return_request add column answer_reason text not null default '';

alter table equipment.reexamination add column answered_by uuid;
alter table equipment.reexamination add constraint reexamination_answer_is_explained check (answer is null or btrim(answer) <> '');

-- A page gives a photo its place before it is loaded.
alter table equipment.model_photo add column width integer not null default 1600 constraint photo_is_wide check (width > 0);
alter table equipment.model_photo add column height integer not null default 1200 constraint photo_is_high check (height > 0);

alter table equipment.consumable_move add column recorded_by uuid;

-- A unit that goes from one desk to another: its occupancy is the transfer's, its home desk changes at its arrival.
create table equipment.unit_transfer (
  id uuid primary key,
  unit_id uuid not null references equipment.unit,
  from_desk_id uuid not null references equipment.desk,
  to_desk_id uuid not null references equipment.desk constraint transfer_goes_elsewhere check (to_desk_id <> from_desk_id),
  -- Its occupancy, that of its parts included.
  root_id uuid not null,
  planned_at timestamptz not null,
  planned_by uuid,
  ended_at timestamptz,
  outcome text constraint transfer_outcome_is_known check (outcome in ('arrived', 'cancelled')),
  constraint transfer_outcome_is_dated check ((outcome is null) = (ended_at is null))
);
create unique index one_open_transfer_per_unit on equipment.unit_transfer (unit_id) where outcome is null;

comment on column equipment.reexamination.answered_by is 'personal: who answered a re-examination';
comment on column equipment.consumable_move.recorded_by is 'personal: who moved consumables';
comment on column equipment.unit_transfer.planned_by is 'personal: who sent a unit to another desk';
