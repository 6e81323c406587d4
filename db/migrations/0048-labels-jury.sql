-- The jury of a campaign (LAB-22, LAB-24 to LAB-29). What a juror may see or write is refused here too, whatever a page
-- does: no mark without a declaration, none by a recused juror, no decision before the instant of publication.
create table labels.jury (
  edition_id uuid primary key references labels.edition,
  -- The last day of the grids, in Paris.
  marks_until date not null,
  -- Closed by hand; from then on no grid changes.
  marks_closed_at timestamptz,
  -- Nothing is published before that day; null: no ceremony is waited for.
  ceremony_on date,
  -- Whether the letters give the medians.
  tells_medians boolean not null,
  constituted_at timestamptz not null,
  constituted_by uuid
);
comment on column labels.jury.constituted_by is 'personal: who constituted a jury';

create table labels.juror (
  id uuid primary key,
  edition_id uuid not null references labels.edition,
  person_id uuid not null references identity.person,
  kind text not null constraint juror_kind_is_known check (kind in ('scientific', 'practitioner', 'partner')),
  is_chair boolean not null,
  from_day date not null,
  -- The first day out of the jury; null: until it is over.
  until_day date,
  -- Where they hold an office or live: numbers of departments and codes of communes. No file from there is given to them.
  territories text[] not null default '{}',
  named_at timestamptz not null,
  named_by uuid,
  constraint one_seat_per_person unique (edition_id, person_id),
  constraint juror_sits_for_a_time check (until_day > from_day)
);
create unique index one_chair_per_jury on labels.juror (edition_id) where is_chair;
comment on column labels.juror.person_id is 'personal: who sits in a jury';
comment on column labels.juror.territories is 'personal: where a juror holds an office or lives';
comment on column labels.juror.named_by is 'personal: who named a juror';

-- Is the file one the jury may judge? A file found not eligible is given to nobody, and refused with its reason.
create table labels.admission (
  application_id uuid primary key references labels.application,
  is_eligible boolean not null,
  reason text not null default '',
  -- Inhabitants, for the comparison between like authorities; null: not told.
  population integer constraint population_is_positive check (population > 0),
  checked_at timestamptz not null,
  checked_by uuid,
  constraint ineligible_file_says_why check (is_eligible or btrim(reason) <> '')
);
comment on column labels.admission.checked_by is 'personal: who checked that a file may be judged';

-- A file given to a juror to read.
create table labels.reading (
  id uuid primary key,
  application_id uuid not null references labels.application,
  juror_id uuid not null references labels.juror,
  assigned_at timestamptz not null,
  assigned_by uuid,
  -- Its marks are final.
  finished_at timestamptz,
  constraint one_reading_per_juror_and_file unique (application_id, juror_id)
);
create index reading_of_juror on labels.reading (juror_id);
comment on column labels.reading.assigned_by is 'personal: who gave a file to a juror';

-- What a juror declares before opening a file, or as soon as they know of it. A recusal is never taken back.
create table labels.interest_declaration (
  id uuid primary key,
  application_id uuid not null references labels.application,
  juror_id uuid not null references labels.juror,
  seq integer not null constraint declaration_seq_starts_at_one check (seq >= 1),
  interest text not null constraint interest_is_known check (
    interest in ('none', 'family', 'employment', 'elected_office', 'financial', 'adviser', 'other')),
  words text not null default '',
  declared_at timestamptz not null,
  -- The juror, or whoever kept the minutes when it was said in the meeting.
  recorded_by uuid,
  constraint one_declaration_per_seq unique (application_id, juror_id, seq),
  constraint other_interest_is_told check (interest <> 'other' or btrim(words) <> '')
);
create index declaration_of_juror on labels.interest_declaration (juror_id);
comment on column labels.interest_declaration.interest is 'personal: the interest a juror declares';
comment on column labels.interest_declaration.words is 'personal: what a juror says of an interest';
comment on column labels.interest_declaration.recorded_by is 'personal: who recorded a declaration of interest';

-- Who stays out of a file, for good.
create view labels.recusal as
select distinct application_id, juror_id from labels.interest_declaration where interest <> 'none';

-- One mark of a grid; null: cannot judge.
create table labels.mark (
  reading_id uuid not null references labels.reading,
  code text not null,
  mark integer constraint mark_is_from_one_to_five check (mark between 1 and 5),
  comment text not null default '',
  saved_at timestamptz not null,
  constraint one_mark_per_juror_and_criterion primary key (reading_id, code),
  constraint lowest_and_highest_marks_are_explained check (mark not in (1, 5) or btrim(comment) <> '')
);
comment on column labels.mark.mark is 'personal: the mark a juror gives';
comment on column labels.mark.comment is 'personal: what a juror writes of a file';

