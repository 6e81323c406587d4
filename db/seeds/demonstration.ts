import { join } from 'node:path'
import { addDays, addMonths, addYears, type Day, day } from '../../src/kernel/day.ts'
import { type Id, newId } from '../../src/kernel/id.ts'
import { startOfDay } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  type AgreementId,
  addToAnnex,
  completeDraft,
  draftAgreement,
  findAgreement,
  recordDenunciation,
  recordSignature,
} from '../../src/modules/agreements/index.ts'
import {
  addOrganisation,
  answerPlacementRequest,
  askPlacement,
  type CapacityRef,
  capacitiesOf,
  headOf,
  inviteMember,
  mergeOrganisations,
  networkById,
  organisationWithin,
  recordDelegation,
  recordMandate,
} from '../../src/modules/identity/index.ts'
import {
  type ApplicationId,
  grantLabel,
  openGroup,
  placeInstructor,
  type SchemeId,
} from '../../src/modules/labels/index.ts'
import { importFile, type PlaceId, searchPlaces } from '../../src/modules/places/index.ts'
import { type Choices, changeConsents, consentWording, fileRequest } from '../../src/modules/privacy/index.ts'
import { type Context, systemContext } from '../../src/platform/context.ts'
import { root } from '../../src/platform/root.ts'
import type { Services } from '../../src/platform/services.ts'
import type { NetworkId, OrganisationId, PersonId, Role } from '../../src/platform/session/actor.ts'
import { brickTheme, seaTheme } from '../../src/ui/demo-themes.ts'
import type { Theme } from '../../src/ui/theme.ts'
import { at, seedApplications } from './applications.ts'
import { seedDuplicates } from './directory-duplicates.ts'
import { nation, seedFederation } from './directory-federation.ts'
import { seedFreshness } from './directory-freshness.ts'
import { seedHours } from './directory-hours.ts'
import { seedImports } from './directory-imports.ts'
import { seedPlaceLife } from './directory-life.ts'
import { seedOpenData } from './directory-open-data.ts'
import { seedPeopleAndFigures } from './directory-people.ts'
import { seedCommittee, seedDuties } from './duties.ts'
import { seedEquipment } from './equipment.ts'
import { seedInitiatives } from './initiatives.ts'
import { seedPlaceList } from './label-lists.ts'
import { campaign, seedSchemes } from './labels.ts'
import { seedDecidedFiles, seedExaminedFile, seedNewFile, seedProposedFile } from './labels-files.ts'
import { seedJuries } from './labels-jury.ts'
import { seedLetters } from './letters.ts'
import { seedNegotiation } from './negotiation.ts'
import { seedAuthority, seedDecisions, seedPeople } from './offices.ts'
import { seedSigning } from './signing.ts'
import { seedTakeover } from './takeover.ts'
import { seedTemplates } from './templates.ts'

/**
 * Two fictional networks, one per reference agreement, and a head that follows both, in an empty database. Everything passes by the acts a
 * person would do; dates follow the day of the first start, so that the board has something to say.
 */
export async function seedDemonstration(services: Services): Promise<void> {
  const estuaire = await seedEstuaire(services)
  const baie = await seedBaie(services)
  const asked = sure(await askPlacement(baie, estuaire.network.slug))
  sure(await answerPlacementRequest(estuaire, asked, 'accepted'))
  await seedFederation(await seedNation(services), { estuaire, baie }, services.config)
}

