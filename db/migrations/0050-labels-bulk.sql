-- Places that a partner's own committee proposes together, under the agreement that says so (001 art. 4, LAB-19). Where a list
-- stands is read: it is being written, then its charter is signed, then it is decided.
create table labels.place_list (
  id uuid primary key,
  network_id uuid not null references identity.network,
  scheme_id uuid not null references labels.scheme,
  -- The specifications of the day the list was opened: the charter signed is theirs.
  version_id uuid not null,
  partner_id uuid not null references identity.organisation,
  agreement_id uuid not null references agreements.agreement,
  -- The decided list to which this one adds places, by an addendum signed the same way (LAB-20).
  adds_to uuid references labels.place_list,
  -- Who sat, as the partner writes it, and the day they met.
  committee text not null constraint committee_of_a_list_is_told check (btrim(committee) <> ''),
  met_on date not null,
  minutes text not null default '',
  minutes_file_id uuid references platform.file,
  created_at timestamptz not null,
  created_by uuid,
  constraint list_does_not_add_to_itself check (adds_to <> id),
  constraint list_minutes_are_there check (btrim(minutes) <> '' or minutes_file_id is not null),
  constraint list_names_its_scheme unique (id, scheme_id),
  constraint list_follows_a_version_of_its_scheme foreign key (version_id, scheme_id)
    references labels.scheme_version (id, scheme_id)
);
create index place_list_of_partner on labels.place_list (partner_id);
create index place_list_of_agreement on labels.place_list (agreement_id);
comment on column labels.place_list.created_by is 'personal: who opened a list of places proposed for a label';
comment on column labels.place_list.committee is 'personal: who sat on the committee that proposes places';
comment on column labels.place_list.minutes is 'personal: the minutes of that committee may name people';

-- The charter, signed once by the partner on behalf of the places: in what power, which text, for which list (LAB-20).
create table labels.charter_signature (
  list_id uuid primary key references labels.place_list,
  text text not null constraint charter_has_a_text check (btrim(text) <> ''),
  -- Of the places of the list, hexadecimal SHA-256: another list is another signature.
  list_sha256 text not null constraint list_has_its_hash check (list_sha256 ~ '^[0-9a-f]{64}$'),
  places integer not null constraint charter_is_signed_for_some_place check (places >= 1),
  mandate_id uuid not null references identity.mandate,
  delegation_id uuid references identity.delegation,
  signer_name text not null constraint charter_has_a_signer check (btrim(signer_name) <> ''),
  signer_title text not null,
  signed_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint charter_names_its_list unique (list_id, list_sha256)
);
create trigger charter_signature_is_append_only before update or delete or truncate on labels.charter_signature
  for each statement execute function platform.refuse_change();
comment on column labels.charter_signature.signer_name is 'personal: who signed a charter';
comment on column labels.charter_signature.signer_title is 'personal: in what quality a charter was signed';
comment on column labels.charter_signature.recorded_by is 'personal: who recorded the signature of a charter';

create table labels.listed_place (
  list_id uuid not null references labels.place_list,
  place_id uuid not null references places.place,
  origin text not null constraint origin_of_a_listed_place_is_known check (origin in ('chosen', 'file', 'created')),
  added_at timestamptz not null,
  added_by uuid,
  -- What the head says of this place, until the list is decided: a reserve or an exclusion is explained (LAB-21).
  verdict text not null default 'granted'
    constraint verdict_on_a_listed_place_is_known check (verdict in ('granted', 'granted_with_reserve', 'excluded')),
  reason text not null default '',
  reserve_until date,
  -- When whoever runs the place was told: of the charter, then of the decision.
  charter_told_at timestamptz,
  decision_told_at timestamptz,
  constraint one_line_per_listed_place primary key (list_id, place_id),
  constraint verdict_against_a_place_is_explained check (verdict = 'granted' or btrim(reason) <> '')
);
create index listed_place_of_place on labels.listed_place (place_id);
comment on column labels.listed_place.added_by is 'personal: who proposed a place for a label';
comment on column labels.listed_place.reason is 'personal: why a place is excluded may name people';

