import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'
import { forgetSentBy, openDataSections } from './api/personal-data.ts'
import { duplicateSections } from './duplicates/personal-data.ts'
import { forgetLists } from './favourites/favourites.store.ts'
import { freshnessSections } from './freshness/personal-data.ts'
import { importSections } from './imports/personal-data.ts'
import { forgetWork, lifeSections } from './life/personal-data.ts'
import { forgetAnswersOf } from './orientation/answers.store.ts'
import { forgetFollowUps } from './orientation/follow-ups.store.ts'
import { orientationSections } from './orientation/personal-data.ts'
import { forgetMailbox } from './reports/reports.store.ts'
import { forgetSearches, searchSections } from './search/saved-searches.store.ts'

/** The imports a person made, and the places they confirmed. */
export const placesPersonalData: PersonalData = {
  module: 'places',
  title: 'Lieux',
  read: async (db, { id, email }, within) => [
    await sectionFrom(db, {
      key: 'imports',
      title: 'Imports que vous avez faits',
      table: 'places.import_run',
      columns: {
        created_at: ['le', 'Le'],
        source: ['source', 'Source'],
        file_name: ['fichier', 'Fichier'],
        created_by: ['par', 'Fait par'],
      },
      where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'colonnes-de-fichiers',
      title: 'Sources de lieux dont vous avez dit les colonnes',
      table: 'places.source_mapping',
      columns: {
        made_at: ['le', 'Le'],
        source: ['source', 'Source'],
        made_by: ['par', 'Fait par'],
      },
      where: sql<boolean>`t.made_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'confirmations',
      title: 'Fiches de lieux que vous avez confirmées',
      table: 'places.confirmation',
      columns: {
        on_day: ['le', 'Le'],
        recorded_at: ['enregistre_le', 'Enregistré le'],
        recorded_by: ['par', 'Confirmée par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and t.place_id in
        (select p.id from places.place p where ${inside('p.network_id', within)})`,
    }),
    ...(await lifeSections(db, id, within)),
    ...(await freshnessSections(db, { id, email }, within)),
    ...(await duplicateSections(db, id, within)),
    ...(await importSections(db, id, within)),
    ...(await searchSections(db, id, within)),
    ...(await openDataSections(db, id, within)),
    ...(await orientationSections(db, id, within)),
  ],
  preview: async () => ({
    gone: [
      'Les lieux où vous travaillez, ce que vous y faites, vos brouillons de fiches, vos listes de lieux, vos recherches gardées, les orientations que vous suivez, et votre adresse sous les erreurs que vous avez signalées.',
    ],
    kept: [],
  }),
  async erase(tx, { id, email }) {
    // An import, a confirmation and a change name their author by the account, which has no name any more.
    await forgetWork(tx, id)
    await forgetLists(tx, id)
    await forgetSearches(tx, id)
    await forgetMailbox(tx, email)
    await forgetSentBy(tx, id)
    await forgetFollowUps(tx, id)
    await forgetAnswersOf(tx, id)
  },
}
