import { addDays, addYears, type Day } from '../../src/kernel/day.ts'
import { capacitiesOf, headOf } from '../../src/modules/identity/index.ts'
import {
  type Answer,
  type ApplicationId,
  answerOneItem,
  answerVisit,
  askCompletion,
  askObservations,
  askOpinion,
  awardOfApplication,
  type DecisionId,
  decideApplication,
  decideOnAward,
  fileAppeal,
  giveObservations,
  giveOpinion,
  lastChangeOf,
  noteLetterFact,
  openDecision,
  opinionsOn,
  planVisit,
  proposeDecision,
  reportVisit,
  type SchemeId,
  saveReview,
  sendCompletion,
  takeUp,
  visitsOf,
} from '../../src/modules/labels/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { PersonId } from '../../src/platform/session/actor.ts'
import { at, member, sentFile } from './applications.ts'
import { sure } from './sure.ts'

const WELCOME: Readonly<Record<string, Answer>> = {
  H1: 21,
  H2: 'Entièrement',
  C1: 'Aucun mot de passe n’est noté. Les papiers restent dans une armoire fermée, deux mois au plus.',
}

const REMEDIES =
  'Vous pouvez demander à la Région Estuaire de revoir sa décision, ou saisir le tribunal administratif de Caen, ' +
  '3 rue Arthur-Leduc, 14000 Caen, dans les deux mois qui suivent le jour où vous l’avez reçue.'

interface Examining {
  officer: PersonId
  instructor: PersonId
  expert: PersonId
  manager: PersonId
}

/** A file as it is examined: completed once, an opinion given, a visit told. LAB-10, LAB-12, LAB-13. */
export async function seedExaminedFile(
  context: Context,
  id: ApplicationId,
  { instructor, expert, manager }: Examining,
): Promise<void> {
  const on = (days: number, person: PersonId, time?: string) =>
    member(at(context, addDays(context.today, -days), time), person)
  sure(await takeUp(await on(18, instructor), id))
  const found = (name: string, seen: number, marks: Parameters<typeof saveReview>[2]['reviews']) => ({
    ...{ name, seen, codes: marks.map(({ code }) => code), reviews: marks },
  })
  const examining = await on(17, instructor, '11:00')
  const complete = (code: string) => ({ code, mark: 'complete' as const, message: '' })
  sure(await saveReview(examining, id, found('Vie du réseau', 0, [complete('V1'), complete('V2')])))
  const poster = 'Joignez une photo de l’affiche, ou dites où elle est posée.'
  const report = 'Le rapport joint s’arrête en juin : donnez les chiffres de l’année entière.'
  sure(
    await saveReview(
      examining,
      id,
      found('Affichage', 0, [{ code: 'A1', mark: 'incomplete', message: poster }]),
    ),
  )
  sure(
    await saveReview(examining, id, found('Suivi', 0, [{ code: 'S1', mark: 'incorrect', message: report }])),
  )
  sure(
    await askCompletion(await on(17, instructor, '11:20'), id, {
      message: 'Votre dossier est presque complet : il reste deux points.',
      dueOn: addDays(context.today, 20),
      lateReason: '',
    }),
  )
  const answering = await on(12, manager)
  for (const [code, answer] of [
    ['A1', 'L’affiche est à l’entrée, à gauche du comptoir, depuis le 2 mars.'],
    ['S1', '1 240 personnes reçues dans l’année, dont 610 pour des démarches en ligne.'],
  ] as const)
    sure(await answerOneItem(answering, id, { code, answer, file: null }))
  sure(await sendCompletion(answering, id))
  sure(
    await askOpinion(await on(11, instructor), id, {
      ...{ personId: expert, codes: ['T5', 'T4'], isShared: true, dueOn: addDays(context.today, -3) },
      question: 'Une personne en fauteuil peut-elle venir, travailler et repartir sans demander d’aide ?',
    }),
  )
  const [asked] = await opinionsOn(context.db, id)
  sure(
    await giveOpinion(await on(5, expert), sure(asked).id, {
      verdict: 'favourable',
      body: 'Oui. La rampe et la porte automatique suffisent ; le plan de travail bas est à signaler sur la porte.',
    }),
  )
  const heldOn = addDays(context.today, -4)
  const plan = {
    plannedOn: heldOn,
    plannedTime: '14:30',
    visitors: 'Samira Delmas',
    codes: ['A1', 'T2', 'T5'],
  }
  sure(await planVisit(await on(10, instructor), id, plan))
  const { id: visit } = sure((await visitsOf(context.db, id))[0])
  sure(await answerVisit(await on(9, manager), id, visit, { kind: 'confirmed' }))
  sure(
    await reportVisit(await on(3, instructor), id, visit, {
      ...{ heldOn, photos: [], isAgreed: true },
      report:
        'Accueil chaleureux, affiche bien visible. Le conseil des usagers se réunit deux fois par an ; son dernier compte rendu est au mur.',
      findings: {
        A1: { seen: 'yes', note: 'À l’entrée.' },
        T2: { seen: 'partly', note: 'Consultés, sans voix au budget.' },
        T5: { seen: 'yes', note: '' },
      },
    }),
  )
  const words = 'Les usagers voteront le budget des ateliers à partir de septembre.'
  sure(await answerVisit(await on(2, manager), id, visit, { kind: 'replied', words }))
}