-- The jury met.
create table labels.deliberation (
  id uuid primary key,
  edition_id uuid not null references labels.edition,
  held_on date not null,
  opened_at timestamptz not null,
  opened_by uuid,
  constraint one_deliberation_per_day unique (edition_id, held_on)
);
comment on column labels.deliberation.opened_by is 'personal: who opened the minutes of a jury';
create table labels.deliberation_presence (
  deliberation_id uuid not null references labels.deliberation,
  juror_id uuid not null references labels.juror,
  primary key (deliberation_id, juror_id)
);

-- What the jury decided of one file. Taken up again before the publication, it is one line more: the last one counts.
create table labels.deliberated (
  id uuid primary key,
  deliberation_id uuid not null references labels.deliberation,
  application_id uuid not null references labels.application,
  seq integer not null constraint deliberated_seq_starts_at_one check (seq >= 1),
  -- The chair, or who took the chair for that file.
  chair_id uuid not null references labels.juror,
  -- The numbers shown to the jury, as they were; null: not enough readings.
  median numeric(4, 2),
  proposed_level integer,
  -- Null: no level.
  level integer constraint deliberated_level_starts_at_one check (level >= 1),
  -- Why the jury does not follow the thresholds; empty: it does.
  deviation text not null default '',
  -- `{"group", "text"}` each: what the holder will read.
  reasons jsonb not null,
  present integer not null,
  votes_for integer not null constraint votes_for_are_counted check (votes_for >= 0),
  votes_against integer not null constraint votes_against_are_counted check (votes_against >= 0),
  abstentions integer not null constraint abstentions_are_counted check (abstentions >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint one_deliberation_line_per_seq unique (application_id, seq),
  constraint deviation_says_why check (level is not distinct from proposed_level or btrim(deviation) <> ''),
  constraint those_present_vote_once check (votes_for + votes_against + abstentions <= present),
  constraint majority_decides check (votes_for > votes_against)
);
create index deliberated_in on labels.deliberated (deliberation_id);
comment on column labels.deliberated.recorded_by is 'personal: who kept the minutes of a jury';
comment on column labels.deliberated.deviation is 'personal: what a jury writes may name people';
comment on column labels.deliberated.reasons is 'personal: what a jury writes may name people';

-- Where each juror of the meeting was while one file was decided.
create table labels.deliberated_seat (
  deliberated_id uuid not null references labels.deliberated,
  juror_id uuid not null references labels.juror,
  seat text not null constraint seat_is_known check (seat in ('present', 'recused', 'absent')),
  primary key (deliberated_id, juror_id)
);
create trigger deliberated_is_append_only before update or delete or truncate on labels.deliberated
  for each statement execute function platform.refuse_change();
create trigger deliberated_seat_is_append_only before update or delete or truncate on labels.deliberated_seat
  for each statement execute function platform.refuse_change();

-- Whether an applicant lets the others of its edition see its own results (LAB-41). Without a line: no.
create table labels.comparison_consent (
  application_id uuid primary key references labels.application,
  is_open boolean not null,
  changed_at timestamptz not null,
  changed_by uuid
);
comment on column labels.comparison_consent.changed_by is 'personal: who opened an applicant''s results to the others';

create function labels.refuse_jury(rule text) returns void language plpgsql as $$
begin
  raise exception '%', rule using errcode = 'check_violation', constraint = rule;
end $$;

-- Readings, declarations and what is decided speak of files of their own edition, until it is published.
create function labels.check_jury_line() returns trigger language plpgsql as $$
declare
  edition record;
begin
  select e.id, e.published_at into edition from labels.edition e join labels.application a on a.edition_id = e.id
    where a.id = new.application_id for share of e;
  if edition.published_at is not null then perform labels.refuse_jury('published_edition_is_decided'); end if;
  if not exists (
    select from labels.jury j where j.edition_id = edition.id
      and (tg_table_name <> 'reading' or exists (
        select from labels.admission d where d.application_id = new.application_id and d.is_eligible))
  ) then perform labels.refuse_jury('file_is_admitted_before_it_is_read'); end if;
  return new;
end $$;
create trigger reading_is_of_its_edition before insert on labels.reading
  for each row execute function labels.check_jury_line();
create trigger declaration_is_of_its_edition before insert on labels.interest_declaration
  for each row execute function labels.check_jury_line();
create trigger deliberated_is_of_its_edition before insert on labels.deliberated
  for each row execute function labels.check_jury_line();

create function labels.check_juror_of_file() returns trigger language plpgsql as $$
begin
  if not exists (
    select from labels.juror j join labels.application a on a.edition_id = j.edition_id
    where a.id = new.application_id and j.id = new.juror_id
  ) then perform labels.refuse_jury('juror_sits_in_that_edition'); end if;
  if tg_table_name = 'reading' then
    if exists (select from labels.recusal r where r.application_id = new.application_id and r.juror_id = new.juror_id)
      then perform labels.refuse_jury('recused_juror_reads_nothing'); end if;
    return new;
  end if;
  -- Who declares and who marks wait for one another.
  perform 1 from labels.reading where application_id = new.application_id and juror_id = new.juror_id for update;
  if exists (select from labels.recusal r where r.application_id = new.application_id and r.juror_id = new.juror_id)
    then perform labels.refuse_jury('recusal_stands'); end if;
  return new;
end $$;
create trigger reading_has_its_juror before insert on labels.reading
  for each row execute function labels.check_juror_of_file();
create trigger declaration_has_its_juror before insert on labels.interest_declaration
  for each row execute function labels.check_juror_of_file();

-- A declaration is never edited; it goes with its edition, once that one was published and its time is over.
create function labels.keep_declaration() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from labels.application a join labels.edition e on e.id = a.edition_id
    where a.id = old.application_id and e.published_at is not null) then return old; end if;
  raise exception 'declaration_is_kept' using errcode = 'restrict_violation';
