-- Derived from the acts like the days of the place: its label may fall sooner than the place leaves (000 art. 12 read
-- as "all places"), and a termination withdraws it where any other end only ends it (AGR-56).
alter table agreements.place_cover
  add column label_until_day date,
  add column label_outcome text
    constraint label_is_withdrawn_or_ended check (label_outcome in ('withdrawn', 'ended')),
  add constraint label_that_stops_has_an_outcome check ((label_until_day is null) = (label_outcome is null));

update agreements.place_cover
set label_until_day = until_day, label_outcome = 'ended'
where until_day is not null;
