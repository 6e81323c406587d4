import { COMMON_WORDS } from './common-words.ts'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

export type PasswordFault = 'too-short' | 'too-long' | 'repeated' | 'common' | 'personal'

/** What the person and their network are called: their password says something else. */
export type OwnWords = readonly string[]

/**
 * Why a password would be guessed, or null. Length and no composition rule: a sentence is a good password. What is
 * refused is what is tried first: sequences, well-known words, the person's own names.
 */
export function passwordFault(password: string, ownWords: OwnWords): PasswordFault | null {
  if (password.length > LONGEST_PASSWORD) return 'too-long'
  // Spaces around it are kept, and make it no harder to guess.
  const core = password.trim()
  if (core.length < SHORTEST_PASSWORD) return 'too-short'
  if (isRepeated(core) || isSequence(core)) return 'repeated'
  if (isMadeOf(ownWords.flatMap(wordsOf), core)) return 'personal'
  return isMadeOf(COMMON_WORDS, core) ? 'common' : null
}

/** `aaaaaaaaaaaa`, `abababababab`, `123412341234`. */
function isRepeated(password: string): boolean {
  return new Set(password).size < 4 || /^(.{1,6})\1+$/s.test(password)
}

const ROWS = [
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
]
const WALKS = ROWS.flatMap((row) => [row, [...row].reverse().join('')])

/** Runs of a keyboard, of the alphabet or of figures, with next to nothing else: `azertyuiop12`. */
function isSequence(password: string): boolean {
  const text = password.toLowerCase()
  let left = 0
  for (let at = 0; at < text.length; ) {
    const run = longestWalk(text, at)
    if (run < 3) left += 1
    at += run < 3 ? 1 : run
  }
  return left < 4
}

function longestWalk(text: string, from: number): number {
  let length = 1
  const walks = (end: number) => WALKS.some((walk) => walk.includes(text.slice(from, end)))
  while (from + length < text.length && walks(from + length + 1)) length += 1
  return length
}

const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** One or two of these words, whatever digits and signs stand around them or letters they replace. */
function isMadeOf(words: readonly string[], password: string): boolean {
  const known = new Set(words)
  const plain = withoutAccents(password)
  return [bareWord(plain), bareWord(undisguised(plain)), undisguised(bareWord(plain))].some((text) =>
    isOneOrTwo(text, known),
  )
}

function isOneOrTwo(text: string, known: ReadonlySet<string>): boolean {
  if (known.has(text)) return true
  for (let at = 1; at < text.length; at += 1) {
    if (known.has(text.slice(0, at)) && known.has(bareWord(text.slice(at)))) return true
  }
  return false
}

/** Without what stands around the letters: `!motdepasse2026` is `motdepasse`. */
function bareWord(text: string): string {
  return text.replace(/^[^a-z]+|[^a-z]+$/g, '')
}

function undisguised(text: string): string {
  return [...text].map((sign) => DISGUISES[sign] ?? sign).join('')
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** « Val de Mer », `odile@example.fr`: each word long enough to be one, and the whole without spaces. */
function wordsOf(own: string): string[] {
  const plain = withoutAccents(own)
  const words = plain.split(/[^a-z]+/)
  return [...words, words.join(''), plain.split('@')[0]?.replace(/[^a-z]/g, '') ?? ''].filter(
    (word) => word.length > 2,
  )
}
