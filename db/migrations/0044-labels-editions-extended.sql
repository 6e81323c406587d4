-- A campaign extended is extended for all, and published: its closing day moves, and the story of it stays (LAB-22).
create table labels.edition_extension (
  id uuid primary key,
  edition_id uuid not null references labels.edition,
  seq integer not null constraint edition_extension_seq_starts_at_one check (seq >= 1),
  from_day date not null,
  to_day date not null,
  reason text not null constraint edition_extension_is_explained check (btrim(reason) <> ''),
  at timestamptz not null,
  by uuid,
  constraint one_edition_extension_per_seq unique (edition_id, seq),
  constraint edition_is_only_extended check (to_day > from_day)
);
create trigger edition_extension_is_append_only before update or delete or truncate on labels.edition_extension
  for each statement execute function platform.refuse_change();
comment on column labels.edition_extension.by is 'personal: who extended a campaign';
