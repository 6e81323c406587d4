-- Signing: the text as it was given to sign, who is called to sign it, and the proof of each signature.

-- The exact text, terms and annex, written once: its fingerprint is that of these very characters.
create table agreements.signing_text (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  content text not null,
  fingerprint text not null
    constraint fingerprint_is_of_this_text check (fingerprint = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  frozen_at timestamptz not null
);
create index signing_text_of_agreement on agreements.signing_text (agreement_id);
create trigger signing_text_is_append_only before update or delete or truncate on agreements.signing_text
  for each statement execute function platform.refuse_change();

-- While one is open, the text cannot change. It is never needed for a signature on paper.
create table agreements.signing (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  text_id uuid not null references agreements.signing_text,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  constraint signing_closes_after_it_opens check (closed_at >= opened_at)
);
create unique index one_open_signing on agreements.signing (agreement_id) where closed_at is null;

-- Who signs for a party, in which capacity, and when their turn comes.
create table agreements.signing_call (
  id uuid primary key,
  signing_id uuid not null references agreements.signing,
  party text not null,
  rank integer not null constraint rank_starts_at_one check (rank >= 1),
  person_id uuid not null references identity.person,
  organisation_id uuid not null references identity.organisation,
  mandate_id uuid not null references identity.mandate,
  delegation_id uuid references identity.delegation,
  constraint one_call_per_party unique (signing_id, party)
);
create index signing_call_of_person on agreements.signing_call (person_id);

-- A code sent by mail; the code itself is kept nowhere, it is computed from the id and the installation's secret.
create table agreements.signing_code (
  id uuid primary key,
  call_id uuid not null references agreements.signing_call,
  -- The sentences the person ticked before asking for it.
  declared text[] not null constraint something_was_declared check (cardinality(declared) > 0),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint code_expires_after_it_is_sent check (expires_at > sent_at)
);
create index signing_code_of_call on agreements.signing_code (call_id, sent_at);

-- How a signature was given in the application. Written once, with its act.
create table agreements.signature_evidence (
  act_id uuid primary key references agreements.act,
  text_id uuid not null references agreements.signing_text,
  -- Of that text, as the signer's page showed it.
  fingerprint text not null,
  person_id uuid not null references identity.person,
  membership_id uuid not null references identity.membership,
  organisation_id uuid not null references identity.organisation,
  organisation_name text not null,
  mandate_id uuid not null references identity.mandate,
  delegation_id uuid references identity.delegation,
  signer_name text not null constraint signer_has_a_name check (btrim(signer_name) <> ''),
  signer_quality text not null,
  declared text[] not null,
  code_id uuid not null references agreements.signing_code constraint one_signature_per_code unique,
  code_sent_at timestamptz not null,
  code_typed_at timestamptz not null,
  -- The network part of the address alone.
  address text not null,
  user_agent text not null
);
create trigger signature_evidence_is_append_only before update or delete or truncate on agreements.signature_evidence
  for each statement execute function platform.refuse_change();

-- The scan of an original signed on paper, or the act that ratifies a signature. A better scan is one more.
create table agreements.signature_document (
  id uuid primary key,
  act_id uuid not null references agreements.act,
  kind text not null constraint signature_document_kind_is_known check (kind in ('original', 'ratification')),
  file_id uuid not null references platform.file,
  -- Where each of the two originals is kept, on paper.
  kept_by_head text not null default '',
  kept_by_partner text not null default '',
  added_at timestamptz not null,
  added_by uuid
);
create index signature_document_of_act on agreements.signature_document (act_id);
create trigger signature_document_is_append_only before update or delete or truncate on agreements.signature_document
  for each statement execute function platform.refuse_change();

comment on column agreements.signing.opened_by is 'personal: who opened the signing';
comment on column agreements.signing.closed_by is 'personal: who closed the signing';
comment on column agreements.signing_call.person_id is 'personal: who is called to sign';
comment on column agreements.signature_evidence.person_id is 'personal: who signed';
comment on column agreements.signature_evidence.signer_name is 'personal: name of who signed';
comment on column agreements.signature_evidence.signer_quality is 'personal: quality of who signed';
comment on column agreements.signature_evidence.address is 'personal: from where it was signed';
comment on column agreements.signature_evidence.user_agent is 'personal: with which browser it was signed';
comment on column agreements.signature_document.kept_by_head is 'personal: may name who keeps the original';
comment on column agreements.signature_document.kept_by_partner is 'personal: may name who keeps the original';
comment on column agreements.signature_document.added_by is 'personal: who attests the document';
