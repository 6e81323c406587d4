import { addDays, civil, type Day } from '../../src/kernel/day.ts'
import {
  type ApplicationId,
  checkFile,
  closeGrids,
  constituteJury,
  declareInterest,
  deliberate,
  type EditionId,
  fillGrid,
  giveFiles,
  type JurorId,
  lettersOf,
  nameJuror,
  openDeliberation,
  openEdition,
  publishEdition,
  readingsOf,
  type SchemeId,
} from '../../src/modules/labels/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import { at, member, sentFile } from './applications.ts'
import { declared } from './initiatives.ts'
import { headOfficer, president } from './labels-files.ts'
import { sure } from './sure.ts'

type Mark = 1 | 2 | 3 | 4 | 5
type Marks = readonly [initiatives: Mark, services: Mark, participation: Mark]
type Declared = Parameters<typeof declareInterest>[2]['interest']
type AddPerson = (
  organisation: OrganisationId,
  title: string,
  given: string,
  family: string,
) => Promise<PersonId>
export type AddAuthority = (name: string, kind: 'epci' | 'commune') => Promise<OrganisationId>

interface Applicant {
  organisation: OrganisationId
  person: PersonId
  /** Null: not told, it is compared with nobody. */
  population: number | null
  initiatives: string[]
}

interface Seat {
  person: PersonId
  kind: 'scientific' | 'practitioner' | 'partner'
  isChair: boolean
}

interface Jury {
  schemeId: SchemeId
  officer: PersonId
  seats: readonly Seat[]
}

const CRITERIA = [{ code: 'D1' }, { code: 'D2' }, { code: 'D3' }]
const GROUPS = ['Initiatives', 'Services', 'Participation']

const AUTHORITIES: readonly (readonly [
  name: string,
  kind: 'epci' | 'commune',
  population: number | null,
  what: string,
])[] = [
  ['Communauté de communes du Bocage aux Saules', 'epci', 18_400, 'Des ateliers de réparation de téléphones'],
  [
    'Communauté de communes des Trois Marais et des Vallées de l’Odonnelle',
    'epci',
    12_900,
    'La carte participative des haies',
  ],
  ['Agglomération du Plateau blanc', 'epci', 46_200, 'Le guichet de rentrée en ligne, et au comptoir'],
  ['Communauté de communes de la Côte aux Genêts', 'epci', 22_300, 'Les après-midi tablette des résidences'],
  ['Communauté de communes Forêt et Clairières', 'epci', 15_600, 'La boîte à questions des aînés'],
  ['Commune de Port-Bréhal', 'commune', null, 'Le conseil municipal, filmé et sous-titré'],
]

/** The year before last: what each reader marked, and what the jury decided of it. */
const FORMER: readonly { marks: readonly Marks[]; level: number | null; deviation?: string }[] = [
  {
    marks: [
      [4, 3, 3],
      [4, 3, 3],
      [3, 3, 4],
    ],
    level: 3,
  },
  {
    marks: [
      [5, 4, 5],
      [5, 5, 4],
      [5, 5, 5],
    ],
    level: 5,
  },
  {
    marks: [
      [3, 2, 3],
      [4, 3, 3],
      [3, 3, 2],
    ],
    level: 2,
    deviation: 'Les services annoncés n’étaient pas encore ouverts le jour de la délibération.',
  },
  {
    marks: [
      [4, 4, 3],
      [4, 4, 4],
      [5, 4, 4],
    ],
    level: 4,
  },
  {
    marks: [
      [2, 3, 2],
      [3, 2, 2],
      [2, 2, 3],
    ],
    level: 1,
    deviation: 'Une seule initiative est suivie dans la durée.',
  },
  {
    marks: [
      [3, 4, 3],
      [3, 4, 4],
      [4, 3, 3],
    ],
    level: 3,
  },
  {
    marks: [
      [1, 1, 2],
      [1, 2, 1],
      [1, 1, 1],
    ],
    level: null,
  },
]

