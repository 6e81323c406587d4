-- In what power a decision was signed, why criterion by criterion, and how long it may be contested (LAB-15).
alter table labels.decision
  add column mandate_id uuid references identity.mandate,
  -- `{"code", "title", "words"}` each.
  add column criteria jsonb not null default '[]',
  -- Months to contest it, from its notification; null: nothing says.
  add column appeal_months integer constraint appeal_delay_is_counted_in_months check (appeal_months between 1 and 24),
  -- When a suspension stops by itself: its first day without it, or what is awaited. LAB-33.
  add column until_day date,
  add column until_condition text not null default '',
  -- Why it replaces another.
  add column replaces_for text constraint reason_to_replace_is_known check (
    replaces_for in ('mistake', 'appeal', 'judgement')),
  add constraint suspension_says_when_it_stops check (
    kind <> 'suspended' or until_day is not null or btrim(until_condition) <> ''),
  add constraint suspension_stops_after_it_begins check (until_day > effect_from),
  add constraint replacing_decision_says_for_what check (supersedes is null or replaces_for is not null);
comment on column labels.decision.criteria is 'personal: what is said of each criterion may name people';
comment on column labels.decision.until_condition is 'personal: what a suspension awaits may name people';
comment on column labels.decision.correction is 'personal: why a decision is replaced may name people';

-- What is held against a label, told to its holder before anything is decided, and what the holder answers (LAB-33).
create table labels.hearing (
  id uuid primary key,
  award_id uuid not null references labels.award,
  purpose text not null constraint hearing_purpose_is_known check (purpose in ('suspended', 'withdrawn')),
  grounds text not null constraint hearing_says_its_grounds check (btrim(grounds) <> ''),
  asked_on date not null,
  -- The last day to answer.
  until_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint hearing_leaves_time_to_answer check (until_day > asked_on),
  constraint hearing_names_its_award unique (id, award_id)
);
create index hearing_of_award on labels.hearing (award_id);
create trigger hearing_is_append_only before update or delete or truncate on labels.hearing
  for each statement execute function platform.refuse_change();
create table labels.hearing_answer (
  hearing_id uuid primary key references labels.hearing,
  words text not null constraint answer_to_a_hearing_says_something check (btrim(words) <> ''),
  answered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create trigger hearing_answer_is_append_only before update or delete or truncate on labels.hearing_answer
  for each statement execute function platform.refuse_change();
alter table labels.decision
  add column hearing_id uuid,
  add constraint suspension_comes_after_its_hearing check (kind <> 'suspended' or hearing_id is not null),
  add constraint hearing_was_about_this_label foreign key (hearing_id, award_id)
    references labels.hearing (id, award_id);
comment on column labels.hearing.grounds is 'personal: what is held against a label may name people';
comment on column labels.hearing.recorded_by is 'personal: who asked the holder of a label for observations';
comment on column labels.hearing_answer.words is 'personal: the observations of a holder may name people';
comment on column labels.hearing_answer.recorded_by is 'personal: who gave or noted the observations of a holder';

-- How a decision reached its reader: opened in the account, or carried by a registered letter (LAB-16). A day that was
-- mistyped is noted again: the last one counts.
create table labels.notification_fact (
  id uuid primary key,
  decision_id uuid not null references labels.decision,
  kind text not null constraint notification_fact_is_known check (
    kind in ('opened', 'posted', 'presented', 'received', 'returned')),
  on_day date not null,
  tracking text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index notification_fact_of_decision on labels.notification_fact (decision_id);
create unique index one_opening_per_decision on labels.notification_fact (decision_id) where kind = 'opened';
create trigger notification_fact_is_append_only before update or delete or truncate on labels.notification_fact
  for each statement execute function platform.refuse_change();
comment on column labels.notification_fact.recorded_by is 'personal: who opened a decision, or noted how its letter travelled';

-- The letter of a decision, as it was sealed once.
create table labels.decision_letter (
  decision_id uuid primary key references labels.decision,
  file_id uuid not null references platform.file,
  -- Whose seal; null: none was set up.
  seal text,
  written_at timestamptz not null
);
create trigger decision_letter_is_append_only before update or delete or truncate on labels.decision_letter
  for each statement execute function platform.refuse_change();

-- A decision contested before whoever took it, or above them (LAB-17).
create table labels.appeal (
  id uuid primary key,
  network_id uuid not null references identity.network,
  decision_id uuid not null references labels.decision,
  kind text not null constraint appeal_kind_is_known check (kind in ('gracious', 'hierarchical')),
  appellant_id uuid not null references identity.organisation,
  filed_on date not null,
  grounds text not null constraint appeal_says_its_grounds check (btrim(grounds) <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint one_appeal_of_a_kind_per_decision unique (decision_id, kind)
);
create index appeal_in_network on labels.appeal (network_id);
create trigger appeal_is_append_only before update or delete or truncate on labels.appeal
  for each statement execute function platform.refuse_change();
comment on column labels.appeal.grounds is 'personal: the grounds of an appeal may name people';
comment on column labels.appeal.recorded_by is 'personal: who filed an appeal, or noted it';

-- Where an appeal stands and what may follow, as the domain has them.
create table labels.appeal_step (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into labels.appeal_step (from_state, to_state) values
  ('asked', 'under_review'), ('asked', 'withdrawn'),
  ('under_review', 'accepted'), ('under_review', 'partly'), ('under_review', 'rejected'), ('under_review', 'withdrawn');
create table labels.appeal_event (
  id uuid primary key,
  appeal_id uuid not null references labels.appeal,
  seq integer not null constraint appeal_event_seq_starts_at_one check (seq >= 1),
  from_state text not null,
  to_state text not null,
  on_day date not null,
  reason text not null default '',
  -- Who reviews it from then on.
  reviewer_id uuid references identity.person,
  -- The decision that replaces the contested one.
  decision_id uuid references labels.decision,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint one_appeal_event_per_seq unique (appeal_id, seq),
  constraint appeal_step_is_allowed foreign key (from_state, to_state)
    references labels.appeal_step (from_state, to_state),
  constraint appeal_outcome_is_explained check (
    to_state not in ('accepted', 'partly', 'rejected') or btrim(reason) <> ''),
  constraint appeal_is_entrusted_to_somebody check ((to_state = 'under_review') = (reviewer_id is not null)),
  constraint accepted_appeal_is_a_new_decision check (
    (to_state in ('accepted', 'partly')) = (decision_id is not null))
);
create trigger appeal_event_is_append_only before update or delete or truncate on labels.appeal_event
  for each statement execute function platform.refuse_change();
comment on column labels.appeal_event.reason is 'personal: what is answered to an appeal may name people';
comment on column labels.appeal_event.reviewer_id is 'personal: who reviews an appeal';
comment on column labels.appeal_event.recorded_by is 'personal: who moved an appeal on';
