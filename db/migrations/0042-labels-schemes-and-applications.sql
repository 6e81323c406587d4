-- A scheme is data (LAB-1): what was published never changes. A revision of a version changes words only; what is asked
-- changes by a new version (LAB-4, LAB-6).
create table labels.scheme_version (
  id uuid primary key,
  scheme_id uuid not null references labels.scheme,
  version integer not null constraint scheme_versions_are_counted_from_one check (version >= 1),
  revision integer not null constraint form_revisions_are_counted_from_one check (revision >= 1),
  -- `SchemeContent` of the domain.
  content jsonb not null,
  -- To whom it applies first: those who apply from then on, those renewed from then on, or every holder.
  transition text not null constraint transition_is_known check (transition in ('new_applications', 'at_renewal', 'all')),
  in_force_from date not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint one_scheme_version_per_number unique (scheme_id, version, revision),
  constraint scheme_version_names_its_scheme unique (id, scheme_id)
);
create trigger scheme_version_is_append_only before update or delete or truncate on labels.scheme_version
  for each statement execute function platform.refuse_change();
comment on column labels.scheme_version.published_by is 'personal: who published a label''s specifications';

-- What is being written, before it is published.
create table labels.scheme_draft (
  scheme_id uuid primary key references labels.scheme,
  content jsonb not null,
  seq integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid
);
comment on column labels.scheme_draft.changed_by is 'personal: who last changed a draft of a label';

-- A year's campaign (LAB-22).
create table labels.edition (
  id uuid primary key,
  scheme_id uuid not null references labels.scheme,
  version_id uuid not null,
  name text not null constraint edition_has_a_name check (btrim(name) <> ''),
  year integer not null,
  opens_on date not null,
  -- Its last day, to 23:59:59 in the network's zone. Extended for all or for nobody.
  closes_on date not null,
  -- From this instant its results are public; null: under embargo. LAB-29.
  published_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  constraint one_edition_per_year unique (scheme_id, year),
  constraint edition_closes_after_it_opens check (closes_on >= opens_on),
  constraint edition_names_its_scheme unique (id, scheme_id),
  constraint edition_follows_a_version_of_its_scheme foreign key (version_id, scheme_id)
    references labels.scheme_version (id, scheme_id)
);
comment on column labels.edition.created_by is 'personal: who opened a campaign';

-- A file of application, or a self-assessment, which nobody but its organisation sees (LAB-7).
create table labels.application (
  id uuid primary key,
  network_id uuid not null references identity.network,
  scheme_id uuid not null references labels.scheme,
  -- As of the draft's opening, then pinned at submission.
  version_id uuid not null,
  purpose text not null constraint application_purpose_is_known check (purpose in ('application', 'self_assessment')),
  edition_id uuid,
  place_id uuid references places.place,
  -- A local authority that would hold the label itself.
  organisation_id uuid references identity.organisation,
  -- Who applies, and whose members may write in it.
  applicant_id uuid not null references identity.organisation,
  -- The agreement that would carry the label, when the scheme wants one.
  agreement_id uuid references agreements.agreement,
  state text not null,
  seq integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  submitted_at timestamptz,
  decided_at timestamptz,
  constraint application_has_one_holder check (num_nonnulls(place_id, organisation_id) = 1),
  constraint self_assessment_stays_a_draft check (purpose = 'application' or state = 'draft'),
  constraint application_follows_a_version_of_its_scheme foreign key (version_id, scheme_id)
    references labels.scheme_version (id, scheme_id),
  constraint application_follows_an_edition_of_its_scheme foreign key (edition_id, scheme_id)
    references labels.edition (id, scheme_id)
);
-- One at a time; one a year in a campaign (LAB-52).
create unique index one_open_application_per_holder on labels.application
  (scheme_id, (coalesce(place_id, organisation_id)))
  where purpose = 'application' and edition_id is null and state not in ('decided', 'withdrawn', 'not_followed_up');
create unique index one_application_per_edition on labels.application
  (edition_id, (coalesce(place_id, organisation_id)))
  where purpose = 'application' and edition_id is not null and state not in ('withdrawn', 'not_followed_up');
create index application_of_applicant on labels.application (applicant_id);
create index application_of_place on labels.application (place_id) where place_id is not null;
create index application_by_state on labels.application (network_id, state) where purpose = 'application';
comment on column labels.application.created_by is 'personal: who opened an application';

