import { addDays, addYears, civil, type Day, fromCivil } from '../../src/kernel/day.ts'
import {
  changeSchemePiece,
  createScheme,
  digestOfPiece,
  draftScheme,
  type EditionId,
  findSchemeDraft,
  openEdition,
  publishScheme,
  type SchemeContent,
  type SchemeCriterion,
  type SchemeId,
} from '../../src/modules/labels/index.ts'
import type { Context } from '../../src/platform/context.ts'
import { sure } from './sure.ts'

const REMEDIES = {
  body: 'Tribunal administratif de Caen, ou recours gracieux auprès de la Région Estuaire',
  address: '3 rue Arthur-Leduc, 14000 Caen',
  months: 2,
}

/** The labels of the Region: two that places hold, a yearly one for local authorities. LAB-5. */
export async function seedSchemes(context: Context): Promise<{
  epn: SchemeId
  thirdPlace: SchemeId
  yearly: SchemeId
  welcome: SchemeId
}> {
  const first = addYears(context.today, -6)
  const epn = await published(context, first, { name: 'EPN Normandie', starter: 'epn-normandie' })
  const thirdPlace = await published(context, first, {
    ...{ name: 'Tiers-Lieux Normandie', starter: 'tiers-lieux-normandie' },
  })
  await ownCriteria(context, epn)
  const yearly = await published(context, first, {
    ...{ name: 'Territoires, Villes et Villages Internet', starter: 'villes-internet' },
  })
  const welcome = await published(
    context,
    first,
    { name: 'Accueil numérique attentif', starter: null, code: 'accueil-attentif' },
    OWN_LABEL,
  )
  return { epn, thirdPlace, yearly, welcome }
}

/** A label made from a starter set and published on a day, with the Region's remedies; `change` what else it writes. */
export async function published(
  context: Context,
  on: Day,
  { name, starter, code = starter ?? '' }: { name: string; starter: string | null; code?: string },
  change: Partial<SchemeContent> = {},
): Promise<SchemeId> {
  const description = DESCRIPTIONS[code] ?? ''
  const id = sure(await createScheme(context, { name, code, description, starter }))
  await rewrite(context, id, (content) => ({ ...content, remedies: REMEDIES, ...change }))
  await publish({ ...context, today: on }, id, on)
  return id
}

const DESCRIPTIONS: Record<string, string> = {
  'accueil-attentif': 'Un lieu où chacun est reçu, écouté et orienté, avec ou sans rendez-vous.',
  'epn-normandie': 'Un espace public numérique reconnu par la Région.',
  'tiers-lieux-normandie': 'Un tiers-lieu reconnu par la Région.',
  netpublic: 'Un espace public numérique proposé par un partenaire, qui signe la charte pour lui.',
  'villes-internet': 'Une collectivité qui mène une politique numérique locale, de une à cinq arobases.',
}

/** The Region wrote its own specifications two months ago: those labelled before are to catch up when they renew. LAB-4. */
async function ownCriteria(context: Context, epn: SchemeId): Promise<void> {
  const earlier = { ...context, today: addDays(context.today, -80) }
  sure(await draftScheme(earlier, epn))
  await rewrite(earlier, epn, (content) => ({
    ...content,
    isStarter: false,
    criteria: [...OWN_CRITERIA, ...content.criteria.filter(({ code }) => code !== 'E1')],
  }))
  await publish(earlier, epn, addDays(context.today, -60))
}

const blank = {
  ...{ help: '', choices: [], atLeast: null, weight: 1, isEliminatory: false, minLevel: null },
  ...{ condition: null, evidence: [], autoSource: null, anchors: [] },
} satisfies Partial<SchemeCriterion>

