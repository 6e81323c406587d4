-- What was left open about freshness, the open files, and whoever is told.

-- A word of the place changes what the API, the files and the map say of it: it counts as a change of the directory, and
-- those who follow the place read it again. A file or staff saying it counts for nothing here. DIR-59, DIR-84.
create function places.word_moves_directory() returns trigger language plpgsql as $$
begin
  if not exists (select from added_word where said_by = 'owner') then return null; end if;
  with spoken as (
    select distinct p.id, p.network_id
    from added_word w
    join places.current_place c on c.id = w.place_id
    join places.place p on p.id = c.current_id
    where w.said_by = 'owner'
  ), grown as (
    update places.directory_version v set version = version + 1
    where v.network_id in (select network_id from spoken)
    returning v.network_id, v.version
  )
  update places.place_change known set number = grown.version
  from spoken join grown on grown.network_id = spoken.network_id
  where known.place_id = spoken.id;
  return null;
end $$;
create trigger word_moves_directory after insert on places.confirmation
  referencing new table as added_word for each statement execute function places.word_moves_directory();
create trigger word_again_moves_directory after update on places.confirmation
  referencing new table as added_word for each statement execute function places.word_moves_directory();

-- Who owes a word, and who is let off, changes the badge too.
create trigger version_follows_rule_insert after insert on places.freshness_rule
  referencing new table as changed_place for each statement execute function places.grow_version();
create trigger version_follows_rule_update after update on places.freshness_rule
  referencing new table as changed_place for each statement execute function places.grow_version();
create trigger version_follows_exemption_insert after insert on places.exemption
  referencing new table as changed_place for each statement execute function places.grow_version();
create trigger version_follows_exemption_update after update on places.exemption
  referencing new table as changed_place for each statement execute function places.grow_version();

-- How often a place owes a word: the conventions ask for the civil semester, a network may ask for another period, from a
-- day that it says. DIR-57.
alter table places.freshness_rule
  add column period text not null default 'semester'
    constraint period_is_known check (period in ('year', 'semester', 'quarter')),
  add constraint another_period_begins_on_a_day check (period = 'semester' or from_day is not null);
alter table places.exemption
  drop constraint semester_starts_a_half_year,
  add constraint semester_starts_a_period
    check (extract(day from semester) = 1 and extract(month from semester) in (1, 4, 7, 10));

-- The whole directory as files, each written once for one state of the directory and given as long as that state lasts.
-- The one before stays for whoever is still reading it. DIR-86.
create table places.open_file (
  id uuid primary key,
  network_id uuid not null references identity.network,
  format text not null,
  -- The state of the directory it was written from; the same one is never written twice.
  mark text not null,
  made_at timestamptz not null,
  constraint one_open_file_per_state unique (network_id, format, mark)
);
create index open_file_by_age on places.open_file (network_id, format, made_at desc);

-- Compressed by gzip, cut so that nobody holds a whole file.
create table places.open_file_part (
  file_id uuid not null references places.open_file on delete cascade,
  number integer not null,
  content bytea not null,
  primary key (file_id, number)
);
alter table places.open_file_part alter column content set storage external;
