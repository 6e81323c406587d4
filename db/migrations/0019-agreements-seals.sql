-- Proof that lasts: the PDF that is signed and its seals, the chain that binds the acts of an agreement, and the
-- life of a call to sign.

-- The document given to sign, made once from the frozen text: whoever signs elsewhere signs these very bytes.
create table agreements.signing_document (
  text_id uuid primary key references agreements.signing_text,
  file_id uuid not null references platform.file,
  prepared_at timestamptz not null
);
create trigger signing_document_is_append_only before update or delete or truncate on agreements.signing_document
  for each statement execute function platform.refuse_change();

-- That document as it grows: the seal of each signature given in the application, what was signed elsewhere, then the
-- last seal. Each one begins with the bytes of the one before.
create table agreements.sealed_document (
  id uuid primary key,
  text_id uuid not null references agreements.signing_text,
  rank integer not null constraint sealed_rank_starts_at_one check (rank >= 1),
  kind text not null constraint sealed_kind_is_known check (kind in ('signature', 'elsewhere', 'final')),
  act_id uuid references agreements.act,
  file_id uuid not null references platform.file,
  -- Null: no certificate was set, the document is kept with its hash alone.
  seal text constraint seal_is_known check (seal in ('operator', 'demonstration')),
  certificate text,
  has_timestamp boolean not null default false,
  recorded_at timestamptz not null,
  constraint one_document_per_rank unique (text_id, rank),
  constraint final_document_is_of_no_act check ((kind = 'final') = (act_id is null)),
  constraint certificate_comes_with_its_seal check ((seal is null) = (certificate is null)),
  constraint time_is_stamped_on_a_seal check (seal is not null or not has_timestamp)
);
create unique index one_document_per_signature on agreements.sealed_document (text_id, act_id);
create unique index one_final_document on agreements.sealed_document (text_id) where kind = 'final';
create index sealed_document_by_file on agreements.sealed_document (file_id);
create trigger sealed_document_is_append_only before update or delete or truncate on agreements.sealed_document
  for each statement execute function platform.refuse_change();

alter table agreements.signature_document drop constraint signature_document_kind_is_known;
alter table agreements.signature_document add constraint signature_document_kind_is_known
  check (kind in ('original', 'ratification', 'elsewhere'));

-- A call to sign may be recalled every so many days, and end on a day: the link closes, the agreement is untouched.
alter table agreements.signing
  add column remind_every integer constraint reminded_once_a_day_at_most check (remind_every between 1 and 60),
  add column expires_on date,
  add column renewed_at timestamptz,
  add column renewals integer not null default 0;

-- Each act is bound to the one before it in its agreement, in the transaction that records it. A signature also binds
-- the terms as they were signed.
create table agreements.act_link (
  act_id uuid primary key references agreements.act,
  agreement_id uuid not null references agreements.agreement,
  seq integer not null,
  -- SHA-256 of the act, of the terms it signed, then of both after the link before.
  digest bytea not null,
  terms bytea,
  link bytea not null,
  linked_at timestamptz not null default now(),
  constraint one_link_per_act unique (agreement_id, seq)
);
create index act_link_by_time on agreements.act_link (linked_at);

-- All the chains in one digest, day after day, each after the one before; stamped by an authority when one is set.
create table agreements.chain_digest (
  day date primary key,
  -- Acts linked after the digest before, and until then.
  up_to timestamptz not null,
  links bigint not null,
  digest bytea not null,
  authority text,
  token bytea
);

create function agreements.act_digest(act agreements.act) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_build_array(
    act.id, act.agreement_id, act.seq, act.type, act.occurred_on::text,
    to_char(act.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    to_char(act.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    act.recorded_by, act.payload, act.evidence_file_id, act.supersedes)::text, 'UTF8'))
$$;

create function agreements.terms_digest(agreement agreements.agreement) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_build_array(
    agreement.template_id, agreement.template_version, agreement.terms)::text, 'UTF8'))
$$;

-- The agreement is locked by whoever records an act: the act before is always there.
create function agreements.link_act() returns trigger language plpgsql as $$
declare
  former bytea;
  act_digest bytea := agreements.act_digest(new);
  signed_terms bytea;
begin
  select link into former from agreements.act_link
    where agreement_id = new.agreement_id and seq < new.seq order by seq desc limit 1;
  if new.type = 'signature' then
    select agreements.terms_digest(a) into signed_terms from agreements.agreement a where a.id = new.agreement_id;
  end if;
  insert into agreements.act_link (act_id, agreement_id, seq, digest, terms, link)
  values (new.id, new.agreement_id, new.seq, act_digest, signed_terms,
          sha256(coalesce(former, ''::bytea) || act_digest || coalesce(signed_terms, ''::bytea)));
  return null;
end $$;

-- Acts of before are linked in their order.
do $$
declare
  act agreements.act;
  owner uuid;
  former bytea;
  act_digest bytea;
  signed_terms bytea;
begin
  for act in select * from agreements.act order by agreement_id, seq loop
    if act.agreement_id is distinct from owner then former := ''::bytea; end if;
    owner := act.agreement_id;
    act_digest := agreements.act_digest(act);
    signed_terms := null;
    if act.type = 'signature' then
      select agreements.terms_digest(a) into signed_terms from agreements.agreement a where a.id = owner;
    end if;
    former := sha256(former || act_digest || coalesce(signed_terms, ''::bytea));
    insert into agreements.act_link (act_id, agreement_id, seq, digest, terms, link)
    values (act.id, owner, act.seq, act_digest, signed_terms, former);
  end loop;
end $$;

create trigger act_is_linked after insert on agreements.act
  for each row execute function agreements.link_act();
create trigger act_link_is_append_only before update or delete or truncate on agreements.act_link
  for each statement execute function platform.refuse_change();
create trigger chain_digest_is_append_only before update or delete or truncate on agreements.chain_digest
  for each statement execute function platform.refuse_change();
