import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { actsOf, BESPOKE, bespokeTerms, takeOver } from '../../src/modules/agreements/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { FileStore } from '../../src/platform/files/file-store.ts'

/** An agreement of 2015 that follows no template, taken over with what its paper says and what nobody knows. */
export async function seedTakeover(
  context: Context,
  files: FileStore,
  place: PlaceId | undefined,
): Promise<void> {
  const terms = bespokeTerms({
    initialYears: 2,
    renewal: 'tacit',
    renewalYears: 1,
    denunciationMonths: 4,
    requestMonths: null,
    noticeDays: null,
    dispute: null,
    articles: { entry: '6', initialYears: '6', renewal: '6', denunciation: '7' },
  })
  if (isRefusal(terms)) throw new Error(JSON.stringify(terms))
  const content = new TextEncoder().encode(SCAN)
  const taken = await takeOver(context, {
    ...{ reference: 'CR-2015-08', template: BESPOKE, terms, partnerId: null, importId: null },
    partner: { name: 'Les Causeries numériques', kind: 'association', siret: null, commune: 'Pont-Audemer' },
    representative: { name: 'Hervé Delaunay', title: 'président en 2015' },
    places: place ? [{ id: place, subList: '' }] : [],
    acts: actsOf(
      terms,
      {
        places: place ? [{ id: place, subList: '' }] : [],
        signatures: [
          { party: 'chef_de_file', on: day('2015-03-12'), capacity: '' },
          { party: 'cocontractant', on: day('2015-03-20'), capacity: 'Hervé Delaunay, président' },
        ],
        since: [{ kind: 'meeting', on: day('2019-10-08'), party: null, years: null, newLastDay: null }],
      },
      () => newId<'act'>(),
    ),
    document: {
      ...{ name: 'convention-causeries-2015.pdf', mediaType: 'application/pdf', content },
      sha256: await files.put(content),
    },
    ...{ keptByHead: 'Archives de la Région, carton 41', keptByPartner: '' },
    unknown: ['demande', 'mise', 'differend'],
  })
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
}

/** The smallest page that a reader opens: the demonstration has no paper to scan. */
const SCAN = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
`