async function seedEstuaire(services: Services): Promise<Context> {
  const context = await addNetwork(services, {
    slug: 'estuaire',
    name: 'Estuaire connecté',
    head: 'Région Estuaire',
    tagline: 'Des lieux et des gens pour vous aider avec le numérique, de la côte au Perche.',
    theme: brickTheme,
    isDefault: true,
    templateIds: ['normandie-connectee'],
    protection: ['Irène Castel', 'irene.castel@demonstration.example'],
  })
  const { today } = context
  const head = await addOrganisation(
    context.db,
    context.network.id,
    { name: 'Région Estuaire', kind: 'region', siret: null, commune: 'Caen' },
    context.now,
  )
  await lead(context, head)
  await seedPresidents(context, head)
  const officer = await addPerson(
    services,
    context,
    head,
    'officer',
    'Claire',
    'Maurel',
    'Chargée de mission',
  )
  await addPerson(services, context, head, 'reader', 'Yann', 'Belloir', 'Direction du numérique')
  await importFile(services, context, join(root, 'db/seeds/lieux-estuaire.csv'), 'Recensement de la Région')
  await seedImports(services, context)
  const { epn, thirdPlace, yearly, welcome } = await seedSchemes(context)

  const valDeMer = await draft(
    context,
    'normandie-connectee',
    { name: 'Val de Mer', kind: 'epci', commune: 'Honfleur' },
    ['Sophie Tanguy', 'présidente'],
    [
      ['Maison numérique des Salines', 'liste_lieux_epn'],
      ['Médiathèque du Phare', 'liste_lieux_epn'],
    ],
  )
  const tanguy = await represent(context, valDeMer.partner, ['Sophie Tanguy', 'présidente'])
  await sign(
    context,
    valDeMer.id,
    'cocontractant',
    addDays(addYears(today, -2), -40),
    'Sophie Tanguy',
    'présidente',
  )
  await sign(
    context,
    valDeMer.id,
    'region',
    addDays(addYears(today, -2), -33),
    'Hugo Lestrade',
    'directeur, par délégation du président',
  )
  await grant(context, valDeMer.id, epn, valDeMer.places, addDays(addYears(today, -2), -10))
  const manager = await addPerson(
    services,
    context,
    valDeMer.partner,
    'partner',
    'Malik',
    'Roussel',
    'Responsable de la médiation numérique',
  )
  const facilitator = await addPerson(
    services,
    context,
    valDeMer.partner,
    'facilitator',
    'Anaïs',
    'Kerbrat',
    'Médiatrice numérique',
  )
  const instructor = await seedInstructor(services, context)
  const examined = await seedApplications(context, {
    ...{ manager, facilitator, label: thirdPlace, places: valDeMer.places },
  })

  const initiatives = await seedInitiatives(context, valDeMer.partner)
  await seedPlaceList(context, valDeMer, tanguy)
  await seedDuties(context, valDeMer.id, valDeMer.places)

  const ateliers = await draft(
    context,
    'normandie-connectee',
    { name: 'Les Ateliers du Quai', kind: 'association', commune: 'Le Havre' },
    ['Denis Fauvel', 'président'],
    [['Atelier du Quai', 'liste_lieux_tiers_lieux']],
  )
  await represent(context, ateliers.partner, ['Denis Fauvel', 'président'])
  await sign(
    context,
    ateliers.id,
    'cocontractant',
    addDays(addYears(today, -4), -12),
    'Denis Fauvel',
    'président',
  )
  await sign(
    context,
    ateliers.id,
    'region',
    addDays(addYears(today, -4), -5),
    'Hugo Lestrade',
    'directeur, par délégation du président',
  )
  await grant(context, ateliers.id, thirdPlace, ateliers.places, addYears(today, -4))
  await denounce(context, ateliers.id, 'cocontractant', addDays(today, -20))

  const auge = await draft(
    context,
    'normandie-connectee',
    { name: 'Pays d’Auge solidaire', kind: 'association', commune: 'Lisieux' },
    ['Odile Marchand', 'présidente'],
    [['Comptoir numérique de la Halle', 'liste_lieux_epn']],
  )
  await represent(context, auge.partner, ['Odile Marchand', 'présidente'])
  await sign(context, auge.id, 'cocontractant', addDays(today, -6), 'Odile Marchand', 'présidente')

  await addOthers(services, context, [
    [head, 'data_protection_officer', 'Irène', 'Castel', 'Déléguée à la protection des données'],
    [head, 'auditor', 'Bastien', 'Hoarau', 'Inspection générale'],
    [head, 'desk_agent', 'Lucie', 'Armand', 'Magasin du matériel'],
    [ateliers.partner, 'committee_member', 'Marc', 'Lenoir', 'Membre du comité de pilotage'],
    [
      { name: 'Université du Littoral', kind: 'etablissement_public' },
      'juror',
      'Solène',
      'Pichard',
      'Jury scientifique',
    ],
    [
      { name: 'Cabinet Rive Droite', kind: 'entreprise' },
      'expert',
      'Karim',
      'Benali',
      'Expert en accessibilité',
    ],
    [
      { name: 'Caux Industrie', kind: 'entreprise' },
      'donor',
      'Julie',
      'Fontaine',
      'Responsable informatique',
    ],
    [{ name: 'Recyclo Seine', kind: 'association' }, 'refurbisher', 'Tom', 'Giraud', 'Chef d’atelier'],
    [{ name: 'Numéris Conseil', kind: 'entreprise' }, 'sponsor', 'Hélène', 'Marty', 'Mécénat de compétences'],
  ])

  await draft(
    context,
    'normandie-connectee',
    { name: 'Commune de Valmer', kind: 'commune', commune: 'Valmer' },
    ['Paul Desprez', 'maire'],
    [],
    false,
  )
  const bus = await draft(
    context,
    'normandie-connectee',
    { name: 'Val de Mer', kind: 'epci', commune: 'Honfleur' },
    ['Sophie Tanguy', 'présidente'],
    [['Bus numérique du Perche', 'liste_lieux_epn']],
  )
  await seedTakeover(context, services.files, ateliers.places[0])
  await seedNegotiation(context, bus.id, { officer, manager })
  const toSign = await draft(
    context,
    'normandie-connectee',
    { name: 'Val de Mer', kind: 'epci', commune: 'Honfleur' },
    ['Sophie Tanguy', 'présidente'],
    [['La Recyclerie connectée', 'liste_lieux_tiers_lieux']],
  )
  const assembly = { body: 'Conseil communautaire', reference: '2026-031' }
  for (const { id } of [valDeMer, toSign]) await seedAuthority(services, context, id, assembly)
  await seedPeople(services, context, valDeMer.id)
  await seedSigning(context, toSign.id, {
    region: null,
    cocontractant: await delegateTo(context, valDeMer.partner, tanguy, manager),
  })
  await addMembership(context, manager, valDeMer.partner, 'committee_member', 'Membre du comité de pilotage')
  await seedDirectory(services, context, [
    [valDeMer.partner, 'Maëlle', 'Thomas', { name: 'public', organisation: 'public', email: 'public' }],
    [ateliers.partner, 'Léo', 'Guérin', { name: 'public', job_title: 'public', organisation: 'public' }],
    [auge.partner, 'Sacha', 'Lefort', { name: 'network', organisation: 'network', email: 'network' }],
  ])
  await seedRequest(services, context, ateliers.partner)
  await seedLabelLife(services, context, {
    ...{
      head,
      officer,
      manager,
      instructor,
      examined,
      yearly,
      welcome,
      initiatives,
      partner: valDeMer.partner,
    },
    places: { ateliers: sure(ateliers.places[0]), valDeMer: valDeMer.places },
  })
  await seedDuplicate(context, valDeMer.partner)
  await seedDuplicates(context, sure(ateliers.places[0]))
  await seedOpenData(context, services.config)
  await seedPlaceLife(context, {
    manager,
    valDeMer: { organisation: valDeMer.partner, places: valDeMer.places },
    ateliers: { organisation: ateliers.partner, places: ateliers.places },
  })
  await seedHours(context, { places: ateliers.places, manager })
  await seedFreshness(context, services.config, {
    manager,
    valDeMer: { organisation: valDeMer.partner, places: valDeMer.places },
    ateliers: { organisation: ateliers.partner, places: ateliers.places },
  })
  await seedLetters(context, valDeMer.id)
  await seedPeopleAndFigures(context, { valDeMer: valDeMer.partner, ateliers: ateliers.partner })
  sure(
    await inviteMember(context, {
      email: 'sylvie.morin@demonstration.example',
      givenName: 'Sylvie',
      familyName: 'Morin',
      organisationId: auge.partner,
      role: 'partner',
      jobTitle: 'Directrice',
    }),
  )
  return context
}