interface Asking {
  schemeId: SchemeId
  placeId: PlaceId
  applicant: PersonId
}

interface Said {
  kind: 'granted' | 'granted_with_reserve' | 'refused'
  reasons?: string
  byCriterion?: Readonly<Record<string, string>>
  reserve?: { text: string; until: Day }
}

/** A file sent and nobody's yet, or one whose opinion is awaited. */
export async function seedNewFile(
  context: Context,
  { schemeId, placeId, applicant }: Asking,
  question?: { instructor: PersonId; expert: PersonId },
): Promise<void> {
  const { today } = context
  const id = await sentFile(at(context, addDays(today, -6)), applicant, { schemeId, placeId }, WELCOME)
  if (!question) return
  const { instructor, expert } = question
  sure(await takeUp(await member(at(context, addDays(today, -4)), instructor), id))
  sure(
    await askOpinion(await member(at(context, addDays(today, -3)), instructor), id, {
      ...{ personId: expert, codes: ['H2'], isShared: false, dueOn: addDays(today, 9) },
      question: 'L’atelier est à l’étage : l’ascenseur de service suffit-il ?',
    }),
  )
}

/** A file whose instruction is over: it waits for who decides. LAB-14. */
export async function seedProposedFile(
  context: Context,
  asking: Asking,
  by: PersonId,
  { sentOn, said }: { sentOn: Day; said: Said },
): Promise<ApplicationId> {
  const { schemeId, placeId, applicant } = asking
  const id = await sentFile(at(context, sentOn), applicant, { schemeId, placeId }, WELCOME)
  const { kind, reasons = '', byCriterion = {}, reserve } = said
  sure(await takeUp(await member(at(context, addDays(sentOn, 4)), by), id))
  const proposal = { kind, level: null, reasons, byCriterion, reserves: reserve ? [reserve] : [] }
  sure(await proposeDecision(await member(at(context, addDays(sentOn, 25)), by), id, proposal))
  return id
}

/** The same, decided five days later by the president of the Region. LAB-15. */
async function decided(
  context: Context,
  asking: Asking,
  by: { officer: PersonId; instructor: PersonId },
  file: { sentOn: Day; said: Said },
): Promise<{ id: ApplicationId; decision: DecisionId; decidedOn: Day }> {
  const id = await seedProposedFile(context, asking, by.instructor, file)
  const decidedOn = addDays(file.sentOn, 30)
  const { kind, reasons = '', reserve } = file.said
  const decision = sure(
    await decideApplication(await headOfficer(at(context, decidedOn), by.officer), id, {
      ...{ kind, level: null, reasons, decidedOn, effectFrom: decidedOn },
      ...{ reserves: reserve ? [reserve] : [], criteria: [], appealMonths: kind === 'granted' ? null : 2 },
      remedies: kind === 'granted' ? '' : REMEDIES,
      signer: await president(context, decidedOn),
      seen: (await lastChangeOf(context.db, id))?.at ?? '',
    }),
  )
  return { id, decision, decidedOn }
}

export interface DecidedPlaces {
  schemeId: SchemeId
  manager: PersonId
  neighbour: PersonId
  officer: PersonId
  instructor: PersonId
  granted: PlaceId
  refused: PlaceId
  withdrawn: PlaceId
  ended: PlaceId
}

