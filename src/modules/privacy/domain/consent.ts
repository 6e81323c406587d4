/** What the account holds of a person, and a directory may show. */
export const ACCOUNT_FIELDS = ['name', 'job_title', 'organisation', 'email', 'phone'] as const
export type AccountField = (typeof ACCOUNT_FIELDS)[number]

/** What a facilitator says beside: `messages` is to be written to without showing an address. DIR-78. */
export const FACILITATOR_FIELDS = [
  'photo',
  'presentation',
  'places',
  'skills',
  'languages',
  'availability',
  'messages',
] as const

/** All that a person may let be shown. */
export const CONSENT_FIELDS = [...ACCOUNT_FIELDS, ...FACILITATOR_FIELDS] as const
export type ConsentField = (typeof CONSENT_FIELDS)[number]

/** To whom. Who may see what is public also sees it as a member; colleagues and the head see what members see. */
export const AUDIENCES = ['same_place', 'staff', 'network', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a person lets be shown, field by field; absent: to nobody. */
export type Choices = Readonly<Partial<Record<ConsentField, Audience>>>

export interface ConsentChange {
  field: ConsentField
  before: Audience | null
  after: Audience | null
}

/** The fields of `about` that change; the others stay as they are. */
export function changesOf(
  before: Choices,
  after: Choices,
  about: readonly ConsentField[] = CONSENT_FIELDS,
): ConsentChange[] {
  return about
    .map((field) => ({
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }))
    .filter(({ before: was, after: is }) => was !== is)
}
