-- A decision is an act: who took it, in what quality, why, and how it is contested (LAB-15). One that replaces another says
-- which; nothing is edited nor deleted (LAB-17, LAB-18).
create table labels.decision (
  id uuid primary key,
  network_id uuid not null references identity.network,
  scheme_id uuid not null references labels.scheme,
  kind text not null constraint decision_kind_is_known check (kind in (
    'granted', 'granted_with_reserve', 'refused', 'suspended', 'lifted', 'withdrawn', 'ended', 'restored', 'level_changed')),
  -- What it is about: a file, a label borne, or a list (its lines say the rest).
  application_id uuid references labels.application,
  award_id uuid references labels.award,
  edition_id uuid references labels.edition,
  level integer constraint decided_level_starts_at_one check (level >= 1),
  authority text not null constraint decision_has_an_authority check (btrim(authority) <> ''),
  signer_name text not null constraint decision_has_a_signer check (btrim(signer_name) <> ''),
  signer_title text not null,
  delegation_id uuid references identity.delegation,
  decided_on date not null,
  effect_from date not null,
  reasons text not null default '',
  -- `{"text", "until"}` each.
  reserves jsonb not null default '[]',
  remedies text not null default '',
  supersedes uuid references labels.decision constraint decision_is_superseded_once unique,
  -- Why it replaces another: a mistake, an appeal, a judgement.
  correction text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint decision_against_its_reader_says_the_remedies check (
    kind in ('granted', 'lifted', 'restored', 'ended') or btrim(remedies) <> ''),
  constraint decision_against_its_reader_says_why check (
    kind in ('granted', 'lifted', 'restored', 'ended') or btrim(reasons) <> ''),
  constraint reserve_is_written_down check ((kind = 'granted_with_reserve') <= (jsonb_array_length(reserves) > 0)),
  constraint replacing_decision_says_why check (supersedes is null or btrim(correction) <> '')
);
create unique index one_decision_per_application on labels.decision (application_id)
  where application_id is not null and supersedes is null;
create index decision_on_award on labels.decision (award_id) where award_id is not null;
create trigger decision_is_append_only before update or delete or truncate on labels.decision
  for each statement execute function platform.refuse_change();
comment on column labels.decision.signer_name is 'personal: who signed a decision';
comment on column labels.decision.signer_title is 'personal: in what quality a decision was signed';
comment on column labels.decision.recorded_by is 'personal: who recorded a decision';
comment on column labels.decision.reasons is 'personal: the reasons of a decision may name people';

-- The act of an award says which decision it comes from, when one does.
alter table labels.award_act add column decision_id uuid references labels.decision;
alter table labels.award_act drop constraint award_act_kind_is_known;
alter table labels.award_act
  -- The level borne from that day on, when it is not the one of before.
  add column level integer constraint act_level_starts_at_one check (level >= 1),
  add constraint award_act_kind_is_known check (
    kind in ('granted', 'suspended', 'lifted', 'withdrawn', 'ended', 'restored', 'level_changed'));
create index award_act_of_decision on labels.award_act (decision_id) where decision_id is not null;

drop view labels.shown_label;
drop view labels.award_span;
-- The acts that count, each with the day the next one takes over and the level borne meanwhile.
create view labels.award_span as
select a.award_id, a.kind, a.from_day, n.from_day as until_day, n.kind as next_kind, l.level
from labels.award_act a
left join lateral (
  select b.from_day, b.kind from labels.award_act b
  where b.award_id = a.award_id and (b.from_day, b.seq) > (a.from_day, a.seq)
    and not exists (select 1 from labels.award_act c where c.supersedes = b.id)
  order by b.from_day, b.seq limit 1) n on true
left join lateral (
  select b.level from labels.award_act b
  where b.award_id = a.award_id and (b.from_day, b.seq) <= (a.from_day, a.seq) and b.level is not null
    and not exists (select 1 from labels.award_act c where c.supersedes = b.id)
  order by b.from_day desc, b.seq desc limit 1) l on true
where not exists (select 1 from labels.award_act c where c.supersedes = a.id);

-- Published for the directory: the days a place, or a local authority, shows a label, while its acts and what carries it
-- say so. Compare the day with [from_day, until_day). A withdrawal and an end are never told in the same words (LAB-34).
create view labels.shown_label as
select w.id as award_id, s.network_id, s.id as scheme_id, w.place_id, w.organisation_id, w.agreement_id, s.code, s.name,
  w.number, w.slug, coalesce(p.level, w.level) as level,
  greatest(p.from_day, c.from_day) as from_day,
  least(p.until_day, w.valid_until, c.until_day, c.label_until_day) as until_day,
  case
    when p.until_day <= coalesce(least(w.valid_until, c.until_day, c.label_until_day), p.until_day) then p.next_kind
    when w.valid_until <= coalesce(least(c.until_day, c.label_until_day), w.valid_until) then 'ended'
    when c.until_day is not null or c.label_until_day is not null then coalesce(c.label_outcome, 'ended')
  end as outcome
from labels.award w
join labels.scheme s on s.id = w.scheme_id
join labels.award_span p on p.award_id = w.id and p.kind in ('granted', 'lifted', 'restored', 'level_changed')
left join agreements.place_cover c on c.agreement_id = w.agreement_id and c.place_id = w.place_id
where w.agreement_id is null or c.from_day is not null;