interface LabelLife {
  head: OrganisationId
  officer: PersonId
  manager: PersonId
  instructor: PersonId
  partner: OrganisationId
  examined: ApplicationId
  yearly: SchemeId
  welcome: SchemeId
  initiatives: readonly string[]
  places: { ateliers: PlaceId; valDeMer: readonly PlaceId[] }
}

/** Who examines the files of two départements, in a group of five years ago. LAB-11. */
async function seedInstructor(services: Services, context: Context): Promise<PersonId> {
  const { db, network, now, today } = context
  const name = 'Mission numérique du Bessin'
  const mission = { name, kind: 'association', siret: null, commune: 'Bayeux' }
  const organisation = await addOrganisation(db, network.id, mission, now)
  const title = 'Instructrice des labels'
  const instructor = await addPerson(services, context, organisation, 'expert', 'Samira', 'Delmas', title)
  const then = at(context, addYears(today, -5))
  const group = { name: 'Calvados et Seine-Maritime', schemeId: null, departments: ['14', '76'], epcis: [] }
  sure(await placeInstructor(then, sure(await openGroup(then, group)), instructor))
  return instructor
}

/** Labels at every step of their life: instructed, decided, contested, withdrawn, ended, judged. */
async function seedLabelLife(services: Services, context: Context, told: LabelLife): Promise<void> {
  const { db, network, now } = context
  const organisation = (name: string, kind: string, commune: string) =>
    addOrganisation(db, network.id, { name, kind, siret: null, commune }, now)
  const person = (of: OrganisationId, role: Role, given: string, family: string, title: string) =>
    addPerson(services, context, of, role, given, family, title)
  const expert = await personCalled(context, 'benali')
  const { officer, manager, instructor, examined, places, welcome: schemeId } = told
  await seedExaminedFile(context, examined, { officer, instructor, expert, manager })
  const place = async (name: string) => sure((await searchPlaces(context, name, 1))[0]).id
  const deuxRives = await organisation('Régie de quartier des Deux Rives', 'association', 'Rouen')
  const neighbour = await person(deuxRives, 'partner', 'Hakim', 'Ferrand', 'Directeur')
  const risle = await organisation(
    'Communauté de communes de la vallée de la Risle et de ses affluents',
    'epci',
    'Pont-Audemer',
  )
  const clerk = await person(risle, 'partner', 'Marion', 'Sevestre', 'Directrice des services')
  const quay = await personCalled(context, 'guerin')
  await seedNewFile(context, { schemeId, placeId: places.ateliers, applicant: quay }, { instructor, expert })
  await seedNewFile(context, { schemeId, placeId: await place('vallée de la Risle'), applicant: clerk })
  await seedProposedFile(
    context,
    { schemeId, placeId: await place('Cyber-espace'), applicant: neighbour },
    instructor,
    {
      sentOn: addDays(context.today, -40),
      said: {
        kind: 'granted_with_reserve',
        reasons: 'Le lieu reçoit chacun. Son entrée reste difficile en fauteuil.',
        byCriterion: { H2: 'Une marche à l’entrée.' },
        reserve: { text: 'Poser une rampe à l’entrée.', until: addMonths(context.today, 4) },
      },
    },
  )
  await seedDecidedFiles(context, {
    ...{ schemeId, manager, neighbour, officer, instructor },
    granted: sure(places.valDeMer[1]),
    refused: sure(places.valDeMer[0]),
    withdrawn: await place('Tilleuls'),
    ended: await place('Recyclerie'),
  })
  await seedJuries(
    context,
    {
      ...{ schemeId: told.yearly, officer, head: told.head, solene: await personCalled(context, 'pichard') },
      partner: { organisation: told.partner, person: manager, initiatives: [...told.initiatives] },
    },
    (of, title, given, family) =>
      person(of, title === 'Chargée du numérique' ? 'partner' : 'juror', given, family, title),
    (name, kind) => organisation(name, kind, 'Caen'),
  )
  await campaign(context, told.yearly)
}

