import { formatNumber, plural } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { ImportStep } from '../../domain/exchange/import.ts'
import { type ImportCounts, sumOf } from '../../domain/exchange/judge.ts'
import type { TableName } from '../../domain/exchange/tables.ts'

export const TABLE_WORDS: Readonly<Record<TableName, string>> = {
  modeles: 'Modèles',
  exemplaires: 'Exemplaires et malles',
  prets: 'Prêts passés',
}

/** What a table is for, and what finds its lines again. */
export const TABLE_HINTS: Readonly<Record<TableName, string>> = {
  modeles:
    'Un modèle réunit des exemplaires interchangeables. Son nom le retrouve : une seconde fois, il est mis à jour.',
  exemplaires:
    'Une malle et ses parties tiennent dans le même fichier, dans n’importe quel ordre. Le numéro d’inventaire retrouve un exemplaire : une seconde fois, il est mis à jour, jamais doublé.',
  prets:
    'Les prêts terminés avant l’usage de cet outil, pour que les statistiques les comptent. Personne n’est prévenu. L’exemplaire et le départ retrouvent un prêt : une seconde fois, il n’est pas récrit.',
}

export const STEP_TAGS: Readonly<Record<ImportStep, { state: State; word: string }>> = {
  checking: { state: 'pending', word: 'Contrôle en cours' },
  checked: { state: 'warning', word: 'À décider' },
  applying: { state: 'pending', word: 'Écriture en cours' },
  applied: { state: 'positive', word: 'Écrit' },
  abandoned: { state: 'neutral', word: 'Abandonné' },
  refused: { state: 'danger', word: 'Rien n’a été écrit' },
}

export const ALREADY_DECIDED: Readonly<Record<ImportStep, string>> = {
  checking: 'Le contrôle de ce fichier n’est pas terminé : attendez son rapport.',
  checked: '',
  applying: 'L’écriture de ce fichier est déjà en cours.',
  applied: 'Ce fichier est déjà écrit.',
  abandoned: 'Cet import est abandonné : envoyez de nouveau le fichier.',
  refused: 'Rien de ce fichier n’a été écrit : envoyez-le de nouveau.',
}

export function wrongLinesSentence(wrong: string): string {
  return `${plural(Number(wrong), 'ligne est fausse', 'lignes sont fausses')} : corrigez le fichier et envoyez-le de nouveau, ou choisissez d’écrire les seules lignes justes.`
}

export const NOTHING_TO_WRITE = 'Ce fichier ne change rien à l’inventaire : il n’y a rien à écrire.'

/** « 12 lignes ajoutées, 3 mises à jour, 1 laissée de côté. » */
export function appliedSentence(counts: ImportCounts): string {
  const [created, updated, wrong] = [
    sumOf(counts, 'created'),
    sumOf(counts, 'updated'),
    sumOf(counts, 'wrong'),
  ]
  const parts = [
    created > 0 && plural(created, 'ligne ajoutée', 'lignes ajoutées'),
    updated > 0 && plural(updated, 'ligne mise à jour', 'lignes mises à jour'),
    wrong > 0 && plural(wrong, 'ligne fausse laissée de côté', 'lignes fausses laissées de côté'),
  ].filter((part) => part !== false)
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Rien n’a changé.'
}

export function progressSentence(step: string, done: number, total: number | null): string {
  return total ? `${step} : ${formatNumber(Math.min(done, total))} sur ${formatNumber(total)}.` : `${step}.`
}
