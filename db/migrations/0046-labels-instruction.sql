-- Who instructs what: a territory, one label or all of them (LAB-11). No département and no EPCI: the whole network.
create table labels.instructor_group (
  id uuid primary key,
  network_id uuid not null references identity.network,
  name text not null constraint instructor_group_has_a_name check (btrim(name) <> ''),
  scheme_id uuid references labels.scheme,
  departments text[] not null default '{}',
  epcis text[] not null default '{}',
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  constraint one_instructor_group_per_name unique (network_id, name)
);
comment on column labels.instructor_group.opened_by is 'personal: who opened a group of instructors';

create table labels.instructor (
  id uuid primary key,
  group_id uuid not null references labels.instructor_group,
  person_id uuid not null references identity.person,
  from_day date not null,
  until_day date,
  added_by uuid,
  constraint one_seat_in_a_group_at_a_time exclude using gist (
    group_id with =, person_id with =, daterange(from_day, until_day) with &&)
);
create index instructor_of_person on labels.instructor (person_id);
comment on column labels.instructor.person_id is 'personal: who instructs applications';
comment on column labels.instructor.added_by is 'personal: who placed an instructor in a group';

-- Where a file goes, and why it went elsewhere; without a group it lies with the owner of the label, never nowhere.
create table labels.routing (
  id uuid primary key,
  application_id uuid not null references labels.application,
  seq integer not null constraint routing_seq_starts_at_one check (seq >= 1),
  group_id uuid references labels.instructor_group,
  -- Whoever took it in charge.
  person_id uuid references identity.person,
  reason text not null default '',
  at timestamptz not null,
  by uuid,
  constraint one_routing_per_seq unique (application_id, seq),
  constraint reassignment_is_explained check (seq = 1 or btrim(reason) <> '')
);
create index routing_of_group on labels.routing (group_id) where group_id is not null;
create trigger routing_is_append_only before update or delete or truncate on labels.routing
  for each statement execute function platform.refuse_change();
comment on column labels.routing.person_id is 'personal: who is in charge of an application';
comment on column labels.routing.by is 'personal: who sent an application to a group';

create view labels.current_routing as
select distinct on (application_id) application_id, seq, group_id, person_id, reason, at, by
from labels.routing order by application_id, seq desc;

-- What the instructor finds of each criterion; saved by section, counted (LAB-10, LAB-53).
create table labels.review_section (
  application_id uuid not null references labels.application,
  name text not null,
  seq integer not null constraint review_seq_starts_at_one check (seq >= 1),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (application_id, name)
);
comment on column labels.review_section.changed_by is 'personal: who last examined a section of an application';
create table labels.review_mark (
  application_id uuid not null references labels.application,
  code text not null,
  mark text not null constraint review_mark_is_known check (mark in ('complete', 'incomplete', 'incorrect', 'outdated')),
  message text not null default '',
  primary key (application_id, code),
  constraint what_lacks_is_said check (mark = 'complete' or btrim(message) <> '')
);
comment on column labels.review_mark.message is 'personal: what is said of an answer may name people';

-- A request to complete a file: the delay to instruct stops until the answer (LAB-10).
create table labels.completion_request (
  id uuid primary key,
  application_id uuid not null references labels.application,
  rank integer not null constraint completion_requests_are_counted_from_one check (rank >= 1),
  message text not null default '',
  -- Why something that was there before is asked only now.
  late_reason text not null default '',
  asked_on date not null,
  -- The last day to answer.
  due_on date not null,
  asked_at timestamptz not null,
  asked_by uuid,
  answered_on date,
  answered_at timestamptz,
  answered_by uuid,
  constraint one_completion_request_per_rank unique (application_id, rank),
  constraint completion_is_due_after_it_is_asked check (due_on > asked_on),
  constraint completion_answer_has_its_day check ((answered_on is null) = (answered_at is null))
);
create unique index one_open_completion_request on labels.completion_request (application_id) where answered_at is null;
comment on column labels.completion_request.asked_by is 'personal: who asked for a file to be completed';
comment on column labels.completion_request.answered_by is 'personal: who completed a file';
comment on column labels.completion_request.message is 'personal: what is asked may name people';
create table labels.completion_item (
  request_id uuid not null references labels.completion_request,
  code text not null,
  mark text not null constraint completion_mark_is_known check (mark in ('incomplete', 'incorrect', 'outdated')),
  message text not null constraint completion_item_says_what_lacks check (btrim(message) <> ''),
  answer text not null default '',
  file_id uuid references platform.file,
  -- The day the document speaks of, when the applicant gives it.
  file_on date,
  answered_at timestamptz,
  answered_by uuid,
  primary key (request_id, code),
  constraint completion_answer_says_something check (
    (answered_at is not null) = (btrim(answer) <> '' or file_id is not null))
);
comment on column labels.completion_item.message is 'personal: what is asked may name people';
comment on column labels.completion_item.answer is 'personal: what an applicant answers may name people';
comment on column labels.completion_item.answered_by is 'personal: who answered a request to complete a file';
create table labels.completion_reminder (
  request_id uuid not null references labels.completion_request,
  rank integer not null constraint two_reminders_at_most check (rank in (1, 2)),
  sent_on date not null,
  primary key (request_id, rank)
);

