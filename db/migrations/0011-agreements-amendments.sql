-- An amendment while it is written: what it would change. Its signatures are acts, and each carries a copy of these
-- changes: what was signed no longer depends on this row. Its state is read from them, never stored here.
create table agreements.amendment (
  agreement_id uuid not null references agreements.agreement,
  number integer not null constraint amendment_numbers_start_at_one check (number >= 1),
  object text not null constraint amendment_says_its_object check (btrim(object) <> ''),
  changes jsonb not null default '{}',
  -- Null: the first day of the month after the last signature.
  effective_on date,
  -- Null: the amendment leaves the last day as it is.
  new_last_day date,
  -- One more at each writing: a page that shows an older one saves nothing.
  version integer not null default 1 constraint amendment_versions_start_at_one check (version >= 1),
  created_at timestamptz not null,
  created_by uuid,
  constraint one_amendment_per_number primary key (agreement_id, number)
);
comment on column agreements.amendment.created_by is 'personal: who drafted the amendment';
