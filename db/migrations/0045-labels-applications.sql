-- A file that was sent bears a number, kept with its receipt; files are counted in the year.
create table labels.application_counter (
  scheme_id uuid not null references labels.scheme,
  year integer not null,
  last integer not null constraint applications_are_counted_from_one check (last >= 1),
  primary key (scheme_id, year)
);
alter table labels.application
  add column reference text,
  -- Why it was sent although something in it does not meet the specifications (LAB-8).
  add column sent_because text not null default '',
  -- The file it was made from: last year's, or a self-assessment (LAB-7, LAB-22).
  add column copied_from uuid references labels.application,
  -- What was written in it is gone: only what statistics need stays (LAB-55).
  add column reduced_at timestamptz,
  add constraint one_application_per_reference unique (scheme_id, reference);
comment on column labels.application.sent_because is 'personal: why an application was sent all the same may name people';

-- What was sent stays as it was, whatever becomes of the form (LAB-6). Only a file to be completed may change again.
create function labels.refuse_change_of_a_sent_answer() returns trigger language plpgsql as $$
begin
  if exists (select 1 from labels.application a
    where a.id = old.application_id and a.state not in ('draft', 'incomplete')) then
    raise exception 'an answer that was sent never changes' using
      errcode = 'check_violation', constraint = 'sent_answer_stands';
  end if;
  return new;
end $$;
create trigger sent_answer_stands before update on labels.application_answer
  for each row execute function labels.refuse_change_of_a_sent_answer();

-- The version of each chosen initiative that the jury reads, frozen when the file is sent (LAB-23).
create table labels.application_initiative (
  application_id uuid not null references labels.application,
  code text not null,
  initiative_id uuid not null,
  frozen_initiative_id uuid not null,
  primary key (application_id, code, initiative_id)
);
