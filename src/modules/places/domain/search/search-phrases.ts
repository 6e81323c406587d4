import { fold, nearlySame } from './search-words.ts'

/** Words that say one thing, folded. */
export interface Phrase<Meaning> {
  readonly words: readonly string[]
  readonly meaning: Meaning
}

const LONGEST = 3

/** « pas cher, petit prix »: the phrases of a list, each with what it means. */
export function phrasesOf<Meaning>(list: string, meaning: Meaning): Phrase<Meaning>[] {
  return list.split(', ').map((phrase) => ({ words: fold(phrase).split(' '), meaning }))
}

export interface Heard<Meaning> {
  readonly meanings: readonly Meaning[]
  readonly said: readonly string[]
}

type Same = (typed: string, word: string) => boolean

export const exactly: Same = (typed, word) => typed === word

/** Takes the phrases out of the words. Longest first: « carte grise » before « carte ». `isSame`: what typos are forgiven. */
export function takePhrases<Meaning>(
  words: readonly string[],
  phrases: readonly Phrase<Meaning>[],
  isSame: Same = nearlySame,
): { heard: readonly Heard<Meaning>[]; others: readonly string[] } {
  const heard: Heard<Meaning>[] = []
  const others: string[] = []
  for (let at = 0; at < words.length; ) {
    const one = heardAt(words, at, phrases, isSame)
    if (one) heard.push(one)
    else others.push(words[at] ?? '')
    at += one?.said.length ?? 1
  }
  return { heard, others }
}

function heardAt<Meaning>(
  words: readonly string[],
  at: number,
  phrases: readonly Phrase<Meaning>[],
  isSame: Same,
): Heard<Meaning> | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const said = words.slice(at, at + length)
    const answers = phrases.filter(
      ({ words: one }) =>
        one.length === length && one.every((word, index) => isSame(said[index] ?? '', word)),
    )
    if (answers.length > 0) return { meanings: [...new Set(answers.map(({ meaning }) => meaning))], said }
  }
  return null
}
