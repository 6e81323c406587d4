-- People in office, what gives them authority, what the bodies decided, and the acts that wait for a second person.

-- Who speaks for a party, signs for it, or answers day to day. A change is a new line from a day on; nothing is
-- written over.
create table agreements.office (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  party text not null,
  office text not null constraint office_is_known check (office in ('representative', 'signer', 'referent')),
  name text not null constraint officeholder_has_a_name check (btrim(name) <> ''),
  title text not null,
  email text not null default '',
  phone text not null default '',
  -- Half-open: in office from the first day, no longer on the second.
  from_day date not null,
  until_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint office_lasts check (until_day is null or until_day > from_day),
  constraint referent_can_be_written_to check (office <> 'referent' or btrim(email) <> ''),
  -- Several may sign for a party, and several answer for it; one speaks in the heading.
  constraint nobody_holds_an_office_twice exclude using gist
    (agreement_id with =, party with =, office with =, lower(btrim(name)) with =, daterange(from_day, until_day) with &&),
  constraint one_representative_at_a_time exclude using gist
    (agreement_id with =, party with =, daterange(from_day, until_day) with &&) where (office = 'representative')
);
create index office_of_agreement on agreements.office (agreement_id, party);

-- The same person in office elsewhere in what the agreement sets up: a jury, a committee. Both parties see it.
create table agreements.linked_office (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  party text not null,
  name text not null constraint linked_person_has_a_name check (btrim(name) <> ''),
  office text not null,
  body text not null constraint body_is_named check (btrim(body) <> ''),
  role text not null,
  measure text not null default '',
  from_day date not null,
  until_day date,
  declared_at timestamptz not null,
  declared_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint linked_office_lasts check (until_day is null or until_day > from_day)
);
create index linked_office_of_agreement on agreements.linked_office (agreement_id);

-- Decisions of the network's bodies, published for everybody. A published one is never edited: it is withdrawn, or
-- replaced by another.
create table agreements.decision (
  id uuid primary key,
  network_id uuid not null references identity.network,
  agreement_id uuid references agreements.agreement,
  kind text not null constraint decision_kind_is_known check (kind in ('deliberation', 'decision', 'order')),
  reference text not null constraint decision_has_a_reference check (btrim(reference) <> ''),
  body text not null constraint deciding_body_is_named check (btrim(body) <> ''),
  object text not null constraint decision_has_an_object check (btrim(object) <> ''),
  decided_on date not null,
  legal_basis text not null default '',
  text text not null default '',
  remedies text not null default '',
  transmitted_on date,
  published_on date,
  replaces uuid references agreements.decision constraint one_replacement_per_decision unique,
  prepared_at timestamptz not null,
  prepared_by uuid,
  published_at timestamptz,
  published_by uuid,
  withdrawn_on date,
  withdrawn_reason text not null default '',
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint one_decision_per_reference unique (network_id, body, reference),
  constraint publication_tells_remedies check (published_on is null or btrim(remedies) <> ''),
  constraint publication_tells_legal_basis check (published_on is null or btrim(legal_basis) <> ''),
  constraint publication_has_a_text check (published_on is null or btrim(text) <> ''),
  constraint published_after_it_was_decided check (published_on >= decided_on),
  constraint transmitted_after_it_was_decided check (transmitted_on >= decided_on),
  constraint withdrawn_after_it_was_published check (withdrawn_on is null or withdrawn_on >= published_on)
);
create index decision_of_network on agreements.decision (network_id, published_on);
create index decision_of_agreement on agreements.decision (agreement_id) where agreement_id is not null;

create function agreements.keep_published_decision() returns trigger language plpgsql as $$
begin
  if old.published_on is null then return new; end if;
  if row (new.kind, new.reference, new.body, new.object, new.decided_on, new.legal_basis, new.text, new.remedies,
          new.published_on, new.agreement_id, new.replaces, coalesce(old.transmitted_on, new.transmitted_on))
     is distinct from
     row (old.kind, old.reference, old.body, old.object, old.decided_on, old.legal_basis, old.text, old.remedies,
          old.published_on, old.agreement_id, old.replaces, new.transmitted_on)
     or (old.withdrawn_on is not null and coalesce(new.withdrawn_on <> old.withdrawn_on, true)) then
    raise exception 'published_decision_is_not_edited'
      using errcode = 'check_violation', constraint = 'published_decision_is_not_edited';
  end if;
  return new;
end $$;
create trigger published_decision_is_kept before update on agreements.decision
  for each row execute function agreements.keep_published_decision();
create trigger decision_is_not_deleted before delete or truncate on agreements.decision
  for each statement execute function platform.refuse_change();

