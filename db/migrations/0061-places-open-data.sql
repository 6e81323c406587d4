-- What leaves the directory: who follows its changes, who is told of them, and which sites show it.

-- The last change of each place that was ever published, numbered by the version of its directory. That row is held
-- until the end of each transaction, so numbers come in the order in which changes are seen: whoever goes on from a
-- number misses nothing. A place that is gone keeps its line: followers learn that it left.
create table places.place_change (
  place_id uuid primary key,
  network_id uuid not null references identity.network,
  number bigint not null,
  -- The labels last told, by code and level: they come and go with the day, without a change of the place.
  labels text[] not null default '{}'
);
create index place_change_by_number on places.place_change (network_id, number, place_id);

create function places.number_changes() returns trigger language plpgsql as $$
begin
  insert into places.place_change as known (place_id, network_id, number)
  select c.id, c.network_id, v.version
  from changed_place c join places.directory_version v on v.network_id = c.network_id
  where c.status = 'published'
  on conflict (place_id) do update set number = excluded.number;
  if tg_op <> 'INSERT' then
    update places.place_change known set number = v.version
    from changed_place c join places.directory_version v on v.network_id = c.network_id
    where known.place_id = c.id and known.number < v.version;
  end if;
  return null;
end $$;
create function places.number_deletions() returns trigger language plpgsql as $$
begin
  update places.place_change known set number = v.version
  from changed_place c join places.directory_version v on v.network_id = c.network_id
  where known.place_id = c.id;
  return null;
end $$;
-- Triggers of one event run in the order of their names: `version_…` has counted before.
create trigger watchers_follow_insert after insert on places.place
  referencing new table as changed_place for each statement execute function places.number_changes();
create trigger watchers_follow_update after update on places.place
  referencing new table as changed_place for each statement execute function places.number_changes();
create trigger watchers_follow_delete after delete on places.place
  referencing old table as changed_place for each statement execute function places.number_deletions();

insert into places.place_change (place_id, network_id, number)
select p.id, p.network_id, coalesce(v.version, 0)
from places.place p left join places.directory_version v on v.network_id = p.network_id
where p.status = 'published';

-- A site that shows the map: only its territory, framed only by its own origins. DIR-85.
create table places.embed_key (
  id uuid primary key,
  network_id uuid not null references identity.network,
  name text not null constraint embed_key_has_a_name check (btrim(name) <> ''),
  territory_kind text constraint embed_territory_is_known
    check (territory_kind in ('commune', 'epci', 'departement', 'region')),
  territory_code text,
  origins text[] not null constraint embed_key_says_where check (cardinality(origins) between 1 and 20),
  created_at timestamptz not null,
  created_by uuid,
  ended_at timestamptz,
  constraint embed_territory_is_whole check ((territory_kind is null) = (territory_code is null))
);
comment on column places.embed_key.created_by is 'personal: who let a site show the map';
create index embed_key_of_network on places.embed_key (network_id);

-- How often it was shown, by day: no visitor is known.
create table places.embed_use (
  key_id uuid not null references places.embed_key on delete cascade,
  day date not null,
  views integer not null constraint embed_views_are_counted check (views > 0),
  primary key (key_id, day)
);

-- Whoever is told of changes as they come, in their order, from the last one that was received. DIR-83.
create table places.webhook (
  id uuid primary key,
  network_id uuid not null references identity.network,
  name text not null constraint webhook_has_a_name check (btrim(name) <> ''),
  url text not null constraint webhook_is_https check (url ~ '^https://'),
  -- Sealed: what signs each message.
  sealed_secret text not null,
  -- The last change it received: its number, and which of the places changed under that number.
  sent_number bigint not null,
  sent_place uuid,
  next_try_at timestamptz not null,
  failures integer not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  ended_at timestamptz,
  ended_because text constraint webhook_end_is_known check (ended_because in ('asked', 'silent')),
  constraint webhook_end_says_why check ((ended_at is null) = (ended_because is null))
);
comment on column places.webhook.created_by is 'personal: who asked to be told of changes';
create index webhook_of_network on places.webhook (network_id);

create table places.webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references places.webhook on delete cascade,
  at timestamptz not null,
  changes integer not null,
  -- What the other side answered; null: nothing came.
  status integer,
  problem text
);
create index delivery_of_webhook on places.webhook_delivery (webhook_id, at desc);

-- What a program sent once and may send again: answered the same, done once. DIR-83.
create table places.sent_request (
  person_id uuid not null references identity.person,
  key text not null,
  digest text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (person_id, key)
);
comment on column places.sent_request.person_id is 'personal: whose program sent it';
comment on column places.sent_request.answer is 'personal: what it was answered';
