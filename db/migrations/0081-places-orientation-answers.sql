-- What somebody answered of an orientation, without anybody's name but their own: for a week they may say otherwise, and
-- the counts follow. DIR-76.
create table places.orientation_answer (
  -- The one the sheet had while it was followed.
  id uuid primary key,
  network_id uuid not null references identity.network,
  month date not null constraint answer_month_is_its_first_day check (extract(day from month) = 1),
  needs text[] not null default '{}',
  department text not null default '',
  outcome text not null constraint answer_is_known check (outcome in ('came', 'absent', 'unknown')),
  answered_at timestamptz not null,
  -- In the calendar of the network: a week is counted in days.
  answered_on date not null,
  answered_by uuid not null
);
comment on column places.orientation_answer.answered_by is 'personal: who said what became of an orientation';
create index orientation_answer_of_person on places.orientation_answer (answered_by, answered_on);
