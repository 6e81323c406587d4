-- A network's own templates: one row per version. What an officer writes is a draft; once published, a version never
-- changes any more, since agreements keep it for life.
create table agreements.template (
  network_id uuid not null references identity.network,
  template_id uuid not null,
  version integer not null constraint template_versions_start_at_one check (version >= 1),
  status text not null constraint template_status_is_known check (status in ('draft', 'published', 'retired')),
  -- The template it was first copied from: one of the product's, or one of the network's.
  copied_from text not null,
  content jsonb not null constraint template_content_is_an_object check (jsonb_typeof(content) = 'object'),
  -- One more at each writing of a draft: what was read is what is published.
  revision integer not null default 1 constraint template_revisions_start_at_one check (revision >= 1),
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  retired_at timestamptz,
  retired_by uuid,
  constraint one_template_per_version primary key (network_id, template_id, version),
  constraint published_template_says_when check ((status = 'draft') = (published_at is null)),
  constraint retired_template_says_when check ((status = 'retired') = (retired_at is not null))
);
create unique index one_draft_per_template on agreements.template (network_id, template_id) where status = 'draft';
create unique index one_published_version_per_template on agreements.template (network_id, template_id)
  where status = 'published';

create function agreements.keep_published_template() returns trigger language plpgsql as $$
begin
  if old.status = 'draft' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or old.status = 'retired' then
    raise exception 'a published version is kept as it is'
      using errcode = 'check_violation', constraint = 'published_template_is_immutable';
  end if;
  if new.status <> 'retired'
    or (to_jsonb(new) - array['status', 'retired_at', 'retired_by'])
      is distinct from (to_jsonb(old) - array['status', 'retired_at', 'retired_by']) then
    raise exception 'a published version is kept as it is'
      using errcode = 'check_violation', constraint = 'published_template_is_immutable';
  end if;
  return new;
end $$;
create trigger published_template_is_immutable before update or delete on agreements.template
  for each row execute function agreements.keep_published_template();

-- The template a network measures its agreements against, once it chose one.
create table agreements.reference_template (
  network_id uuid primary key references identity.network,
  template_id text not null,
  chosen_at timestamptz not null,
  chosen_by uuid
);

comment on column agreements.template.created_by is 'personal: who drafted the template';
comment on column agreements.template.published_by is 'personal: who published the template';
comment on column agreements.template.retired_by is 'personal: who retired the template';
comment on column agreements.reference_template.chosen_by is 'personal: who chose the reference template';
