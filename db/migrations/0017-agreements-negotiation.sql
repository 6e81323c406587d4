-- Negotiating a draft: when the partner was shown it, the clauses the parties wrote anew, what each says of them, and
-- which text each approves for signature.

-- Null: the head prepares it alone, and the partner does not see it.
alter table agreements.agreement add column shared_at timestamptz;
alter table agreements.agreement add column shared_by uuid;
-- What a partner could read until now stays in its sight.
update agreements.agreement set shared_at = created_at;

-- A clause of the agreement's own; without a line, the clause reads as in its template.
create table agreements.draft_clause (
  agreement_id uuid not null references agreements.agreement,
  clause_key text not null,
  source text not null constraint draft_clause_has_a_text check (btrim(source) <> ''),
  -- One more at each writing; the template's own text is version 0.
  version integer not null constraint draft_clause_versions_start_at_one check (version >= 1),
  written_at timestamptz not null,
  written_by uuid,
  constraint one_text_per_draft_clause primary key (agreement_id, clause_key)
);

-- What a party says of a clause: a comment, another text, or another figure for a term the clause writes.
create table agreements.draft_remark (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  clause_key text not null,
  kind text not null constraint draft_remark_kind_is_known check (kind in ('comment', 'text', 'term')),
  party text not null,
  written_at timestamptz not null,
  written_by uuid,
  words text not null default '',
  -- The text or the figure proposed, and what it would replace, as it read then.
  proposed text,
  replaced text,
  -- The version of the clause it was written from.
  clause_version integer,
  term text,
  outcome text constraint draft_outcome_is_known check (outcome in ('accepted', 'refused', 'withdrawn')),
  answer text not null default '',
  decided_at timestamptz,
  decided_by uuid,
  constraint draft_comment_says_something check (kind <> 'comment' or btrim(words) <> ''),
  constraint draft_proposal_says_what check ((kind = 'comment') = (proposed is null and replaced is null)),
  constraint draft_text_knows_its_version check ((kind = 'text') = (clause_version is not null)),
  constraint draft_term_is_named check ((kind = 'term') = (term is not null)),
  constraint draft_comment_is_not_decided check (kind <> 'comment' or outcome is null),
  constraint draft_outcome_has_its_day check ((outcome is null) = (decided_at is null)),
  constraint draft_refusal_says_why check (outcome is distinct from 'refused' or btrim(answer) <> '')
);
create index draft_remark_of_agreement on agreements.draft_remark (agreement_id, clause_key, written_at);

-- A party approves one content for signature. A later change cancels it; nothing approves by itself.
create table agreements.draft_approval (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  party text not null,
  fingerprint text not null constraint approval_is_of_one_content check (fingerprint ~ '^[0-9a-f]{64}$'),
  approved_at timestamptz not null,
  approved_by uuid,
  cancelled_at timestamptz,
  constraint approval_ends_after_it_begins check (cancelled_at >= approved_at)
);
create unique index one_standing_approval_per_party on agreements.draft_approval (agreement_id, party)
  where cancelled_at is null;

-- The first signature freezes the clauses: from then on an amendment alone changes them.
create function agreements.refuse_change_of_signed_clause() returns trigger language plpgsql as $$
begin
  if exists (
    select from agreements.act where agreement_id = coalesce(new.agreement_id, old.agreement_id) and type = 'signature'
  ) then
    raise exception 'the clauses of a signed agreement do not change'
      using errcode = 'check_violation', constraint = 'signed_clauses_do_not_change';
  end if;
  return coalesce(new, old);
end $$;
create trigger draft_clause_is_frozen_by_signature before insert or update or delete on agreements.draft_clause
  for each row execute function agreements.refuse_change_of_signed_clause();

comment on column agreements.agreement.shared_by is 'personal: who shared the draft with the partner';
comment on column agreements.draft_clause.written_by is 'personal: who wrote the clause last';
comment on column agreements.draft_remark.written_by is 'personal: who commented or proposed';
comment on column agreements.draft_remark.words is 'personal: what they wrote';
comment on column agreements.draft_remark.answer is 'personal: why it was refused, in their words';
comment on column agreements.draft_remark.decided_by is 'personal: who accepted, refused or withdrew';
comment on column agreements.draft_approval.approved_by is 'personal: who approved the text for signature';
