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

export interface AgreementsActLink {
  act_id: Id<'act'>
  agreement_id: Id<'agreement'>
  seq: number
  digest: Buffer
  terms: Buffer | null
  link: Buffer
  linked_at: Generated<Instant>
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
  shared_at: Instant | null
  shared_by: string | null
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

export interface AgreementsAuthorityAct {
  id: Id<'authority-act'>
  agreement_id: Id<'agreement'>
  party: string
  kind: string
  body: string
  reference: string
  decided_on: Day
  scope: Generated<string>
  from_day: Day | null
  until_day: Day | null
  file_id: Id<'file'> | null
  decision_id: Id<'decision'> | null
  recorded_at: Instant
  recorded_by: string | null
  set_aside_at: Instant | null
  set_aside_by: string | null
}

export interface AgreementsChainDigest {
  day: Day
  up_to: Instant
  links: number
  digest: Buffer
  authority: string | null
  token: Buffer | null
}

export interface AgreementsDamagesClaim {
  id: Id<'damages-claim'>
  agreement_id: Id<'agreement'>
  act_id: Id<'act'>
  party: string
  amount_cents: number | null
  words: string
  file_id: Id<'file'> | null
  replaces: Id<'damages-claim'> | null
  recorded_at: Instant
  recorded_by: string | null
}

export interface AgreementsDecision {
  id: Id<'decision'>
  network_id: Id<'network'>
  agreement_id: Id<'agreement'> | null
  kind: string
  reference: string
  body: string
  object: string
  decided_on: Day
  legal_basis: Generated<string>
  text: Generated<string>
  remedies: Generated<string>
  transmitted_on: Day | null
  published_on: Day | null
  replaces: Id<'decision'> | null
  prepared_at: Instant
  prepared_by: string | null
  published_at: Instant | null
  published_by: string | null
  withdrawn_on: Day | null
  withdrawn_reason: Generated<string>
  withdrawn_at: Instant | null
  withdrawn_by: string | null
}

export interface AgreementsDeclaredEvidence {
  id: Id<'declared-evidence'>
  agreement_id: Id<'agreement'>
  duty: string
  place_id: Id<'place'> | null
  happened_on: Day
  statement: string
  file_id: Id<'file'> | null
  party: string
  recorded_at: Instant
  recorded_by: string | null
  withdraws: Id<'declared-evidence'> | null
}

export interface AgreementsDraftApproval {
  id: Id<'draft-approval'>
  agreement_id: Id<'agreement'>
  party: string
  fingerprint: string
  approved_at: Instant
  approved_by: string | null
  cancelled_at: Instant | null
}

export interface AgreementsDraftClause {
  agreement_id: Id<'agreement'>
  clause_key: string
  source: string
  version: number
  written_at: Instant
  written_by: string | null
}

export interface AgreementsDraftRemark {
  id: Id<'draft-remark'>
  agreement_id: Id<'agreement'>
  clause_key: string
  kind: string
  party: string
  written_at: Instant
  written_by: string | null
  words: Generated<string>
  proposed: string | null
  replaced: string | null
  clause_version: number | null
  term: string | null
  outcome: string | null
  answer: Generated<string>
  decided_at: Instant | null
  decided_by: string | null
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

export interface AgreementsIssuedDocument {
  id: Id<'issued-document'>
  agreement_id: Id<'agreement'>
  kind: string
  subject: Generated<string>
  template: string
  template_version: number
  data: string
  data_fingerprint: string
  file_id: Id<'file'>
  pdf_fingerprint: string
  issued_at: Instant
  issued_by: string | null
}

export interface AgreementsLinkedOffice {
  id: Id<'linked-office'>
  agreement_id: Id<'agreement'>
  party: string
  name: string
  office: string
  body: string
  role: string
  measure: Generated<string>
  from_day: Day
  until_day: Day | null
  declared_at: Instant
  declared_by: string | null
  ended_at: Instant | null
  ended_by: string | null
}

export interface AgreementsMeetingAttendance {
  act_id: Id<'act'>
  attendees: string
}

export interface AgreementsNetworkSetting {
  network_id: Id<'network'>
  second_confirmation: Generated<boolean>
  changed_at: Instant
  changed_by: string | null
}

export interface AgreementsOffice {
  id: Id<'office'>
  agreement_id: Id<'agreement'>
  party: string
  office: string
  name: string
  title: string
  email: Generated<string>
  phone: Generated<string>
  from_day: Day
  until_day: Day | null
  recorded_at: Instant
  recorded_by: string | null
  ended_at: Instant | null
  ended_by: string | null
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

export interface AgreementsPreparedLetter {
  id: Id<'prepared-letter'>
  agreement_id: Id<'agreement'>
  kind: string
  from_party: string
  asked: Json
  written: Json
  prepared_at: Instant
  prepared_by: string | null
  deposited_on: Day | null
  tracking: Generated<string>
  slip_file_id: Id<'file'> | null
  act_id: Id<'act'> | null
  abandoned_at: Instant | null
  abandoned_by: string | null
}

export interface AgreementsPublicationBasis {
  id: Id<'publication-basis'>
  agreement_id: Id<'agreement'>
  basis: string
  recorded_at: Instant
  recorded_by: string | null
  withdrawn_at: Instant | null
  withdrawn_by: string | null
}

export interface AgreementsReferenceTemplate {
  network_id: Id<'network'>
  template_id: string
  chosen_at: Instant
  chosen_by: string | null
}

export interface AgreementsSealedDocument {
  id: Id<'sealed-document'>
  text_id: Id<'signing-text'>
  rank: number
  kind: string
  act_id: Id<'act'> | null
  file_id: Id<'file'>
  seal: string | null
  certificate: string | null
  has_timestamp: Generated<boolean>
  recorded_at: Instant
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
  remind_every: number | null
  expires_on: Day | null
  renewed_at: Instant | null
  renewals: Generated<number>
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

export interface AgreementsSigningDocument {
  text_id: Id<'signing-text'>
  file_id: Id<'file'>
  prepared_at: Instant
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

export interface AgreementsTakeover {
  agreement_id: Id<'agreement'>
  file_id: Id<'file'> | null
  kept_by_head: Generated<string>
  kept_by_partner: Generated<string>
  unknown: Generated<string[]>
  import_id: Id<'takeover-import'> | null
  taken_over_at: Instant
  taken_over_by: string | null
}

export interface AgreementsTakeoverImport {
  id: Id<'takeover-import'>
  network_id: Id<'network'>
  file_name: string
  file_sha256: string
  rows: number
  received_at: Instant
  received_by: string | null
  confirmed_at: Instant | null
  finished_at: Instant | null
  recorded: Generated<number>
  refused: ColumnType<unknown, string | null | undefined, string | null>
}

export interface AgreementsTemplate {
  network_id: Id<'network'>
  template_id: Id<'template'>
  version: number
  status: string
  copied_from: string
  content: Json
  revision: Generated<number>
  created_at: Instant
  created_by: string | null
  published_at: Instant | null
  published_by: string | null
  retired_at: Instant | null
  retired_by: string | null
}

export interface AgreementsWaitingAct {
  id: Id<'waiting-act'>
  agreement_id: Id<'agreement'>
  purpose: string
  letter: Json
  prepared_at: Instant
  prepared_by: string
  settled_at: Instant | null
  settled_by: string | null
  act_id: Id<'act'> | null
}

export interface EquipmentActKey {
  person_id: Id<'person'>
  key: string
  body_digest: string
  answer: Json
  made_at: Instant
  device_at: Instant | null
  pack_version: Generated<string>
}

export interface EquipmentAppointmentDocument {
  id: Id<'appointment-document'>
  booking_id: Id<'slot-booking'>
  file_id: Id<'file'>
  fingerprint: string
  written_at: Instant
  replaced_at: Instant | null
}

export interface EquipmentCharge {
  id: Id<'charge'>
  incident_id: Id<'incident'>
  line_id: Id<'loan-line'>
  cause: string
  amount_cents: number
  evidence: string
  evidence_file_id: Id<'file'> | null
  announced_at: Instant
  answer_until: Day
  borrower_answer: Generated<string>
  borrower_answered_at: Instant | null
  decided_at: Instant | null
  decided_cents: number | null
  decision_reason: Generated<string>
  settled_on: Day | null
  settlement: string | null
  basis: Generated<string>
  borrower_position: string | null
}

export interface EquipmentChecklistItem {
  id: Id<'checklist-item'>
  model_id: Id<'model'> | null
  kit_id: Id<'unit'> | null
  rank: number
  label: string
  expected: Generated<number>
  is_critical: Generated<boolean>
}

export interface EquipmentConditionLine {
  report_id: Id<'condition-report'>
  rank: number
  unit_id: Id<'unit'> | null
  label: string
  expected: Generated<number>
  found: number
  condition: string
  is_critical: Generated<boolean>
  remark: Generated<string>
  powers_on: boolean | null
  charge_percent: number | null
  software: Generated<string>
}

export interface EquipmentConditionPhoto {
  id: Id<'condition-photo'>
  report_id: Id<'condition-report'>
  rank: number | null
  file_id: Id<'file'>
  alt: string
}

export interface EquipmentConditionReport {
  id: Id<'condition-report'>
  line_id: Id<'loan-line'>
  direction: string
  supersedes: Id<'condition-report'> | null
  drawn_at: Instant
  drawn_by: string | null
  frozen_at: Instant | null
  content: string | null
  fingerprint: string | null
  document_file_id: Id<'file'> | null
}

export interface EquipmentConsumable {
  id: Id<'consumable'>
  inventory_id: Id<'inventory'>
  name: string
  stock: Generated<number>
}

export interface EquipmentConsumableMove {
  id: Id<'consumable-move'>
  consumable_id: Id<'consumable'>
  quantity: number
  reason: string
  recorded_at: Instant
  recorded_by: string | null
}

export interface EquipmentCustody {
  id: Id<'custody'>
  unit_id: Id<'unit'>
  line_id: Id<'loan-line'>
  out_at: Instant
  back_at: Instant | null
  entered_at: Instant
  entered_by: string | null
  back_entered_at: Instant | null
  back_entered_by: string | null
  is_offline: Generated<boolean>
  ended_as: string | null
}

export interface EquipmentDesk {
  id: Id<'desk'>
  inventory_id: Id<'inventory'>
  name: string
  location: Generated<string>
  time_zone: Generated<string>
  created_at: Instant
  retired_at: Instant | null
  place_id: Id<'place'> | null
}

export interface EquipmentDeskConflict {
  id: Id<'desk-conflict'>
  line_id: Id<'loan-line'>
  key: string
  act: string
  typed: ColumnType<unknown, string | null | undefined, string | null>
  made_at: Instant | null
  pack_version: Generated<string>
  reason: string
  recorded_at: Instant
  recorded_by: string
  settled_at: Instant | null
  settled_by: string | null
  settlement: Generated<string>
}

export interface EquipmentDisplacement {
  id: Id<'displacement'>
  line_id: Id<'loan-line'>
  for_root_id: Id<'root'> | null
  reason: string
  notice_days: number
  proposal: string
  proposed_unit_id: Id<'unit'> | null
  hold_root_id: Id<'root'> | null
  decided_at: Instant
  answer_until: Instant
  answered_at: Instant | null
  answer: string | null
}

export interface EquipmentDueDate {
  id: Id<'due-date'>
  line_id: Id<'loan-line'>
  kind: string
  due_at: Instant
  recorded_at: Instant
  reason: Generated<string>
  lifted_at: Instant | null
}

export interface EquipmentEarlyReturnRequest {
  id: Id<'early-return-request'>
  line_id: Id<'loan-line'>
  wanted_at: Instant
  reason: string
  asked_at: Instant
  answered_at: Instant | null
  answer: string | null
  answer_reason: Generated<string>
}

export interface EquipmentExtensionRequest {
  id: Id<'extension-request'>
  line_id: Id<'loan-line'>
  until_at: Instant
  reason: string
  days: number
  needs_derogation: Generated<boolean>
  asked_at: Instant
  answered_at: Instant | null
  answer: string | null
  answer_reason: Generated<string>
}

export interface EquipmentFeed {
  id: Id<'feed'>
  network_id: Id<'network'>
  inventory_id: Id<'inventory'> | null
  desk_id: Id<'desk'> | null
  unit_id: Id<'unit'> | null
  organisation_id: Id<'organisation'> | null
  digest: string
  created_at: Instant
  created_by: string
  revoked_at: Instant | null
}

export interface EquipmentHolidayChange {
  inventory_id: Id<'inventory'>
  day: Day
  is_holiday: boolean
  name: Generated<string>
}

export interface EquipmentImportFinding {
  run_id: Id<'import-run'>
  table_name: string
  line: number
  position: number
  column_name: string
  value: string
  expected: string
}

export interface EquipmentImportRun {
  id: Id<'import-run'>
  inventory_id: Id<'inventory'>
  file_name: string
  file_sha256: string
  created_at: Instant
  created_by: string | null
  checked_at: Instant | null
  decision: string | null
  confirmed_at: Instant | null
  applied_at: Instant | null
  abandoned_at: Instant | null
  refusal: string | null
  counts: ColumnType<unknown, string | null | undefined, string | null>
}

export interface EquipmentIncident {
  id: Id<'incident'>
  unit_id: Id<'unit'>
  line_id: Id<'loan-line'> | null
  kind: string
  part: Generated<string>
  account: string
  discovered_at: Instant
  reported_at: Instant
  reported_by: string | null
  witness_name: Generated<string>
  police_reference: Generated<string>
  police_day: Day | null
  insurer_claim: Generated<string>
  estimated_until: Instant | null
  emergency: ColumnType<unknown, string | null | undefined, string | null>
  root_id: Id<'root'> | null
  state: Generated<string>
  seq: Generated<number>
}

export interface EquipmentIncidentEvent {
  id: Id<'incident-event'>
  incident_id: Id<'incident'>
  seq: number
  act: string
  to_state: string
  reason: Generated<string>
  details: ColumnType<unknown, string | null | undefined, string | null>
  recorded_at: Instant
  recorded_by: string | null
}

export interface EquipmentIncidentPhoto {
  id: Id<'incident-photo'>
  incident_id: Id<'incident'>
  file_id: Id<'file'>
  alt: string
}

export interface EquipmentInsuranceProof {
  id: Id<'insurance-proof'>
  network_id: Id<'network'>
  organisation_id: Id<'organisation'>
  kind: string
  insurer: Generated<string>
  policy_number: Generated<string>
  risks: string[]
  from_day: Day
  last_day: Day
  ceiling_cents: number | null
  file_id: Id<'file'> | null
  added_at: Instant
  answered_at: Instant | null
  answer: string | null
  answer_reason: Generated<string>
}

export interface EquipmentInventory {
  id: Id<'inventory'>
  network_id: Id<'network'>
  owner_id: Id<'organisation'>
  name: string
  contact: Generated<string>
  time_zone: Generated<string>
  holiday_calendar: Generated<string>
  shown_to: Generated<string>
  created_at: Instant
}

export interface EquipmentInventoryRole {
  inventory_id: Id<'inventory'>
  person_id: Id<'person'>
  role: string
  given_at: Instant
}

export interface EquipmentLifecycleEvent {
  id: Id<'lifecycle-event'>
  unit_id: Id<'unit'>
  seq: number
  lifecycle: string
  reason: string
  occurred_at: Instant
  recorded_at: Instant
  recorded_by: string | null
}

export interface EquipmentLineTransition {
  from_state: string
  to_state: string
}

export interface EquipmentLoanEvent {
  id: Id<'loan-event'>
  line_id: Id<'loan-line'>
  seq: number
  previous_seq: ColumnType<number | null, never, never>
  act: string
  from_state: string | null
  to_state: string
  occurred_at: Instant
  recorded_at: Instant
  recorded_by: string | null
  reason_code: string | null
  reason: Generated<string>
  details: ColumnType<unknown, string | null | undefined, string | null>
  device: Generated<string>
}

export interface EquipmentLoanLine {
  id: Id<'loan-line'>
  request_id: Id<'loan-request'>
  model_id: Id<'model'>
  wanted_unit_id: Id<'unit'> | null
  unit_id: Id<'unit'> | null
  pickup_at: Instant | null
  return_at: Instant | null
  pickup_booking_id: Id<'slot-booking'> | null
  return_booking_id: Id<'slot-booking'> | null
  sibling_id: Id<'loan-line'> | null
  state: Generated<string>
  seq: Generated<number>
  days: number | null
  needs_derogation: Generated<boolean>
  policy_version: number | null
  rules: ColumnType<unknown, string | null | undefined, string | null>
  created_at: Instant
}

export interface EquipmentLoanOutcome {
  id: Id<'loan-outcome'>
  line_id: Id<'loan-line'>
  sessions: Json
  people: Json
  places: Generated<string>
  appreciation: number | null
  comment: Generated<string>
  recorded_at: Instant
  recorded_by: string | null
}

export interface EquipmentLoanRequest {
  id: Id<'loan-request'>
  network_id: Id<'network'>
  inventory_id: Id<'inventory'>
  organisation_id: Id<'organisation'>
  place_id: Id<'place'> | null
  agreement_id: Id<'agreement'> | null
  desk_id: Id<'desk'>
  requested_by: string | null
  entered_by: string | null
  confirmed_at: Instant | null
  action_kind: Generated<string>
  actions: Generated<string>
  audience: Generated<string>
  expected_people: number | null
  used_at: Generated<string>
  is_stored_safely: Generated<boolean>
  collector_name: Generated<string>
  collector_quality: Generated<string>
  collector_phone: Generated<string>
  is_inseparable: Generated<boolean>
  created_at: Instant
  submitted_at: Instant | null
}

export interface EquipmentMaintenanceJob {
  id: Id<'maintenance-job'>
  unit_id: Id<'unit'>
  plan_id: Id<'maintenance-plan'> | null
  title: string
  due_day: Day
  root_id: Id<'root'> | null
  done_at: Instant | null
  done_by: string | null
  result: Generated<string>
  checklist: Generated<string[]>
  ticked: Generated<string[]>
}

export interface EquipmentMaintenancePlan {
  id: Id<'maintenance-plan'>
  inventory_id: Id<'inventory'>
  model_id: Id<'model'> | null
  unit_id: Id<'unit'> | null
  title: string
  every_days: number | null
  every_loans: number | null
  checklist: Generated<string[]>
  blocks_booking: Generated<boolean>
  created_at: Instant
  retired_at: Instant | null
  from_day: Day
  minutes: Generated<number>
}

export interface EquipmentModel {
  id: Id<'model'>
  inventory_id: Id<'inventory'>
  name: string
  maker: Generated<string>
  category: string
  description: Generated<string>
  software: Generated<string[]>
  case_weight_grams: number | null
  case_volume_litres: number | null
  replacement_cents: number | null
  prerequisites: Generated<string>
  prep_minutes: Generated<number>
  turnaround_minutes: Generated<number>
  created_at: Instant
  retired_at: Instant | null
}

export interface EquipmentModelNotice {
  id: Id<'model-notice'>
  model_id: Id<'model'>
  title: string
  file_id: Id<'file'> | null
  url: string | null
}

export interface EquipmentModelPhoto {
  id: Id<'model-photo'>
  model_id: Id<'model'>
  file_id: Id<'file'>
  alt: string
  rank: Generated<number>
  width: Generated<number>
  height: Generated<number>
}

export interface EquipmentModelSubstitute {
  model_id: Id<'model'>
  substitute_id: Id<'model'>
  rank: Generated<number>
}

export interface EquipmentOccupancy {
  id: Id<'occupancy'>
  unit_id: Id<'unit'>
  kind: string
  line_id: Id<'loan-line'> | null
  offer_id: Id<'waitlist-offer'> | null
  root_id: Id<'root'>
  status: string
  held_until: Instant | null
  period: string
  prep_minutes: Generated<number>
  turnaround_minutes: Generated<number>
  blocked: string
  title: Generated<string>
  responsible: Generated<string>
  recorded_at: Instant
  recorded_by: string | null
}

export interface EquipmentOffered {
  network_id: Id<'network'> | null
  place_id: Id<'place'> | null
  kind: string | null
}

export interface EquipmentOpeningOverride {
  desk_id: Id<'desk'>
  day: Day
  hours: Generated<string[]>
  reason: string
}

export interface EquipmentOpeningRule {
  id: Id<'opening-rule'>
  desk_id: Id<'desk'>
  weekday: number
  opens: string
  closes: string
  from_day: Day
  until_day: Day | null
}

export interface EquipmentPolicyVersion {
  inventory_id: Id<'inventory'>
  version: number
  rules: Json
  effective_on: Day
  reason: string
  recorded_at: Instant
  recorded_by: string | null
}

export interface EquipmentReexamination {
  line_id: Id<'loan-line'>
  question: string
  asked_at: Instant
  answer: string | null
  upheld: boolean | null
  answered_at: Instant | null
  answered_by: string | null
}

export interface EquipmentReminder {
  line_id: Id<'loan-line'>
  kind: string
  due_at: Instant
  sent_at: Instant
}

export interface EquipmentRepairCost {
  id: Id<'repair-cost'>
  unit_id: Id<'unit'>
  incident_id: Id<'incident'> | null
  label: string
  amount_cents: number
  bearer: string
  day: Day
  recorded_at: Instant
  job_id: Id<'maintenance-job'> | null
}

export interface EquipmentReportSignature {
  id: Id<'report-signature'>
  report_id: Id<'condition-report'>
  party: string
  manner: string
  signer_name: string
  signer_quality: Generated<string>
  person_id: Id<'person'> | null
  drawing_file_id: Id<'file'> | null
  reservations: Generated<string>
  refusal_reason: Generated<string>
  witness_name: Generated<string>
  signed_at: Instant
}

export interface EquipmentRiskTold {
  line_id: Id<'loan-line'>
  cause: string
  told_at: Instant
}

export interface EquipmentSlotBooking {
  id: Id<'slot-booking'>
  request_id: Id<'loan-request'>
  desk_id: Id<'desk'>
  purpose: string
  starts_at: Instant
  ends_at: Instant
  seats: number
  seat: number
  made_at: Instant
  cancelled_at: Instant | null
  closed_at: Instant | null
  closed_because: Generated<string>
}

export interface EquipmentSoftwareUpdate {
  id: Id<'software-update'>
  unit_id: Id<'unit'>
  software: string
  version_before: Generated<string>
  version_after: string
  day: Day
  result: Generated<string>
  note: Generated<string>
  recorded_at: Instant
  recorded_by: string | null
}

export interface EquipmentStockTaking {
  id: Id<'stock-taking'>
  inventory_id: Id<'inventory'>
  desk_id: Id<'desk'> | null
  began_at: Instant
  ended_at: Instant | null
  signed_by: string | null
  note: Generated<string>
  began_by: string | null
  abandoned_at: Instant | null
}

export interface EquipmentStockTakingLine {
  stock_taking_id: Id<'stock-taking'>
  unit_id: Id<'unit'>
  finding: string
  seen_at: Instant | null
  because: string | null
}

export interface EquipmentStockTakingUnknown {
  stock_taking_id: Id<'stock-taking'>
  read_text: string
  read_at: Instant
}

export interface EquipmentUnit {
  id: Id<'unit'>
  inventory_id: Id<'inventory'>
  model_id: Id<'model'>
  maker: Generated<string>
  asset_number: string
  serial_number: string | null
  is_anonymous: Generated<boolean>
  is_kit: Generated<boolean>
  kit_id: Id<'unit'> | null
  kit_is_a_kit: ColumnType<boolean | null, never, never>
  is_critical: Generated<boolean>
  lent_alone: Generated<boolean>
  home_desk_id: Id<'desk'>
  acquired_on: Day | null
  acquisition_cents: number | null
  funding: Generated<string>
  notes: Generated<string>
  lifecycle: Generated<string>
  lifecycle_seq: Generated<number>
  created_at: Instant
}

export interface EquipmentUnitLabel {
  token: string
  unit_id: Id<'unit'>
  issued_at: Instant
  replaced_at: Instant | null
}

export interface EquipmentUnitTransfer {
  id: Id<'unit-transfer'>
  unit_id: Id<'unit'>
  from_desk_id: Id<'desk'>
  to_desk_id: Id<'desk'>
  root_id: Id<'root'>
  planned_at: Instant
  planned_by: string | null
  ended_at: Instant | null
  outcome: string | null
}

export interface EquipmentWaitlistEntry {
  id: Id<'waitlist-entry'>
  request_id: Id<'loan-request'>
  line_id: Id<'loan-line'>
  model_id: Id<'model'>
  unit_id: Id<'unit'> | null
  starts_at: Instant
  ends_at: Instant
  flexible_days: Generated<number>
  priority: Generated<number>
  joined_at: Instant
  left_at: Instant | null
  left_because: string | null
}

export interface EquipmentWaitlistOffer {
  id: Id<'waitlist-offer'>
  entry_id: Id<'waitlist-entry'>
  unit_id: Id<'unit'>
  starts_at: Instant
  ends_at: Instant
  offered_at: Instant
  expires_at: Instant
  answered_at: Instant | null
  answer: string | null
}

export interface FacilitatorsCard {
  network_id: Id<'network'> | null
  person_id: Id<'person'> | null
  membership_id: Id<'membership'> | null
  organisation_id: Id<'organisation'> | null
  from_day: Day | null
  until_day: Day | null
  reader: string | null
  name: string | null
  job_title: string | null
  organisation: string | null
  commune: string | null
  email: string | null
  phone: string | null
  shows_places: boolean | null
  takes_messages: boolean | null
  photo_file_id: Id<'photo-file'> | null
  presentation: string | null
  skills: string[] | null
  themes: string[] | null
  languages: string[] | null
  goes_to: string | null
  availability: string | null
}

export interface FacilitatorsListedOrganisation {
  network_id: Id<'network'> | null
  organisation_id: Id<'organisation'> | null
  name: string | null
  kind: string | null
  commune: string | null
  presentation: string | null
  competences: string[] | null
  serves: string[] | null
}

export interface FacilitatorsOrganisationDirectory {
  network_id: Id<'network'>
  is_open: boolean
  changed_at: Instant
  changed_by: string | null
}

export interface FacilitatorsOrganisationOffer {
  organisation_id: Id<'organisation'>
  network_id: Id<'network'>
  is_listed: boolean
  presentation: Generated<string>
  competences: Generated<string[]>
  serves: Generated<string[]>
  version: Generated<number>
  changed_at: Instant
  changed_by: string | null
}

export interface FacilitatorsProfile {
  network_id: Id<'network'>
  person_id: Id<'person'>
  presentation: Generated<string>
  skills: Generated<string[]>
  themes: Generated<string[]>
  languages: Generated<string[]>
  goes_to: string | null
  availability: Generated<string>
  photo_file_id: Id<'file'> | null
  version: Generated<number>
  updated_at: Instant
}

export interface FacilitatorsPublicCard {
  network_id: Id<'network'> | null
  place_id: Id<'place'> | null
  person_id: Id<'person'> | null
  name: string | null
  job_title: string | null
  has_photo: boolean | null
  from_day: Day | null
  until_day: Day | null
}

export interface FacilitatorsStanding {
  network_id: Id<'network'> | null
  person_id: Id<'person'> | null
  last_day: Day | null
}

export interface FacilitatorsWorkplace {
  network_id: Id<'network'> | null
  person_id: Id<'person'> | null
  place_id: Id<'place'> | null
  function: string | null
  from_day: Day | null
  until_day: Day | null
}

export interface FederationCopy {
  place_id: Id<'place'>
  network_id: Id<'network'>
  peer_id: Id<'peer'>
  uri: string
  version: number
  path: string[]
  home_name: string
  licence: string
  confirmed_on: Day | null
  same_as: Generated<string[]>
  differs_from: Generated<string[]>
  received_at: Instant
  gone_at: Instant | null
  taken_over_at: Instant | null
  moved_to: string | null
}

export interface FederationNetworkKey {
  network_id: Id<'network'>
  public_key: Json
  fingerprint: string
  sealed_private_key: string
  made_at: Instant
}

export interface FederationNote {
  id: Id<'note'>
  place_id: Id<'place'>
  text: string
  at: Instant
  by: string | null
}

export interface FederationOfferedPlace {
  place_id: Id<'copy'>
  network_id: Id<'network'>
  offered_at: Instant
  accepted: boolean | null
  answered_at: Instant | null
  answered_by: string | null
  told_at: Instant | null
}

export interface FederationOrigin {
  place_id: Id<'place'> | null
  network_id: Id<'network'> | null
  uri: string | null
  home_name: string | null
  licence: string | null
  confirmed_on: Day | null
  answered_at: Instant | null
  peer_name: string | null
}

export interface FederationPeer {
  id: Id<'peer'>
  network_id: Id<'network'>
  direction: string
  name: string
  address: string
  fingerprint: string
  public_key: ColumnType<unknown, string | null | undefined, string | null>
  departments: Generated<string[]>
  declared_at: Instant
  declared_by: string | null
  ended_at: Instant | null
  cursor: string | null
  tried_at: Instant | null
  answered_at: Instant | null
  problem: string | null
  silence_told_at: Instant | null
}

export interface FederationQuarantined {
  id: Id<'quarantined'>
  peer_id: Id<'peer'>
  uri: string | null
  line: string
  problem: string
  at: Instant
  closed_at: Instant | null
}

export interface FederationSameOffer {
  id: Id<'same-offer'>
  network_id: Id<'network'>
  peer_id: Id<'peer'>
  place_id: Id<'place'>
  other_uri: string
  other_name: string
  offered_at: Instant
  accepted: boolean | null
  answered_at: Instant | null
  answered_by: string | null
  withdrawn_at: Instant | null
}

export interface FederationToldSame {
  network_id: Id<'network'>
  uri: string
  other_uri: string
  decided: boolean
  told_at: Instant | null
  tries: Generated<number>
}

export interface FederationTransfer {
  id: Id<'transfer'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  peer_id: Id<'peer'>
  reason: string
  offered_at: Instant
  offered_by: string | null
  ended_at: Instant | null
  outcome: string | null
  taken_as: string | null
}

export interface IdentityApiKey {
  id: Id<'api-key'>
  person_id: Id<'person'>
  membership_id: Id<'membership'>
  name: string
  digest: string
  scopes: string[]
  created_at: Instant
  expires_at: Instant
  last_used_at: Instant | null
  revoked_at: Instant | null
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
  id: Id<'organisation'> | null
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

export interface InitiativesFrozenInitiative {
  id: Id<'frozen-initiative'>
  initiative_id: Id<'initiative'>
  revision: number
  purpose: string
  content: Json
  sha256: string
  frozen_at: Instant
  frozen_by: string | null
}

export interface InitiativesInitiative {
  id: Id<'initiative'>
  network_id: Id<'network'>
  organisation_id: Id<'organisation'>
  revision: number
  created_at: Instant
  created_by: string | null
  published_at: Instant | null
}

export interface InitiativesRevision {
  initiative_id: Id<'initiative'>
  revision: number
  content: Json
  saved_at: Instant
  saved_by: string | null
}

export interface LabelsAdmission {
  application_id: Id<'application'>
  is_eligible: boolean
  reason: Generated<string>
  population: number | null
  checked_at: Instant
  checked_by: string | null
}

export interface LabelsAppeal {
  id: Id<'appeal'>
  network_id: Id<'network'>
  decision_id: Id<'decision'>
  kind: string
  appellant_id: Id<'organisation'>
  filed_on: Day
  grounds: string
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsAppealEvent {
  id: Id<'appeal-event'>
  appeal_id: Id<'appeal'>
  seq: number
  from_state: string
  to_state: string
  on_day: Day
  reason: Generated<string>
  reviewer_id: Id<'person'> | null
  decision_id: Id<'decision'> | null
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsAppealStep {
  from_state: string
  to_state: string
}

export interface LabelsApplication {
  id: Id<'application'>
  network_id: Id<'network'>
  scheme_id: Id<'scheme'>
  version_id: Id<'scheme-version'>
  purpose: string
  edition_id: Id<'edition'> | null
  place_id: Id<'place'> | null
  organisation_id: Id<'organisation'> | null
  applicant_id: Id<'organisation'>
  agreement_id: Id<'agreement'> | null
  state: string
  seq: Generated<number>
  created_at: Instant
  created_by: string | null
  submitted_at: Instant | null
  decided_at: Instant | null
  reference: string | null
  sent_because: Generated<string>
  copied_from: Id<'application'> | null
  reduced_at: Instant | null
}

export interface LabelsApplicationAnswer {
  application_id: Id<'application'>
  code: string
  value: Json
  known: ColumnType<unknown, string | null | undefined, string | null>
  contested: Generated<string>
  is_to_confirm: Generated<boolean>
  changed_at: Instant
  changed_by: string | null
}

export interface LabelsApplicationCounter {
  scheme_id: Id<'scheme'>
  year: number
  last: number
}

export interface LabelsApplicationEvent {
  id: Id<'application-event'>
  application_id: Id<'application'>
  seq: number
  from_state: string
  to_state: string
  reason: Generated<string>
  at: Instant
  by: string | null
}

export interface LabelsApplicationInitiative {
  application_id: Id<'application'>
  code: string
  initiative_id: Id<'initiative'>
  frozen_initiative_id: Id<'frozen-initiative'>
}

export interface LabelsApplicationProof {
  application_id: Id<'application'>
  code: string
  proof_id: Id<'proof'>
  added_at: Instant
  removed_at: Instant | null
}

export interface LabelsApplicationSection {
  application_id: Id<'application'>
  name: string
  seq: number
  changed_at: Instant
  changed_by: string | null
}

export interface LabelsApplicationStep {
  from_state: string
  to_state: string
}

export interface LabelsAward {
  id: Id<'award'>
  scheme_id: Id<'scheme'>
  place_id: Id<'place'> | null
  agreement_id: Id<'agreement'> | null
  granted_on: Day
  recorded_at: Instant
  recorded_by: string | null
  organisation_id: Id<'organisation'> | null
  number: string
  slug: string
  level: number | null
  valid_until: Day | null
  over_on: Day | null
  version_id: Id<'scheme-version'> | null
  application_id: Id<'application'> | null
  edition_id: Id<'edition'> | null
  list_id: Id<'place-list'> | null
}

export interface LabelsAwardAct {
  id: Id<'award-act'>
  award_id: Id<'award'>
  seq: number
  kind: string
  from_day: Day
  reason: Generated<string>
  supersedes: Id<'award-act'> | null
  recorded_at: Instant
  recorded_by: string | null
  decision_id: Id<'decision'> | null
  level: number | null
}

export interface LabelsAwardAddress {
  award_id: Id<'award'>
  seq: number
  commune: string
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsAwardCounter {
  scheme_id: Id<'scheme'>
  year: number
  last: number
}

export interface LabelsAwardCourse {
  award_id: Id<'award'>
  seq: number
  parts: Json
  noted_at: Instant
}

export interface LabelsAwardMove {
  id: ColumnType<number, never, never>
  award_id: Id<'award'>
}

export interface LabelsAwardSpan {
  award_id: Id<'award'> | null
  kind: string | null
  from_day: Day | null
  until_day: Day | null
  next_kind: string | null
  level: number | null
}

export interface LabelsBadge {
  id: Id<'badge'>
  network_id: Id<'network'>
  award_id: Id<'award'>
  list_id: Id<'badge-list'>
  list_index: number
  level: number | null
  valid_from: Instant
  valid_until: Instant | null
  rsa_key_id: Id<'badge-key'>
  ed25519_key_id: Id<'badge-key'>
  jwt: string
  json: string
  issued_at: Instant
}

export interface LabelsBadgeKey {
  id: Id<'badge-key'>
  network_id: Id<'network'>
  kind: string
  public_jwk: Json
  sealed_private: string | null
  made_at: Instant
  retired_at: Instant | null
  compromised_from: Instant | null
  compromised_noted_at: Instant | null
}

export interface LabelsBadgeList {
  id: Id<'badge-list'>
  network_id: Id<'network'>
  length: number
  opened_at: Instant
}

export interface LabelsBadgeRevocation {
  badge_id: Id<'badge'>
  because: string
  revoked_at: Instant
}

export interface LabelsCharterSignature {
  list_id: Id<'place-list'>
  text: string
  list_sha256: string
  places: number
  mandate_id: Id<'mandate'>
  delegation_id: Id<'delegation'> | null
  signer_name: string
  signer_title: string
  signed_on: Day
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsComparisonConsent {
  application_id: Id<'application'>
  is_open: boolean
  changed_at: Instant
  changed_by: string | null
}

export interface LabelsCompletionItem {
  request_id: Id<'completion-request'>
  code: string
  mark: string
  message: string
  answer: Generated<string>
  file_id: Id<'file'> | null
  file_on: Day | null
  answered_at: Instant | null
  answered_by: string | null
}

export interface LabelsCompletionReminder {
  request_id: Id<'completion-request'>
  rank: number
  sent_on: Day
}

export interface LabelsCompletionRequest {
  id: Id<'completion-request'>
  application_id: Id<'application'>
  rank: number
  message: Generated<string>
  late_reason: Generated<string>
  asked_on: Day
  due_on: Day
  asked_at: Instant
  asked_by: string | null
  answered_on: Day | null
  answered_at: Instant | null
  answered_by: string | null
}

export interface LabelsCover {
  agreement_id: Id<'agreement'> | null
  place_id: Id<'place'> | null
  from_day: Day | null
  until_day: Day | null
  label_until_day: Day | null
  label_outcome: string | null
}

export interface LabelsCurrentRouting {
  application_id: Id<'application'> | null
  seq: number | null
  group_id: Id<'group'> | null
  person_id: Id<'person'> | null
  reason: string | null
  at: Instant | null
  by: string | null
}

export interface LabelsDecision {
  id: Id<'decision'>
  network_id: Id<'network'>
  scheme_id: Id<'scheme'>
  kind: string
  application_id: Id<'application'> | null
  award_id: Id<'award'> | null
  edition_id: Id<'edition'> | null
  level: number | null
  authority: string
  signer_name: string
  signer_title: string
  delegation_id: Id<'delegation'> | null
  decided_on: Day
  effect_from: Day
  reasons: Generated<string>
  reserves: ColumnType<unknown, string | null | undefined, string | null>
  remedies: Generated<string>
  supersedes: Id<'decision'> | null
  correction: Generated<string>
  recorded_at: Instant
  recorded_by: string | null
  mandate_id: Id<'mandate'> | null
  criteria: ColumnType<unknown, string | null | undefined, string | null>
  appeal_months: number | null
  until_day: Day | null
  until_condition: Generated<string>
  replaces_for: string | null
  hearing_id: Id<'hearing'> | null
}

export interface LabelsDecisionLetter {
  decision_id: Id<'decision'>
  file_id: Id<'file'>
  seal: string | null
  written_at: Instant
}

export interface LabelsDeliberated {
  id: Id<'deliberated'>
  deliberation_id: Id<'deliberation'>
  application_id: Id<'application'>
  seq: number
  chair_id: Id<'juror'>
  median: string | null
  proposed_level: number | null
  level: number | null
  deviation: Generated<string>
  reasons: Json
  present: number
  votes_for: number
  votes_against: number
  abstentions: number
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsDeliberatedSeat {
  deliberated_id: Id<'deliberated'>
  juror_id: Id<'juror'>
  seat: string
}

export interface LabelsDeliberation {
  id: Id<'deliberation'>
  edition_id: Id<'edition'>
  held_on: Day
  opened_at: Instant
  opened_by: string | null
}

export interface LabelsDeliberationPresence {
  deliberation_id: Id<'deliberation'>
  juror_id: Id<'juror'>
}

export interface LabelsEdition {
  id: Id<'edition'>
  scheme_id: Id<'scheme'>
  version_id: Id<'scheme-version'>
  name: string
  year: number
  opens_on: Day
  closes_on: Day
  published_at: Instant | null
  created_at: Instant
  created_by: string | null
}

export interface LabelsEditionExtension {
  id: Id<'edition-extension'>
  edition_id: Id<'edition'>
  seq: number
  from_day: Day
  to_day: Day
  reason: string
  at: Instant
  by: string | null
}

export interface LabelsHearing {
  id: Id<'hearing'>
  award_id: Id<'award'>
  purpose: string
  grounds: string
  asked_on: Day
  until_day: Day
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsHearingAnswer {
  hearing_id: Id<'hearing'>
  words: string
  answered_on: Day
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsInformationOwed {
  award_id: Id<'award'> | null
  network_id: Id<'network'> | null
  place_id: Id<'place'> | null
  agreement_id: Id<'agreement'> | null
  name: string | null
  from_day: Day | null
  until_day: Day | null
}

export interface LabelsInstructor {
  id: Id<'instructor'>
  group_id: Id<'instructor-group'>
  person_id: Id<'person'>
  from_day: Day
  until_day: Day | null
  added_by: string | null
}

export interface LabelsInstructorGroup {
  id: Id<'instructor-group'>
  network_id: Id<'network'>
  name: string
  scheme_id: Id<'scheme'> | null
  departments: Generated<string[]>
  epcis: Generated<string[]>
  opened_at: Instant
  opened_by: string | null
  closed_at: Instant | null
}

export interface LabelsInterestDeclaration {
  id: Id<'interest-declaration'>
  application_id: Id<'application'>
  juror_id: Id<'juror'>
  seq: number
  interest: string
  words: Generated<string>
  declared_at: Instant
  recorded_by: string | null
}

export interface LabelsJuror {
  id: Id<'juror'>
  edition_id: Id<'edition'>
  person_id: Id<'person'>
  kind: string
  is_chair: boolean
  from_day: Day
  until_day: Day | null
  territories: Generated<string[]>
  named_at: Instant
  named_by: string | null
}

export interface LabelsJury {
  edition_id: Id<'edition'>
  marks_until: Day
  marks_closed_at: Instant | null
  ceremony_on: Day | null
  tells_medians: boolean
  constituted_at: Instant
  constituted_by: string | null
}

export interface LabelsLabelChange {
  place_id: Id<'place'> | null
  network_id: Id<'network'> | null
  on_day: Day | null
}

export interface LabelsLabelCourse {
  award_id: Id<'award'> | null
  network_id: Id<'network'> | null
  scheme_id: Id<'scheme'> | null
  place_id: Id<'place'> | null
  organisation_id: Id<'organisation'> | null
  agreement_id: Id<'agreement'> | null
  edition_id: Id<'edition'> | null
  code: string | null
  name: string | null
  number: string | null
  slug: string | null
  level: number | null
  status: string | null
  from_day: Day | null
  until_day: Day | null
}

export interface LabelsListDecision {
  list_id: Id<'place-list'>
  scheme_id: Id<'scheme'>
  list_sha256: string
  decision_id: Id<'decision'>
}

export interface LabelsListUpload {
  id: Id<'list-upload'>
  list_id: Id<'place-list'>
  file_name: string
  lines: Json
  uploaded_at: Instant
  uploaded_by: string | null
  taken_at: Instant | null
}

export interface LabelsListedPlace {
  list_id: Id<'place-list'>
  place_id: Id<'place'>
  origin: string
  added_at: Instant
  added_by: string | null
  verdict: Generated<string>
  reason: Generated<string>
  reserve_until: Day | null
  charter_told_at: Instant | null
  decision_told_at: Instant | null
}

export interface LabelsMark {
  reading_id: Id<'reading'>
  code: string
  mark: number | null
  comment: Generated<string>
  saved_at: Instant
}

export interface LabelsNotificationFact {
  id: Id<'notification-fact'>
  decision_id: Id<'decision'>
  kind: string
  on_day: Day
  tracking: Generated<string>
  recorded_at: Instant
  recorded_by: string | null
}

export interface LabelsOpinion {
  id: Id<'opinion'>
  application_id: Id<'application'>
  person_id: Id<'person'>
  question: string
  codes: string[]
  is_shared: boolean
  due_on: Day
  asked_at: Instant
  asked_by: string | null
  verdict: string | null
  body: Generated<string>
  given_on: Day | null
  revoked_at: Instant | null
  revoked_reason: Generated<string>
}

export interface LabelsPlaceList {
  id: Id<'place-list'>
  network_id: Id<'network'>
  scheme_id: Id<'scheme'>
  version_id: Id<'scheme-version'>
  partner_id: Id<'organisation'>
  agreement_id: Id<'agreement'>
  adds_to: Id<'place-list'> | null
  committee: string
  met_on: Day
  minutes: Generated<string>
  minutes_file_id: Id<'file'> | null
  created_at: Instant
  created_by: string | null
}

export interface LabelsPresence {
  application_id: Id<'application'>
  person_id: Id<'person'>
  section: Generated<string>
  seen_at: Instant
}

export interface LabelsProof {
  id: Id<'proof'>
  network_id: Id<'network'>
  organisation_id: Id<'organisation'>
  kind: string
  file_id: Id<'file'> | null
  words: Generated<string>
  name: string
  on_day: Day | null
  replaces: Id<'proof'> | null
  added_at: Instant
  added_by: string | null
}

export interface LabelsProposal {
  id: Id<'proposal'>
  application_id: Id<'application'>
  seq: number
  kind: string
  level: number | null
  reasons: Generated<string>
  by_criterion: ColumnType<unknown, string | null | undefined, string | null>
  reserves: ColumnType<unknown, string | null | undefined, string | null>
  proposed_at: Instant
  proposed_by: string | null
}

export interface LabelsReading {
  id: Id<'reading'>
  application_id: Id<'application'>
  juror_id: Id<'juror'>
  assigned_at: Instant
  assigned_by: string | null
  finished_at: Instant | null
}

export interface LabelsRecusal {
  application_id: Id<'application'> | null
  juror_id: Id<'juror'> | null
}

export interface LabelsReviewMark {
  application_id: Id<'application'>
  code: string
  mark: string
  message: Generated<string>
}

export interface LabelsReviewSection {
  application_id: Id<'application'>
  name: string
  seq: number
  changed_at: Instant
  changed_by: string | null
}

export interface LabelsRouting {
  id: Id<'routing'>
  application_id: Id<'application'>
  seq: number
  group_id: Id<'instructor-group'> | null
  person_id: Id<'person'> | null
  reason: Generated<string>
  at: Instant
  by: string | null
}

export interface LabelsScheme {
  id: Id<'scheme'>
  network_id: Id<'network'>
  code: string
  name: string
  description: Generated<string>
}

export interface LabelsSchemeDraft {
  scheme_id: Id<'scheme'>
  content: Json
  seq: Generated<number>
  changed_at: Instant
  changed_by: string | null
}

export interface LabelsSchemeVersion {
  id: Id<'scheme-version'>
  scheme_id: Id<'scheme'>
  version: number
  revision: number
  content: Json
  transition: string
  in_force_from: Day
  published_at: Instant
  published_by: string | null
}

export interface LabelsShownLabel {
  award_id: Id<'award'> | null
  network_id: Id<'network'> | null
  scheme_id: Id<'scheme'> | null
  place_id: Id<'place'> | null
  organisation_id: Id<'organisation'> | null
  agreement_id: Id<'agreement'> | null
  code: string | null
  name: string | null
  number: string | null
  slug: string | null
  level: number | null
  from_day: Day | null
  until_day: Day | null
  outcome: string | null
}

export interface LabelsStandardName {
  network_id: Id<'network'> | null
  code: string | null
  name: string | null
  standard_label: string | null
}

export interface LabelsVisit {
  id: Id<'visit'>
  application_id: Id<'application'>
  planned_on: Day
  planned_time: Generated<string>
  visitors: string
  codes: Generated<string[]>
  proposed_at: Instant
  proposed_by: string | null
  confirmed_at: Instant | null
  declined_at: Instant | null
  declined_reason: Generated<string>
  cancelled_at: Instant | null
  cancelled_reason: Generated<string>
  held_on: Day | null
  report: Generated<string>
  findings: ColumnType<unknown, string | null | undefined, string | null>
  reported_at: Instant | null
  reported_by: string | null
  reply: Generated<string>
  replied_at: Instant | null
  replied_by: string | null
}

export interface LabelsVisitPhoto {
  visit_id: Id<'visit'>
  file_id: Id<'file'>
  caption: Generated<string>
  is_agreed: boolean
}

export interface PlacesAcceptedCorrection {
  network_id: Id<'network'>
  source: string
  code: string
  column_name: string
  value: string | null
  accepted_at: Instant
  accepted_by: string | null
}

export interface PlacesAwaitedChange {
  id: Id<'awaited-change'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  changes: Json
  proposed_at: Instant
  proposed_by: string | null
  decided_at: Instant | null
  decided_by: string | null
  outcome: string | null
  reason: string | null
}

export interface PlacesBaseMap {
  network_id: Id<'network'>
  version: Generated<number>
  tiles_url: string
  attribution: string
  max_zoom: number
}

export interface PlacesBorneLabel {
  network_id: Id<'network'> | null
  place_id: Id<'place'> | null
  code: string | null
  name: string | null
  level: number | null
  from_day: Day | null
  until_day: Day | null
  slug: string | null
  proof_url: string | null
}

export interface PlacesCommuneCentre {
  code: string
  latitude: number
  longitude: number
  basis: string
}

export interface PlacesCommuneCentreVersion {
  only_one: Generated<boolean>
  digest: string
}

export interface PlacesComparisonDue {
  id: ColumnType<number, never, never>
  network_id: Id<'network'>
  place_id: Id<'place'>
}

export interface PlacesConfirmation {
  place_id: Id<'place'>
  on_day: Day
  kind: string
  recorded_at: Instant | null
  recorded_by: string | null
  said_by: Generated<string>
}

export interface PlacesCurrentPlace {
  id: Id<'place'> | null
  network_id: Id<'network'> | null
  current_id: Id<'place'> | null
}

export interface PlacesDeclaredLabel {
  place_id: Id<'place'>
  code: string
  name: string
  level: number | null
  from_day: Day
  until_day: Day | null
  proof_url: string | null
}

export interface PlacesDirectoryVersion {
  network_id: Id<'network'>
  version: number
}

export interface PlacesDistinction {
  id: Id<'distinction'>
  network_id: Id<'network'>
  one_id: Id<'place'>
  other_id: Id<'place'>
  one_known: string
  other_known: string
  reason: Generated<string>
  decided_at: Instant
  decided_by: string | null
  merge_id: Id<'merge'> | null
}

export interface PlacesDuplicatePair {
  network_id: Id<'network'>
  one_id: Id<'place'>
  other_id: Id<'place'>
  score: number
  band: string
  why: Json
  departments: string[]
  sources: string[]
  found_at: Instant
}

export interface PlacesEditingRule {
  network_id: Id<'network'>
  checks_sensitive: boolean
  changed_at: Instant
  changed_by: string | null
}

export interface PlacesEmbedKey {
  id: Id<'embed-key'>
  network_id: Id<'network'>
  name: string
  territory_kind: string | null
  territory_code: string | null
  origins: string[]
  created_at: Instant
  created_by: string | null
  ended_at: Instant | null
}

export interface PlacesEmbedUse {
  key_id: Id<'embed-key'>
  day: Day
  views: number
}

export interface PlacesErrorReport {
  id: Id<'error-report'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  kind: string
  words: Generated<string>
  email: string | null
  sent_at: Instant
  outcome: string | null
  answer: string | null
  answered_at: Instant | null
  answered_by: string | null
  answered_as: string | null
}

export interface PlacesExemption {
  id: Id<'exemption'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  semester: Day
  reason: string
  recorded_at: Instant
  recorded_by: string | null
  lifted_at: Instant | null
  lifted_by: string | null
}

export interface PlacesExternalRef {
  network_id: Id<'network'>
  source: string
  external_id: string
  place_id: Id<'place'>
  fingerprint: string
  missing_since: Instant | null
  fields: ColumnType<unknown, string | null | undefined, string | null>
  raw: ColumnType<unknown, string | null | undefined, string | null>
  run_id: Id<'import-run'> | null
  missing_seen_at: Instant | null
  raw_digest: string | null
}

export interface PlacesFavourite {
  list_id: Id<'favourite-list'>
  place_id: Id<'place'>
  added_at: Instant
}

export interface PlacesFavouriteList {
  id: Id<'favourite-list'>
  network_id: Id<'network'>
  person_id: Id<'person'>
  name: string
  is_main: Generated<boolean>
  shared_at: Instant | null
  share_round: Generated<number>
  created_at: Instant
}

export interface PlacesFollowUp {
  id: Id<'follow-up'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  semester: Day
  kind: string
  note: Generated<string>
  until_day: Day | null
  recorded_at: Instant
  recorded_by: string | null
}

export interface PlacesFormerName {
  place_id: Id<'place'>
  name: string
  words: string
}

export interface PlacesFormerSlug {
  network_id: Id<'network'>
  slug: string
  place_id: Id<'place'>
}

export interface PlacesFreshnessRule {
  network_id: Id<'network'>
  covers: Generated<string>
  from_day: Day | null
  hides_after_months: number | null
  changed_at: Instant
  changed_by: string | null
  period: Generated<string>
}

export interface PlacesGeocodedAddress {
  asked: string
  latitude: number | null
  longitude: number | null
  label: string | null
  score: number | null
  insee_code: string | null
  is_street: boolean | null
  answered_at: Instant
}

export interface PlacesGeocodingPause {
  only_one: Generated<boolean>
  until: Instant
  failures: number
}

export interface PlacesHeldRow {
  run_id: Id<'import-run'>
  line: number
  why: string
  external_id: string
  place_key: string
  fingerprint: string | null
  fields: ColumnType<unknown, string | null | undefined, string | null>
  raw: Json
  like_place_id: Id<'place'> | null
  like_score: number | null
  decision: string | null
  decided_at: Instant | null
  decided_by: string | null
}

export interface PlacesHidingNotice {
  place_id: Id<'place'>
  network_id: Id<'network'>
  sent_on: Day
}

export interface PlacesHolidayRule {
  id: Id<'holiday-rule'>
  network_id: Id<'network'>
  department: string | null
  month: number
  day: number
  name: string
  is_off: boolean
  from_year: number | null
  until_year: number | null
}

export interface PlacesHours {
  network_id: Id<'network'>
  key: string
  words: string
  area: string
  compiled_on: Day | null
  is_read: Generated<boolean>
  zone: Generated<string>
  week: Generated<unknown>
  moments: Generated<string[]>
  number: Generated<number>
}

export interface PlacesHoursOfDay {
  network_id: Id<'network'>
  key: string
  on_day: Day
  open: unknown
}

export interface PlacesIgnoredRow {
  network_id: Id<'network'>
  source: string
  external_id: string
  fingerprint: string
  ignored_at: Instant
  ignored_by: string | null
}

export interface PlacesImportCancel {
  run_id: Id<'import-run'>
  asked_at: Instant
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
  fields: ColumnType<unknown, string | null | undefined, string | null>
  raw: ColumnType<unknown, string | null | undefined, string | null>
  place_key: string | null
  held_why: string | null
  like_place_id: Id<'like-place'> | null
  like_score: number | null
  raw_digest: string | null
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
  awaits_mapping: Generated<boolean>
  mapping_id: Id<'source-mapping'> | null
  header: string[] | null
  is_scheduled: Generated<boolean>
  waits_because: string | null
  undone_at: Instant | null
  undone_by: string | null
  organisation_id: Id<'organisation'> | null
  submitted_at: Instant | null
  returned_at: Instant | null
  returned_by: string | null
  returned_because: string | null
  emptied_at: Instant | null
}

export interface PlacesImportTrace {
  run_id: Id<'import-run'>
  external_id: string
  before: Json
}

export interface PlacesMerge {
  id: Id<'merge'>
  network_id: Id<'network'>
  kept_id: Id<'place'>
  duplicate_id: Id<'place'>
  reason: Generated<string>
  changes: Json
  duplicate_before: Json
  brought: Generated<string[]>
  merged_at: Instant
  merged_by: string | null
  undone_at: Instant | null
  undone_by: string | null
  undo_reason: Generated<string>
}

export interface PlacesOneClick {
  place_id: Id<'place'>
  semester: Day
  person_id: Id<'person'>
  used_at: Instant
}

export interface PlacesOpenFile {
  id: Id<'open-file'>
  network_id: Id<'network'>
  format: string
  mark: string
  made_at: Instant
}

export interface PlacesOpenFilePart {
  file_id: Id<'open-file'>
  number: number
  content: Buffer
}

export interface PlacesOrganisationPlace {
  id: Id<'organisation-place'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  organisation_id: Id<'organisation'>
  role: string
  from_day: Day
  until_day: Day | null
  recorded_at: Instant
  recorded_by: string | null
}

export interface PlacesOrientationAnswer {
  id: Id<'orientation-answer'>
  network_id: Id<'network'>
  month: Day
  needs: Generated<string[]>
  department: Generated<string>
  outcome: string
  answered_at: Instant
  answered_on: Day
  answered_by: string
}

export interface PlacesOrientationFollowUp {
  id: Id<'orientation-follow-up'>
  network_id: Id<'network'>
  given_on: Day
  given_by: string
  first_name: string
  prescriber: string
  needs: Generated<string[]>
  department: Generated<string>
  agreed_at: Instant
}

export interface PlacesOrientationFollowUpPlace {
  follow_up_id: Id<'orientation-follow-up'>
  place_id: Id<'place'>
  rank: number
}

export interface PlacesOrientationOutcome {
  network_id: Id<'network'>
  month: Day
  need: string
  department: string
  outcome: string
  sheets: number
}

export interface PlacesOrientationRule {
  network_id: Id<'network'>
  follows: boolean
  changed_at: Instant
  changed_by: string | null
}

export interface PlacesOwnWord {
  place_id: Id<'place'> | null
  on_day: Day | null
  kind: string | null
  recorded_at: Instant | null
  recorded_by: string | null
}

export interface PlacesPersonPlace {
  id: Id<'person-place'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  person_id: Id<'person'>
  function: Generated<string>
  from_day: Day
  until_day: Day | null
  recorded_at: Instant
  recorded_by: string | null
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
  hidden_because: string | null
  closed_on: Day | null
  successor_id: Id<'place'> | null
  merged_into: Id<'place'> | null
  merged_at: Instant | null
  point_precision: string | null
  serves: Generated<string[]>
  hours_key: string | null
  drawn_latitude: number | null
  drawn_longitude: number | null
  origin_uri: string | null
  moved_to_uri: string | null
}

export interface PlacesPlaceChange {
  place_id: Id<'place'>
  network_id: Id<'network'>
  number: number
  labels: Generated<string[]>
}

export interface PlacesPointProposal {
  place_id: Id<'place'>
  network_id: Id<'network'>
  asked: string
  proposed_at: Instant
  decided_at: Instant | null
  accepted: boolean | null
}

export interface PlacesRemovedPlace {
  run_id: Id<'import-run'>
  place_id: Id<'place'>
  place: Json
  refs: Json
}

export interface PlacesRevision {
  place_id: Id<'place'>
  version: number
  at: Instant
  said_by: string
  made_by: string | null
  run_id: Id<'import-run'> | null
  act: string
  changes: Json
}

export interface PlacesSavedSearch {
  id: Id<'saved-search'>
  network_id: Id<'network'>
  person_id: Id<'person'>
  name: string
  asked: string
  created_at: Instant
}

export interface PlacesSchoolHoliday {
  network_id: Id<'network'>
  zone: string
  from_day: Day
  until_day: Day
  name: Generated<string>
}

export interface PlacesSectionDraft {
  place_id: Id<'place'>
  person_id: Id<'person'>
  section: string
  typed: Json
  saved_at: Instant
}

export interface PlacesSemesterFigures {
  network_id: Id<'network'>
  semester: string
  territory: string
  figures: Json
  counted_at: Instant
}

export interface PlacesSentRequest {
  person_id: Id<'person'>
  key: string
  digest: string
  answer: ColumnType<unknown, string | null | undefined, string | null>
  at: Instant
}

export interface PlacesSource {
  id: Id<'source'>
  network_id: Id<'network'>
  name: string
  page_url: string | null
  licence: Generated<string>
  is_reusable: Generated<boolean>
  contact: Generated<string>
  url: string | null
  schedule: Generated<string>
  priority: Generated<number>
  default_day: Day | null
  is_active: Generated<boolean>
  added_at: Instant
  etag: string | null
  last_modified: string | null
  harvested_at: Instant | null
  next_on: Day | null
  failures: Generated<number>
  failure: string | null
}

export interface PlacesSourceMapping {
  id: Id<'source-mapping'>
  network_id: Id<'network'>
  source: string
  version: number
  mapping: Json
  made_at: Instant
  made_by: string | null
}

export interface PlacesSourceProposal {
  id: Id<'source-proposal'>
  network_id: Id<'network'>
  place_id: Id<'place'>
  source: string
  kind: Generated<string>
  column_name: string
  value: Json
  run_id: Id<'import-run'> | null
  made_at: Instant
  decision: string | null
  decided_at: Instant | null
  decided_by: string | null
}

export interface PlacesStandingDistinction {
  id: Id<'standing-distinction'> | null
  network_id: Id<'network'> | null
  one_id: Id<'one'> | null
  other_id: Id<'other'> | null
  one_known: string | null
  other_known: string | null
  reason: string | null
  decided_at: Instant | null
  decided_by: string | null
  merge_id: Id<'merge'> | null
}

export interface PlacesTerritory {
  network_id: Id<'network'>
  slug: string
  name: string
  communes: Generated<string[]>
  epcis: Generated<string[]>
  version: Generated<number>
  ended_at: Instant | null
}

export interface PlacesWebhook {
  id: Id<'webhook'>
  network_id: Id<'network'>
  name: string
  url: string
  sealed_secret: string
  sent_number: number
  sent_place: string | null
  next_try_at: Instant
  failures: Generated<number>
  created_at: Instant
  created_by: string | null
  ended_at: Instant | null
  ended_because: string | null
}

export interface PlacesWebhookDelivery {
  id: Id<'webhook-delivery'>
  webhook_id: Id<'webhook'>
  at: Instant
  changes: number
  status: number | null
  problem: string | null
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
  shows: string[] | null
}

export interface DB {
  'agreements.act': AgreementsAct
  'agreements.act_link': AgreementsActLink
  'agreements.agenda_line': AgreementsAgendaLine
  'agreements.agreement': AgreementsAgreement
  'agreements.amendment': AgreementsAmendment
  'agreements.authority_act': AgreementsAuthorityAct
  'agreements.chain_digest': AgreementsChainDigest
  'agreements.damages_claim': AgreementsDamagesClaim
  'agreements.decision': AgreementsDecision
  'agreements.declared_evidence': AgreementsDeclaredEvidence
  'agreements.draft_approval': AgreementsDraftApproval
  'agreements.draft_clause': AgreementsDraftClause
  'agreements.draft_remark': AgreementsDraftRemark
  'agreements.feed': AgreementsFeed
  'agreements.issued_document': AgreementsIssuedDocument
  'agreements.linked_office': AgreementsLinkedOffice
  'agreements.meeting_attendance': AgreementsMeetingAttendance
  'agreements.network_setting': AgreementsNetworkSetting
  'agreements.office': AgreementsOffice
  'agreements.place_cover': AgreementsPlaceCover
  'agreements.prepared_letter': AgreementsPreparedLetter
  'agreements.publication_basis': AgreementsPublicationBasis
  'agreements.reference_template': AgreementsReferenceTemplate
  'agreements.sealed_document': AgreementsSealedDocument
  'agreements.signature_document': AgreementsSignatureDocument
  'agreements.signature_evidence': AgreementsSignatureEvidence
  'agreements.signing': AgreementsSigning
  'agreements.signing_call': AgreementsSigningCall
  'agreements.signing_code': AgreementsSigningCode
  'agreements.signing_document': AgreementsSigningDocument
  'agreements.signing_text': AgreementsSigningText
  'agreements.standing': AgreementsStanding
  'agreements.takeover': AgreementsTakeover
  'agreements.takeover_import': AgreementsTakeoverImport
  'agreements.template': AgreementsTemplate
  'agreements.waiting_act': AgreementsWaitingAct
  'equipment.act_key': EquipmentActKey
  'equipment.appointment_document': EquipmentAppointmentDocument
  'equipment.charge': EquipmentCharge
  'equipment.checklist_item': EquipmentChecklistItem
  'equipment.condition_line': EquipmentConditionLine
  'equipment.condition_photo': EquipmentConditionPhoto
  'equipment.condition_report': EquipmentConditionReport
  'equipment.consumable': EquipmentConsumable
  'equipment.consumable_move': EquipmentConsumableMove
  'equipment.custody': EquipmentCustody
  'equipment.desk': EquipmentDesk
  'equipment.desk_conflict': EquipmentDeskConflict
  'equipment.displacement': EquipmentDisplacement
  'equipment.due_date': EquipmentDueDate
  'equipment.early_return_request': EquipmentEarlyReturnRequest
  'equipment.extension_request': EquipmentExtensionRequest
  'equipment.feed': EquipmentFeed
  'equipment.holiday_change': EquipmentHolidayChange
  'equipment.import_finding': EquipmentImportFinding
  'equipment.import_run': EquipmentImportRun
  'equipment.incident': EquipmentIncident
  'equipment.incident_event': EquipmentIncidentEvent
  'equipment.incident_photo': EquipmentIncidentPhoto
  'equipment.insurance_proof': EquipmentInsuranceProof
  'equipment.inventory': EquipmentInventory
  'equipment.inventory_role': EquipmentInventoryRole
  'equipment.lifecycle_event': EquipmentLifecycleEvent
  'equipment.line_transition': EquipmentLineTransition
  'equipment.loan_event': EquipmentLoanEvent
  'equipment.loan_line': EquipmentLoanLine
  'equipment.loan_outcome': EquipmentLoanOutcome
  'equipment.loan_request': EquipmentLoanRequest
  'equipment.maintenance_job': EquipmentMaintenanceJob
  'equipment.maintenance_plan': EquipmentMaintenancePlan
  'equipment.model': EquipmentModel
  'equipment.model_notice': EquipmentModelNotice
  'equipment.model_photo': EquipmentModelPhoto
  'equipment.model_substitute': EquipmentModelSubstitute
  'equipment.occupancy': EquipmentOccupancy
  'equipment.offered': EquipmentOffered
  'equipment.opening_override': EquipmentOpeningOverride
  'equipment.opening_rule': EquipmentOpeningRule
  'equipment.policy_version': EquipmentPolicyVersion
  'equipment.reexamination': EquipmentReexamination
  'equipment.reminder': EquipmentReminder
  'equipment.repair_cost': EquipmentRepairCost
  'equipment.report_signature': EquipmentReportSignature
  'equipment.risk_told': EquipmentRiskTold
  'equipment.slot_booking': EquipmentSlotBooking
  'equipment.software_update': EquipmentSoftwareUpdate
  'equipment.stock_taking': EquipmentStockTaking
  'equipment.stock_taking_line': EquipmentStockTakingLine
  'equipment.stock_taking_unknown': EquipmentStockTakingUnknown
  'equipment.unit': EquipmentUnit
  'equipment.unit_label': EquipmentUnitLabel
  'equipment.unit_transfer': EquipmentUnitTransfer
  'equipment.waitlist_entry': EquipmentWaitlistEntry
  'equipment.waitlist_offer': EquipmentWaitlistOffer
  'facilitators.card': FacilitatorsCard
  'facilitators.listed_organisation': FacilitatorsListedOrganisation
  'facilitators.organisation_directory': FacilitatorsOrganisationDirectory
  'facilitators.organisation_offer': FacilitatorsOrganisationOffer
  'facilitators.profile': FacilitatorsProfile
  'facilitators.public_card': FacilitatorsPublicCard
  'facilitators.standing': FacilitatorsStanding
  'facilitators.workplace': FacilitatorsWorkplace
  'federation.copy': FederationCopy
  'federation.network_key': FederationNetworkKey
  'federation.note': FederationNote
  'federation.offered_place': FederationOfferedPlace
  'federation.origin': FederationOrigin
  'federation.peer': FederationPeer
  'federation.quarantined': FederationQuarantined
  'federation.same_offer': FederationSameOffer
  'federation.told_same': FederationToldSame
  'federation.transfer': FederationTransfer
  'identity.api_key': IdentityApiKey
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
  'initiatives.frozen_initiative': InitiativesFrozenInitiative
  'initiatives.initiative': InitiativesInitiative
  'initiatives.revision': InitiativesRevision
  'labels.admission': LabelsAdmission
  'labels.appeal': LabelsAppeal
  'labels.appeal_event': LabelsAppealEvent
  'labels.appeal_step': LabelsAppealStep
  'labels.application': LabelsApplication
  'labels.application_answer': LabelsApplicationAnswer
  'labels.application_counter': LabelsApplicationCounter
  'labels.application_event': LabelsApplicationEvent
  'labels.application_initiative': LabelsApplicationInitiative
  'labels.application_proof': LabelsApplicationProof
  'labels.application_section': LabelsApplicationSection
  'labels.application_step': LabelsApplicationStep
  'labels.award': LabelsAward
  'labels.award_act': LabelsAwardAct
  'labels.award_address': LabelsAwardAddress
  'labels.award_counter': LabelsAwardCounter
  'labels.award_course': LabelsAwardCourse
  'labels.award_move': LabelsAwardMove
  'labels.award_span': LabelsAwardSpan
  'labels.badge': LabelsBadge
  'labels.badge_key': LabelsBadgeKey
  'labels.badge_list': LabelsBadgeList
  'labels.badge_revocation': LabelsBadgeRevocation
  'labels.charter_signature': LabelsCharterSignature
  'labels.comparison_consent': LabelsComparisonConsent
  'labels.completion_item': LabelsCompletionItem
  'labels.completion_reminder': LabelsCompletionReminder
  'labels.completion_request': LabelsCompletionRequest
  'labels.cover': LabelsCover
  'labels.current_routing': LabelsCurrentRouting
  'labels.decision': LabelsDecision
  'labels.decision_letter': LabelsDecisionLetter
  'labels.deliberated': LabelsDeliberated
  'labels.deliberated_seat': LabelsDeliberatedSeat
  'labels.deliberation': LabelsDeliberation
  'labels.deliberation_presence': LabelsDeliberationPresence
  'labels.edition': LabelsEdition
  'labels.edition_extension': LabelsEditionExtension
  'labels.hearing': LabelsHearing
  'labels.hearing_answer': LabelsHearingAnswer
  'labels.information_owed': LabelsInformationOwed
  'labels.instructor': LabelsInstructor
  'labels.instructor_group': LabelsInstructorGroup
  'labels.interest_declaration': LabelsInterestDeclaration
  'labels.juror': LabelsJuror
  'labels.jury': LabelsJury
  'labels.label_change': LabelsLabelChange
  'labels.label_course': LabelsLabelCourse
  'labels.list_decision': LabelsListDecision
  'labels.list_upload': LabelsListUpload
  'labels.listed_place': LabelsListedPlace
  'labels.mark': LabelsMark
  'labels.notification_fact': LabelsNotificationFact
  'labels.opinion': LabelsOpinion
  'labels.place_list': LabelsPlaceList
  'labels.presence': LabelsPresence
  'labels.proof': LabelsProof
  'labels.proposal': LabelsProposal
  'labels.reading': LabelsReading
  'labels.recusal': LabelsRecusal
  'labels.review_mark': LabelsReviewMark
  'labels.review_section': LabelsReviewSection
  'labels.routing': LabelsRouting
  'labels.scheme': LabelsScheme
  'labels.scheme_draft': LabelsSchemeDraft
  'labels.scheme_version': LabelsSchemeVersion
  'labels.shown_label': LabelsShownLabel
  'labels.standard_name': LabelsStandardName
  'labels.visit': LabelsVisit
  'labels.visit_photo': LabelsVisitPhoto
  'places.accepted_correction': PlacesAcceptedCorrection
  'places.awaited_change': PlacesAwaitedChange
  'places.base_map': PlacesBaseMap
  'places.borne_label': PlacesBorneLabel
  'places.commune_centre': PlacesCommuneCentre
  'places.commune_centre_version': PlacesCommuneCentreVersion
  'places.comparison_due': PlacesComparisonDue
  'places.confirmation': PlacesConfirmation
  'places.current_place': PlacesCurrentPlace
  'places.declared_label': PlacesDeclaredLabel
  'places.directory_version': PlacesDirectoryVersion
  'places.distinction': PlacesDistinction
  'places.duplicate_pair': PlacesDuplicatePair
  'places.editing_rule': PlacesEditingRule
  'places.embed_key': PlacesEmbedKey
  'places.embed_use': PlacesEmbedUse
  'places.error_report': PlacesErrorReport
  'places.exemption': PlacesExemption
  'places.external_ref': PlacesExternalRef
  'places.favourite': PlacesFavourite
  'places.favourite_list': PlacesFavouriteList
  'places.follow_up': PlacesFollowUp
  'places.former_name': PlacesFormerName
  'places.former_slug': PlacesFormerSlug
  'places.freshness_rule': PlacesFreshnessRule
  'places.geocoded_address': PlacesGeocodedAddress
  'places.geocoding_pause': PlacesGeocodingPause
  'places.held_row': PlacesHeldRow
  'places.hiding_notice': PlacesHidingNotice
  'places.holiday_rule': PlacesHolidayRule
  'places.hours': PlacesHours
  'places.hours_of_day': PlacesHoursOfDay
  'places.ignored_row': PlacesIgnoredRow
  'places.import_cancel': PlacesImportCancel
  'places.import_finding': PlacesImportFinding
  'places.import_row': PlacesImportRow
  'places.import_run': PlacesImportRun
  'places.import_trace': PlacesImportTrace
  'places.merge': PlacesMerge
  'places.one_click': PlacesOneClick
  'places.open_file': PlacesOpenFile
  'places.open_file_part': PlacesOpenFilePart
  'places.organisation_place': PlacesOrganisationPlace
  'places.orientation_answer': PlacesOrientationAnswer
  'places.orientation_follow_up': PlacesOrientationFollowUp
  'places.orientation_follow_up_place': PlacesOrientationFollowUpPlace
  'places.orientation_outcome': PlacesOrientationOutcome
  'places.orientation_rule': PlacesOrientationRule
  'places.own_word': PlacesOwnWord
  'places.person_place': PlacesPersonPlace
  'places.place': PlacesPlace
  'places.place_change': PlacesPlaceChange
  'places.point_proposal': PlacesPointProposal
  'places.removed_place': PlacesRemovedPlace
  'places.revision': PlacesRevision
  'places.saved_search': PlacesSavedSearch
  'places.school_holiday': PlacesSchoolHoliday
  'places.section_draft': PlacesSectionDraft
  'places.semester_figures': PlacesSemesterFigures
  'places.sent_request': PlacesSentRequest
  'places.source': PlacesSource
  'places.source_mapping': PlacesSourceMapping
  'places.source_proposal': PlacesSourceProposal
  'places.standing_distinction': PlacesStandingDistinction
  'places.territory': PlacesTerritory
  'places.webhook': PlacesWebhook
  'places.webhook_delivery': PlacesWebhookDelivery
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
