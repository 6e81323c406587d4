// Written by `npm run db:types` from the migrated schema. Do not edit: a test compares it with the database.
import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'

/** Read as the parsed value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>

export interface AgreementsAct {
  id: Id<'act'>
  agreement_id: Id<'agreement'>
  seq: number
  type: string
  occurred_on: Day | null
  occurred_at: Instant | null
  recorded_at: Instant
  recorded_by: string | null
  payload: Json
  evidence_file_id: Id<'file'> | null
  supersedes: Id<'act'> | null
}

export interface AgreementsAgreement {
  id: Id<'agreement'>
  network_id: Id<'network'>
  reference: string
  template_id: string
  template_version: number
  terms: Json
  variables: ColumnType<unknown, string | null | undefined, string | null>
  partner_id: Id<'organisation'>
  representative_name: string
  representative_title: string
  created_at: Instant
  created_by: string | null
}

export interface AgreementsPlaceCover {
  agreement_id: Id<'agreement'>
  place_id: Id<'place'>
  sub_list: Generated<string>
  from_day: Day | null
  until_day: Day | null
}

export interface AgreementsStanding {
  agreement_id: Id<'agreement'>
  network_id: Id<'network'>
  from_day: Day | null
  until_day: Day | null
}

export interface IdentityMembership {
  id: Id<'membership'>
  person_id: Id<'person'>
  network_id: Id<'network'>
  organisation_id: Id<'organisation'>
  role: string
  job_title: Generated<string>
  from_day: Day
  until_day: Day | null
}

export interface IdentityNetwork {
  id: Id<'network'>
  slug: string
  name: string
  head_name: string
  tagline: Generated<string>
  host: string | null
  is_default: Generated<boolean>
  theme: Json
  created_at: Instant
}

export interface IdentityOrganisation {
  id: Id<'organisation'>
  network_id: Id<'network'>
  name: string
  kind: string
  siret: string | null
  commune: Generated<string>
  created_at: Instant
}

export interface IdentityPerson {
  id: Id<'person'>
  given_name: string
  family_name: string
  email: string
  created_at: Instant
}

export interface IdentitySession {
  digest: string
  person_id: Id<'person'>
  membership_id: Id<'membership'> | null
  created_at: Instant
  expires_at: Instant
}

export interface LabelsGrantOfLabel {
  id: Id<'grant-of-label'>
  scheme_id: Id<'scheme'>
  place_id: Id<'place'>
  agreement_id: Id<'agreement'>
  granted_on: Day
  recorded_at: Instant
  recorded_by: string | null
  withdrawn_on: Day | null
}

export interface LabelsScheme {
  id: Id<'scheme'>
  network_id: Id<'network'>
  code: string
  name: string
  description: Generated<string>
}

export interface LabelsShownLabel {
  grant_id: Id<'grant'> | null
  network_id: Id<'network'> | null
  place_id: Id<'place'> | null
  agreement_id: Id<'agreement'> | null
  code: string | null
  name: string | null
  from_day: Day | null
  until_day: Day | null
}

export interface PlacesDirectoryVersion {
  network_id: Id<'network'>
  version: number
}

export interface PlacesExternalRef {
  network_id: Id<'network'>
  source: string
  external_id: string
  place_id: Id<'place'>
  fingerprint: string
  missing_since: Instant | null
}

export interface PlacesFormerSlug {
  network_id: Id<'network'>
  slug: string
  place_id: Id<'place'>
}

export interface PlacesImportFinding {
  run_id: Id<'import-run'>
  line: number
  position: number
  external_id: string | null
  column_name: string
  value: string
  code: string
  severity: string
  message: string
  proposal: string | null
}

export interface PlacesImportRow {
  run_id: Id<'import-run'>
  line: number
  external_id: string
  fingerprint: string
  outcome: Generated<string>
  place_id: Id<'place'>
  slug: string
  slug_number: Generated<number>
  fields: Json
}

export interface PlacesImportRun {
  id: Id<'import-run'>
  network_id: Id<'network'>
  source: string
  file_name: string
  file_sha256: string | null
  created_at: Instant
  created_by: string | null
  checked_at: Instant | null
  confirmed_at: Instant | null
  applied_at: Instant | null
  abandoned_at: Instant | null
  refusal: string | null
  counts: ColumnType<unknown, string | null | undefined, string | null>
}

export interface PlacesPlace {
  id: Id<'place'>
  network_id: Id<'network'>
  slug: string
  status: Generated<string>
  name: string
  pivot: string | null
  commune: Generated<string>
  postal_code: string | null
  insee_code: string | null
  address: Generated<string>
  address_extra: string | null
  latitude: number | null
  longitude: number | null
  typologies: Generated<string[]>
  phone: string | null
  emails: Generated<string[]>
  websites: Generated<string[]>
  opening_hours: string | null
  summary: string | null
  detail: string | null
  source: string | null
  itinerance: Generated<string[]>
  parent_organisation: string | null
  updated_on: Day | null
  services: Generated<string[]>
  publics: Generated<string[]>
  special_care: Generated<string[]>
  fees: Generated<string[]>
  programmes: Generated<string[]>
  trainings: Generated<string[]>
  other_labels: Generated<string[]>
  access_modes: Generated<string[]>
  support_modes: Generated<string[]>
  acces_libre_url: string | null
  booking_url: string | null
  version: Generated<number>
  created_at: Instant
  search: string | null
}

export interface PlatformFile {
  id: Id<'file'>
  sha256: string
  name: string
  media_type: string
  bytes: number
  network_id: Id<'network'>
  added_at: Instant
  added_by: string | null
}

export interface PlatformJournal {
  id: ColumnType<number, never, never>
  at: Instant
  network_id: Id<'network'> | null
  person_id: Id<'person'> | null
  organisation_id: Id<'organisation'> | null
  action: string
  subject_id: string
  details: ColumnType<unknown, string | null | undefined, string | null>
  request_id: string | null
}

export interface PlatformMail {
  id: Id<'mail'>
  once_key: string | null
  recipient: string
  subject: string
  body: string
  written_at: Instant
  sent_at: Instant | null
}

export interface PlatformProgress {
  id: Id<'progress'>
  network_id: Id<'network'> | null
  done: Generated<number>
  total: number | null
  step: Generated<string>
  started_at: Instant
  finished_at: Instant | null
  failure: string | null
}

export interface PlatformRateWindow {
  key: string
  window_start: Instant
  hits: number
}

export interface DB {
  'agreements.act': AgreementsAct
  'agreements.agreement': AgreementsAgreement
  'agreements.place_cover': AgreementsPlaceCover
  'agreements.standing': AgreementsStanding
  'identity.membership': IdentityMembership
  'identity.network': IdentityNetwork
  'identity.organisation': IdentityOrganisation
  'identity.person': IdentityPerson
  'identity.session': IdentitySession
  'labels.grant_of_label': LabelsGrantOfLabel
  'labels.scheme': LabelsScheme
  'labels.shown_label': LabelsShownLabel
  'places.directory_version': PlacesDirectoryVersion
  'places.external_ref': PlacesExternalRef
  'places.former_slug': PlacesFormerSlug
  'places.import_finding': PlacesImportFinding
  'places.import_row': PlacesImportRow
  'places.import_run': PlacesImportRun
  'places.place': PlacesPlace
  'platform.file': PlatformFile
  'platform.journal': PlatformJournal
  'platform.mail': PlatformMail
  'platform.progress': PlatformProgress
  'platform.rate_window': PlatformRateWindow
}
