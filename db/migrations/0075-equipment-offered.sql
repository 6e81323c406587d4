-- What one may borrow at a place of the directory. DIR-63, DIR-72.

-- The place that the desk stands in, when it is one of the directory; merged ones are read as the one that stands.
alter table equipment.desk add column place_id uuid references places.place;
create index desk_in_place on equipment.desk (place_id) where place_id is not null;

-- For the page of a place and the filters of the directory: the kinds of equipment lent at a place, of inventories shown
-- to everybody alone. Neither how many, nor which are free, nor who has them.
create view equipment.offered as
select distinct i.network_id, current.current_id as place_id, btrim(m.category) as kind
from equipment.desk d
join equipment.inventory i on i.id = d.inventory_id and i.shown_to = 'public'
join places.current_place current on current.id = d.place_id
join equipment.unit u on u.home_desk_id = d.id and u.lifecycle = 'in_service' and (u.kit_id is null or u.lent_alone)
join equipment.model m on m.id = u.model_id and m.retired_at is null
where d.retired_at is null;
