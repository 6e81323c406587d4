-- What is drawn under the places of a network: our own outlines, or the tiles of a server that its head chose. DIR-70.
create table places.base_map (
  network_id uuid primary key references identity.network,
  version integer not null default 1,
  -- With {z}, {x} and {y}: asked for by the browsers of whoever opens the map.
  tiles_url text not null constraint tiles_come_over_https check (tiles_url ~ '^https://[a-z0-9.-]+(:[0-9]+)?/'),
  attribution text not null constraint tiles_say_whose_they_are check (btrim(attribution) <> ''),
  max_zoom integer not null constraint tiles_stop_at_a_zoom check (max_zoom between 1 and 22)
);
