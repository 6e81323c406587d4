-- What a late unit, the end of an agreement and the closing of a desk move. EQP-204, EQP-306, EQP-1102.

-- A loan still to come is made shorter so that it ends with its agreement.
alter table equipment.due_date drop constraint due_kind_is_known;
alter table equipment.due_date add constraint due_kind_is_known
  check (kind in ('original', 'extension', 'recall', 'closure', 'shortening'));

-- An appointment that the desk no longer keeps: it waits for another slot, and nobody is late because of it.
alter table equipment.slot_booking add column closed_at timestamptz;
alter table equipment.slot_booking add column closed_because text not null default '';
create index booking_to_move on equipment.slot_booking (desk_id, starts_at) where closed_at is not null and cancelled_at is null;

-- What was said to the managers of a loan whose unit may not be there: once per loan and cause.
create table equipment.risk_told (
  line_id uuid not null references equipment.loan_line,
  cause text not null constraint risk_has_a_cause check (btrim(cause) <> ''),
  told_at timestamptz not null,
  primary key (line_id, cause)
);
