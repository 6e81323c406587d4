/** From the first, included, to the last, excluded. */
export type CodeRange = readonly [string, string]

/** Between which INSEE codes and which postal codes a département lies. */
export function departmentRanges(code: string): { insee: CodeRange; postal: CodeRange } {
  return { insee: [code, after(code)], postal: postalRange(code) }
}

export function isWithin(code: string, [first, last]: CodeRange): boolean {
  return first <= code && code < last
}

function after(code: string): string {
  if (code === '2A') return '2B'
  return code === '2B' ? '2C' : String(Number(code) + 1).padStart(code.length, '0')
}

/** Corsica's postal codes begin with 20, cut at 202. */
function postalRange(code: string): CodeRange {
  if (code === '2A') return ['200', '202']
  return code === '2B' ? ['202', '207'] : [code, after(code)]
}
