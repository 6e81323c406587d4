export const routes = {
  journal: '/journal',
  export: '/journal/export',
  own: '/compte/journal',
} as const

/** What is asked of the list, as typed: the names of the address. */
export interface Typed {
  personne: string
  structure: string
  famille: string
  du: string
  au: string
  objet: string
}

export const NOTHING_TYPED: Typed = { personne: '', structure: '', famille: '', du: '', au: '', objet: '' }

export const paths = {
  journal: (base: string, typed: Partial<Typed> = {}, after: number | null = null) =>
    `${base}${routes.journal}${query({ ...typed, avant: after })}`,
  export: (base: string) => `${base}${routes.export}`,
  own: (base: string, after: number | null = null) => `${base}${routes.own}${query({ avant: after })}`,
}

function query(parameters: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value)
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
