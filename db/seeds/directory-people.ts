import { sql } from 'kysely'
import { newId } from '../../src/kernel/id.ts'
import {
  type KeptProfile,
  keepOffer,
  keepProfile,
  openDirectory,
} from '../../src/modules/facilitators/index.ts'
import {
  keepSemester,
  type PlaceId,
  searchPlaces,
  semesterBefore,
  semesterOf,
} from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import { sure } from './sure.ts'

const NOTHING: KeptProfile = {
  ...{ seen: 0, photo: 'keep', presentation: '', skills: [], themes: [], languages: [], goesTo: null },
  ...{ availability: '', shown: {} },
}

/** Three facilitators who show themselves, each as they chose; what two organisations offer; and past semesters. */
export async function seedPeopleAndFigures(
  context: Context,
  organisations: { valDeMer: OrganisationId; ateliers: OrganisationId },
): Promise<void> {
  await seedCards(context)
  await seedOffers(context, organisations)
  await seedPastSemesters(context)
}

async function seedCards(context: Context): Promise<void> {
  await card(context, 'thomas', 'Maison numérique des Salines', {
    presentation:
      'Je reçois sur rendez-vous et je me déplace chez les personnes qui ne peuvent pas venir. On avance à votre rythme.',
    themes: ['administrative-procedures', 'everyday-tools', 'safe-use'],
    skills: ['individual-support', 'seniors', 'literacy', 'security'],
    languages: ['anglais', 'langue des signes'],
    ...{ goesTo: 'epci', availability: 'Le jeudi, hors vacances scolaires' },
    shown: {
      ...{
        name: 'public',
        organisation: 'public',
        email: 'network',
        places: 'public',
        presentation: 'public',
      },
      ...{ skills: 'public', languages: 'public', availability: 'network', messages: 'public' },
    },
  })
  await card(context, 'guerin', 'Atelier du Quai', {
    presentation:
      'Découpe, impression 3D, petite électronique : venez avec une idée, repartez avec un objet.',
    themes: ['leisure-and-creation', 'internet-and-equipment-access'],
    skills: ['fabrication', 'coding', 'young-people', 'repair'],
    ...{ goesTo: 'department', availability: 'Deux samedis par mois' },
    shown: {
      ...{ name: 'public', job_title: 'public', organisation: 'public', places: 'public' },
      ...{ presentation: 'public', skills: 'public', availability: 'public', messages: 'public' },
    },
  })
  await card(context, 'kerbrat', 'Médiathèque du Phare', {
    presentation: 'Bibliothécaire de formation, j’anime les ateliers du jeudi.',
    themes: ['everyday-tools', 'understanding-digital'],
    skills: ['group-workshops', 'media', 'training-colleagues'],
    shown: {
      name: 'network',
      job_title: 'network',
      places: 'network',
      skills: 'network',
      messages: 'network',
    },
  })
}

async function card(
  context: Context,
  family: string,
  place: string,
  said: Partial<KeptProfile>,
): Promise<void> {
  const { db, network, today, now } = context
  const { id: person } = await db
    .selectFrom('identity.person')
    .select('id')
    .where('email', 'like', `%.${family}@demonstration.example`)
    .executeTakeFirstOrThrow()
  const [found] = await searchPlaces(context, place, 1)
  const work = {
    ...{ id: newId<'person-place'>(), network_id: network.id, place_id: sure(found).id satisfies PlaceId },
    ...{ person_id: person satisfies PersonId, from_day: today, recorded_at: now },
  }
  await db
    .insertInto('places.person_place')
    .values(work)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const refused = await keepProfile(context, person, { ...NOTHING, ...said })
  if (refused) sure(refused)
}

async function seedOffers(
  context: Context,
  { valDeMer, ateliers }: { valDeMer: OrganisationId; ateliers: OrganisationId },
): Promise<void> {
  await openDirectory(context, true)
  const isListed = true
  await keepOffer(
    context,
    { organisation: ateliers, seen: 0 },
    {
      isListed,
      presentation: 'Un premier rendez-vous gratuit pour les artisans et les commerçants du port.',
      competences: ['prototyping', 'website', 'online-sales', 'responsible-digital'],
      serves: ['small-firms', 'associations'],
    },
  )
  await keepOffer(
    context,
    { organisation: valDeMer, seen: 0 },
    {
      isListed,
      presentation: 'Les équipes des communes membres sont formées sur place, par demi-journées.',
      competences: ['staff-training', 'personal-data', 'resident-support', 'open-data'],
      serves: ['local-authorities', 'places'],
    },
  )
}

/** The last semester as today’s directory counts it, and two before it, when the network was smaller. */
async function seedPastSemesters({ db, network, today, now }: Context): Promise<void> {
  const last = semesterBefore(semesterOf(today))
  await keepSemester({ db, network, now }, last)
  const before = semesterBefore(last)
  for (const [semester, fewer] of [
    [before, 2],
    [semesterBefore(before), 4],
  ] as const)
    await sql`
      insert into places.semester_figures (network_id, semester, territory, figures, counted_at)
      select network_id, ${semester.name}, territory, figures || jsonb_build_object(
        'places', greatest((figures ->> 'places')::int - ${fewer}::int, 0),
        'labelled', greatest((figures ->> 'labelled')::int - ${fewer}::int, 0),
        'hoursKnown', greatest((figures ->> 'hoursKnown')::int - ${fewer}::int, 0)), counted_at
      from places.semester_figures
      where network_id = ${network.id} and semester = ${last.name} and territory !~ '^commune'`.execute(db)
}
