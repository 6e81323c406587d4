-- When what is said of a place was true: updated, or confirmed as it was by one click. A day counts once.
create table places.confirmation (
  place_id uuid not null references places.place on delete cascade,
  on_day date not null,
  kind text not null constraint confirmation_kind_is_known check (kind in ('updated', 'unchanged')),
  -- Null for what a file said: the import's own report says who read it and when.
  recorded_at timestamptz,
  recorded_by uuid,
  primary key (place_id, on_day, kind)
);
comment on column places.confirmation.recorded_by is 'personal: who confirmed that nothing had changed';

-- The day of update is one column of the place: each one it held is kept here, so that a later update does not make
-- an earlier one forgotten.
create function places.keep_update_days() returns trigger language plpgsql as $$
begin
  insert into places.confirmation (place_id, on_day, kind)
  select id, updated_on, 'updated' from changed_place where updated_on is not null
  on conflict do nothing;
  return null;
end $$;
create trigger update_days_follow_insert after insert on places.place
  referencing new table as changed_place for each statement execute function places.keep_update_days();
create trigger update_days_follow_update after update on places.place
  referencing new table as changed_place for each statement execute function places.keep_update_days();

insert into places.confirmation (place_id, on_day, kind)
select id, updated_on, 'updated' from places.place where updated_on is not null;
