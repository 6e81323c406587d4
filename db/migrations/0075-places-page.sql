-- Territories that no code names, kept by the head of the network. DIR-63, DIR-81.
alter table places.territory
  -- SIREN of EPCIs: all their communes, whichever these become.
  add column epcis text[] not null default '{}',
  -- Grows with each change: a page that shows an older one changes nothing.
  add column version integer not null default 1,
  -- It is offered no more; a map on another site that was locked on it stays where it was.
  add column ended_at timestamptz,
  alter column communes set default '{}',
  drop constraint territory_holds_communes,
  add constraint territory_holds_communes check (cardinality(communes) + cardinality(epcis) > 0);
create unique index one_territory_per_name on places.territory (network_id, public.folded(name));

-- Lists, maps and figures are kept by the version of the directory: a territory that changes is another question.
create function places.count_territory_change() returns trigger language plpgsql as $$
begin
  insert into places.directory_version as known (network_id, version)
  values (coalesce(new.network_id, old.network_id), 1)
  on conflict (network_id) do update set version = known.version + 1;
  return null;
end $$;
create trigger version_follows_territory after insert or update or delete on places.territory
  for each row execute function places.count_territory_change();

alter table places.embed_key
  drop constraint embed_territory_is_known,
  add constraint embed_territory_is_known
    check (territory_kind in ('commune', 'epci', 'departement', 'region', 'territoire'));

-- An address as it is compared: case, accents and punctuation put aside.
create function places.address_words(address text, postal_code text, commune text, insee_code text) returns text
  language sql immutable parallel safe
  return regexp_replace(public.folded(concat_ws(' ', address, postal_code, commune, insee_code)), '[^a-z0-9]+', ' ', 'g');

-- An answer of the service of addresses is about the address that was asked: another one is asked anew. DIR-56.
create function places.forget_point_proposal() returns trigger language plpgsql as $$
begin
  delete from places.point_proposal where place_id = new.id;
  return null;
end $$;
create trigger proposal_leaves_with_its_address after update of address, postal_code, commune, insee_code on places.place
  for each row when ((old.address, old.postal_code, old.commune, old.insee_code)
      is distinct from (new.address, new.postal_code, new.commune, new.insee_code)
    and places.address_words(old.address, old.postal_code, old.commune, old.insee_code)
    <> places.address_words(new.address, new.postal_code, new.commune, new.insee_code))
  execute function places.forget_point_proposal();

-- A point that an address gave leaves with it, whoever changes the address: no pin stays at the former one. It is asked
-- again, and drawn meanwhile in the middle of the commune. DIR-55.
create or replace function places.draw_point() returns trigger language plpgsql as $$
declare centre places.commune_centre;
begin
  if tg_op = 'UPDATE' and old.point_precision = 'street' and new.point_precision = 'street'
    and (old.latitude, old.longitude) is not distinct from (new.latitude, new.longitude)
    and places.address_words(old.address, old.postal_code, old.commune, old.insee_code)
      <> places.address_words(new.address, new.postal_code, new.commune, new.insee_code) then
    new.latitude := null;
    new.longitude := null;
  end if;
  if new.latitude is not null then
    new.drawn_latitude := new.latitude;
    new.drawn_longitude := new.longitude;
    -- A point that moves is no longer the one that an address gave, unless whoever moves it says so.
    if tg_op = 'INSERT' then
      new.point_precision := coalesce(nullif(new.point_precision, 'commune'), 'exact');
    elsif (old.latitude, old.longitude) is distinct from (new.latitude, new.longitude)
      and coalesce(new.point_precision, '') = coalesce(old.point_precision, '') then
      new.point_precision := 'exact';
    end if;
    return new;
  end if;
  select * into centre from places.commune_centre where code = new.insee_code;
  new.drawn_latitude := centre.latitude;
  new.drawn_longitude := centre.longitude;
  new.point_precision := case when centre.code is not null then 'commune' end;
  return new;
end $$;
drop trigger point_follows_the_place on places.place;
create trigger point_follows_the_place before insert or update of latitude, longitude, insee_code, point_precision,
  drawn_latitude, address, postal_code, commune
  on places.place for each row execute function places.draw_point();
