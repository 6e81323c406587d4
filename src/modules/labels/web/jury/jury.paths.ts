import type { Id } from '../../../../kernel/id.ts'

export const juryRoutesOf = {
  campaigns: '/campagnes',
  campaign: '/campagnes/:id',
  jury: '/campagnes/:id/jury',
  jurors: '/campagnes/:id/jury/membres',
  seatEnd: '/campagnes/:id/jury/membres/:juror/fin',
  giving: '/campagnes/:id/repartition',
  closing: '/campagnes/:id/cloture',
  results: '/campagnes/:id/resultats',
  meetings: '/campagnes/:id/seances',
  minutes: '/campagnes/:id/proces-verbal',
  publication: '/campagnes/:id/publication',
  file: '/campagnes/:id/dossiers/:dossier',
  check: '/campagnes/:id/dossiers/:dossier/recevabilite',
  fileDeclaration: '/campagnes/:id/dossiers/:dossier/declaration',
  decision: '/campagnes/:id/dossiers/:dossier/decision',
  readings: '/lectures',
  reading: '/lectures/:lecture',
  declaration: '/lectures/:lecture/declaration',
  grid: '/lectures/:lecture/grille',
  proof: '/lectures/:lecture/pieces/:piece',
  comparison: '/candidatures/:id/comparaison',
} as const

type Edition = Id<'edition'>
type File = Id<'application'>
type Reading = Id<'reading'>

const campaign = (base: string, id: Edition) => `${base}/campagnes/${id}`
const file = (base: string, id: Edition, of: File) => `${campaign(base, id)}/dossiers/${of}`
const reading = (base: string, id: Reading) => `${base}/lectures/${id}`

export const juryPaths = {
  campaigns: (base: string) => `${base}/campagnes`,
  campaign,
  jury: (base: string, id: Edition) => `${campaign(base, id)}/jury`,
  jurors: (base: string, id: Edition) => `${campaign(base, id)}/jury/membres`,
  seatEnd: (base: string, id: Edition, juror: Id<'juror'>) =>
    `${campaign(base, id)}/jury/membres/${juror}/fin`,
  giving: (base: string, id: Edition) => `${campaign(base, id)}/repartition`,
  closing: (base: string, id: Edition) => `${campaign(base, id)}/cloture`,
  results: (base: string, id: Edition) => `${campaign(base, id)}/resultats`,
  meetings: (base: string, id: Edition) => `${campaign(base, id)}/seances`,
  minutes: (base: string, id: Edition) => `${campaign(base, id)}/proces-verbal`,
  publication: (base: string, id: Edition) => `${campaign(base, id)}/publication`,
  file,
  check: (base: string, id: Edition, of: File) => `${file(base, id, of)}/recevabilite`,
  fileDeclaration: (base: string, id: Edition, of: File) => `${file(base, id, of)}/declaration`,
  decision: (base: string, id: Edition, of: File) => `${file(base, id, of)}/decision`,
  readings: (base: string) => `${base}/lectures`,
  reading,
  declaration: (base: string, id: Reading) => `${reading(base, id)}/declaration`,
  grid: (base: string, id: Reading) => `${reading(base, id)}/grille`,
  proof: (base: string, id: Reading, of: Id<'proof'>) => `${reading(base, id)}/pieces/${of}`,
  comparison: (base: string, of: File) => `${base}/candidatures/${of}/comparaison`,
}
