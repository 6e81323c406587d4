/** What a juror may declare of a file, « none » first: it alone opens it. LAB-25. */
export const INTERESTS = [
  'none',
  'family',
  'employment',
  'elected_office',
  'financial',
  'adviser',
  'other',
] as const
export type Interest = (typeof INTERESTS)[number]

export const JUROR_KINDS = ['scientific', 'practitioner', 'partner'] as const
export type JurorKind = (typeof JUROR_KINDS)[number]

/** What the platform knows of a juror and a holder: suggested, never decided. */
export const AFFINITIES = ['same_organisation', 'mandate', 'agreement_signed', 'territory'] as const
export type Affinity = (typeof AFFINITIES)[number]

/** Where a juror stands before one file. A recusal is never taken back. */
export type Standing = 'undeclared' | 'reader' | 'recused'

export function standingOf(declared: readonly Interest[]): Standing {
  if (declared.length === 0) return 'undeclared'
  return declared.some((interest) => interest !== 'none') ? 'recused' : 'reader'
}

/** Half of those who may sit for the file, and one more: a recused juror counts on neither side. LAB-25. */
export function quorumOf(seats: number): number {
  return Math.floor(seats / 2) + 1
}