-- What was signed for is not changed afterwards: a place comes later by an addendum.
create function labels.keep_signed_list() returns trigger language plpgsql as $$
begin
  if exists (select 1 from labels.charter_signature s where s.list_id = coalesce(new.list_id, old.list_id)) then
    raise exception 'signed_list_is_closed' using errcode = 'check_violation', constraint = 'signed_list_is_closed';
  end if;
  return coalesce(new, old);
end $$;
create trigger signed_list_is_closed before insert or delete on labels.listed_place
  for each row execute function labels.keep_signed_list();

-- A file sent for a list, as it was matched with the directory: nothing of it is in the list before it is taken.
create table labels.list_upload (
  id uuid primary key,
  list_id uuid not null references labels.place_list,
  file_name text not null,
  -- `MatchedLine` of the domain, each.
  lines jsonb not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  taken_at timestamptz
);
create index list_upload_of_list on labels.list_upload (list_id);
comment on column labels.list_upload.uploaded_by is 'personal: who sent a file of places for a label';
comment on column labels.list_upload.lines is 'personal: the lines of a file of places may name people';

-- One decision for the list, once: of the very places whose charter was signed.
create table labels.list_decision (
  list_id uuid primary key references labels.place_list,
  scheme_id uuid not null,
  list_sha256 text not null,
  decision_id uuid not null references labels.decision constraint decision_is_about_one_list unique,
  constraint list_is_decided_after_its_charter foreign key (list_id, list_sha256)
    references labels.charter_signature (list_id, list_sha256),
  constraint decided_list_names_its_scheme unique (list_id, scheme_id),
  constraint list_is_decided_for_its_scheme foreign key (list_id, scheme_id) references labels.place_list (id, scheme_id)
);
create trigger list_decision_is_append_only before update or delete or truncate on labels.list_decision
  for each statement execute function platform.refuse_change();
create function labels.keep_decided_list() returns trigger language plpgsql as $$
begin
  if (new.verdict, new.reason, new.reserve_until) is distinct from (old.verdict, old.reason, old.reserve_until)
    and exists (select 1 from labels.list_decision d where d.list_id = new.list_id) then
    raise exception 'decided_list_is_closed' using errcode = 'check_violation', constraint = 'decided_list_is_closed';
  end if;
  return new;
end $$;
create trigger decided_list_is_closed before update on labels.listed_place
  for each row execute function labels.keep_decided_list();

-- An award that comes from a list: of a place that is in it, once the list is decided, and once only.
alter table labels.award
  add column list_id uuid references labels.place_list,
  add constraint award_of_a_list_comes_after_its_decision foreign key (list_id, scheme_id)
    references labels.list_decision (list_id, scheme_id),
  add constraint award_of_a_list_is_of_a_place_in_it foreign key (list_id, place_id)
    references labels.listed_place (list_id, place_id),
  add constraint one_award_per_listed_place unique (list_id, place_id);

-- What carries the label of a place: the agreement that lists it or, when the agreement lists none, the agreement itself for
-- the places whose charter its partner signed (001 art. 4). Same columns as `agreements.place_cover`.
create view labels.cover as
select agreement_id, place_id, from_day, until_day, label_until_day, label_outcome
from agreements.place_cover
union all
select l.agreement_id, p.place_id, min(s.from_day), min(s.until_day), null::date, null::text
from labels.place_list l
join labels.charter_signature c on c.list_id = l.id
join labels.listed_place p on p.list_id = l.id
join agreements.standing s on s.agreement_id = l.agreement_id
where not exists (select 1 from agreements.place_cover o where o.agreement_id = l.agreement_id)
group by l.agreement_id, p.place_id;
