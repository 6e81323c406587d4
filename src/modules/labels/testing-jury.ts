import { type Day, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { OrganisationId, PersonId, Role } from '../../platform/session/actor.ts'
import { addOrganisation } from '../identity/index.ts'
import {
  type ApplicationId,
  addApplication,
  moveApplication,
} from './data/applications/applications.store.ts'
import { addScheme, type Scheme } from './data/awards/awards.store.ts'
import type { Juror } from './data/jury/jurors.store.ts'
import type { ReadingId } from './data/jury/readings.store.ts'
import { addEdition, type EditionId } from './data/schemes/editions.store.ts'
import { addVersion } from './data/schemes/schemes.store.ts'
import type { JurorId } from './domain/jury/juror.ts'
import { aCriterion, aScheme } from './domain/schemes/testing.ts'
import { checkFile } from './use-cases/jury/check-file.ts'
import { constituteJury } from './use-cases/jury/constitute-jury.ts'
import { declareInterest } from './use-cases/jury/declare-interest.ts'
import { fillGrid } from './use-cases/jury/fill-grid.ts'
import { nameJuror } from './use-cases/jury/name-juror.ts'

const ANCHORS = ['Rien', 'Un début', 'Correct', 'Solide', 'Exemplaire']

/** A label of one to five levels, judged by a jury in two groups of criteria. */
export const JURY_SCHEME = aScheme({
  holderKind: 'collectivite',
  grading: {
    kind: 'levels',
    unit: 'arobase',
    levels: [1.5, 2.5, 3.5, 4, 4.5].map((from, rank) => ({ level: rank + 1, from })),
  },
  cadence: 'campaign',
  route: 'jury',
  agreement: null,
  criteria: [
    aCriterion('A1', { kind: 'long_text', title: 'L’accueil', group: 'Accueil', anchors: ANCHORS }),
    aCriterion('S1', { kind: 'long_text', title: 'Les services', group: 'Services', anchors: ANCHORS }),
  ],
  duties: ['yearly_initiatives'],
  validity: { kind: 'next_edition' },
  jury: { readers: 3, scientific: 2, discussedFrom: 2 },
})

export interface ACampaign {
  editionId: EditionId
  scheme: Scheme
  files: readonly ApplicationId[]
  holders: readonly OrganisationId[]
}

/** A campaign whose files were sent and whose jury is constituted; it closed the day before. */
export async function aCampaign(
  context: Context,
  {
    files = 1,
    name = 'Villes',
    closesOn = null as Day | null,
    marksUntil = day('2026-07-31'),
    inDepartment = '14',
  } = {},
): Promise<ACampaign> {
  const { db, network, now, today } = context
  const recorded = { at: now, by: null }
  const code = `jury-${newId().slice(-6)}`
  const scheme = { id: await addScheme(db, network.id, { code, name }), code, name }
  const version = { scheme, version: 1, revision: 1, content: JURY_SCHEME, transition: 'all' as const }
  const versionId = await addVersion(db, { ...version, inForceFrom: day('2026-01-01') }, recorded)
  const days = { opensOn: day('2026-02-01'), closesOn: closesOn ?? day('2026-05-31') }
  const editionId = await addEdition(
    db,
    { schemeId: scheme.id, versionId, name: `${name} 2026`, year: 2026, ...days },
    recorded,
  )
  const made: { file: ApplicationId; holder: OrganisationId }[] = []
  for (let rank = 1; rank <= files; rank += 1) {
    const fields = {
      name: `Commune ${rank} de ${name}`,
      kind: 'commune',
      siret: null,
      commune: 'Honfleur',
    }
    const holder = await addOrganisation(db, network.id, fields, now)
    await db
      .updateTable('identity.organisation')
      .set({ insee_code: `${inDepartment}333`, postal_code: `${inDepartment}600` })
      .where('id', '=', holder)
      .execute()
    made.push({ holder, file: await aSentFile(context, { scheme, versionId, editionId, holder }) })
  }
  const jury = { marksUntil, ceremonyOn: null, tellsMedians: true }
  got(await constituteJury({ ...context, today }, editionId, jury))
  return {
    editionId,
    scheme,
    files: made.map(({ file }) => file),
    holders: made.map(({ holder }) => holder),
  }
}

async function aSentFile(
  { db, network, now }: Context,
  made: {
    scheme: Scheme
    versionId: Parameters<typeof addApplication>[1]['versionId']
    editionId: EditionId
    holder: OrganisationId
  },
): Promise<ApplicationId> {
  const recorded = { at: now, by: null }
  const id = await addApplication(
    db,
    {
      networkId: network.id,
      schemeId: made.scheme.id,
      versionId: made.versionId,
      purpose: 'application',
      editionId: made.editionId,
      holder: { kind: 'organisation', id: made.holder },
      applicantId: made.holder,
      agreementId: null,
    },
    recorded,
  )
  await moveApplication(db, { id, state: 'draft', seq: 1 }, 'submitted', recorded)
  return id
}

/** Somebody of that organisation; by default one of the network's own. */
export async function aPerson(
  { db, network, now, today }: Context,
  familyName: string,
  { organisation = null as OrganisationId | null, role = 'juror' as Role } = {},
): Promise<PersonId> {
  const personId: PersonId = newId()
  const fields = { name: `Structure de ${familyName}`, kind: 'association', siret: null, commune: 'Caen' }
  const organisationId = organisation ?? (await addOrganisation(db, network.id, fields, now))
  await db
    .insertInto('identity.person')
    .values({
      id: personId,
      given_name: 'Dominique',
      family_name: familyName,
      email: `${personId}@example.fr`,
      created_at: now,
    })
    .execute()
  await db
    .insertInto('identity.membership')
    .values({
      id: newId(),
      person_id: personId,
      network_id: network.id,
      organisation_id: organisationId,
      role,
      from_day: today,
    })
    .execute()
  return personId
}

/** A juror; the first three are of the science. */
export async function aJuror(
  context: Context,
  editionId: EditionId,
  change: Partial<Omit<Juror, 'id' | 'editionId'>> = {},
): Promise<JurorId> {
  const personId = change.personId ?? (await aPerson(context, `Jury${newId().slice(-4)}`))
  return got(
    await nameJuror(context, {
      ...{ kind: 'scientific', isChair: false, from: day('2026-01-01'), territories: [] },
      ...change,
      ...{ editionId, personId },
    }),
  )
}

export async function admitted(
  context: Context,
  { editionId, files }: ACampaign,
  population = 4000,
): Promise<void> {
  for (const file of files)
    got(await checkFile(context, { edition: editionId, file }, { isEligible: true, reason: '', population }))
}

/** A grid filled and finished, its two criteria with the same mark. */
export async function finished(
  context: Context,
  reading: { id: ReadingId; applicationId: ApplicationId; jurorId: JurorId },
  marks: readonly [accueil: number | null, services: number | null],
): Promise<void> {
  got(await declareInterest(context, reading, { interest: 'none', words: '' }))
  const [accueil, services] = marks
  const filled = [
    { code: 'A1', mark: accueil, comment: 'Vu' },
    { code: 'S1', mark: services, comment: 'Vu' },
  ]
  got(await fillGrid(context, reading.id, JURY_SCHEME.criteria, { marks: filled, isFinal: true }))
}

export function got<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
