import type { KeyProblem, Scope } from '../../domain/api-key.ts'

export function scopeWords(scopes: readonly Scope[]): string {
  return scopes.includes('write') ? 'Lire et agir' : 'Lire'
}

/** Told once: nobody can show it again. */
export function madeSentence(key: string): string {
  return `La clé est créée. Copiez-la maintenant, elle ne sera plus montrée : ${key}`
}

export const REVOKED = 'La clé est retirée : le programme qui s’en servait ne peut plus rien lire ni faire.'

export const keyProblems: Record<KeyProblem, { status: 401 | 403; detail: string }> = {
  key_invalid: {
    status: 401,
    detail:
      'Cette clé n’ouvre rien ici : elle est inconnue, échue, retirée, ou d’un autre réseau. Créez-en une dans « Votre compte », « Clés d’API ».',
  },
  scope_missing: {
    status: 403,
    detail: 'Cette clé ne permet pas cela. Créez-en une autre, avec la portée qu’il faut.',
  },
}
