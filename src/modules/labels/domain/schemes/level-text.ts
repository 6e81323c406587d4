/** « 1 arobase », « 4 arobases »: whoever defines the label writes its unit in the singular; a plural one counts the same. */
export function countedLevel(level: number, unit: string): string {
  const one = unit.replace(/s$|(?<=[ae]u)x$/, '')
  if (level < 2) return `${level} ${one}`
  return `${level} ${one}${/[xz]$/.test(one) ? '' : /(?:au|eu)$/.test(one) ? 'x' : 's'}`
}