/** A published edition, and the next one whose jury reads: who has finished, who has not, who withdrew. LAB-22 to LAB-29. */
export async function seedJuries(
  context: Context,
  jury: Omit<Jury, 'seats'> & {
    partner: Omit<Applicant, 'population'>
    solene: PersonId
    head: OrganisationId
  },
  addPerson: AddPerson,
  addAuthority: AddAuthority,
): Promise<void> {
  const applicants: Applicant[] = [{ ...jury.partner, population: 31_500 }]
  for (const [name, kind, population, title] of AUTHORITIES) {
    const organisation = await addAuthority(name, kind)
    const [given, family] = sure(PEOPLE[applicants.length - 1])
    const person = await addPerson(organisation, 'Chargée du numérique', given, family)
    const summary = 'Chaque mois, avec les associations et les écoles du territoire.'
    const initiative = await declared(context, organisation, { title, summary, stake: 'mediation' })
    applicants.push({ organisation, person, population, initiatives: [initiative] })
  }
  const port = sure(applicants.at(-1))
  const chair = await addPerson(jury.head, 'Conseil scientifique', 'Édith', 'Carrel')
  const elected = await addPerson(port.organisation, 'Adjointe au maire', 'Yolande', 'Quesnel')
  const seats: Seat[] = [
    { person: chair, kind: 'scientific', isChair: true },
    { person: jury.solene, kind: 'scientific', isChair: false },
    { person: elected, kind: 'practitioner', isChair: false },
  ]
  await formerEdition(context, { ...jury, seats }, applicants)
  const substitute = await addPerson(jury.head, 'Conseil scientifique', 'Rachid', 'Omari')
  const others = [0, 1, 3, 6].map((rank) => sure(applicants[rank]))
  await runningEdition(context, { ...jury, seats }, others, substitute)
}

const PEOPLE = [
  ['Lise', 'Aubry'],
  ['Corentin', 'Vasse'],
  ['Fatou', 'Diarra'],
  ['Ombeline', 'Roche'],
  ['Gaspard', 'Lanoy'],
  ['Romane', 'Thibout'],
] as const

async function formerEdition(context: Context, jury: Jury, applicants: readonly Applicant[]): Promise<void> {
  const on = (days: number) => at(context, addDays(context.today, -days))
  const days = { opensOn: 600, closesOn: 480, marksUntil: 400, metOn: 395, ceremonyOn: 370 }
  const { id, files } = await campaignOf(context, jury, applicants, days)
  const readers = await seated(on(470), jury.officer, id, jury.seats)
  sure(await giveFiles(await headOfficer(on(465), jury.officer), id))
  for (const [rank, { person, juror }] of readers.entries())
    for (const reading of await readingsOf(context.db, [juror])) {
      const file = files.indexOf(reading.applicationId)
      const reader = await member(on(430 - rank), person)
      sure(await declareInterest(reader, reading, { interest: 'none', words: '' }))
      sure(
        await fillGrid(reader, reading.id, CRITERIA, {
          marks: grid(sure(FORMER[file]?.marks[rank])),
          isFinal: true,
        }),
      )
    }
  const secretary = await headOfficer(on(395), jury.officer)
  sure(await closeGrids(secretary, id))
  const present = readers.map(({ juror }) => juror)
  const heldOn = secretary.today
  const deliberationId = sure(await openDeliberation(secretary, id, { heldOn, present }))
  for (const [rank, file] of files.entries()) {
    const { level, deviation = '' } = sure(FORMER[rank])
    sure(
      await deliberate(
        secretary,
        { edition: id, file },
        {
          ...{ deliberationId, chairedBy: sure(present[0]), leaving: [], level, deviation },
          reasons: GROUPS.map((group, of) => ({
            group,
            text: REASONS[level === null ? 0 : level < 4 ? 1 : 2]?.[of] ?? '',
          })),
          vote: { for: 3, against: 0, abstentions: 0 },
        },
      ),
    )
  }
  const ceremony = await headOfficer(on(370), jury.officer)
  const signer = await president(context, heldOn)
  const remedies =
    'Vous pouvez saisir la Région Estuaire ou le tribunal administratif de Caen dans les deux mois.'
  sure(await publishEdition(ceremony, id, { signer, decidedOn: heldOn, remedies }, lettersOf('arobase')))
}

const REASONS = [
  [
    'Les actions citées sont annoncées, pas encore menées.',
    'Le site renvoie aux services de l’État.',
    'Aucune instance n’associe les habitants.',
  ],
  [
    'Des actions régulières, menées avec peu de moyens.',
    'Les démarches courantes se font en ligne ou au comptoir.',
    'Les habitants sont consultés une fois par an.',
  ],
  [
    'Des actions suivies, évaluées, racontées.',
    'Chaque démarche a son aide humaine.',
    'Les habitants décident d’une part du programme.',
  ],
]

