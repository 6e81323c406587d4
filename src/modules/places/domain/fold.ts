const MARKS = /\p{M}/gu
const BEYOND_ASCII = /[^ -~]/
const NOT_WORD = /[^a-z0-9]+/g
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/** Words of letters and digits joined by `joint`: what remains when case, accents and punctuation are put aside. */
export function folded(text: string, joint = ' '): string {
  const words = unaccented(text.toLowerCase()).replace(NOT_WORD, ' ').trim()
  return joint === ' ' ? words : words.replaceAll(' ', joint)
}

/** Most names and codes have no accent: they skip the costly part. */
function unaccented(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text
  return text
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFD')
    .replace(MARKS, '')
}
