import type { Role } from '../session/actor.ts'

/** Where the subject of a line is shown. */
export interface JournalSubject {
  /** A page of the product, `:id` standing for the subject. */
  path: string
  /** Whom the page opens to: those of the head, wherever the subject is; others, for their own organisation. */
  roles: readonly Role[]
}

/** Lines of one kind: what comes before the dot in `agreement.denounced`. */
export interface JournalFamily {
  /** As a list of choices names it. */
  name: string
  page?: JournalSubject
  /** By what comes after the dot: its French, as the end of « Odile Essai … ». */
  actions: Readonly<Record<string, string>>
}

/** What a module writes in the journal, by family. */
export type JournalFamilies = Readonly<Record<string, JournalFamily>>