end $$;
create trigger declaration_is_kept before update or delete on labels.interest_declaration
  for each row execute function labels.keep_declaration();

create function labels.check_reader(reader uuid, at timestamptz) returns void language plpgsql as $$
declare
  found_reading record;
begin
  select r.application_id, r.juror_id, r.finished_at, j.marks_closed_at, j.marks_until, e.published_at into found_reading
    from labels.reading r
    join labels.juror s on s.id = r.juror_id
    join labels.jury j on j.edition_id = s.edition_id
    join labels.edition e on e.id = j.edition_id
    where r.id = reader for share of r, j, e;
  if not exists (
    select from labels.interest_declaration d
    where d.application_id = found_reading.application_id and d.juror_id = found_reading.juror_id
  ) then perform labels.refuse_jury('mark_follows_a_declaration'); end if;
  if exists (
    select from labels.recusal d
    where d.application_id = found_reading.application_id and d.juror_id = found_reading.juror_id
  ) then perform labels.refuse_jury('recused_juror_gives_no_mark'); end if;
  if found_reading.finished_at is not null then perform labels.refuse_jury('finished_grid_is_kept'); end if;
  if found_reading.published_at is not null or found_reading.marks_closed_at is not null
    or (at at time zone 'Europe/Paris')::date > found_reading.marks_until then
    perform labels.refuse_jury('grids_are_closed');
  end if;
end $$;

create function labels.check_mark() returns trigger language plpgsql as $$
begin
  perform labels.check_reader(new.reading_id, new.saved_at);
  return new;
end $$;
create trigger mark_is_given_by_a_reader before insert or update on labels.mark
  for each row execute function labels.check_mark();

create function labels.check_finished() returns trigger language plpgsql as $$
begin
  if old.finished_at is not null and (new.finished_at is null or new.finished_at <> old.finished_at) then
    perform labels.refuse_jury('finished_grid_is_kept');
  end if;
  if old.finished_at is null and new.finished_at is not null then
    perform labels.check_reader(new.id, new.finished_at);
  end if;
  return new;
end $$;
create trigger reading_is_finished_once before update on labels.reading
  for each row execute function labels.check_finished();

-- A recused juror neither chairs nor sits while the file is decided (LAB-25).
create function labels.check_seat() returns trigger language plpgsql as $$
declare
  juror uuid;
  file uuid;
begin
  if tg_table_name = 'deliberated' then
    juror := new.chair_id;
    file := new.application_id;
  else
    if new.seat <> 'present' then return new; end if;
    juror := new.juror_id;
    select application_id into file from labels.deliberated where id = new.deliberated_id;
  end if;
  if exists (select from labels.recusal r where r.application_id = file and r.juror_id = juror)
    then perform labels.refuse_jury('recused_juror_leaves_the_meeting'); end if;
  return new;
end $$;
create trigger chair_is_not_recused before insert on labels.deliberated
  for each row execute function labels.check_seat();
create trigger seat_is_not_recused before insert on labels.deliberated_seat
  for each row execute function labels.check_seat();

-- Under embargo a jury's level stands nowhere but in the minutes: no decision, no award (LAB-29).
create function labels.check_embargo() returns trigger language plpgsql as $$
begin
  if exists (
    select from labels.edition e join labels.jury j on j.edition_id = e.id
    where e.id = new.edition_id and e.published_at is null
  ) then perform labels.refuse_jury('jury_decides_at_publication'); end if;
  return new;
end $$;
create trigger decision_waits_for_publication before insert on labels.decision
  for each row execute function labels.check_embargo();
create trigger award_waits_for_publication before insert on labels.award
  for each row execute function labels.check_embargo();

create function labels.keep_publication() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and (new.published_at is null or new.published_at <> old.published_at) then
    perform labels.refuse_jury('edition_is_published_once');
  end if;
  return new;
end $$;
create trigger edition_is_published_once before update on labels.edition
  for each row execute function labels.keep_publication();
