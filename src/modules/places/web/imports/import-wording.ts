import { plural } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { ImportCounts, ImportStep } from '../../domain/imports/import.ts'
import type { Undone } from '../../use-cases/imports/undo-import.ts'

export const stepTag: Readonly<Record<ImportStep, { state: State; word: string }>> = {
  mapping: { state: 'warning', word: 'Colonnes à reconnaître' },
  checking: { state: 'pending', word: 'Lecture en cours' },
  checked: { state: 'warning', word: 'À décider' },
  applying: { state: 'pending', word: 'Publication en cours' },
  applied: { state: 'positive', word: 'Publié' },
  undone: { state: 'neutral', word: 'Annulé' },
  abandoned: { state: 'neutral', word: 'Abandonné' },
  unreadable: { state: 'danger', word: 'Fichier illisible' },
}

const decided: Readonly<Record<ImportStep, string>> = {
  mapping: 'Dites d’abord à quoi servent les colonnes de ce fichier.',
  checking: 'La lecture de ce fichier n’est pas terminée\u00a0: attendez son rapport.',
  checked: '',
  applying: 'La publication de cet import est déjà en cours.',
  applied: 'Cet import est déjà publié.',
  undone: 'Cet import a été annulé\u00a0: refaites-le pour publier de nouveau ses lieux.',
  abandoned: 'Cet import a été abandonné\u00a0: envoyez de nouveau le fichier pour le publier.',
  unreadable: 'Ce fichier ne peut pas être lu\u00a0: il n’y a rien à publier.',
}

/** Why the decision comes too late, or too early. */
export function alreadyDecided(step: ImportStep): string {
  return decided[step]
}

/** « Publier 12 998 lieux », « Publier 3 lieux et en mettre 12 à jour ». */
export function publishLabel({ created, updated }: ImportCounts): string {
  if (created + updated === 0) return 'Décider des lignes en attente'
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
  return parts.length > 0
    ? `${parts.join(', ')}.`
    : 'Rien n’a changé\u00a0: tous les lieux étaient déjà à jour.'
}

/** What undoing did, and what is left to decide. */
export function undoneSentence({ removed, kept, restored, waiting }: Undone): string {
  const parts = [
    removed > 0 && plural(removed, 'lieu créé est retiré', 'lieux créés sont retirés'),
    restored > 0 && plural(restored, 'lieu a retrouvé sa fiche', 'lieux ont retrouvé leur fiche'),
    kept > 0 && `${plural(kept, 'lieu reste', 'lieux restent')}, car quelqu’un s’en est servi depuis`,
    waiting > 0 &&
      `${plural(waiting, 'champ modifié depuis attend', 'champs modifiés depuis attendent')} votre décision`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? `Import annulé\u00a0: ${parts.join(' ; ')}.` : 'Import annulé.'
}

export function redoneSentence({ created, updated }: { created: number; updated: number }): string {
  return `Import rétabli\u00a0: ${plural(created, 'lieu est revenu', 'lieux sont revenus')}, ${plural(updated, 'fiche dit', 'fiches disent')} de nouveau ce que dit le fichier.`
}

/** « 2 000 lignes par seconde, encore 40 secondes environ. »; empty before there is something to tell. DIR-41. */
export function paceText({
  done,
  total,
  seconds,
}: {
  done: number
  total: number | null
  seconds: number
}): string {
  if (done <= 0 || seconds < 1) return ''
  const rate = Math.max(1, Math.round(done / seconds))
  const left = total === null || total <= done ? null : Math.ceil((total - done) / rate)
  const told = ` ${plural(rate, 'ligne', 'lignes')} par seconde`
  if (left === null) return `${told}.`
  const wait =
    left < 90 ? plural(left, 'seconde', 'secondes') : plural(Math.round(left / 60), 'minute', 'minutes')
  return `${told}, encore ${wait} environ.`
}