/** Somebody of the demonstration by their family name, as it is in their address. */
async function personCalled({ db }: Context, family: string): Promise<PersonId> {
  const { id } = await db
    .selectFrom('identity.person')
    .select('id')
    .where('email', 'like', `%.${family}@demonstration.example`)
    .executeTakeFirstOrThrow()
  return id
}

/** Facilitators and what they let the directory show. */
async function seedDirectory(
  services: Services,
  context: Context,
  people: readonly (readonly [OrganisationId, string, string, Choices])[],
): Promise<void> {
  for (const [organisation, given, family, choices] of people) {
    const title = 'Médiation numérique'
    const person = await addPerson(services, context, organisation, 'facilitator', given, family, title)
    await changeConsents(context, person, choices, (field, audience) =>
      consentWording(field, audience, context.network.name),
    )
  }
}

/** Somebody who asked, three weeks ago, what is kept about them: the answer is due in nine days. */
async function seedRequest(
  services: Services,
  context: Context,
  organisation: OrganisationId,
): Promise<void> {
  const [given, family] = ['Aline', 'Costa']
  const personId = await addPerson(services, context, organisation, 'facilitator', given, family, 'Vacataire')
  const filedOn = addMonths(addDays(context.today, 9), -1)
  sure(
    await fileRequest({ ...context, today: filedOn, now: startOfDay(filedOn) }, services.config, {
      kind: 'access',
      name: `${given} ${family}`,
      email: emailOf(given, family),
      message: 'Que gardez-vous sur moi, et depuis quand ?',
      personId,
    }),
  )
}

