-- Letters prepared for an agreement, and every document issued from one.

-- A letter as it was written. Nothing runs from here: only the act recorded from its deposit starts a delay (AGR-45).
create table agreements.prepared_letter (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  kind text not null constraint prepared_letter_kind_is_known check (
    kind in ('denunciation', 'formal_notice', 'termination', 'dispute', 'renewal_notice', 'request_answer')
  ),
  from_party text not null,
  -- What was asked: the form of the act is filled with it once the letter is deposited.
  asked jsonb not null,
  -- The letter itself, word for word, as it was written that day.
  written jsonb not null,
  prepared_at timestamptz not null,
  prepared_by uuid,
  -- What the deposit slip says.
  deposited_on date,
  tracking text not null default '',
  slip_file_id uuid references platform.file,
  -- The act its deposit became; a letter without legal effect has none.
  act_id uuid references agreements.act constraint one_letter_per_act unique,
  abandoned_at timestamptz,
  abandoned_by uuid,
  constraint an_act_follows_the_deposit check (act_id is null or deposited_on is not null),
  constraint a_slip_shows_a_deposit check (slip_file_id is null or deposited_on is not null),
  constraint what_was_deposited_is_not_abandoned check (abandoned_at is null or deposited_on is null)
);
create index prepared_letter_of_agreement on agreements.prepared_letter (agreement_id, prepared_at);

-- Each PDF handed to somebody: the stored file is served again, byte for byte (AGR-97).
create table agreements.issued_document (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  kind text not null constraint issued_document_kind_is_known check (
    kind in (
      'agreement', 'consolidated_text', 'amendment', 'renewal_act', 'evidence', 'term_sheet', 'letter'
    )
  ),
  -- What it is about within its agreement: an amendment, a renewal, an act, a letter; empty for the whole of it.
  subject text not null default '',
  template text not null,
  template_version integer not null constraint template_versions_start_at_one check (template_version >= 1),
  -- All that the template was given, word for word.
  data text not null,
  data_fingerprint text not null
    constraint fingerprint_is_of_this_data check (data_fingerprint = encode(sha256(convert_to(data, 'UTF8')), 'hex')),
  file_id uuid not null references platform.file,
  pdf_fingerprint text not null constraint pdf_fingerprint_is_sha256 check (pdf_fingerprint ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz not null,
  issued_by uuid,
  constraint issued_once_for_the_same_content
    unique (agreement_id, kind, subject, template, template_version, data_fingerprint)
);
create trigger issued_document_is_append_only before update or delete or truncate on agreements.issued_document
  for each statement execute function platform.refuse_change();

comment on column agreements.prepared_letter.asked is 'personal: names who signs the letter and to whom it is addressed';
comment on column agreements.prepared_letter.written is 'personal: names who signs the letter and to whom it is addressed';
comment on column agreements.prepared_letter.prepared_by is 'personal: who prepared the letter';
comment on column agreements.prepared_letter.abandoned_by is 'personal: who abandoned the letter';
comment on column agreements.issued_document.data is 'personal: names who signed or represents a party';
comment on column agreements.issued_document.issued_by is 'personal: who had the document issued';