-- What gives a person the power to bind a party: a deliberation, a decision, a delegation of signature.
create table agreements.authority_act (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  party text not null,
  kind text not null
    constraint authority_kind_is_known check (kind in ('deliberation', 'decision', 'delegation_of_signature')),
  body text not null constraint authority_body_is_named check (btrim(body) <> ''),
  reference text not null,
  decided_on date not null,
  scope text not null default '',
  from_day date,
  until_day date,
  file_id uuid references platform.file,
  decision_id uuid references agreements.decision,
  recorded_at timestamptz not null,
  recorded_by uuid,
  set_aside_at timestamptz,
  set_aside_by uuid,
  constraint authority_lasts check (until_day > from_day)
);
create index authority_act_of_agreement on agreements.authority_act (agreement_id, party);

-- What a party reserves the right to claim. Nothing is computed from it; a correction is a new line.
create table agreements.damages_claim (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  act_id uuid not null references agreements.act,
  party text not null,
  -- Null: not put in figures yet.
  amount_cents bigint constraint claim_is_above_zero check (amount_cents > 0),
  words text not null constraint claim_says_why check (btrim(words) <> ''),
  file_id uuid references platform.file,
  replaces uuid references agreements.damages_claim constraint one_correction_per_claim unique,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index damages_claim_of_agreement on agreements.damages_claim (agreement_id);
create trigger damages_claim_is_append_only before update or delete or truncate on agreements.damages_claim
  for each statement execute function platform.refuse_change();

-- A denunciation, formal notice or termination that one officer prepared and another has to confirm: until then
-- nothing runs.
create table agreements.waiting_act (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  purpose text not null
    constraint waiting_purpose_is_known check (purpose in ('denunciation', 'formal_notice', 'termination')),
  -- The letter as it was typed: the act is made from it again when it is confirmed.
  letter jsonb not null,
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  settled_at timestamptz,
  settled_by uuid,
  act_id uuid references agreements.act,
  constraint another_person_confirms check (act_id is null or settled_by <> prepared_by),
  constraint settled_by_somebody check ((settled_at is null) = (settled_by is null)),
  constraint act_settles check (act_id is null or settled_at is not null)
);
create unique index one_waiting_act_per_purpose on agreements.waiting_act (agreement_id, purpose)
  where settled_at is null;

create table agreements.network_setting (
  network_id uuid primary key references identity.network,
  second_confirmation boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid
);

-- The text that obliges to publish an agreement whose clause on communication says nothing of it.
create table agreements.publication_basis (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  basis text not null constraint basis_is_written check (btrim(basis) <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
create unique index one_publication_basis on agreements.publication_basis (agreement_id) where withdrawn_at is null;
alter table agreements.standing drop constraint ground_is_known;
alter table agreements.standing
  add constraint ground_is_known check (public_ground in ('clause', 'approval', 'legal_basis'));

comment on column agreements.office.name is 'personal: who holds the office';
comment on column agreements.office.title is 'personal: title of who holds the office';
comment on column agreements.office.email is 'personal: where to write to who holds the office';
comment on column agreements.office.phone is 'personal: where to call who holds the office';
comment on column agreements.office.recorded_by is 'personal: who recorded the office';
comment on column agreements.office.ended_by is 'personal: who recorded the end of the office';
comment on column agreements.linked_office.name is 'personal: who also holds an office elsewhere';
comment on column agreements.linked_office.office is 'personal: the office held for the party';
comment on column agreements.linked_office.role is 'personal: the office held elsewhere';
comment on column agreements.linked_office.measure is 'personal: what was decided about it';
comment on column agreements.linked_office.declared_by is 'personal: who declared it';
comment on column agreements.linked_office.ended_by is 'personal: who recorded its end';
comment on column agreements.authority_act.recorded_by is 'personal: who recorded the authority act';
comment on column agreements.authority_act.set_aside_by is 'personal: who set the authority act aside';
comment on column agreements.damages_claim.recorded_by is 'personal: who recorded the claim';
comment on column agreements.decision.prepared_by is 'personal: who prepared the decision';
comment on column agreements.decision.published_by is 'personal: who published the decision';
comment on column agreements.decision.withdrawn_by is 'personal: who withdrew the decision';
comment on column agreements.waiting_act.prepared_by is 'personal: who prepared the act';
comment on column agreements.waiting_act.settled_by is 'personal: who confirmed the act or gave it up';
comment on column agreements.network_setting.changed_by is 'personal: who changed the setting';
comment on column agreements.publication_basis.recorded_by is 'personal: who recorded the legal basis';
comment on column agreements.publication_basis.withdrawn_by is 'personal: who withdrew the legal basis';