/** The same partner, once entered under another name and since joined to it. */
async function seedDuplicate(context: Context, kept: OrganisationId): Promise<void> {
  const { db, network, now, reach } = context
  const fields = { name: 'Communauté de communes Val de Mer', kind: 'epci', siret: null, commune: 'Honfleur' }
  const duplicate = await addOrganisation(db, network.id, fields, now)
  const versionOf = async (id: OrganisationId) => sure(await organisationWithin(db, reach, id)).version
  const seen = { duplicate: await versionOf(duplicate), kept: await versionOf(kept) }
  sure(await mergeOrganisations(context, { duplicate, kept, seen, copied: [] }))
}

async function seedBaie(services: Services): Promise<Context> {
  const context = await addNetwork(services, {
    slug: 'baie',
    name: 'La Baie apprenante',
    head: 'Département de la Baie',
    tagline: 'Le réseau des territoires numériques apprenants du Département de la Baie.',
    theme: seaTheme,
    isDefault: false,
    templateIds: ['territoires-apprenants'],
    protection: ['Martin Esnault', 'martin.esnault@demonstration.example'],
  })
  const { today } = context
  const head = await addOrganisation(
    context.db,
    context.network.id,
    { name: 'Département de la Baie', kind: 'departement', siret: null, commune: 'Saint-Lô' },
    context.now,
  )
  await lead(context, head)
  await represent(context, head, ['Nadia Corbin', 'présidente'])
  await addPerson(services, context, head, 'officer', 'Louise', 'Hamelin', 'Référente du réseau')
  await importFile(services, context, join(root, 'db/seeds/lieux-baie.csv'), 'Recensement du Département')
  const clics = await draft(
    context,
    'territoires-apprenants',
    { name: 'Association Clics et Marées', kind: 'association', commune: 'Saint-Lô' },
    ['Gaël Prigent', 'président'],
    [
      ['Point numérique de la Grève', ''],
      ['Relais numérique des Dunes', ''],
      ['Maison numérique des Salines', ''],
    ],
  )
  await represent(context, clics.partner, ['Gaël Prigent', 'président'])
  await sign(context, clics.id, 'departement', addDays(addYears(today, -3), 25), 'Nadia Corbin', 'présidente')
  await sign(
    context,
    clics.id,
    'cocontractant',
    addDays(addYears(today, -3), 32),
    'Gaël Prigent',
    'président',
  )
  await addPerson(services, context, clics.partner, 'partner', 'Noé', 'Vasseur', 'Coordinateur')
  await seedCommittee(services, context, clics.id)
  await addOthers(services, context, [
    [head, 'data_protection_officer', 'Martin', 'Esnault', 'Délégué à la protection des données'],
    [head, 'desk_agent', 'Inès', 'Rivoal', 'Prêt de matériel'],
    [clics.partner, 'facilitator', 'Gwenn', 'Tessier', 'Médiatrice numérique'],
  ])
  await seedDecisions(context, clics.id)
  await seedTemplates(context)
  await seedEquipment(context, services.files, head, { agreementId: clics.id, organisationId: clics.partner })
  return context
}

/** A head that follows the two others: somebody to look at what they show it. */
async function seedNation(services: Services): Promise<Context> {
  const context = await addNetwork(services, nation)
  const fields = { name: nation.head, kind: 'etat', siret: null, commune: 'Paris' }
  const head = await addOrganisation(context.db, context.network.id, fields, context.now)
  await lead(context, head)
  await addPerson(services, context, head, 'officer', 'Rose', 'Delatour', 'Responsable des réseaux')
  return context
}

interface NetworkSeed {
  slug: string
  name: string
  head: string
  tagline: string
  theme: Theme
  isDefault: boolean
  templateIds: string[]
  /** Who watches over people's data: name and e-mail. */
  protection: [name: string, email: string]
}

