-- What the hours of places depend on, their hours worked out ahead, and what people search again.

-- School holidays, as the head of the network loaded them: none for a zone means that nobody knows. DIR-52.
create table places.school_holiday (
  network_id uuid not null references identity.network,
  -- `A`, `B`, `C`, `Corse`, or the number of an overseas territory.
  zone text not null constraint school_zone_is_known
    check (zone ~ '^(A|B|C|Corse|97[1-8]|98[678])$'),
  from_day date not null,
  until_day date not null,
  name text not null default '',
  primary key (network_id, zone, from_day),
  constraint school_holiday_lasts check (until_day > from_day)
);

-- Where a network corrects the public holidays the product knows: a day more, or one that is worked. DIR-51.
create table places.holiday_rule (
  id uuid primary key,
  network_id uuid not null references identity.network,
  -- Where public holidays are the territory's own (57, 67, 68, overseas); null: everywhere.
  department text constraint holiday_territory_is_known check (department ~ '^(57|67|68|97[1-8]|98[678])$'),
  month integer not null constraint holiday_month_exists check (month between 1 and 12),
  day integer not null constraint holiday_day_exists check (day between 1 and 31),
  name text not null constraint holiday_has_a_name check (btrim(name) <> ''),
  is_off boolean not null,
  from_year integer,
  until_year integer,
  constraint holiday_years_follow check (until_year >= from_year)
);
create index holiday_rule_of_network on places.holiday_rule (network_id);

-- Where a place is, as far as its hours depend on it: `FR` unless its holidays or its clocks are its own, or its hours
-- follow those of the schools. `hoursArea` of domain/hours says the same; a test compares both.
create function places.hours_area(words text, insee_code text, postal_code text) returns text
  language sql immutable parallel safe as $$
  select case
    when $2 in ('98723', '98727', '98731', '98732', '98750', '98756') then '987M'
    when $2 = '98719' then '987G'
    when department ~ '^(57|67|68|97[1-8]|98[678])$' or $1 ~ '\ySH\y' then department
    else 'FR'
  end
  from (select case
    when $2 ~ '^(97[1-8]|98[678])' then left($2, 3)
    when $3 = '97133' then '977'
    when $3 = '97150' then '978'
    when left($3, 3) ~ '^(97[1-8]|98[678])$' then left($3, 3)
    else coalesce(nullif(left($2, 2), ''), left($3, 2), '')
  end as department) as its
$$;
create function places.hours_key(words text, insee_code text, postal_code text) returns uuid
  language sql immutable parallel safe as $$
  select case when btrim($1) <> '' then md5(places.hours_area($1, $2, $3) || ' ' || $1)::uuid end
$$;

-- Each distinct text of hours in one area, worked out once for all its places. DIR-49.
create table places.hours (
  network_id uuid not null references identity.network,
  key uuid not null,
  words text not null,
  area text not null,
  -- From which day the days ahead are worked out; null: to be done.
  compiled_on date,
  -- False: words that nothing reads, shown as they are and never guessed.
  is_read boolean not null default false,
  zone text not null default 'Europe/Paris',
  -- When it is surely open in an ordinary week: minutes since Monday midnight.
  week int4multirange not null default '{}',
  -- `evening`, `saturday`, `sunday`: what an ordinary week offers.
  moments text[] not null default '{}',
  primary key (network_id, key)
);
create index hours_to_work_out on places.hours (network_id) where compiled_on is null;

-- The dates that differ from the ordinary week: minutes since midnight.
create table places.hours_of_day (
  network_id uuid not null,
  key uuid not null,
  on_day date not null,
  open int4multirange not null,
  primary key (network_id, on_day, key),
  foreign key (network_id, key) references places.hours on delete cascade
);
create index hours_of_day_by_text on places.hours_of_day (network_id, key);

alter table places.place add column hours_key uuid;

create function places.follow_hours() returns trigger language plpgsql as $$
begin
  new.hours_key := places.hours_key(new.opening_hours, new.insee_code, new.postal_code);
  return new;
end $$;
create trigger hours_follow_the_words before insert or update of opening_hours, insee_code, postal_code
  on places.place for each row execute function places.follow_hours();

