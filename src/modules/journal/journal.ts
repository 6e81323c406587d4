import type { JournalFamilies } from '../../platform/journal/families.ts'

/** What its lines of the journal say. */
export const journalActions: JournalFamilies = {
  journal: {
    name: 'Journal',
    actions: {
      exported: 'a exporté le journal',
      purged: 'a retiré les lignes arrivées à leur terme',
    },
  },
}