async function addNetwork({ db, clock }: Services, seed: NetworkSeed): Promise<Context> {
  const id: NetworkId = newId()
  await db
    .insertInto('identity.network')
    .values({
      id,
      slug: seed.slug,
      name: seed.name,
      head_name: seed.head,
      tagline: seed.tagline,
      is_default: seed.isDefault,
      theme: JSON.stringify(seed.theme),
      template_ids: seed.templateIds,
      dpo_name: seed.protection[0],
      dpo_email: seed.protection[1],
      contact_email: `bonjour@${seed.slug}.example`,
      created_at: clock.now(),
    })
    .execute()
  return systemContext({ db, clock }, sure(await networkById(db, id)))
}

async function addPerson(
  { db }: Services,
  context: Context,
  organisation: OrganisationId,
  role: Role,
  given: string,
  family: string,
  jobTitle: string,
): Promise<PersonId> {
  const id: PersonId = newId()
  await db
    .insertInto('identity.person')
    .values({
      id,
      given_name: given,
      family_name: family,
      email: emailOf(given, family),
      email_verified: true,
      created_at: context.now,
    })
    .execute()
  await addMembership(context, id, organisation, role, jobTitle)
  return id
}

function emailOf(given: string, family: string): string {
  const name = `${given}.${family}`.normalize('NFD').replace(/\p{M}/gu, '')
  return `${name}@demonstration.example`.toLowerCase()
}

async function addMembership(
  { db, network }: Context,
  person: PersonId,
  organisation: OrganisationId,
  role: Role,
  jobTitle: string,
): Promise<void> {
  await db
    .insertInto('identity.membership')
    .values({
      id: newId(),
      person_id: person,
      network_id: network.id,
      organisation_id: organisation,
      role,
      job_title: jobTitle,
      from_day: day('2020-01-01'),
    })
    .execute()
}

/** People of the roles that no agreement brings, with their organisation when it is not yet known. */
async function addOthers(
  services: Services,
  context: Context,
  people: readonly (readonly [
    OrganisationId | { name: string; kind: string },
    Role,
    string,
    string,
    string,
  ])[],
): Promise<void> {
  for (const [organisation, role, given, family, jobTitle] of people) {
    const id =
      typeof organisation === 'string'
        ? organisation
        : await addOrganisation(
            context.db,
            context.network.id,
            { ...organisation, siret: null, commune: 'Le Havre' },
            context.now,
          )
    await addPerson(services, context, id, role, given, family, jobTitle)
  }
}

interface Drafted {
  id: AgreementId
  partner: OrganisationId
  places: PlaceId[]
}

async function draft(
  context: Context,
  templateId: string,
  partner: { name: string; kind: string; commune: string },
  [name, title]: [string, string],
  places: readonly (readonly [string, string])[],
  complete = true,
): Promise<Drafted> {
  const representative = { name, title }
  const id = sure(
    await draftAgreement(context, {
      templateId,
      partner: { ...partner, siret: null },
      representative,
      initialYears: 3,
    }),
  )
  if (complete) {
    sure(
      await completeDraft(context, { id, seen: 0 }, { variables: BLANKS, representative, initialYears: 3 }),
    )
  }
  const listed: PlaceId[] = []
  for (const [placeName, subList] of places) {
    const [found] = await searchPlaces(context, placeName, 1)
    const placeId = sure(found).id
    sure(await addToAnnex(context, { id, seen: 0 }, { placeId, subList }))
    listed.push(placeId)
  }
  const { partner: found } = sure(await findAgreement(context.db, context.reach, id))
  return { id, partner: found.id, places: listed }
}

async function lead({ db, network }: Context, head: OrganisationId): Promise<void> {
  await db.updateTable('identity.network').set({ head_id: head }).where('id', '=', network.id).execute()
}

/** Two presidents, one after the other; the second gave the delegation anew only a year later. */
async function seedPresidents(context: Context, head: OrganisationId): Promise<void> {
  const { today } = context
  const change = addDays(addYears(today, -4), -70)
  const first = { from: addYears(today, -9), until: change }
  const before = await represent(context, head, ['Bernard Cauvin', 'président'], first)
  const since = await represent(context, head, ['Mireille Aubert', 'présidente'], { from: change })
  await delegate(context, head, before, first.from)
  await delegate(context, head, since, addYears(today, -3))
}

