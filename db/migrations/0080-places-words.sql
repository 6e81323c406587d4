-- What a place says of itself, and apart the street it stands in: « médiathèque » alone is not looked for in « rue de la
-- Médiathèque », as « mairie » would find every « place de la Mairie ». DIR-61.
create or replace function places.fill_search() returns trigger language plpgsql as $$
declare former tsvector;
begin
  if tg_op = 'UPDATE' then
    select coalesce(places.tsvector_agg(f.words), '') into former from places.former_name f where f.place_id = new.id;
    if old.name <> new.name and old.status <> 'draft' then
      former := former || to_tsvector('public.fr', old.name);
    end if;
  end if;
  new.search :=
    setweight(to_tsvector('public.fr', new.name), 'A') ||
    setweight(to_tsvector('public.fr', new.commune || ' ' || coalesce(new.postal_code, '')), 'B') ||
    setweight(to_tsvector('public.fr', coalesce(new.parent_organisation, '') || ' ' || coalesce(new.summary, '')), 'C') ||
    setweight(to_tsvector('public.fr', new.address), 'D') ||
    setweight(coalesce(former, ''), 'C');
  return new;
end $$;

alter table places.place disable trigger user;
update places.place p set search =
  setweight(to_tsvector('public.fr', p.name), 'A') ||
  setweight(to_tsvector('public.fr', p.commune || ' ' || coalesce(p.postal_code, '')), 'B') ||
  setweight(to_tsvector('public.fr', coalesce(p.parent_organisation, '') || ' ' || coalesce(p.summary, '')), 'C') ||
  setweight(to_tsvector('public.fr', p.address), 'D') ||
  setweight(coalesce((select places.tsvector_agg(f.words) from places.former_name f where f.place_id = p.id), ''), 'C');
alter table places.place enable trigger user;
