/** A word of a closed list: `code` in the database and the addresses, `label` on the pages. */
export interface Choice<Code extends string = string> {
  readonly code: Code
  readonly label: string
}

/** What a facilitator knows how to do, as colleagues and organisers look for it. DIR-79. */
export const skills = [
  { code: 'individual-support', label: 'Accompagner une personne, pas à pas' },
  { code: 'group-workshops', label: 'Animer un atelier collectif' },
  { code: 'training-colleagues', label: 'Former des collègues ou des bénévoles' },
  { code: 'seniors', label: 'Aider des personnes âgées' },
  { code: 'young-people', label: 'Travailler avec des jeunes' },
  { code: 'literacy', label: 'Aider des personnes qui lisent ou écrivent mal' },
  { code: 'disability', label: 'Adapter à un handicap' },
  { code: 'jobs', label: 'Aider à chercher un emploi' },
  { code: 'security', label: 'Protéger ses données, éviter les arnaques' },
  { code: 'media', label: 'Apprendre à vérifier une information' },
  { code: 'coding', label: 'Initier à la programmation et à la robotique' },
  { code: 'fabrication', label: 'Fabrication numérique : impression 3D, découpe' },
  { code: 'image-sound', label: 'Photo, vidéo et son' },
  { code: 'games', label: 'Jeu vidéo et réalité virtuelle' },
  { code: 'repair', label: 'Entretenir et réparer du matériel' },
  { code: 'free-software', label: 'Logiciels libres' },
  { code: 'small-firms', label: 'Aider de petites entreprises' },
] as const satisfies readonly Choice[]

/** How far somebody goes to help elsewhere, from the nearest to the farthest. */
export const DISTANCES = ['nowhere', 'commune', 'epci', 'department', 'network'] as const
export type Distance = (typeof DISTANCES)[number]

/** The words of these codes, in the order of the list; a code of another list has none. */
export function labelsOf(list: readonly Choice[], codes: readonly string[]): string[] {
  return list.filter(({ code }) => codes.includes(code)).map(({ label }) => label)
}
