-- What a service of addresses answered, when the operator chose one: asked once per address. DIR-56.
create table places.geocoded_address (
  -- The address as it was asked, folded, with the INSEE code of its commune.
  asked text primary key,
  -- Null: it knows no such address.
  latitude double precision,
  longitude double precision,
  -- What it understood, and how sure it is, out of a hundred.
  label text,
  score smallint,
  -- The commune of its answer.
  insee_code text,
  is_street boolean,
  answered_at timestamptz not null
);

-- The service does not answer: it is left alone until then, twice as long each time.
create table places.geocoding_pause (
  only_one boolean primary key default true constraint one_pause_of_geocoding check (only_one),
  until timestamptz not null,
  failures integer not null
);

-- A point that somebody should look at: the answer lies in another commune, or is not sure enough.
create table places.point_proposal (
  place_id uuid primary key references places.place on delete cascade,
  network_id uuid not null references identity.network,
  asked text not null references places.geocoded_address,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  accepted boolean,
  constraint a_decided_point_is_dated check ((decided_at is null) = (accepted is null))
);
create index open_point_proposal on places.point_proposal (network_id) where decided_at is null;
