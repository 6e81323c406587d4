import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import {
  inside,
  type Section,
  type Subject,
  sectionFrom,
  type Within,
} from '../../../../platform/privacy/personal-data.ts'

/** The lists of places a person opened, filled and signed. */
export async function bulkSections(
  db: Database,
  { id }: Pick<Subject, 'id'>,
  within: Within,
): Promise<Section[]> {
  const ofNetwork = sql<boolean>`t.list_id in
    (select l.id from labels.place_list l where ${inside('l.network_id', within)})`
  return [
    await sectionFrom(db, {
      key: 'listes-de-lieux',
      title: 'Listes de lieux que vous avez ouvertes',
      table: 'labels.place_list',
      columns: {
        created_at: ['ouverte_le', 'Ouverte le'],
        committee: ['comite', 'Comité'],
        minutes: ['compte_rendu', 'Compte rendu'],
        created_by: ['par', 'Ouverte par'],
      },
      where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'lieux-proposes',
      title: 'Lieux que vous avez proposés par liste',
      table: 'labels.listed_place',
      columns: {
        added_at: ['ajoute_le', 'Ajouté le'],
        place_id: ['lieu', 'Lieu'],
        reason: ['motif', 'Motif de la réserve ou de l’exclusion'],
        added_by: ['par', 'Ajouté par'],
      },
      where: sql<boolean>`t.added_by = ${id} and ${ofNetwork}`,
    }),
    await sectionFrom(db, {
      key: 'tableaux-de-lieux',
      title: 'Tableaux de lieux que vous avez envoyés',
      table: 'labels.list_upload',
      columns: {
        uploaded_at: ['envoye_le', 'Envoyé le'],
        file_name: ['fichier', 'Fichier'],
        lines: ['lignes', 'Lignes'],
        uploaded_by: ['par', 'Envoyé par'],
      },
      where: sql<boolean>`t.uploaded_by = ${id} and ${ofNetwork}`,
    }),
    await sectionFrom(db, {
      key: 'chartes-signees',
      title: 'Chartes de labels dont vous avez enregistré la signature',
      table: 'labels.charter_signature',
      columns: {
        recorded_at: ['enregistree_le', 'Enregistrée le'],
        signer_name: ['signataire', 'Signataire'],
        signer_title: ['qualite', 'Qualité'],
        recorded_by: ['par', 'Enregistrée par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${ofNetwork}`,
    }),
  ]
}