-- The states and what may follow, as the domain has them (LAB-14).
create table labels.application_step (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into labels.application_step (from_state, to_state) values
  ('draft', 'submitted'), ('draft', 'withdrawn'),
  ('submitted', 'under_instruction'), ('submitted', 'incomplete'), ('submitted', 'withdrawn'),
  ('incomplete', 'under_instruction'), ('incomplete', 'withdrawn'), ('incomplete', 'not_followed_up'),
  ('under_instruction', 'incomplete'), ('under_instruction', 'proposed'), ('under_instruction', 'withdrawn'),
  ('proposed', 'under_instruction'), ('proposed', 'decided'), ('proposed', 'withdrawn');

create table labels.application_event (
  id uuid primary key,
  application_id uuid not null references labels.application,
  seq integer not null constraint application_event_seq_starts_at_one check (seq >= 1),
  from_state text not null,
  to_state text not null,
  reason text not null default '',
  at timestamptz not null,
  by uuid,
  constraint one_application_event_per_seq unique (application_id, seq),
  constraint application_step_is_allowed foreign key (from_state, to_state)
    references labels.application_step (from_state, to_state),
  constraint application_given_up_is_explained check (to_state <> 'not_followed_up' or btrim(reason) <> '')
);
create trigger application_event_is_append_only before update or delete or truncate on labels.application_event
  for each statement execute function platform.refuse_change();
comment on column labels.application_event.by is 'personal: who moved an application on';

-- What was answered, one line per criterion; a section (group of criteria) is saved at once, and counted (LAB-53).
create table labels.application_section (
  application_id uuid not null references labels.application,
  name text not null,
  seq integer not null constraint section_seq_starts_at_one check (seq >= 1),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (application_id, name)
);
comment on column labels.application_section.changed_by is 'personal: who last wrote in a section of an application';
create table labels.application_answer (
  application_id uuid not null references labels.application,
  code text not null,
  value jsonb not null,
  -- What another module said of it when it was answered: value, day and link; null: nothing.
  known jsonb,
  -- Why the applicant says otherwise than what is known.
  contested text not null default '',
  -- Copied from last year's file, and not read again yet.
  is_to_confirm boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (application_id, code)
);
comment on column labels.application_answer.changed_by is 'personal: who answered a criterion';
comment on column labels.application_answer.value is 'personal: what an applicant answers may name people';
comment on column labels.application_answer.contested is 'personal: what an applicant contests may name people';

-- A proof an organisation holds: replaced, never overwritten, and shown for as many criteria as wanted (LAB-9).
create table labels.proof (
  id uuid primary key,
  network_id uuid not null references identity.network,
  organisation_id uuid not null references identity.organisation,
  kind text not null constraint proof_kind_is_known check (kind in ('file', 'photo', 'url', 'declaration')),
  file_id uuid references platform.file,
  -- An address, or what is declared.
  words text not null default '',
  name text not null,
  -- The day it speaks of.
  on_day date,
  replaces uuid references labels.proof constraint proof_is_replaced_once unique,
  added_at timestamptz not null,
  added_by uuid,
  constraint proof_is_a_file_or_words check ((kind in ('file', 'photo')) = (file_id is not null)),
  constraint proof_without_a_file_says_something check (file_id is not null or btrim(words) <> '')
);
create index proof_of_organisation on labels.proof (organisation_id);
comment on column labels.proof.added_by is 'personal: who added a proof';
comment on column labels.proof.words is 'personal: what is declared may name people';
comment on column labels.proof.name is 'personal: the name of a file may name people';
create table labels.application_proof (
  application_id uuid not null references labels.application,
  code text not null,
  proof_id uuid not null references labels.proof,
  added_at timestamptz not null,
  -- Taken off the file before it was sent, or replaced after.
  removed_at timestamptz,
  primary key (application_id, code, proof_id)
);

-- Which specifications an award was judged on (LAB-4), and from which application it comes.
alter table labels.award
  add column version_id uuid,
  add column application_id uuid references labels.application,
  add column edition_id uuid references labels.edition,
  add constraint award_follows_a_version_of_its_scheme foreign key (version_id, scheme_id)
    references labels.scheme_version (id, scheme_id);
create index award_of_application on labels.award (application_id) where application_id is not null;
create index award_of_edition on labels.award (edition_id) where edition_id is not null;
