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

export interface AgreementsAgendaLine {
  agreement_id: Id<'agreement'>
  key: string
  network_id: Id<'network'>
  kind: string
  day: Day
  urgency: string
  subject: string | null
  responsible: Generated<string[]>
  article: string | null
  missed: Generated<number>
  sequence: Generated<number>
  changed_at: Instant
  gone_on: Day | null
  reading: string
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

export interface AgreementsAmendment {
  agreement_id: Id<'agreement'>
  number: number
  object: string
  changes: ColumnType<unknown, string | null | undefined, string | null>
  effective_on: Day | null
  new_last_day: Day | null
  version: Generated<number>
  created_at: Instant
  created_by: string | null
}

export interface AgreementsFeed {
  id: Id<'feed'>
  network_id: Id<'network'>
  person_id: Id<'person'> | null
  digest: string
  created_at: Instant
  created_by: string
  revoked_at: Instant | null
}

export interface AgreementsPlaceCover {
  agreement_id: Id<'agreement'>
  place_id: Id<'place'>
  sub_list: Generated<string>
  from_day: Day | null
  until_day: Day | null
  label_until_day: Day | null
  label_outcome: string | null
}

export interface AgreementsSignatureDocument {
  id: Id<'signature-document'>
  act_id: Id<'act'>
  kind: string
  file_id: Id<'file'>
  kept_by_head: Generated<string>
  kept_by_partner: Generated<string>
  added_at: Instant
  added_by: string | null
}

export interface AgreementsSignatureEvidence {
  act_id: Id<'act'>
  text_id: Id<'signing-text'>
  fingerprint: string
  person_id: Id<'person'>
  membership_id: Id<'membership'>
  organisation_id: Id<'organisation'>
  organisation_name: string
  mandate_id: Id<'mandate'>
  delegation_id: Id<'delegation'> | null
  signer_name: string
  signer_quality: string
  declared: string[]
  code_id: Id<'signing-code'>
  code_sent_at: Instant
  code_typed_at: Instant
  address: string
  user_agent: string
}

export interface AgreementsSigning {
  id: Id<'signing'>
  agreement_id: Id<'agreement'>
  text_id: Id<'signing-text'>
  opened_at: Instant
  opened_by: string | null
  closed_at: Instant | null
  closed_by: string | null
}

export interface AgreementsSigningCall {
  id: Id<'signing-call'>
  signing_id: Id<'signing'>
  party: string
  rank: number
  person_id: Id<'person'>
  organisation_id: Id<'organisation'>
  mandate_id: Id<'mandate'>
  delegation_id: Id<'delegation'> | null
}

export interface AgreementsSigningCode {
  id: Id<'signing-code'>
  call_id: Id<'signing-call'>
  declared: string[]
  sent_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export interface AgreementsSigningText {
  id: Id<'signing-text'>
  agreement_id: Id<'agreement'>
  content: string
  fingerprint: string
  frozen_at: Instant
}

export interface AgreementsStanding {
  agreement_id: Id<'agreement'>
  network_id: Id<'network'>
  from_day: Day | null
  until_day: Day | null
  agenda_until: Day | null
  public_ground: string | null
}

export interface IdentityContact {
  id: Id<'contact'>
  organisation_id: Id<'organisation'>
  name: string
  job_title: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  purpose: string
  added_at: Instant
}

export interface IdentityCredential {
  id: Id<'credential'>
  account: string
  provider: string
  person_id: Id<'person'>
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Instant | null
  refresh_token_expires_at: Instant | null
  scope: string | null
  password: string | null
  created_at: Generated<Instant>
  updated_at: Instant
}

export interface IdentityCurrentOrganisation {
  id: Id<'current-organisation'> | null
  network_id: Id<'network'> | null
  current_id: Id<'organisation'> | null
  name: string | null
  kind: string | null
  siret: string | null
  commune: string | null
}

export interface IdentityDelegation {
  id: Id<'delegation'>
  mandate_id: Id<'mandate'>
  person_id: Id<'person'> | null
  holder_name: string
  quality: string
  subjects: string[]
  act_reference: Generated<string>
  act_date: Day | null
  document_file_id: Id<'file'> | null
  from_day: Day
  until_day: Day | null
  recorded_at: Instant
  recorded_by: string | null
  withdrawn_at: Instant | null
}

export interface IdentityExternalRef {
  organisation_id: Id<'organisation'>
  source: string
  ref: string
  added_at: Instant
}

export interface IdentityFirstRun {
  single: Generated<boolean>
  digest: string
  made_at: Instant
  used_at: Instant | null
}

export interface IdentityImpersonation {
  id: Id<'impersonation'>
  session_id: Id<'session'> | null
  impersonator_id: Id<'person'>
  membership_id: Id<'membership'>
  network_id: Id<'network'>
  consent_id: Id<'support-consent'> | null
  reason: Generated<string>
  may_write: Generated<boolean>
  started_at: Instant
  ends_at: Instant
  ended_at: Instant | null
}

export interface IdentityInvitation {
  id: Id<'invitation'>
  network_id: Id<'network'>
  organisation_id: Id<'organisation'>
  role: string
  email: string
  given_name: Generated<string>
  family_name: Generated<string>
  job_title: Generated<string>
  digest: string
  invited_by: Id<'person'> | null
  invited_at: Instant
  sent_at: Instant
  sent_times: Generated<number>
  expires_at: Instant
  answered_at: Instant | null
  answer: string | null
  membership_id: Id<'membership'> | null
}

export interface IdentityKnownDevice {
  digest: string
  person_id: Id<'person'>
  label: string
  first_seen_at: Instant
  last_seen_at: Instant
}

export interface IdentityMandate {
  id: Id<'mandate'>
  network_id: Id<'network'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'> | null
  holder_name: string
  quality: string
  is_legal_representative: Generated<boolean>
  act_kind: string
  act_reference: Generated<string>
  act_date: Day | null
  document_file_id: Id<'file'> | null
  from_day: Day
  until_day: Day | null
  recorded_at: Instant
  recorded_by: string | null
  withdrawn_at: Instant | null
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
  ended_by: Generated<string>
  ended_at: Instant | null
  end_reason: Generated<string>
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
  parent_id: Id<'network'> | null
  head_id: Id<'organisation'> | null
  logo_file_id: Id<'file'> | null
  contact_email: Generated<string>
  dpo_name: Generated<string>
  dpo_email: Generated<string>
  template_ids: Generated<string[]>
  second_factor_for_officers: Generated<boolean>
  session_days: Generated<number>
  inactive_months: Generated<number>
  journal_years: Generated<number>
  origin_months: Generated<number>
  version: Generated<number>
}

export interface IdentityNetworkPlacement {
  id: Id<'network-placement'>
  network_id: Id<'network'>
  parent_id: Id<'network'>
  asked_by: string | null
  asked_at: Instant
  answered_by: string | null
  answered_at: Instant | null
  answer: string | null
}

export interface IdentityOrganisation {
  id: Id<'organisation'>
  network_id: Id<'network'>
  name: string
  kind: string
  siret: string | null
  commune: Generated<string>
  created_at: Instant
  acronym: Generated<string>
  rna: string | null
  ridet: string | null
  address: Generated<string>
  postal_code: Generated<string>
  insee_code: string | null
  email: Generated<string>
  phone: Generated<string>
  website: Generated<string>
  updated_at: Generated<Instant>
  version: Generated<number>
  merged_into: Id<'organisation'> | null
  merged_at: Instant | null
}

export interface IdentityPasskey {
  id: Id<'passkey'>
  name: string | null
  public_key: string
  person_id: Id<'person'>
  credential: string
  counter: number
  device_type: string
  backed_up: boolean
  transports: string | null
  created_at: Instant | null
  aaguid: string | null
}

export interface IdentityPerson {
  id: Id<'person'>
  given_name: string
  family_name: string
  email: string
  created_at: Instant
  name: ColumnType<string | null, never, never>
  email_verified: Generated<boolean>
  image: string | null
  updated_at: Generated<Instant>
  two_factor_enabled: Generated<boolean>
  phone: Generated<string>
  last_seen_on: Day | null
  inactivity_warned_on: Day | null
  anonymised_at: Instant | null
}

export interface IdentitySession {
  id: Id<'session'>
  token: string
  person_id: Id<'person'>
  address: string | null
  user_agent: string | null
  created_at: Generated<Instant>
  updated_at: Instant
  expires_at: Instant
  membership_id: Id<'membership'> | null
  second_factor_at: Instant | null
  opened_by: Generated<string>
}

export interface IdentitySupportConsent {
  id: Id<'support-consent'>
  person_id: Id<'person'>
  network_id: Id<'network'>
  may_write: boolean
  given_at: Instant
  until_at: Instant
  withdrawn_at: Instant | null
}

export interface IdentityTwoFactor {
  id: Id<'two-factor'>
  secret: string
  backup_codes: string
  person_id: Id<'person'>
  verified: boolean | null
  failed_verification_count: number | null
  locked_until: Instant | null
}

export interface IdentityVerification {
  id: string
  identifier: string
  value: string
  expires_at: Instant
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
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
  outcome: string | null
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
  membership_id: Id<'membership'> | null
  mandate_id: Id<'mandate'> | null
  delegation_id: Id<'delegation'> | null
  impersonator_id: Id<'person'> | null
  changes: ColumnType<unknown, string | null | undefined, string | null>
}

export interface PlatformJournalOrigin {
  line: number
  address: string
  user_agent: Generated<string>
  at: Instant
}

export interface PlatformJournalPurge {
  id: Id<'journal-purge'>
  at: Instant
  network_id: Id<'network'> | null
  before: Instant
  lines: number
  positions: string
}

export interface PlatformJournalSeal {
  position: number
  line: number
  digest: Buffer
  seal: Buffer
}

export interface PlatformMail {
  id: Id<'mail'>
  once_key: string | null
  recipient: string
  subject: string
  body: string
  written_at: Instant
  sent_at: Instant | null
  link_until: Instant | null
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

export interface PrivacyConsent {
  id: Id<'consent'>
  person_id: Id<'person'>
  network_id: Id<'network'>
  field: string
  audience: string
  wording: string
  given_at: Instant
  withdrawn_at: Instant | null
}

export interface PrivacyErasure {
  id: Id<'erasure'>
  network_id: Id<'network'> | null
  request_id: Id<'request'> | null
  person_id: Id<'person'>
  done_at: Instant
  ground: string
  gone: Json
  kept: Json
}

export interface PrivacyRequest {
  id: Id<'request'>
  network_id: Id<'network'>
  kind: string
  requester_name: string
  email: string
  message: Generated<string>
  person_id: Id<'person'> | null
  filed_at: Instant
  filed_on: Day
  due_on: Day
  extension_reason: Generated<string>
  digest: string
  verified_at: Instant | null
  answered_at: Instant | null
  outcome: string | null
  answer: Generated<string>
  answered_by: Id<'person'> | null
}

export interface PrivacyRetentionRun {
  id: Id<'retention-run'>
  rule: string
  ran_at: Instant
  removed: number
  failed: Generated<boolean>
}

export interface PrivacyShownPerson {
  membership_id: Id<'membership'> | null
  network_id: Id<'network'> | null
  person_id: Id<'person'> | null
  organisation_id: Id<'organisation'> | null
  role: string | null
  from_day: Day | null
  until_day: Day | null
  reader: string | null
  name: string | null
  job_title: string | null
  organisation: string | null
  commune: string | null
  email: string | null
  phone: string | null
}

export interface DB {
  'agreements.act': AgreementsAct
  'agreements.agenda_line': AgreementsAgendaLine
  'agreements.agreement': AgreementsAgreement
  'agreements.amendment': AgreementsAmendment
  'agreements.feed': AgreementsFeed
  'agreements.place_cover': AgreementsPlaceCover
  'agreements.signature_document': AgreementsSignatureDocument
  'agreements.signature_evidence': AgreementsSignatureEvidence
  'agreements.signing': AgreementsSigning
  'agreements.signing_call': AgreementsSigningCall
  'agreements.signing_code': AgreementsSigningCode
  'agreements.signing_text': AgreementsSigningText
  'agreements.standing': AgreementsStanding
  'identity.contact': IdentityContact
  'identity.credential': IdentityCredential
  'identity.current_organisation': IdentityCurrentOrganisation
  'identity.delegation': IdentityDelegation
  'identity.external_ref': IdentityExternalRef
  'identity.first_run': IdentityFirstRun
  'identity.impersonation': IdentityImpersonation
  'identity.invitation': IdentityInvitation
  'identity.known_device': IdentityKnownDevice
  'identity.mandate': IdentityMandate
  'identity.membership': IdentityMembership
  'identity.network': IdentityNetwork
  'identity.network_placement': IdentityNetworkPlacement
  'identity.organisation': IdentityOrganisation
  'identity.passkey': IdentityPasskey
  'identity.person': IdentityPerson
  'identity.session': IdentitySession
  'identity.support_consent': IdentitySupportConsent
  'identity.two_factor': IdentityTwoFactor
  'identity.verification': IdentityVerification
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
  'platform.journal_origin': PlatformJournalOrigin
  'platform.journal_purge': PlatformJournalPurge
  'platform.journal_seal': PlatformJournalSeal
  'platform.mail': PlatformMail
  'platform.progress': PlatformProgress
  'platform.rate_window': PlatformRateWindow
  'privacy.consent': PrivacyConsent
  'privacy.erasure': PrivacyErasure
  'privacy.request': PrivacyRequest
  'privacy.retention_run': PrivacyRetentionRun
  'privacy.shown_person': PrivacyShownPerson
}
