import type { EvidenceProvider } from '../../../agreements/index.ts'
import { grantsUnder } from '../../data/awards/awards.store.ts'

/** The duties a granted label proves. 000 art. 3, 001 art. 4, 003 art. X. */
const PROVED = ['labels_granted', 'charter_and_directory', 'label_criteria']

/** What the labels granted under an agreement prove of its duties. */
export const labelEvidence: EvidenceProvider = async (db, agreement, from, until) => {
  const grants = await grantsUnder(db, agreement.id)
  return grants
    .filter(({ grantedOn }) => from <= grantedOn && grantedOn <= until)
    .flatMap(({ placeId, scheme, grantedOn }) =>
      PROVED.map((duty) => ({
        duty,
        place: placeId,
        on: grantedOn,
        kind: 'labels' as const,
        link: `/conventions/${agreement.id}#labels`,
        by: 'les labels du réseau',
        says: `label ${scheme.name} attribué`,
      })),
    )
}
