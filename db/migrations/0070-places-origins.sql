-- Places whose home is another network, and the labels declared there. DIR-87 to DIR-90.
alter table places.place
  -- Null: this network's own. Else its address at home, which is the authority for what is said of it.
  add column origin_uri text,
  -- Its address in the network that took it over: its page leads there.
  add column moved_to_uri text constraint only_a_closed_place_moves check (moved_to_uri is null or status = 'closed');
create unique index one_place_per_origin on places.place (network_id, origin_uri) where origin_uri is not null;

create table places.declared_label (
  place_id uuid not null references places.place on delete cascade,
  code text not null,
  name text not null constraint declared_label_has_a_name check (btrim(name) <> ''),
  level integer,
  from_day date not null,
  until_day date,
  -- The public proof, at home.
  proof_url text,
  primary key (place_id, code, from_day)
);

-- Every label a place bears, ours and those declared by the home of a copy; duplicates joined to a place bring theirs.
create view places.borne_label as
  select s.network_id, s.place_id, s.code, s.name, s.level, s.from_day, s.until_day, s.slug, null::text as proof_url
  from labels.shown_label s
  union all
  select c.network_id, c.current_id, d.code, d.name, d.level, d.from_day, d.until_day, null, d.proof_url
  from places.declared_label d join places.current_place c on c.id = d.place_id;