const OWN_CRITERIA: readonly SchemeCriterion[] = [
  {
    ...blank,
    code: 'OUV-1',
    group: 'Accueil',
    title: 'Heures d’ouverture au public, par semaine',
    help: 'Comptez les heures où chacun peut entrer sans rendez-vous.',
    kind: 'number',
    atLeast: 12,
    isEliminatory: true,
  },
  {
    ...blank,
    code: 'OUV-2',
    group: 'Accueil',
    title: 'Le lieu est accessible aux personnes qui se déplacent en fauteuil',
    kind: 'choice',
    choices: [
      { value: 'Entièrement', meets: true },
      { value: 'En partie, avec une aide sur place', meets: true },
      { value: 'Pas encore', meets: false },
    ],
    evidence: [{ kind: 'photo', isRequired: true, maxAgeMonths: 24 }],
  },
  {
    ...blank,
    code: 'EQU-1',
    group: 'Équipe',
    title: 'Une médiatrice ou un médiateur numérique accueille le public',
    help: 'Son nom figure dans l’annuaire du réseau.',
    kind: 'yes_no',
    isEliminatory: true,
    autoSource: 'facilitator_listed',
    evidence: [{ kind: 'file', isRequired: false, maxAgeMonths: 36 }],
  },
]

/** A label of the Region's own, carried by no agreement: three years, renewed in the last six months. LAB-57. */
const OWN_LABEL: Partial<SchemeContent> = {
  publicNames: {
    active: 'Lieu attentif',
    ended: 'Lieu attentif jusqu’à cette date',
    withdrawn: 'Label retiré',
    suspended: 'Label suspendu',
  },
  maySuspend: true,
  criteria: [
    {
      ...blank,
      code: 'H1',
      group: 'Accueil',
      title: 'Heures d’accueil sans rendez-vous, par semaine',
      help: 'Comptez les heures où chacun peut entrer et poser sa question.',
      kind: 'number',
      atLeast: 8,
      isEliminatory: true,
    },
    {
      ...blank,
      code: 'H2',
      group: 'Accueil',
      title: 'Le lieu se rejoint et se parcourt en fauteuil',
      kind: 'choice',
      choices: [
        { value: 'Entièrement', meets: true },
        { value: 'En partie, avec une aide sur place', meets: true },
        { value: 'Pas encore', meets: false },
      ],
    },
    {
      ...blank,
      code: 'O1',
      group: 'Orientation',
      title: 'Qui repart sans réponse repart avec un rendez-vous ou une adresse',
      kind: 'yes_no',
      evidence: [{ kind: 'declaration', isRequired: false, maxAgeMonths: 12 }],
    },
    {
      ...blank,
      code: 'C1',
      group: 'Confiance',
      title: 'Ce que le lieu fait des papiers et des mots de passe qu’on lui confie',
      help: 'Quelques phrases suffisent : où ils sont gardés, combien de temps, qui les voit.',
      kind: 'long_text',
    },
  ],
}

/** A year's campaign: this one's is open until the end of the summer. LAB-22. */
export async function campaign(context: Context, schemeId: SchemeId): Promise<EditionId> {
  const { year } = civil(context.today)
  return sure(
    await openEdition(context, {
      ...{ schemeId, name: `Territoires, Villes et Villages Internet ${year}`, year, form: 'latest' },
      ...{ opensOn: addDays(context.today, -45), closesOn: lastDay(context.today, year) },
    }),
  )
}

function lastDay(today: Day, year: number): Day {
  const september = fromCivil(year, 9, 15)
  return september > today ? september : addDays(today, 30)
}

async function rewrite(
  context: Context,
  schemeId: SchemeId,
  change: (content: SchemeContent) => SchemeContent,
) {
  const draft = await findSchemeDraft(context.db, context.network.id, schemeId)
  if (!draft) throw new Error('no draft of that label')
  const seen = digestOfPiece(draft.content, 'names')
  sure(await changeSchemePiece(context, { schemeId, seen }, 'names', change))
}

async function publish(context: Context, schemeId: SchemeId, inForceFrom: Day) {
  const draft = await findSchemeDraft(context.db, context.network.id, schemeId)
  const publication = { schemeId, seq: draft?.seq ?? 0, transition: 'at_renewal' as const, inForceFrom }
  sure(await publishScheme(context, publication))
}
