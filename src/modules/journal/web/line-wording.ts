import type { JournalFamilies, JournalFamily } from '../../../platform/journal/families.ts'

/** `agreement.denounced` is one of the family `agreement`; null when none has that name. */
export function familyOf(families: JournalFamilies, action: string): JournalFamily | null {
  const [family = ''] = action.split('.')
  return Object.hasOwn(families, family) ? (families[family] ?? null) : null
}

/**
 * What was done, as the end of « Odile Essai … ». An action written by an older version, or a newer one, is still shown:
 * by its own name.
 */
export function sentenceOf(families: JournalFamilies, action: string): string {
  const [, verb = ''] = action.split('.')
  return familyOf(families, action)?.actions[verb] ?? action
}
