-- Derived from the acts in the transaction of the acts, and again when its day has come (a test recomputes it): what
-- each agreement asks for, so that the board of ten thousand agreements is one page of one query. A line that
-- disappears is kept a while: calendars that hold it must be told.
create table agreements.agenda_line (
  agreement_id uuid not null references agreements.agreement,
  key text not null,
  network_id uuid not null,
  kind text not null,
  day date not null,
  urgency text not null,
  subject text,
  responsible text[] not null default '{}',
  article text,
  missed integer not null default 1,
  sequence integer not null default 0,
  changed_at timestamptz not null,
  gone_on date,
  reading uuid not null,
  primary key (agreement_id, key),
  constraint urgency_is_known check (urgency in ('waiting', 'late', 'coming')),
  constraint line_stands_for_one_duty_or_more check (missed >= 1)
);
create index agenda_by_day on agreements.agenda_line (network_id, day) where gone_on is null;
create index agenda_of_kind on agreements.agenda_line (network_id, kind, day) where gone_on is null;

-- First day on which the lines may read otherwise; null: they were never read.
alter table agreements.standing add column agenda_until date;
-- Since when the agreement may be shown in the public register, and why; null: nothing lets it be shown.
alter table agreements.standing add column public_ground text
  constraint ground_is_known check (public_ground in ('clause', 'approval'));
create index standing_to_read_again on agreements.standing (network_id, agenda_until);

-- An address a calendar follows, of one person or of a whole network. The address ends with a secret that is not here.
create table agreements.feed (
  id uuid primary key,
  network_id uuid not null references identity.network,
  person_id uuid references identity.person,
  digest text not null constraint one_feed_per_secret unique,
  created_at timestamptz not null,
  created_by uuid not null,
  revoked_at timestamptz
);
create unique index one_feed_per_person on agreements.feed (network_id, person_id)
  where revoked_at is null and person_id is not null;
create unique index one_feed_per_network on agreements.feed (network_id)
  where revoked_at is null and person_id is null;
comment on column agreements.feed.person_id is 'personal: whose calendar follows the deadlines';
comment on column agreements.feed.created_by is 'personal: who created the address';
