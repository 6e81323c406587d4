/** How long a file that ended without a label is kept beyond the delay to contest, when the label does not say. LAB-55. */
export const USUAL_KEPT_MONTHS = 24

/** What a label is, as data: nothing in the code names one. LAB-1, LAB-2. */
export interface SchemeContent {
  /** What holds it: a place, or a local authority. */
  readonly holderKind: 'place' | 'collectivite'
  readonly grading: Grading
  readonly cadence: 'continuous' | 'campaign'
  readonly route: 'application' | 'bulk' | 'jury'
  readonly agreement: AgreementLink | null
  readonly criteria: readonly Criterion[]
  readonly duties: readonly ('semester_information' | 'yearly_initiatives')[]
  readonly validity: Validity
  /** Whether its rules provide for a suspension. LAB-33. */
  readonly maySuspend: boolean
  /** In days; suspended while the applicant completes the file. LAB-10. */
  readonly instructionDays: number
  /** In days, to answer a request to complete the file; absent: thirty. LAB-14. */
  readonly completionDays?: number
  readonly jury: JuryRules | null
  /** Which words of the body say how and before whom a decision is contested. LAB-15. */
  readonly remedies: Remedies | null
  readonly publicNames: Readonly<Record<'active' | 'ended' | 'withdrawn' | 'suspended', string>>
  /** A set shipped until the owner writes its own specifications: never shown as theirs. LAB-3. */
  readonly isStarter: boolean
  /** The value of `formations_labels` of the national standard it stands for; else its name goes beside. LAB-42. */
  readonly standardLabel: string | null
  /** Months a file that ended without a label is kept after the delay to contest; 24 unless said. LAB-55. */
  readonly keptMonths?: number
}

/**
 * May an agreement's list be enough to bear it? A label that a list under charter or a jury gives is given by them alone: it
 * would be borne without their decision. One whose rules are not written yet is as it was before they could be.
 */
export function isBorneByAgreement(content: SchemeContent | null): boolean {
  return content === null || (content.route === 'application' && content.holderKind === 'place')
}

export type Grading =
  | { readonly kind: 'binary' }
  | { readonly kind: 'levels'; readonly unit: string; readonly levels: readonly Level[] }

/** A level, and the weighted median from which it is proposed. LAB-28. */
export interface Level {
  readonly level: number
  readonly from: number
}

export interface AgreementLink {
  readonly templates: readonly string[]
  readonly clause: string
}

export type Validity =
  | { readonly kind: 'agreement' }
  | { readonly kind: 'months'; readonly months: number; readonly renewalMonths: number }
  | { readonly kind: 'next_edition' }

export interface JuryRules {
  readonly readers: number
  readonly scientific: number
  /** Spread from which a criterion is discussed. LAB-27. */
  readonly discussedFrom: number
}

export interface Remedies {
  readonly body: string
  readonly address: string
  readonly months: number
}

export const FIELD_KINDS = [
  'yes_no',
  'choice',
  'number',
  'text',
  'long_text',
  'date',
  'url',
  'file',
  'address',
  'siret',
  'commune',
  'place_field',
  'initiatives',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export const EVIDENCE_KINDS = ['file', 'photo', 'url', 'declaration', 'platform_data', 'visit'] as const

export interface EvidenceAsked {
  readonly kind: (typeof EVIDENCE_KINDS)[number]
  readonly isRequired: boolean
  readonly maxAgeMonths: number | null
}

/** What another module already knows of the holder. LAB-2. */
export const AUTO_SOURCES = [
  'opening_hours',
  'last_update',
  'workshops_12_months',
  'facilitator_listed',
] as const
export type AutoSource = (typeof AUTO_SOURCES)[number]

export interface Criterion {
  readonly code: string
  readonly title: string
  readonly help: string
  readonly group: string
  readonly kind: FieldKind
  /** Of a choice: each, and whether it meets the criterion. */
  readonly choices: readonly { readonly value: string; readonly meets: boolean }[]
  /** Of a number: met from there. */
  readonly atLeast: number | null
  readonly weight: number
  readonly isEliminatory: boolean
  /** The lowest level that asks for it; null: all of them. */
  readonly minLevel: number | null
  /** Asked only when another criterion, before it, was answered so. */
  readonly condition: { readonly code: string; readonly is: string } | null
  readonly evidence: readonly EvidenceAsked[]
  readonly autoSource: AutoSource | null
  /** Words for each step of the jury's scale, 1 to 5. LAB-26. */
  readonly anchors: readonly string[]
}
