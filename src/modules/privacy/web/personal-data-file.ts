import type { Instant } from '../../../kernel/instant.ts'
import type { DataOfModule } from '../use-cases/read-personal-data.ts'

/** The file a person takes away: keys never change, a new one raises the version. See docs/guide/vie-privee.md. */
export function personalDataFile(parts: readonly DataOfModule[], madeAt: Instant) {
  return {
    format: 'maillage/donnees-personnelles',
    version: 1,
    etabli_le: madeAt,
    parties: parts.map(({ module, title, sections }) => ({
      module,
      titre: title,
      sections: sections.map(({ key, title: name, rows }) => ({ cle: key, titre: name, lignes: rows })),
    })),
  }
}