/** Who represents an organisation, in post long enough for the signatures of the demonstration. */
async function represent(
  context: Context,
  organisation: OrganisationId,
  [holderName, quality]: [string, string],
  { from = addYears(context.today, -5), until = null }: { from?: Day; until?: Day | null } = {},
): Promise<Id<'mandate'>> {
  const power = { holderName, quality, personId: null, isLegalRepresentative: true, from, until }
  const act = { actKind: 'election' as const, actReference: '', actDate: from, document: null }
  return sure(await recordMandate(context, organisation, { ...power, ...act })).id
}

async function delegate(
  context: Context,
  organisation: OrganisationId,
  mandate: Id<'mandate'>,
  from: Day,
): Promise<void> {
  const holder = { holderName: 'Hugo Lestrade', quality: 'directeur du numérique', personId: null }
  const act = { actReference: 'Arrêté de délégation', actDate: from, document: null }
  const days = { from, until: null }
  sure(
    await recordDelegation(context, organisation, mandate, {
      ...holder,
      ...act,
      ...days,
      subjects: ['agreements'],
    }),
  )
}

/** The manager of the demonstration signs in the application, for their president. */
async function delegateTo(
  context: Context,
  organisation: OrganisationId,
  mandateId: Id<'mandate'>,
  personId: PersonId,
): Promise<CapacityRef> {
  const from = addDays(context.today, -60)
  const delegation = {
    holderName: 'Malik Roussel',
    quality: 'responsable de la médiation numérique',
    personId,
    actReference: 'Arrêté de délégation',
    actDate: from,
    document: null,
    from,
    until: null,
    subjects: ['agreements' as const],
  }
  sure(await recordDelegation(context, organisation, mandateId, delegation))
  const held = await capacitiesOf(context.db, context.network.id, organisation, context.today)
  return sure(held.find(({ holderName }) => holderName === delegation.holderName))
}

async function sign(
  context: Context,
  id: AgreementId,
  party: string,
  signedOn: Day,
  signatory: string,
  capacity: string,
) {
  const { terms, partner } = sure(await findAgreement(context.db, context.reach, id))
  const { id: network } = context.network
  const organisation = party === terms.parties[0] ? sure(await headOf(context.db, network)) : partner.id
  const capacities = await capacitiesOf(context.db, network, organisation, signedOn)
  const power = capacities.find(({ holderName }) => holderName === signatory) ?? null
  const signature = { party, signedOn, signatory, capacity, power }
  sure(await recordSignature(context, await target(context, id), signature))
}

async function denounce(context: Context, id: AgreementId, from: string, depositedOn: Day) {
  sure(
    await recordDenunciation(context, await target(context, id), {
      from,
      depositedOn,
      tracking: '1A 234 567 8901 2',
    }),
  )
}

async function grant(
  context: Context,
  agreementId: AgreementId,
  schemeId: SchemeId,
  placeIds: readonly PlaceId[],
  grantedOn: Day,
) {
  sure(await grantLabel(context, { agreementId, schemeId, placeIds, grantedOn }))
}

async function target(context: Context, id: AgreementId) {
  const agreement = sure(await findAgreement(context.db, context.reach, id))
  return { id, seen: agreement.acts.at(-1)?.seq ?? 0 }
}

/** What the reference texts ask for beyond the parties and the places. */
const BLANKS: Record<string, string> = {
  'partenaire.adresse': '1 place de la Mairie',
  'partenaire.organe': 'du conseil communautaire',
  'partenaire.date_decision': '2022-03-01',
  'partenaire.presentation':
    'La structure accompagne les habitants dans leurs usages du numérique depuis plusieurs années.',
  'chef_de_file.adresse': '2 place de l’Estuaire',
  'chef_de_file.representant': 'sa présidente ou son président en exercice',
  'chef_de_file.signataire': 'Hugo Lestrade, directeur',
  'chef_de_file.referent': 'reseau@demonstration.example',
  'chef_de_file.dpo': 'dpo@demonstration.example',
  date_deliberation: '2022-03-14',
  ville_signature: 'Honfleur',
}

/** A seed that is refused is a defect of ours: say which. */
function sure<T>(outcome: T | null | undefined): Exclude<T, { refused: string }> {
  if (outcome === null || outcome === undefined) throw new Error('a demonstration seed found nothing')
  if (isRefusal(outcome)) throw new Error(`a demonstration seed was refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
