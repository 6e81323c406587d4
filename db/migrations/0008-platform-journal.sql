-- The journal people can trust: each line is sealed to the one before it when its transaction commits.
alter table platform.journal
  add column membership_id uuid,
  add column mandate_id uuid,
  add column delegation_id uuid,
  add column impersonator_id uuid,
  -- What changed, sensitive fields redacted: {"name": ["before", "after"]}.
  add column changes jsonb not null default '{}';
-- Pages go from the newest line to the oldest, by the instant and then the line; filters stay quick at any length.
create index journal_by_time on platform.journal (network_id, at, id);
create index journal_by_person on platform.journal (person_id, at, id) where person_id is not null;
create index journal_by_impersonator on platform.journal (impersonator_id, at, id) where impersonator_id is not null;
create index journal_by_organisation on platform.journal (organisation_id, at, id) where organisation_id is not null;
create index journal_by_family on platform.journal (network_id, split_part(action, '.', 1), at, id);
create index journal_by_start_of_subject on platform.journal (network_id, subject_id text_pattern_ops);

-- From where: kept for a shorter time than the line itself, hence outside the chain.
create table platform.journal_origin (
  line bigint primary key,
  address text not null,
  user_agent text not null default '',
  at timestamptz not null
);
create index journal_origin_by_time on platform.journal_origin (at);

create table platform.journal_seal (
  position bigint primary key,
  line bigint not null constraint one_seal_per_line unique,
  -- SHA-256 of the line, then of this digest after the seal before.
  digest bytea not null,
  seal bytea not null
);

-- Lines that outlived their retention: their seals stay, and this says why the lines do not. A line `journal.purged`,
-- which is kept, tells the same: a purge invented afterwards has none.
create table platform.journal_purge (
  id uuid primary key,
  at timestamptz not null,
  network_id uuid,
  before timestamptz not null,
  lines bigint not null,
  -- Places in the chain whose lines are gone.
  positions int8multirange not null
);

create function platform.journal_digest(line platform.journal) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_build_array(
    line.id, to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), line.network_id, line.person_id, line.organisation_id, line.membership_id,
    line.mandate_id, line.delegation_id, line.impersonator_id, line.action, line.subject_id, line.details, line.changes,
    line.request_id)::text, 'UTF8'))
$$;

-- Runs at commit, when nothing else is waited for: the lock is held for the time of the commit itself.
create function platform.seal_journal_line() returns trigger language plpgsql as $$
declare
  last platform.journal_seal;
  line_digest bytea := platform.journal_digest(new);
begin
  perform pg_advisory_xact_lock(hashtextextended('platform.journal_seal', 0));
  select * into last from platform.journal_seal order by position desc limit 1;
  insert into platform.journal_seal (position, line, digest, seal)
  values (coalesce(last.position, 0) + 1, new.id, line_digest, sha256(coalesce(last.seal, ''::bytea) || line_digest));
  return null;
end $$;

-- Lines of before are sealed in their order.
do $$
declare
  line platform.journal;
  previous bytea := ''::bytea;
  rank bigint := 0;
begin
  for line in select * from platform.journal order by id loop
    rank := rank + 1;
    previous := sha256(previous || platform.journal_digest(line));
    insert into platform.journal_seal values (rank, line.id, platform.journal_digest(line), previous);
  end loop;
end $$;

create constraint trigger journal_is_sealed after insert on platform.journal
  deferrable initially deferred for each row execute function platform.seal_journal_line();

create trigger seal_is_append_only before update or delete or truncate on platform.journal_seal
  for each statement execute function platform.refuse_change();
create trigger purge_is_append_only before update or delete or truncate on platform.journal_purge
  for each statement execute function platform.refuse_change();

-- Retention alone removes lines, and says so in its transaction.
drop trigger journal_is_append_only on platform.journal;
create function platform.refuse_journal_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('platform.purging', true) = 'on' then return null; end if;
  raise exception 'append_only: % on %.%', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger journal_is_append_only before update or delete or truncate on platform.journal
  for each statement execute function platform.refuse_journal_change();
