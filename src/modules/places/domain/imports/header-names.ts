/**
 * One name per column, so that no cell is lost: a second « Téléphone » is « Téléphone (2) », a column without a title that holds
 * something is « Colonne 5 », like those that only the rows have. DIR-30. `rows`: a few of the first.
 */
export function headerNames(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), header.length)
  const isFilled = (at: number) => rows.some((cells) => (cells[at] ?? '').trim() !== '')
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, at) => {
    const written = header[at] ?? ''
    const name = written.trim() === '' && isFilled(at) ? `Colonne ${at + 1}` : written
    if (name.trim() === '') return name
    const free = freeName(name, taken)
    taken.add(free)
    return free
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let rank = 2
  while (taken.has(`${name} (${rank})`)) rank += 1
  return `${name} (${rank})`
}
