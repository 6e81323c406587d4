-- Is what is said of a place still true? The duty of each civil semester, what is done about those who do not answer, what
-- the public reports, and the lists people keep. DIR-57 to 60, 74, 75.

-- Whoever keeps a place and changes its sheet says on that day that it is true: nothing more to click.
create function places.confirm_by_revision() returns trigger language plpgsql as $$
begin
  insert into places.confirmation (place_id, on_day, kind, recorded_at, recorded_by, said_by)
  select distinct on (r.place_id, on_day) r.place_id, (r.at at time zone 'Europe/Paris')::date as on_day, 'updated', r.at,
    r.made_by, 'owner'
  from added_revision r where r.said_by = 'owner' and r.changes <> '{}'::jsonb
  order by r.place_id, on_day, r.version
  -- A file may have borne the same day: the word of the place counts more.
  on conflict (place_id, on_day, kind) do update
    set said_by = 'owner', recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
    where places.confirmation.said_by <> 'owner';
  return null;
end $$;
create trigger own_changes_confirm after insert on places.revision
  referencing new table as added_revision for each statement execute function places.confirm_by_revision();

-- The only days that fulfil the duty of a semester: those on which the place or its organisation spoke. An import and a
-- correction by staff are no word of theirs. A duplicate's days are those of the place it joined. DIR-57.
create view places.own_word as
select current.current_id as place_id, said.on_day, said.kind, said.recorded_at, said.recorded_by
from places.confirmation said
join places.current_place current on current.id = said.place_id
where said.said_by = 'owner';

-- Who owes a word each semester in this network, and what happens to those who stay silent. No row: labelled places,
-- and nothing happens by itself.
create table places.freshness_rule (
  network_id uuid primary key references identity.network,
  covers text not null default 'labelled' constraint covered_places_are_known check (covers in ('labelled', 'published')),
  -- Nothing is owed before, whatever the labels say; null: since the label.
  from_day date,
  -- Months of silence after which a place without a label is hidden, two notices after; null: never by itself. DIR-60.
  hides_after_months integer constraint hides_after_a_year_at_least check (hides_after_months >= 12),
  changed_at timestamptz not null,
  changed_by uuid,
  constraint every_place_owes_from_a_day check (covers = 'labelled' or from_day is not null)
);
comment on column places.freshness_rule.changed_by is 'personal: who set the rule of the network';

-- A semester that a place is let off, by the head of the network. DIR-59.
create table places.exemption (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place on delete cascade,
  -- Its first day.
  semester date not null constraint semester_starts_a_half_year
    check (extract(day from semester) = 1 and extract(month from semester) in (1, 7)),
  reason text not null constraint exemption_has_a_reason check (btrim(reason) <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  lifted_at timestamptz,
  lifted_by uuid
);
create unique index one_exemption_per_semester on places.exemption (place_id, semester) where lifted_at is null;
comment on column places.exemption.recorded_by is 'personal: who let a place off';
comment on column places.exemption.lifted_by is 'personal: who took an exemption back';

-- « Rien n’a changé » from the mail: once per place and semester, whatever the number of mails and clicks. DIR-58.
create table places.one_click (
  place_id uuid not null references places.place on delete cascade,
  semester date not null,
  person_id uuid not null references identity.person,
  used_at timestamptz not null,
  constraint one_click_per_semester primary key (place_id, semester)
);
comment on column places.one_click.person_id is 'personal: who confirmed a place from a mail';

-- What staff did about a place that is late: the case itself is read, never stored. DIR-60.
create table places.follow_up (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place on delete cascade,
  -- The first day of the semester that was missed.
  semester date not null,
  kind text not null constraint follow_up_is_known
    check (kind in ('phone', 'mail', 'note', 'postponed', 'closure_asked')),
  note text not null default '',
  -- Until when it waits.
  until_day date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint only_what_waits_has_a_day check ((kind = 'postponed') = (until_day is not null))
);
create index follow_up_of_place on places.follow_up (place_id, semester);
comment on column places.follow_up.note is 'personal: what was said on the phone, or by whom';
comment on column places.follow_up.recorded_by is 'personal: who called, wrote or postponed';

-- The notices before a silent place is hidden by itself: two, then it may be. A word of the place makes them void.
create table places.hiding_notice (
  place_id uuid not null references places.place on delete cascade,
  network_id uuid not null references identity.network,
  sent_on date not null,
  primary key (place_id, sent_on)
);

-- What anybody says is wrong about a place. DIR-74.
create table places.error_report (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place,
  kind text not null constraint error_is_known
    check (kind in ('closed', 'moved', 'hours', 'phone', 'duplicate', 'other')),
  words text not null default '',
  email text,
  sent_at timestamptz not null,
  outcome text constraint outcome_is_known check (outcome in ('corrected', 'refused')),
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  -- The answer came from the head of the network, or from the place.
  answered_as text constraint answerer_is_known check (answered_as in ('owner', 'staff')),
  constraint an_answer_is_whole check (
    (outcome is null) = (answered_at is null) and (outcome is null) = (answered_as is null)
    and (outcome is distinct from 'refused' or btrim(coalesce(answer, '')) <> ''))
);
create index error_reports_of_place on places.error_report (place_id, sent_at);
create index open_error_reports on places.error_report (network_id, sent_at) where answered_at is null;
comment on column places.error_report.words is 'personal: what a visitor wrote about a place';
comment on column places.error_report.email is 'personal: where the answer is sent';
comment on column places.error_report.answered_by is 'personal: who answered';

-- The lists of places that a person keeps; one is shared by a link that a new round makes void. DIR-75.
create table places.favourite_list (
  id uuid primary key,
  network_id uuid not null references identity.network,
  person_id uuid not null references identity.person,
  name text not null constraint list_has_a_name check (btrim(name) <> '' and char_length(name) <= 80),
  -- Where a heart puts a place without asking.
  is_main boolean not null default false,
  shared_at timestamptz,
  share_round integer not null default 0,
  created_at timestamptz not null
);
create unique index one_list_of_a_name on places.favourite_list (network_id, person_id, lower(name));
create unique index one_main_list on places.favourite_list (network_id, person_id) where is_main;
comment on column places.favourite_list.person_id is 'personal: whose list it is';
comment on column places.favourite_list.name is 'personal: how a person calls a list of their own';

create table places.favourite (
  list_id uuid not null references places.favourite_list on delete cascade,
  place_id uuid not null references places.place,
  added_at timestamptz not null,
  constraint a_place_is_listed_once primary key (list_id, place_id)
);
create index favourites_of_place on places.favourite (place_id);
