-- At the desk: a name typed in front of the agent signs where nobody can draw (EQP-804, EQP-1304).
alter table equipment.report_signature drop constraint manner_is_known;
alter table equipment.report_signature add constraint manner_is_known check (manner in ('drawn', 'typed', 'account', 'refused'));

-- The day of a desk is read by the day of its appointments. EQP-801.
create index line_by_pickup on equipment.loan_line (pickup_at) where state in ('approved', 'prepared');
create index line_away on equipment.loan_line (return_at) where state in ('out', 'partially_returned', 'returned');
