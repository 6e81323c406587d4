import { stripVTControlCharacters } from 'node:util'

export interface Count {
  passed: number
  failed: number
  skipped: number
  /** What failed, or passed only when played again, one line each: a long log is read from its end. */
  remarks: string[]
}

/** One line of at most 300 signs: what, where, and how the error begins. */
export function remark(what: 'FAILED' | 'FLAKY', where: string, error = ''): string {
  const lines = stripVTControlCharacters(error).split('\n')
  const words = lines.map((line) => line.trim()).filter(Boolean)
  return `${what} ${where}: ${words.slice(0, 3).join(' | ')}`.slice(0, 300)
}
