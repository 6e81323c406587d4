-- Incidents dealt with: what never came back, what the borrower says of a charge, how a replacement value was worked out.

-- What is lost or stolen is in nobody's hands any more: its custody ends with the declaration. Null: it came back, or is
-- still out. EQP-503, EQP-904.
alter table equipment.custody add column ended_as text
  constraint custody_ends_as_known check (ended_as in ('lost', 'stolen'));
alter table equipment.custody add constraint open_custody_has_not_ended check (ended_as is null or back_at is not null);

-- EQP-905.
alter table equipment.charge add column basis text not null default '';
alter table equipment.charge add column borrower_position text
  constraint charge_position_is_known check (borrower_position in ('accepted', 'contested'));
alter table equipment.charge add constraint charge_answer_takes_a_position
  check ((borrower_position is null) = (borrower_answered_at is null));
create unique index one_charge_to_decide on equipment.charge (incident_id) where decided_at is null;
create index charge_of_incident on equipment.charge (incident_id, announced_at);

-- What the desk counted short opens one incident, however often it is counted. EQP-808, L17.
create unique index one_missing_part_of_loan on equipment.incident (line_id, part)
  where kind = 'missing_part' and part <> '' and state <> 'closed';
-- Those still to be dealt with, first.
create index incident_to_deal_with on equipment.incident (reported_at) where state <> 'closed';
