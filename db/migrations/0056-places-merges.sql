-- Places that may be one: the pairs found, what people decided of them, and merges that can be undone.

-- A place with its duplicates, found by the place they are read as.
create index place_as_it_stands on places.place ((coalesce(merged_into, id)));

-- The pairs found by the last comparisons, over the places as they stand: a duplicate that was joined speaks for the one it
-- joined. Derived: written anew by each comparison. DIR-42.
create table places.duplicate_pair (
  network_id uuid not null references identity.network,
  one_id uuid not null references places.place on delete cascade,
  other_id uuid not null references places.place on delete cascade,
  score smallint not null constraint score_is_out_of_a_hundred check (score between 0 and 100),
  band text not null constraint band_is_known check (band in ('certain', 'probable', 'possible')),
  -- What the score is made of: the figures of the explanation. DIR-44.
  why jsonb not null,
  departments text[] not null,
  sources text[] not null,
  found_at timestamptz not null,
  primary key (one_id, other_id),
  constraint pair_is_in_order check (one_id < other_id)
);
create index duplicate_pair_by_score on places.duplicate_pair (network_id, score desc, one_id, other_id);
create index duplicate_pair_of_other on places.duplicate_pair (other_id);

-- Places to compare again since something that is compared changed, whoever wrote it: emptied by the comparison, that takes
-- away the lines it has read and no other.
create table places.comparison_due (
  id bigint generated always as identity primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place on delete cascade
);
create index comparison_due_of_place on places.comparison_due (place_id);
create function places.compare_new() returns trigger language plpgsql as $$
begin
  insert into places.comparison_due (place_id, network_id) select id, network_id from written_place;
  return null;
end $$;
create function places.compare_again() returns trigger language plpgsql as $$
begin
  insert into places.comparison_due (place_id, network_id)
  select n.id, n.network_id from written_place n join former_place o on o.id = n.id
  where (n.status, n.merged_into, n.name, n.address, n.postal_code, n.commune, n.insee_code, n.latitude, n.longitude,
      n.phone, n.emails, n.pivot, n.typologies, n.itinerance, n.source)
    is distinct from (o.status, o.merged_into, o.name, o.address, o.postal_code, o.commune, o.insee_code, o.latitude,
      o.longitude, o.phone, o.emails, o.pivot, o.typologies, o.itinerance, o.source);
  return null;
end $$;
create trigger comparison_follows_insert after insert on places.place
  referencing new table as written_place for each statement execute function places.compare_new();
create trigger comparison_follows_update after update on places.place
  referencing new table as written_place old table as former_place
  for each statement execute function places.compare_again();
insert into places.comparison_due (place_id, network_id) select id, network_id from places.place;

-- What makes a decision old: a new address or a new number. DIR-46.
create function places.decided_on(of places.place) returns text language sql immutable as $$
  select public.folded(of.address) || '|' || coalesce(of.postal_code, '') || '|' || public.folded(of.commune)
    || '|' || coalesce(of.pivot, '')
$$;

-- A duplicate joined to the place that is kept, and how to undo it. No row of anybody moves. DIR-47.
create table places.merge (
  id uuid primary key,
  network_id uuid not null references identity.network,
  kept_id uuid not null references places.place,
  duplicate_id uuid not null references places.place,
  reason text not null default '',
  -- What the kept place took: { column: { from, to } }.
  changes jsonb not null,
  -- What the duplicate was before: { column: value }.
  duplicate_before jsonb not null,
  -- The duplicates that this one had, and brought with it.
  brought uuid[] not null default '{}',
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  undo_reason text not null default '',
  constraint merge_is_of_two_places check (kept_id <> duplicate_id),
  constraint only_an_undone_merge_says_by_whom check (undone_at is not null or (undone_by is null and undo_reason = ''))
);
create unique index one_standing_merge_per_duplicate on places.merge (duplicate_id) where undone_at is null;
create index merge_by_time on places.merge (network_id, merged_at desc);
create index merge_into_kept on places.merge (kept_id);
comment on column places.merge.changes is 'personal: sometimes the nominative telephone or address of a place';
comment on column places.merge.merged_by is 'personal: who joined a duplicate to a place';
comment on column places.merge.undone_by is 'personal: who undid a merge';

-- « Ce ne sont pas les mêmes »: for ever, until one of the two has a new address or a new number.
create table places.distinction (
  id uuid primary key,
  network_id uuid not null references identity.network,
  one_id uuid not null references places.place,
  other_id uuid not null references places.place,
  -- `decided_on` of each, that day.
  one_known text not null,
  other_known text not null,
  reason text not null default '',
  decided_at timestamptz not null,
  decided_by uuid,
  -- The merge by which the kept place inherits it: it ends if that merge is undone.
  merge_id uuid references places.merge,
  constraint distinction_is_in_order check (one_id < other_id)
);
create index distinction_of_pair on places.distinction (one_id, other_id);
create index distinction_of_other on places.distinction (other_id);
create trigger distinction_is_append_only before update or delete or truncate on places.distinction
  for each statement execute function platform.refuse_change();
comment on column places.distinction.decided_by is 'personal: who said that two places are not one';

-- The distinctions that still hold.
create view places.standing_distinction as
select d.*
from places.distinction d
join places.place one on one.id = d.one_id
join places.place other on other.id = d.other_id
where d.one_known = places.decided_on(one) and d.other_known = places.decided_on(other)
  and not exists (select from places.merge m where m.id = d.merge_id and m.undone_at is not null);
