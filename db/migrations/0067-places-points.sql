-- Where a place is drawn: its own point, else the middle of its commune, said to be approximate. Its own point stays
-- what was given: nothing else is exported, compared or measured. DIR-54, DIR-55.
create table places.commune_centre (
  code text primary key constraint centre_has_an_insee_code check (code ~ '^[0-9][0-9AB][0-9]{3}$'),
  latitude double precision not null constraint centre_latitude_is_on_earth check (latitude between -90 and 90),
  longitude double precision not null constraint centre_longitude_is_on_earth check (longitude between -180 and 180),
  -- `known`: its own; `postal`, `epci`: the mean of its neighbours; `official`: from a file the operator loaded, which
  -- prevails.
  basis text not null constraint centre_basis_is_known check (basis in ('known', 'postal', 'epci', 'official'))
);

-- Which of the product's own centres were loaded: the digest of their file.
create table places.commune_centre_version (
  only_one boolean primary key default true constraint one_version_of_centres check (only_one),
  digest text not null
);

alter table places.place
  add column drawn_latitude double precision,
  add column drawn_longitude double precision,
  add constraint drawn_together check ((drawn_latitude is null) = (drawn_longitude is null));
alter table places.place disable trigger user;
update places.place set drawn_latitude = latitude, drawn_longitude = longitude,
  point_precision = case when latitude is not null then 'exact' end;
alter table places.place enable trigger user;

create function places.draw_point() returns trigger language plpgsql as $$
declare centre places.commune_centre;
begin
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
create trigger point_follows_the_place before insert or update of latitude, longitude, insee_code, point_precision, drawn_latitude
  on places.place for each row execute function places.draw_point();

drop index places.place_on_the_map;
create index place_on_the_map on places.place (network_id, drawn_latitude, drawn_longitude) where status = 'published';
