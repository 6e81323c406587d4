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
create index request_of_person on privacy.request (person_id) where person_id is not null;
create index request_by_email on privacy.request (network_id, email, filed_on);

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
  removed bigint not null constraint removed_is_counted check (removed >= 0),
  -- It will be tried again; the other rules ran.
  failed boolean not null default false
);
create index retention_run_by_time on privacy.retention_run (ran_at desc);

-- People as each kind of reader may see them: every page that shows a person reads this. `reader` is who looks
-- ('public': anybody; 'network': a member; 'same_place': a colleague); what the public may see, members may see too.
-- A field without a consent is null, and one withdrawn is so at once. Compare the day with [from_day, until_day).
create view privacy.shown_person as
select m.id as membership_id, m.network_id, m.person_id, m.organisation_id, m.role, m.from_day, m.until_day,
  readers.reader,
  max(p.name) filter (where c.field = 'name') as name,
  max(m.job_title) filter (where c.field = 'job_title') as job_title,
  max(o.name) filter (where c.field = 'organisation') as organisation,
  max(o.commune) filter (where c.field = 'organisation') as commune,
  max(p.email) filter (where c.field = 'email') as email,
  max(p.phone) filter (where c.field = 'phone') as phone
from (values ('public', 1), ('network', 2), ('same_place', 3)) as readers(reader, nearness)
join privacy.consent c on c.withdrawn_at is null
  and case c.audience when 'public' then 1 when 'network' then 2 else 3 end <= readers.nearness
join identity.person p on p.id = c.person_id and p.anonymised_at is null
join identity.membership m on m.person_id = c.person_id and m.network_id = c.network_id and m.ended_at is null
join identity.current_organisation o on o.id = m.organisation_id
group by m.id, readers.reader;

-- Columns that hold something about a person. Each has its entry in the register of processing: a test holds it.
comment on column identity.network.contact_email is 'personal: whom to write to';
comment on column identity.network.dpo_name is 'personal: data protection officer';
comment on column identity.network.dpo_email is 'personal: data protection officer';
comment on column identity.network_placement.asked_by is 'personal: who asked';
comment on column identity.network_placement.answered_by is 'personal: who answered';
comment on column identity.person.given_name is 'personal: name';
comment on column identity.person.family_name is 'personal: name';
comment on column identity.person.name is 'personal: name';
comment on column identity.person.email is 'personal: address';
comment on column identity.person.phone is 'personal: telephone';
comment on column identity.person.image is 'personal: picture';
comment on column identity.person.last_seen_on is 'personal: use of the account';
comment on column identity.person.inactivity_warned_on is 'personal: use of the account';
comment on column identity.membership.person_id is 'personal: whose';
comment on column identity.membership.role is 'personal: quality';
comment on column identity.membership.job_title is 'personal: profession';
comment on column identity.membership.end_reason is 'personal: why it ended';
comment on column identity.session.person_id is 'personal: whose';
comment on column identity.session.address is 'personal: network address';
comment on column identity.session.user_agent is 'personal: browser';
comment on column identity.session.opened_by is 'personal: way of signing in';
comment on column identity.credential.person_id is 'personal: whose';
comment on column identity.credential.account is 'personal: account at the provider';
comment on column identity.credential.password is 'personal: hashed password';
comment on column identity.verification.identifier is 'personal: address being checked';
comment on column identity.verification.value is 'personal: whose, address being checked';
comment on column identity.two_factor.person_id is 'personal: whose';
comment on column identity.passkey.person_id is 'personal: whose';
comment on column identity.passkey.name is 'personal: name of the device';
comment on column identity.known_device.person_id is 'personal: whose';
comment on column identity.known_device.label is 'personal: browser';
comment on column identity.known_device.first_seen_at is 'personal: use of the account';
comment on column identity.known_device.last_seen_at is 'personal: use of the account';
comment on column identity.contact.name is 'personal: name';
comment on column identity.contact.job_title is 'personal: profession';
comment on column identity.contact.email is 'personal: address';
comment on column identity.contact.phone is 'personal: telephone';
comment on column identity.mandate.person_id is 'personal: whose';
comment on column identity.mandate.holder_name is 'personal: name';
comment on column identity.mandate.quality is 'personal: office held';
comment on column identity.mandate.recorded_by is 'personal: who recorded';
comment on column identity.delegation.person_id is 'personal: whose';
comment on column identity.delegation.holder_name is 'personal: name';
comment on column identity.delegation.quality is 'personal: office held';
comment on column identity.delegation.recorded_by is 'personal: who recorded';
comment on column identity.invitation.email is 'personal: address';
comment on column identity.invitation.given_name is 'personal: name';
comment on column identity.invitation.family_name is 'personal: name';
comment on column identity.invitation.job_title is 'personal: profession';
comment on column identity.invitation.invited_by is 'personal: who invited';
comment on column identity.support_consent.person_id is 'personal: whose';
comment on column identity.support_consent.given_at is 'personal: consent';
comment on column identity.impersonation.impersonator_id is 'personal: who helped';
comment on column identity.impersonation.reason is 'personal: why';
comment on column places.place.phone is 'personal: sometimes nominative';
comment on column places.place.emails is 'personal: sometimes nominative';
comment on column places.import_run.created_by is 'personal: who imported';
comment on column places.import_finding.value is 'personal: cell of a file, sometimes nominative';
comment on column places.import_row.fields is 'personal: row of a file, sometimes nominative';
comment on column agreements.agreement.representative_name is 'personal: name';
comment on column agreements.agreement.representative_title is 'personal: office held';
comment on column agreements.agreement.created_by is 'personal: who drafted';
comment on column agreements.act.recorded_by is 'personal: who recorded';
comment on column agreements.act.payload is 'personal: name and office of who signed';
comment on column labels.grant_of_label.recorded_by is 'personal: who recorded';
comment on column platform.journal.person_id is 'personal: who acted';
comment on column platform.journal.impersonator_id is 'personal: who helped';
comment on column platform.journal.details is 'personal: what the act was about';
comment on column platform.journal.changes is 'personal: what it changed';
comment on column platform.journal_origin.address is 'personal: network address';
comment on column platform.journal_origin.user_agent is 'personal: browser';
comment on column platform.mail.recipient is 'personal: address';
comment on column platform.mail.subject is 'personal: words written to somebody';
comment on column platform.mail.body is 'personal: words written to somebody';
comment on column platform.file.added_by is 'personal: who added';
comment on column platform.rate_window.key is 'personal: network address';
comment on column privacy.request.requester_name is 'personal: name';
comment on column privacy.request.email is 'personal: address';
comment on column privacy.request.message is 'personal: words of the person';
comment on column privacy.request.person_id is 'personal: whose';
comment on column privacy.request.answer is 'personal: words written to the person';
comment on column privacy.request.extension_reason is 'personal: words written to the person';
comment on column privacy.request.answered_by is 'personal: who answered';
comment on column privacy.consent.person_id is 'personal: whose';
comment on column privacy.consent.field is 'personal: choice';
comment on column privacy.consent.audience is 'personal: choice';
comment on column privacy.consent.wording is 'personal: choice';
comment on column privacy.erasure.person_id is 'personal: account without a name';
