import { folded } from '../fold.ts'

/** « Médiathèque de St-Lô » → « mediatheque de saint lo »: accents, case and signs put aside, « st » and « s/ » written out. */
export function fold(text: string): string {
  return folded(text.replace(/(^|\s)s\//gi, '$1sur '))
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
}

export function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '')
}

const SMALL_WORDS = new Set(
  (
    'a ai ainsi as au aux avec avoir c ce ces cet cette chez d dans de des dois doit du elle elles en est et etre eux faut ' +
    'il ils j je l la le les lui m ma me mes moi mon n ne nos notre nous on ont ou par peut peux plus pour pres proche puis ' +
    'qu que qui quoi s sa sans se ses son sont sous suis sur t ta te tes toi ton tres tu un une vers veut veux vos votre ' +
    'voudrais voudrait vous y'
  ).split(' '),
)

/** Words that link others: never looked for by themselves. */
export function isSmall(word: string): boolean {
  return SMALL_WORDS.has(word)
}

/** True when at most one letter was forgotten, added, changed or swapped with its neighbour. Short words must be exact. */
export function nearlySame(typed: string, word: string): boolean {
  if (typed === word) return true
  if (Math.min(typed.length, word.length) < 5 || Math.abs(typed.length - word.length) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === word[start]) start += 1
  const [rest, other] = [typed.slice(start), word.slice(start)]
  const swapped = `${other[1] ?? ''}${other[0] ?? ''}${other.slice(2)}`
  return (
    rest.slice(1) === other || rest === other.slice(1) || rest.slice(1) === other.slice(1) || rest === swapped
  )
}