/** One label granted, one refused and contested, one withdrawn after a hearing, one at its term. LAB-15 to 17, LAB-34. */
export async function seedDecidedFiles(context: Context, told: DecidedPlaces): Promise<void> {
  const { today } = context
  const { schemeId, manager, neighbour } = told
  const granted = await decided(context, { schemeId, placeId: told.granted, applicant: manager }, told, {
    sentOn: addDays(today, -120),
    said: { kind: 'granted', reasons: 'Le lieu reçoit chacun, sans rendez-vous.' },
  })
  sure(
    await openDecision(await member(at(context, addDays(granted.decidedOn, 3)), manager), granted.decision),
  )
  await seedRefusal(context, told)
  const withdrawn = await decided(
    context,
    { schemeId, placeId: told.withdrawn, applicant: neighbour },
    told,
    { sentOn: addDays(today, -400), said: { kind: 'granted' } },
  )
  await seedWithdrawal(context, told, withdrawn.id)
  // Three years later, less forty days: it ended by itself.
  await decided(context, { schemeId, placeId: told.ended, applicant: neighbour }, told, {
    sentOn: addDays(addYears(today, -3), -70),
    said: { kind: 'granted' },
  })
}

async function seedRefusal(context: Context, told: DecidedPlaces): Promise<void> {
  const { schemeId, manager, officer } = told
  const reasons =
    '## Confiance\nLe dossier ne dit pas qui voit les papiers confiés.\n## Accueil\n- deux demi-journées sans rendez-vous ;\n- aucune le samedi.'
  const { decision, decidedOn } = await decided(
    context,
    { schemeId, placeId: told.refused, applicant: manager },
    told,
    { sentOn: addDays(context.today, -75), said: { kind: 'refused', reasons } },
  )
  for (const [kind, after] of [
    ['posted', 1],
    ['received', 4],
  ] as const) {
    const on = addDays(decidedOn, after)
    const noted = await headOfficer(at(context, on), officer)
    sure(await noteLetterFact(noted, decision, { kind, on, tracking: '1A 987 654 3210 9' }))
  }
  const on = addDays(context.today, -12)
  sure(
    await fileAppeal(await member(at(context, on), manager), decision, {
      ...{ kind: 'gracious', on },
      grounds: 'Nous ouvrons le samedi depuis le mois dernier, et l’armoire ferme désormais à clé.',
    }),
  )
}

async function seedWithdrawal(context: Context, told: DecidedPlaces, id: ApplicationId): Promise<void> {
  const { officer, neighbour } = told
  const everything = { kind: 'all', network: context.network.id } as const
  const award = sure(await awardOfApplication(context.db, everything, id))
  const [asked, answered, decidedOn] = [-60, -45, -25].map((days) => addDays(context.today, days))
  const hearingId = sure(
    await askObservations(await headOfficer(at(context, sure(asked)), officer), award.id, {
      purpose: 'withdrawn',
      grounds: 'Plusieurs habitants nous disent que le lieu ne reçoit plus que sur rendez-vous.',
      until: addDays(context.today, -40),
    }),
  )
  sure(
    await giveObservations(
      await member(at(context, sure(answered)), neighbour),
      { awardId: award.id, hearingId },
      { words: 'Nous n’avons plus assez de monde pour l’accueil libre.', on: sure(answered) },
    ),
  )
  const day = sure(decidedOn)
  sure(
    await decideOnAward(await headOfficer(at(context, day), officer), award.id, {
      ...{ kind: 'withdrawn', level: null, decidedOn: day, effectFrom: day, reserves: [], criteria: [] },
      ...{ reasons: 'Le lieu ne reçoit plus sans rendez-vous.', remedies: REMEDIES, appealMonths: 2 },
      ...{ seen: 1, untilDay: null, untilCondition: '', replacesFor: null, correction: '', appeal: null },
      signer: await president(context, day),
    }),
  )
}

/** With the reach of the head of the network. */
export async function headOfficer(context: Context, officer: PersonId): Promise<Context> {
  return { ...(await member(context, officer)), reach: { kind: 'all', network: context.network.id } }
}

/** Who signs for the Region that day. */
export async function president({ db, network }: Context, on: Day) {
  const held = await capacitiesOf(db, network.id, sure(await headOf(db, network.id)), on)
  return sure(held.find(({ holderName }) => holderName === 'Mireille Aubert'))
}