create function places.note_hours() returns trigger language plpgsql as $$
begin
  insert into places.hours (network_id, key, words, area)
  select distinct c.network_id, c.hours_key, c.opening_hours,
    places.hours_area(c.opening_hours, c.insee_code, c.postal_code)
  from changed_place c
  where c.hours_key is not null
    and not exists (select 1 from places.hours h where h.network_id = c.network_id and h.key = c.hours_key)
  order by c.network_id, c.hours_key
  on conflict do nothing;
  return null;
end $$;
create trigger hours_are_noted_at_insert after insert on places.place
  referencing new table as changed_place for each statement execute function places.note_hours();
create trigger hours_are_noted_at_update after update on places.place
  referencing new table as changed_place for each statement execute function places.note_hours();

alter table places.place disable trigger user;
update places.place set hours_key = places.hours_key(opening_hours, insee_code, postal_code)
where btrim(opening_hours) <> '';
alter table places.place enable trigger user;
insert into places.hours (network_id, key, words, area)
select distinct network_id, hours_key, opening_hours, places.hours_area(opening_hours, insee_code, postal_code)
from places.place where hours_key is not null;

create index place_by_hours on places.place (network_id, hours_key) where status = 'published';
-- Any of the closed lists a person may choose from.
create index place_by_choice on places.place using gin
  (publics, special_care, fees, programmes, trainings, access_modes, support_modes, itinerance, typologies);

-- The names a place had: people go on looking for them. DIR-61.
create table places.former_name (
  place_id uuid not null references places.place on delete cascade,
  name text not null,
  words tsvector not null,
  primary key (place_id, name)
);
create aggregate places.tsvector_agg (tsvector) (sfunc = tsvector_concat, stype = tsvector);
-- The words of a place are also those of the names it had.
create or replace function places.fill_search() returns trigger language plpgsql as $$
declare former tsvector;
begin
  if tg_op = 'UPDATE' then
    select coalesce(places.tsvector_agg(f.words), '') into former from places.former_name f where f.place_id = new.id;
    if old.name <> new.name and old.status <> 'draft' then
      former := former || to_tsvector('public.fr', old.name);
    end if;
  end if;
  new.search :=
    setweight(to_tsvector('public.fr', new.name), 'A') ||
    setweight(to_tsvector('public.fr', new.commune || ' ' || coalesce(new.postal_code, '')), 'B') ||
    setweight(to_tsvector('public.fr', coalesce(new.parent_organisation, '') || ' ' || new.address), 'C') ||
    setweight(to_tsvector('public.fr', coalesce(new.summary, '')), 'D') ||
    setweight(coalesce(former, ''), 'C');
  return new;
end $$;

create function places.keep_former_name() returns trigger language plpgsql as $$
begin
  insert into places.former_name (place_id, name, words)
  values (old.id, old.name, to_tsvector('public.fr', old.name)) on conflict do nothing;
  return null;
end $$;
create trigger former_names_stay_known after update of name on places.place
  for each row when (old.name <> new.name and old.status <> 'draft')
  execute function places.keep_former_name();

-- A territory that no code names: a list of communes under a name. DIR-63.
create table places.territory (
  network_id uuid not null references identity.network,
  slug text not null constraint territory_slug_is_plain check (slug ~ '^[a-z0-9-]+$'),
  name text not null constraint territory_has_a_name check (btrim(name) <> ''),
  -- INSEE codes of present communes.
  communes text[] not null constraint territory_holds_communes check (cardinality(communes) > 0),
  primary key (network_id, slug)
);

-- What a person asks of the directory again and again, by the parameters of its address. DIR-65.
create table places.saved_search (
  id uuid primary key,
  network_id uuid not null references identity.network,
  person_id uuid not null references identity.person,
  name text not null constraint saved_search_has_a_name check (btrim(name) <> ''),
  asked text not null,
  created_at timestamptz not null,
  constraint one_saved_search_per_name unique (network_id, person_id, name)
);
comment on column places.saved_search.person_id is 'personal: who keeps a search of the directory';
comment on column places.saved_search.name is 'personal: the words by which a person knows a search';
comment on column places.saved_search.asked is 'personal: what a person looks for in the directory';
