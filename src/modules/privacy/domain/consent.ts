/** What a directory may show of a person. */
export const CONSENT_FIELDS = ['name', 'job_title', 'organisation', 'email', 'phone'] as const
export type ConsentField = (typeof CONSENT_FIELDS)[number]

/** To whom: from the nearest to the farthest. Who may see what is public also sees it as a member. */
export const AUDIENCES = ['same_place', 'network', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a person lets be shown, field by field; absent: to nobody. */
export type Choices = Readonly<Partial<Record<ConsentField, Audience>>>

export interface ConsentChange {
  field: ConsentField
  before: Audience | null
  after: Audience | null
}

export function changesOf(before: Choices, after: Choices): ConsentChange[] {
  return CONSENT_FIELDS.map((field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  })).filter(({ before: was, after: is }) => was !== is)
}
