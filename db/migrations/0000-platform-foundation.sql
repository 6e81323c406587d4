-- What every module stands on: extensions, French text, the journal, long works, mails, files, rate limits.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Named by us, because predefined collations and the database's default differ between servers.
create collation public.french (provider = icu, locale = 'fr');

-- French words after accents are folded; named in every call, since the server's default is English.
create text search configuration public.fr (copy = pg_catalog.french);
alter text search configuration public.fr
  alter mapping for hword, hword_part, word with public.unaccent, french_stem;

-- unaccent() is only stable, because a dictionary may change; ours does not, and indexes need an immutable one.
create function public.folded(text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create schema if not exists platform;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append_only: % on %.%', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

-- Who did what, in the transaction of the act. Written once.
create table platform.journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  network_id uuid,
  person_id uuid,
  organisation_id uuid,
  action text not null constraint action_is_noun_and_past_verb check (action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  subject_id text not null,
  details jsonb not null default '{}',
  request_id text
);
create index journal_by_subject on platform.journal (subject_id, id);
create index journal_by_network on platform.journal (network_id, id);
create trigger journal_is_append_only before update or delete or truncate on platform.journal
  for each statement execute function platform.refuse_change();

-- How far a long work has come, for the page that waits for it.
create table platform.progress (
  id uuid primary key,
  network_id uuid,
  done integer not null default 0 constraint done_is_counted check (done >= 0),
  total integer constraint total_is_counted check (total >= 0),
  step text not null default '',
  started_at timestamptz not null,
  finished_at timestamptz,
  failure text
);

-- One row per mail, sent by a job after commit. In demo mode /dev/mail reads it.
create table platform.mail (
  id uuid primary key,
  once_key text constraint one_mail_per_key unique,
  recipient text not null,
  subject text not null,
  body text not null,
  written_at timestamptz not null,
  sent_at timestamptz
);
create index mail_by_time on platform.mail (written_at desc);

-- Content lives in the file store under its hash; the name a person gave it lives here.
create table platform.file (
  id uuid primary key,
  sha256 text not null constraint sha256_is_hexadecimal check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  bytes bigint not null constraint file_has_content check (bytes > 0),
  network_id uuid not null,
  added_at timestamptz not null,
  added_by uuid
);
create index file_by_content on platform.file (sha256);

-- Fixed windows shared by all processes. Worth nothing after a crash, hence unlogged.
create unlogged table platform.rate_window (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (key, window_start)
);
