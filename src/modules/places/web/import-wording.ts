import { plural } from '../../../ui/french.ts'
import type { State } from '../../../ui/tag.tsx'
import type { ImportCounts, ImportStep } from '../domain/import.ts'

export const stepTag: Readonly<Record<ImportStep, { state: State; word: string }>> = {
  mapping: { state: 'warning', word: 'Colonnes à reconnaître' },
  checking: { state: 'pending', word: 'Lecture en cours' },
  checked: { state: 'warning', word: 'À décider' },
  applying: { state: 'pending', word: 'Publication en cours' },
  applied: { state: 'positive', word: 'Publié' },
  abandoned: { state: 'neutral', word: 'Abandonné' },
  unreadable: { state: 'danger', word: 'Fichier illisible' },
}

const decided: Readonly<Record<ImportStep, string>> = {
  mapping: 'Dites d’abord à quoi servent les colonnes de ce fichier.',
  checking: 'La lecture de ce fichier n’est pas terminée : attendez son rapport.',
  checked: '',
  applying: 'La publication de cet import est déjà en cours.',
  applied: 'Cet import est déjà publié.',
  abandoned: 'Cet import a été abandonné : envoyez de nouveau le fichier pour le publier.',
  unreadable: 'Ce fichier ne peut pas être lu : il n’y a rien à publier.',
}

/** Why the decision comes too late, or too early. */
export function alreadyDecided(step: ImportStep): string {
  return decided[step]
}

/** « Publier 12 998 lieux », « Publier 3 lieux et en mettre 12 à jour ». */
export function publishLabel({ created, updated }: ImportCounts): string {
  if (updated === 0) return `Publier ${plural(created, 'lieu', 'lieux')}`
  if (created === 0) return `Mettre à jour ${plural(updated, 'lieu', 'lieux')}`
  return `Publier ${plural(created, 'lieu', 'lieux')} et en mettre ${plural(updated, 'autre', 'autres')} à jour`
}

/** What is done, in the past. */
export function appliedSentence({ created, updated }: ImportCounts): string {
  const parts = [
    created > 0 && `${plural(created, 'lieu est publié', 'lieux sont publiés')}`,
    updated > 0 && `${plural(updated, 'lieu est mis à jour', 'lieux sont mis à jour')}`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Rien n’a changé : tous les lieux étaient déjà à jour.'
}
