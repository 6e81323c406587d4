/** One line of a list of places, as its file says it. */
export interface ListLine {
  /** What a spreadsheet shows, the header being line 1. */
  readonly line: number
  /** The place's address in the directory, or its id. */
  readonly ref: string
  readonly name: string
  readonly commune: string
  readonly postalCode: string
  /** SIRET of whoever runs it. */
  readonly pivot: string
}

type Field = Exclude<keyof ListLine, 'line'>

/** How people title these columns, folded. */
const TITLES: Readonly<Record<Field, readonly string[]>> = {
  ref: ['id', 'identifiant', 'adresse de la fiche', 'fiche', 'lien'],
  name: ['nom', 'lieu', 'nom du lieu', 'structure', 'intitule'],
  commune: ['commune', 'ville', 'nom de la commune'],
  postalCode: ['code postal', 'cp'],
  pivot: ['siret', 'pivot', 'numero siret'],
}

/** Which column of a header holds which field; null when none names a place. */
export function columnsOf(header: readonly string[]): Partial<Record<Field, number>> | null {
  const titles = header.map(folded)
  const found = Object.entries(TITLES).flatMap(([field, names]) => {
    const at = titles.findIndex((title) => names.includes(title))
    return at < 0 ? [] : [[field, at] as const]
  })
  const columns: Partial<Record<Field, number>> = Object.fromEntries(found)
  return columns.name === undefined && columns.ref === undefined ? null : columns
}

export function lineOf(
  columns: Partial<Record<Field, number>>,
  { line, cells }: { line: number; cells: readonly string[] },
): ListLine {
  const cell = (field: Field) => {
    const at = columns[field]
    return at === undefined ? '' : (cells[at] ?? '').trim().slice(0, 300)
  }
  return {
    line,
    ref: cell('ref'),
    name: cell('name'),
    commune: cell('commune'),
    postalCode: cell('postalCode').replace(/\s/g, ''),
    pivot: cell('pivot').replace(/\s/g, ''),
  }
}

/** Without accents, capitals or signs: « Saint-Lô » and « SAINT LO » are the same word. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
}
