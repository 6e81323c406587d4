-- A place handed over to another network: offered by its home, taken there, its address alive by alias ever after. DIR-89.

-- What we offer to a network that reads us. Ours until it accepts: an offer is withdrawn at any time before.
create table federation.transfer (
  id uuid primary key,
  network_id uuid not null references identity.network,
  place_id uuid not null references places.place,
  peer_id uuid not null references federation.peer,
  reason text not null constraint transfer_has_a_reason check (btrim(reason) <> ''),
  offered_at timestamptz not null,
  offered_by uuid,
  ended_at timestamptz,
  outcome text constraint transfer_outcome_is_known check (outcome in ('accepted', 'refused', 'withdrawn')),
  -- Its address in the network that took it over.
  taken_as text,
  constraint a_transfer_ends_somehow check ((ended_at is null) = (outcome is null)),
  constraint only_what_was_accepted_is_taken check ((outcome is not distinct from 'accepted') = (taken_as is not null))
);
comment on column federation.transfer.offered_by is 'personal: who offered a place to another network';
create unique index one_open_transfer_per_place on federation.transfer (place_id) where ended_at is null;

-- What a source offers to us. Its own feed says so, and says no more of it once it is withdrawn.
create table federation.offered_place (
  place_id uuid primary key references federation.copy (place_id) on delete cascade,
  network_id uuid not null references identity.network,
  offered_at timestamptz not null,
  accepted boolean,
  answered_at timestamptz,
  answered_by uuid,
  -- Null: its home has not heard our answer yet.
  told_at timestamptz,
  constraint an_answered_offer_is_dated check ((accepted is null) = (answered_at is null)),
  constraint only_an_answer_is_told check (told_at is null or accepted is not null)
);
comment on column federation.offered_place.answered_by is 'personal: who answered to the offer of a place';

alter table federation.copy
  -- It is ours from then on: what its former home still says of it changes nothing.
  add column taken_over_at timestamptz,
  -- Where its home said that it went: whoever learns of that address later joins the two.
  add column moved_to text;
create index copy_moved_to on federation.copy (network_id, moved_to) where moved_to is not null;

create or replace view federation.origin as
  select c.place_id, c.network_id, c.uri, c.home_name, c.licence, c.confirmed_on, p.answered_at, p.name as peer_name
  from federation.copy c join federation.peer p on p.id = c.peer_id
  where c.taken_over_at is null;
