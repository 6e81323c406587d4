-- Upkeep and stock-taking: what the first migration left to say. EQP-1001, EQP-1306.

-- From when a plan counts, and how long the work takes at the desk's open hours.
alter table equipment.maintenance_plan
  add column from_day date not null default current_date,
  add column minutes integer not null default 60
    constraint upkeep_takes_some_time check (minutes between 15 and 14400);
alter table equipment.maintenance_plan alter column from_day drop default;
create index plan_of_inventory on equipment.maintenance_plan (inventory_id) where retired_at is null;

-- The list of the plan as it was that day, and what was ticked on it.
alter table equipment.maintenance_job
  add column checklist text[] not null default '{}',
  add column ticked text[] not null default '{}',
  add constraint ticked_is_on_the_checklist check (ticked <@ checklist);

alter table equipment.repair_cost add column job_id uuid references equipment.maintenance_job;
create unique index one_cost_per_job on equipment.repair_cost (job_id) where job_id is not null;

-- A session is signed, or given up: then nothing follows from it.
alter table equipment.stock_taking
  add column began_by uuid,
  add column abandoned_at timestamptz,
  drop constraint stock_taking_ends_after_it_begins,
  add constraint stock_taking_ends_after_it_begins check (ended_at >= began_at),
  add constraint ended_stock_taking_is_signed_or_given_up check (
    (ended_at is null and signed_by is null and abandoned_at is null)
    or (ended_at is not null and (signed_by is null) = (abandoned_at is not null)));
alter table equipment.stock_taking_line
  add column because text constraint difference_is_known check (because in ('other_desk', 'out_on_loan', 'out_of_stock')),
  add constraint misplaced_says_why check (finding <> 'misplaced' or because is not null);

comment on column equipment.stock_taking.began_by is 'personal: who began a stock-taking';
