-- Roles of every kind of person, how they come in, the settings of a network, and help given in somebody's place.
alter table identity.membership
  drop constraint role_is_known,
  add constraint role_is_known check (role in (
    'officer', 'reader', 'data_protection_officer', 'auditor', 'partner', 'facilitator', 'committee_member', 'juror',
    'expert', 'desk_agent', 'donor', 'refurbisher', 'sponsor')),
  -- Several rights may begin or end the same day; a membership that never began is ended the day it began.
  drop constraint membership_lasts,
  add constraint membership_lasts check (until_day is null or until_day >= from_day),
  add column ended_by text not null default '' constraint end_is_explained check (ended_by in ('', 'left', 'removed', 'anonymised')),
  -- Rights end at once, not at midnight.
  add column ended_at timestamptz,
  -- Why, in the words the person is told.
  add column end_reason text not null default '';
create unique index one_open_membership on identity.membership (person_id, organisation_id, role) where ended_at is null;
create index membership_of_organisation on identity.membership (organisation_id);
create index membership_of_network on identity.membership (network_id, role);

-- An invitation is answered once; its token is in the mail alone.
create table identity.invitation (
  id uuid primary key,
  network_id uuid not null references identity.network,
  organisation_id uuid not null references identity.organisation,
  role text not null constraint invited_role_is_known check (role in (
    'officer', 'reader', 'data_protection_officer', 'auditor', 'partner', 'facilitator', 'committee_member', 'juror',
    'expert', 'desk_agent', 'donor', 'refurbisher', 'sponsor')),
  email text not null constraint invited_email_is_in_lower_case check (email = lower(email)),
  given_name text not null default '',
  family_name text not null default '',
  job_title text not null default '',
  digest text not null constraint one_invitation_per_token unique,
  invited_by uuid references identity.person,
  invited_at timestamptz not null,
  sent_at timestamptz not null,
  sent_times integer not null default 1,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answer text constraint answer_is_known check (answer in ('accepted', 'refused', 'withdrawn')),
  membership_id uuid references identity.membership,
  constraint answer_is_dated check ((answer is null) = (answered_at is null)),
  constraint acceptance_gives_a_membership check ((answer = 'accepted') is not distinct from (membership_id is not null) or answer is null)
);
create unique index one_open_invitation on identity.invitation (network_id, organisation_id, role, email) where answer is null;
create index invitation_by_email on identity.invitation (email) where answer is null;
create index invitation_of_membership on identity.invitation (membership_id) where membership_id is not null;

alter table identity.network
  add column parent_id uuid references identity.network
    constraint network_is_not_under_itself check (parent_id <> id),
  -- The organisation that heads it.
  add column head_id uuid references identity.organisation,
  add column logo_file_id uuid references platform.file,
  add column contact_email text not null default '',
  add column dpo_name text not null default '',
  add column dpo_email text not null default '',
  -- Ids of the agreement templates it offers; empty: all.
  add column template_ids text[] not null default '{}',
  add column second_factor_for_officers boolean not null default false,
  add column session_days integer not null default 14 constraint session_lasts_1_to_90_days check (session_days between 1 and 90),
  add column inactive_months integer not null default 24 constraint inactivity_is_6_to_60_months check (inactive_months between 6 and 60),
  add column journal_years integer not null default 10 constraint journal_is_kept_1_to_30_years check (journal_years between 1 and 30),
  add column origin_months integer not null default 12 constraint origin_is_kept_1_to_24_months check (origin_months between 1 and 24),
  add column version integer not null default 1,
  add constraint host_is_a_domain check (host ~ '^[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)+$');

-- No network above itself, however long the way. Moves take their turn: two at once could close a circle together.
create function identity.check_parent() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('networks_make_a_tree', 0));
  if exists (
    with recursive above(id) as (
      select new.parent_id
      union
      select n.parent_id from identity.network n join above on above.id = n.id where n.parent_id is not null)
    select 1 from above where id = new.id) then
    raise exception 'networks_make_a_tree' using errcode = 'check_violation', constraint = 'networks_make_a_tree';
  end if;
  return new;
end $$;
create trigger networks_make_a_tree before insert or update of parent_id on identity.network
  for each row when (new.parent_id is not null) execute function identity.check_parent();

-- A network asks to be placed under another, whose officer answers.
create table identity.network_placement (
  id uuid primary key,
  network_id uuid not null references identity.network,
  parent_id uuid not null references identity.network
    constraint placement_is_under_another check (parent_id <> network_id),
  asked_by uuid,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text constraint placement_answer_is_known check (answer in ('accepted', 'refused', 'withdrawn')),
  constraint placement_answer_is_dated check ((answer is null) = (answered_at is null))
);
create unique index one_open_placement on identity.network_placement (network_id) where answer is null;
create index placement_by_parent on identity.network_placement (parent_id);

-- The one-time key printed by the first start of an empty installation.
create table identity.first_run (
  single boolean primary key default true constraint one_first_run check (single),
  digest text not null,
  made_at timestamptz not null,
  used_at timestamptz
);

-- The person lets support see, or act, in their place, for a while.
create table identity.support_consent (
  id uuid primary key,
  person_id uuid not null references identity.person on delete cascade,
  network_id uuid not null references identity.network,
  may_write boolean not null,
  given_at timestamptz not null,
  until_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consent_ends_after_it_begins check (until_at > given_at)
);
create index support_consent_of_person on identity.support_consent (person_id, network_id);

create table identity.impersonation (
  id uuid primary key,
  session_id uuid references identity.session on delete set null,
  impersonator_id uuid not null references identity.person,
  membership_id uuid not null references identity.membership,
  network_id uuid not null references identity.network,
  consent_id uuid references identity.support_consent,
  reason text not null default '',
  may_write boolean not null default false,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  constraint impersonation_has_a_ground check (consent_id is not null or btrim(reason) <> ''),
  constraint writing_needs_consent check (not may_write or consent_id is not null)
);
create unique index one_impersonation_per_session on identity.impersonation (session_id) where ended_at is null;
create index impersonation_of_membership on identity.impersonation (membership_id);
