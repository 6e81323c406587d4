-- Duties: what a party says it did, and who attended the meetings. Everything else is told by acts, or read from
-- the module that knows it.

-- A statement, with or without its document, for a duty that no module proves. Written once; taken back by another
-- line, which says why. AGR-72.
create table agreements.declared_evidence (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  -- Code of the duty, as its template names it.
  duty text not null,
  place_id uuid,
  happened_on date not null,
  statement text not null constraint evidence_says_something check (btrim(statement) <> ''),
  file_id uuid references platform.file,
  -- Which party says so.
  party text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  withdraws uuid references agreements.declared_evidence constraint one_withdrawal_per_evidence unique
);
create index declared_evidence_of_agreement on agreements.declared_evidence (agreement_id);
create trigger declared_evidence_is_append_only before update or delete or truncate on agreements.declared_evidence
  for each statement execute function platform.refuse_change();

comment on column agreements.declared_evidence.statement is 'personal: words of the party, which may name people';
comment on column agreements.declared_evidence.recorded_by is 'personal: who declared or withdrew it';

-- Names are kept apart from the act, which is never rewritten. AGR-84.
create table agreements.meeting_attendance (
  act_id uuid primary key references agreements.act,
  attendees text not null constraint attendance_names_somebody check (btrim(attendees) <> '')
);

comment on column agreements.meeting_attendance.attendees is 'personal: who was there, as the minutes name them';
