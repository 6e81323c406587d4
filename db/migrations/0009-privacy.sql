-- What we may keep about people: their requests, what they let be shown, and what retention did.
create schema privacy;

create table privacy.request (
  id uuid primary key,
  network_id uuid not null references identity.network,
  kind text not null constraint request_kind_is_known check (kind in ('access', 'rectification', 'erasure', 'objection', 'portability')),
  requester_name text not null constraint requester_has_a_name check (btrim(requester_name) <> ''),
  email text not null constraint requester_email_is_in_lower_case check (email = lower(email)),
  message text not null default '',
  -- The account it is about, once known.
  person_id uuid references identity.person,
  filed_at timestamptz not null,
  filed_on date not null,
  -- One month after the day it was filed (art. 12 GDPR), or three when extended with a reason.
  due_on date not null,
  extension_reason text not null default '',
  digest text not null constraint one_request_per_token unique,
  verified_at timestamptz,
  answered_at timestamptz,
  outcome text constraint outcome_is_known check (outcome in ('granted', 'partly_granted', 'refused', 'withdrawn')),
  answer text not null default '',
  answered_by uuid references identity.person,
  constraint answer_comes_with_its_outcome check ((answered_at is null) = (outcome is null)),
  constraint refusal_says_why check (outcome is null or outcome not in ('partly_granted', 'refused') or btrim(answer) <> '')
);
create index request_by_network on privacy.request (network_id, due_on);

-- One field of one person, shown to one audience, in the words they agreed to. Withdrawn, it shows nowhere at once.
create table privacy.consent (
  id uuid primary key,
  person_id uuid not null references identity.person,
  network_id uuid not null references identity.network,
  field text not null constraint consented_field_is_known check (field in ('name', 'job_title', 'organisation', 'email', 'phone')),
  audience text not null constraint audience_is_known check (audience in ('public', 'network', 'same_place')),
  wording text not null constraint consent_has_its_wording check (btrim(wording) <> ''),
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consent_is_withdrawn_after_given check (withdrawn_at >= given_at)
);
create unique index one_consent_per_field on privacy.consent (person_id, network_id, field) where withdrawn_at is null;

-- What is gone, what stays and why, told to the person; no name in it.
create table privacy.erasure (
  id uuid primary key,
  network_id uuid references identity.network,
  request_id uuid references privacy.request,
  person_id uuid not null constraint one_erasure_per_person unique references identity.person,
  done_at timestamptz not null,
  ground text not null constraint ground_is_known check (ground in ('request', 'inactivity')),
  gone jsonb not null,
  kept jsonb not null
);

-- What each rule removed, each night.
create table privacy.retention_run (
  id uuid primary key,
  rule text not null,
  ran_at timestamptz not null,
  removed bigint not null constraint removed_is_counted check (removed >= 0)
);
create index retention_run_by_time on privacy.retention_run (ran_at desc);