-- What an expert is asked, and shown (LAB-12).
create table labels.opinion (
  id uuid primary key,
  application_id uuid not null references labels.application,
  person_id uuid not null references identity.person,
  question text not null constraint opinion_answers_a_question check (btrim(question) <> ''),
  -- The criteria opened to the expert, with their proofs; no other.
  codes text[] not null constraint opinion_opens_something check (cardinality(codes) > 0),
  -- Whether the applicant reads it.
  is_shared boolean not null,
  due_on date not null,
  asked_at timestamptz not null,
  asked_by uuid,
  verdict text constraint opinion_verdict_is_known check (verdict in ('favourable', 'reserved', 'unfavourable')),
  body text not null default '',
  given_on date,
  revoked_at timestamptz,
  revoked_reason text not null default '',
  constraint opinion_is_given_whole check ((verdict is null) = (given_on is null) and (verdict is null or btrim(body) <> '')),
  constraint opinion_is_revoked_with_a_reason check (revoked_at is null or btrim(revoked_reason) <> ''),
  constraint opinion_given_is_not_revoked check (revoked_at is null or given_on is null)
);
create unique index one_opinion_asked_at_a_time on labels.opinion (application_id, person_id)
  where given_on is null and revoked_at is null;
create index opinion_of_person on labels.opinion (person_id);
comment on column labels.opinion.person_id is 'personal: who is asked for an opinion';
comment on column labels.opinion.asked_by is 'personal: who asked for an opinion';
comment on column labels.opinion.body is 'personal: what an expert writes may name people';

-- A visit of the place: proposed, confirmed, reported on with the day it really took place, replied to (LAB-13).
create table labels.visit (
  id uuid primary key,
  application_id uuid not null references labels.application,
  planned_on date not null,
  planned_time text not null default '' constraint visit_hour_is_an_hour check (planned_time ~ '^([0-2][0-9]:[0-5][0-9])?$'),
  visitors text not null constraint visit_has_visitors check (btrim(visitors) <> ''),
  codes text[] not null default '{}',
  proposed_at timestamptz not null,
  proposed_by uuid,
  confirmed_at timestamptz,
  -- The date does not suit; another is to be proposed.
  declined_at timestamptz,
  declined_reason text not null default '',
  cancelled_at timestamptz,
  cancelled_reason text not null default '',
  held_on date,
  report text not null default '',
  -- `{code: {"seen": "yes"|"partly"|"no", "note"}}`.
  findings jsonb not null default '{}',
  reported_at timestamptz,
  reported_by uuid,
  reply text not null default '',
  replied_at timestamptz,
  replied_by uuid,
  constraint visit_is_confirmed_or_declined check (confirmed_at is null or declined_at is null),
  constraint visit_is_declined_with_a_reason check (declined_at is null or btrim(declined_reason) <> ''),
  constraint visit_is_cancelled_with_a_reason check (cancelled_at is null or btrim(cancelled_reason) <> ''),
  constraint visit_report_has_its_day check (
    (reported_at is null) = (held_on is null) and (reported_at is null or btrim(report) <> '')),
  constraint visit_reply_follows_its_report check (replied_at is null or (reported_at is not null and btrim(reply) <> ''))
);
create unique index one_visit_to_come on labels.visit (application_id)
  where reported_at is null and declined_at is null and cancelled_at is null;
create index visit_of_application on labels.visit (application_id);
comment on column labels.visit.visitors is 'personal: who visits a place';
comment on column labels.visit.proposed_by is 'personal: who proposed a visit';
comment on column labels.visit.reported_by is 'personal: who reported on a visit';
comment on column labels.visit.report is 'personal: a report may name people';
comment on column labels.visit.findings is 'personal: what was noted during a visit may name people';
comment on column labels.visit.reply is 'personal: a reply to a report may name people';
comment on column labels.visit.replied_by is 'personal: who replied to the report of a visit';
create table labels.visit_photo (
  visit_id uuid not null references labels.visit,
  file_id uuid not null references platform.file,
  caption text not null default '',
  -- Nobody is to be recognised, or all those who are agreed.
  is_agreed boolean not null constraint people_shown_agreed check (is_agreed),
  primary key (visit_id, file_id)
);
comment on column labels.visit_photo.caption is 'personal: what a photo shows may name people';

-- What the instructors propose; the decision is somebody else's (LAB-14, LAB-15).
create table labels.proposal (
  id uuid primary key,
  application_id uuid not null references labels.application,
  seq integer not null constraint proposal_seq_starts_at_one check (seq >= 1),
  kind text not null constraint proposal_kind_is_known check (kind in ('granted', 'granted_with_reserve', 'refused')),
  level integer constraint proposed_level_starts_at_one check (level >= 1),
  reasons text not null default '',
  -- `{code: text}`.
  by_criterion jsonb not null default '{}',
  -- `{"text", "until"}` each.
  reserves jsonb not null default '[]',
  proposed_at timestamptz not null,
  proposed_by uuid,
  constraint one_proposal_per_seq unique (application_id, seq),
  constraint proposal_against_the_applicant_says_why check (kind = 'granted' or btrim(reasons) <> ''),
  constraint proposed_reserve_is_written_down check ((kind = 'granted_with_reserve') <= (jsonb_array_length(reserves) > 0))
);
-- What was proposed never changes; it goes with the rest of a file that is let go of.
create trigger proposal_is_append_only before update or truncate on labels.proposal
  for each statement execute function platform.refuse_change();
comment on column labels.proposal.reasons is 'personal: the reasons of a proposal may name people';
comment on column labels.proposal.by_criterion is 'personal: the reasons of a proposal may name people';
comment on column labels.proposal.proposed_by is 'personal: who proposed a decision';

-- Who looks at a file right now (LAB-53); forgotten within the hour, and lost by a crash without harm.
create unlogged table labels.presence (
  application_id uuid not null references labels.application,
  person_id uuid not null references identity.person,
  section text not null default '',
  seen_at timestamptz not null,
  primary key (application_id, person_id)
);
comment on column labels.presence.person_id is 'personal: who looks at an application at this moment';
