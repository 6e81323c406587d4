const MARKS = /\p{M}/gu
const NOT_WORD = /[^a-z0-9]+/g
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/** Words of letters and digits joined by `joint`: what remains when case, accents and punctuation are put aside. */
export function folded(text: string, joint = ' '): string {
  return text
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(NOT_WORD, ' ')
    .trim()
    .replaceAll(' ', joint)
}
