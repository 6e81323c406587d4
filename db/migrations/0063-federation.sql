-- Networks that follow one another: whose places are read, who reads ours, and the copies kept. DIR-87 to DIR-90.
create schema federation;

-- What a network signs with what leaves it.
create table federation.network_key (
  network_id uuid primary key references identity.network,
  public_key jsonb not null,
  -- RFC 7638, SHA-256: what two heads read to each other.
  fingerprint text not null,
  sealed_private_key text not null,
  made_at timestamptz not null
);

-- Another network, declared by us: a source is read, a reader reads us. Each side declares the other.
create table federation.peer (
  id uuid primary key,
  network_id uuid not null references identity.network,
  direction text not null constraint peer_direction_is_known check (direction in ('source', 'reader')),
  name text not null constraint peer_has_a_name check (btrim(name) <> ''),
  -- Where the network answers, without a final slash: https://exemple.fr/n/manche
  address text not null constraint peer_address_is_one check (address ~ '^https?://[^ ]+[^/ ]$'),
  fingerprint text not null,
  -- Null until it was first asked for: it must match the fingerprint.
  public_key jsonb,
  -- A reader's départements; none: all of them.
  departments text[] not null default '{}',
  declared_at timestamptz not null,
  declared_by uuid,
  ended_at timestamptz,
  -- Of a source: after which change to go on; null: from the beginning.
  cursor text,
  tried_at timestamptz,
  answered_at timestamptz,
  -- Why the last try failed.
  problem text,
  -- When staff was last told of its silence.
  silence_told_at timestamptz,
  constraint only_a_source_has_a_cursor check (direction = 'source' or cursor is null)
);
comment on column federation.peer.declared_by is 'personal: who declared another network';
create unique index one_peer_per_address on federation.peer (network_id, direction, address) where ended_at is null;

-- A place of another network, read by ours: its home is the authority for what is said of it.
create table federation.copy (
  place_id uuid primary key references places.place,
  network_id uuid not null references identity.network,
  peer_id uuid not null references federation.peer,
  uri text not null,
  -- Its version at home: numbers decide, never dates.
  version bigint not null,
  -- The networks it came through, its home first.
  path text[] not null constraint path_begins_at_home check (cardinality(path) between 1 and 10),
  home_name text not null,
  licence text not null,
  confirmed_on date,
  -- What its home answered of places found to be the same here: their addresses.
  same_as text[] not null default '{}',
  differs_from text[] not null default '{}',
  received_at timestamptz not null,
  gone_at timestamptz,
  constraint one_copy_per_uri unique (network_id, uri)
);
create index copy_of_peer on federation.copy (peer_id);

-- What could not be understood, kept aside while the rest goes on.
create table federation.quarantined (
  id uuid primary key,
  peer_id uuid not null references federation.peer on delete cascade,
  -- Null: the line does not even say.
  uri text,
  line text not null,
  problem text not null,
  at timestamptz not null,
  closed_at timestamptz
);
create unique index one_open_quarantine_per_uri on federation.quarantined (peer_id, uri) where closed_at is null;

-- What our head says beside a copy, never inside.
create table federation.note (
  id uuid primary key,
  place_id uuid not null references places.place,
  text text not null constraint note_says_something check (btrim(text) <> ''),
  at timestamptz not null,
  by uuid
);
comment on column federation.note.by is 'personal: who wrote a note beside a place of another network';

-- A head found that one of our places and one of another network are the same: ours to accept or refuse.
create table federation.same_offer (
  id uuid primary key,
  network_id uuid not null references identity.network,
  peer_id uuid not null references federation.peer,
  place_id uuid not null references places.place,
  other_uri text not null,
  other_name text not null,
  offered_at timestamptz not null,
  accepted boolean,
  answered_at timestamptz,
  answered_by uuid,
  withdrawn_at timestamptz,
  constraint an_answer_is_dated check ((accepted is null) = (answered_at is null)),
  constraint one_offer_per_pair unique (peer_id, place_id, other_uri)
);
comment on column federation.same_offer.answered_by is 'personal: who answered that two places are the same';

-- Which decisions of ours were told to the homes of both places.
create table federation.told_same (
  network_id uuid not null references identity.network,
  uri text not null,
  other_uri text not null,
  decided boolean not null,
  told_at timestamptz,
  tries integer not null default 0,
  primary key (network_id, uri, other_uri)
);

-- Where a place of another network comes from, for its page.
create view federation.origin as
  select c.place_id, c.network_id, c.uri, c.home_name, c.licence, c.confirmed_on, p.answered_at, p.name as peer_name
  from federation.copy c join federation.peer p on p.id = c.peer_id;
