-- What the search asks of the database at every request, said once so that each connection plans it once: planning the
-- views of labels and of people takes longer than reading them.

-- The labels borne on a day, and by which places (ids joined by commas). Read live: nothing keeps them. DIR-8.
create function places.label_bearers(network uuid, today date)
  returns table (code text, name text, level integer, places text)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select shown.code, shown.name, shown.level::integer, string_agg(distinct shown.place_id::text, ',')
  from places.borne_label shown
  where shown.network_id = network and shown.from_day <= today
    and (shown.until_day is null or shown.until_day > today)
  group by shown.code, shown.name, shown.level;
end $$;

-- The labels that some places bear on a day, as their lines in a list show them.
create function places.labels_of_places(network uuid, of_places uuid[], today date)
  returns table (place_id uuid, code text, name text, level integer, from_day date, until_day date, slug text,
    proof_url text)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select shown.place_id, shown.code, shown.name, max(shown.level)::integer, min(shown.from_day),
    case when not bool_or(shown.until_day is null) then max(shown.until_day) end, max(shown.slug),
    max(shown.proof_url)
  from places.borne_label shown
  where shown.network_id = network and shown.place_id = any(of_places) and shown.from_day <= today
    and (shown.until_day is null or shown.until_day > today)
  group by shown.place_id, shown.code, shown.name
  order by shown.name collate public.french;
end $$;

-- The places whose organisation has all the words in its name, and those where somebody works whose name everybody may
-- read and has them all. A tie that ended and a name taken back find nothing from then on. DIR-61, DIR-78.
-- `words`: folded, letters and digits; each begins a word of the name.
create function places.places_of_name(network uuid, words text[], today date) returns setof uuid
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  starts text[] := array(select '\m' || word from unnest(words) as word);
  -- The one that the index of names finds best.
  longest text := (select '%' || word || '%' from unnest(words) as word order by length(word) desc, word limit 1);
begin
  return query
  select place.current_id
  from identity.current_organisation o
  join places.organisation_place tie on tie.organisation_id = o.id and tie.network_id = network
    and tie.from_day <= today and (tie.until_day is null or tie.until_day > today)
  join places.current_place place on place.id = tie.place_id
  where o.network_id = network and public.folded(o.name) like longest and public.folded(o.name) ~ all (starts)
  union
  select face.place_id
  from facilitators.public_card face
  where face.network_id = network and face.from_day <= today and (face.until_day is null or face.until_day > today)
    and public.folded(face.name) like longest and public.folded(face.name) ~ all (starts);
end $$;

-- At which version of the directory hours were last worked out: a process that keeps them reads only those that moved.
alter table places.hours add column number bigint not null default 0;
create index hours_by_number on places.hours (network_id, number);

-- Ten thousand texts have ninety thousand days that differ: checking each of them against its text, which nothing ever
-- deletes and which the same transaction has just read, took as long as writing them.
alter table places.hours_of_day drop constraint hours_of_day_network_id_key_fkey;
