-- What a network's places amounted to at the end of each semester, territory by territory: written once, then read as it
-- stands whatever the directory says since. DIR-81.
create table places.semester_figures (
  network_id uuid not null references identity.network,
  -- « 2026-H1 ».
  semester text not null constraint semester_has_its_form check (semester ~ '^\d{4}-H[12]$'),
  -- `network`, or a kind of territory and its code: `region:28`, `epci:200067205`, `territoire:bocage`.
  territory text not null constraint territory_is_known
    check (territory ~ '^(network|(region|departement|epci|commune|territoire):[0-9A-Za-z-]+)$'),
  figures jsonb not null,
  counted_at timestamptz not null,
  primary key (network_id, territory, semester)
);
create trigger semester_figures_stay_as_they_are before update or delete or truncate on places.semester_figures
  for each statement execute function platform.refuse_change();