/** Grids are open for three weeks more: one reader is through, one half-way, one withdrew from a file and was replaced. LAB-25. */
async function runningEdition(
  context: Context,
  jury: Jury,
  applicants: readonly Applicant[],
  substitute: PersonId,
): Promise<void> {
  const on = (days: number) => at(context, addDays(context.today, -days))
  const days = { opensOn: 240, closesOn: 60, marksUntil: -21, metOn: -28, ceremonyOn: -45 }
  const { id, files } = await campaignOf(context, jury, applicants, days)
  const [chair, solene, elected] = await seated(on(50), jury.officer, id, jury.seats)
  sure(await giveFiles(await headOfficer(on(48), jury.officer), id))
  const read = async (
    { person, juror }: { person: PersonId; juror: JurorId },
    daysAgo: number,
    lines: readonly (readonly [rank: number, interest: Declared, marks?: Marks, isFinal?: boolean])[],
  ) => {
    const readings = await readingsOf(context.db, [juror])
    const reader = await member(on(daysAgo), person)
    for (const [rank, interest, marks, isFinal = true] of lines) {
      const reading = sure(readings.find(({ applicationId }) => applicationId === files[rank]))
      sure(await declareInterest(reader, reading, { interest, words: '' }))
      if (marks) sure(await fillGrid(reader, reading.id, CRITERIA, { marks: grid(marks), isFinal }))
    }
  }
  await read(sure(chair), 20, [
    [0, 'none', [4, 4, 3]],
    [1, 'none', [3, 3, 2]],
    [2, 'none', [4, 5, 4]],
    [3, 'none', [2, 2, 3]],
  ])
  await read(sure(elected), 15, [
    [3, 'elected_office'],
    [0, 'none', [2, 4, 4]],
    [1, 'none', [3, 2, 3]],
  ])
  await read(sure(solene), 8, [
    [1, 'none', [3, 3, 3]],
    [0, 'none', [4, 3, 4], false],
  ])
  await seated(on(10), jury.officer, id, [{ person: substitute, kind: 'scientific', isChair: false }])
  sure(await giveFiles(await headOfficer(on(9), jury.officer), id))
}

/** An edition with its files sent and checked, and its jury's days. Days are counted back from today. */
async function campaignOf(
  context: Context,
  { schemeId, officer }: Jury,
  applicants: readonly Applicant[],
  days: { opensOn: number; closesOn: number; marksUntil: number; ceremonyOn: number },
): Promise<{ id: EditionId; files: ApplicationId[] }> {
  const ago = (count: number): Day => addDays(context.today, -count)
  const opening = await headOfficer(at(context, ago(days.opensOn)), officer)
  const year = civil(context.today).year - (days.opensOn > 365 ? 2 : 1)
  const name = `Territoires, Villes et Villages Internet ${year}`
  const period = { opensOn: ago(days.opensOn), closesOn: ago(days.closesOn) }
  const id = sure(await openEdition(opening, { schemeId, name, year, ...period, form: 'latest' }))
  const files: ApplicationId[] = []
  for (const { person, initiatives } of applicants) {
    const answers = { D1: initiatives, D2: SERVICES, D3: PARTICIPATION }
    files.push(
      await sentFile(at(context, ago(days.closesOn + 20)), person, { schemeId, placeId: null }, answers),
    )
  }
  const secretary = await headOfficer(at(context, ago(days.closesOn - 5)), officer)
  const setting = { marksUntil: ago(days.marksUntil), ceremonyOn: ago(days.ceremonyOn), tellsMedians: true }
  sure(await constituteJury(secretary, id, setting))
  for (const [rank, file] of files.entries()) {
    const population = applicants[rank]?.population ?? null
    sure(await checkFile(secretary, { edition: id, file }, { isEligible: true, reason: '', population }))
  }
  return { id, files }
}

const SERVICES =
  'Les démarches de la collectivité se font en ligne, au comptoir ou par téléphone, avec la même réponse.\nLes écoles, la médiathèque et les centres sociaux partagent un seul accès et une seule aide.'
const PARTICIPATION =
  'Un conseil des habitants se réunit chaque trimestre. Ses comptes rendus sont publiés, et discutés en ligne.'

async function seated(context: Context, officer: PersonId, editionId: EditionId, seats: readonly Seat[]) {
  const secretary = await headOfficer(context, officer)
  const readers: { person: PersonId; juror: JurorId }[] = []
  for (const { person, kind, isChair } of seats) {
    const seat = { editionId, personId: person, kind, isChair, from: context.today, territories: [] }
    readers.push({ person, juror: sure(await nameJuror(secretary, seat)) })
  }
  return readers
}

function grid(marks: Marks) {
  return CRITERIA.map(({ code }, rank) => {
    const mark = sure(marks[rank])
    return { code, mark, comment: COMMENTS[mark] }
  })
}

const COMMENTS: Record<Mark, string> = {
  1: 'Rien dans le dossier ne le montre.',
  2: 'Un début, porté par une seule personne.',
  3: '',
  4: 'Suivi, chiffré, et raconté simplement.',
  5: 'D’autres viennent voir comment ils font.',
}
