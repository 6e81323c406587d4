/** Of the SIRETs that a directory knows under a name in a commune, the one to propose for a rounded one; null: in doubt. */
export function siretBehind(rounded: string, known: readonly string[]): string | null {
  const agreeing = known.length > 1 ? known.filter((siret) => roundsTo(siret, rounded)) : known
  return agreeing.length === 1 ? (agreeing[0] ?? null) : null
}

/** Could a spreadsheet have made `rounded` of it? « 2,17604E+13 » keeps six figures, the last one rounded. */
function roundsTo(siret: string, rounded: string): boolean {
  const isScientific = /e/i.test(rounded)
  const left = Number(isScientific ? rounded.trim().replace(',', '.') : rounded.replace(/\D/g, ''))
  const zeros = /0*$/.exec(String(left))?.[0].length ?? 0
  return Math.abs(Number(siret) - left) < 10 ** zeros
}
