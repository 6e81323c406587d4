import type { Reach } from '../../../../platform/session/actor.ts'
import { plural } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { ImportCounts, ImportStep } from '../../domain/imports/import.ts'
import type { Undone } from '../../use-cases/imports/undo-import.ts'

export const stepTag: Readonly<Record<ImportStep, { state: State; word: string }>> = {
  mapping: { state: 'warning', word: 'Colonnes à reconnaître' },
  checking: { state: 'pending', word: 'Lecture en cours' },
  checked: { state: 'warning', word: 'À décider' },
  submitted: { state: 'warning', word: 'À relire' },
  applying: { state: 'pending', word: 'Publication en cours' },
  applied: { state: 'positive', word: 'Publié' },
  undone: { state: 'neutral', word: 'Annulé' },
  abandoned: { state: 'neutral', word: 'Abandonné' },
  returned: { state: 'danger', word: 'Refusé' },
  unreadable: { state: 'danger', word: 'Fichier illisible' },
}

const decided: Readonly<Record<ImportStep, string>> = {
  mapping: 'Dites d’abord à quoi servent les colonnes de ce fichier.',
  checking: 'La lecture de ce fichier n’est pas terminée : attendez son rapport.',
  checked: 'L’organisation relit encore ce fichier : elle ne vous l’a pas envoyé.',
  submitted: 'Ce fichier est chez la tête de réseau, qui le relit.',
  applying: 'La publication de cet import est déjà en cours.',
  applied: 'Cet import est déjà publié.',
  undone: 'Cet import a été annulé : refaites-le pour publier de nouveau ses lieux.',
  abandoned: 'Cet import a été abandonné : envoyez de nouveau le fichier pour le publier.',
  returned: 'Ce fichier a été refusé : corrigez-le, puis envoyez-le de nouveau.',
  unreadable: 'Ce fichier ne peut pas être lu : il n’y a rien à publier.',
}

/** Why the decision comes too late, or too early. */
export function alreadyDecided(step: ImportStep): string {
  return decided[step]
}

/** Why another file of that source cannot be received yet. */
export function stillOpen(source: string, reach: Reach): string {
  return reach.kind === 'all'
    ? `Un import de « ${source} » attend encore : publiez-le ou abandonnez-le d’abord.`
    : 'Votre fichier précédent attend encore : abandonnez-le d’abord, ou attendez qu’il soit relu.'
}

/** « Publier 12 998 lieux », « Publier 3 lieux et en mettre 12 à jour ». */
export function publishLabel({ created, updated, held }: ImportCounts): string {
  if (created + updated === 0)
    return held > 0 ? 'Décider des lignes en attente' : 'Noter les lieux que ce fichier ne donne plus'
  if (updated === 0) return `Publier ${plural(created, 'lieu', 'lieux')}`
  if (created === 0) return `Mettre à jour ${plural(updated, 'lieu', 'lieux')}`
  return `Publier ${plural(created, 'lieu', 'lieux')} et en mettre ${plural(updated, 'autre', 'autres')} à jour`
}

/** What the publication did, in the past: what it left aside is said too, whatever became of it since. */
export function appliedSentence(counts: ImportCounts): string {
  const { created, updated, unchanged } = counts
  const [changed, aside] = [
    listed([
      created > 0 && plural(created, 'lieu est publié', 'lieux sont publiés'),
      updated > 0 && plural(updated, 'lieu est mis à jour', 'lieux sont mis à jour'),
    ]),
    setAside(counts),
  ]
  if (changed !== '') return `${changed}${aside && ` ; ${aside}`}.`
  const still = unchanged > 0 && plural(unchanged, 'était déjà à jour', 'étaient déjà à jour')
  if (aside !== '')
    return `${unchanged > 0 ? 'Aucun lieu n’a changé' : 'Aucun lieu publié'} : ${listed([still, aside])}.`
  return still ? 'Rien n’a changé : tous les lieux étaient déjà à jour.' : 'Rien n’a changé.'
}

/** Why there is nothing to publish. */
export function nothingToPublish(counts: ImportCounts): string {
  const refused = plural(counts.rejected, 'ligne est refusée', 'lignes sont refusées')
  if (counts.rejected === 0)
    return 'Ce fichier n’apporte rien de nouveau et ne perd aucun lieu : il n’y a rien à publier.'
  return counts.unchanged > 0
    ? `Ce fichier n’apporte rien de nouveau, et ${refused} : il n’y a rien à publier.`
    : `Il n’y a rien à publier : ${refused}.`
}

/** Did its publication show anything new? */
export function publishedSomething({ created, updated }: ImportCounts): boolean {
  return created + updated > 0
}

/** What confirming does, before the button. */
export function decisionSentence(counts: ImportCounts): string {
  return publishedSomething(counts) || counts.held > 0
    ? 'Les lignes refusées ne seront pas publiées ; celles en attente le seront si vous le décidez ensuite. Les autres seront visibles de tous aussitôt.'
    : 'Ces lieux restent publiés. Ils attendront parmi les lieux disparus de leur source : vous y direz ce qu’ils deviennent.'
}

function setAside({ held, rejected, missing }: ImportCounts): string {
  return listed([
    held > 0 && plural(held, 'ligne est mise en attente', 'lignes sont mises en attente'),
    rejected > 0 &&
      (held > 0
        ? plural(rejected, 'est refusée', 'sont refusées')
        : plural(rejected, 'ligne est refusée', 'lignes sont refusées')),
    missing > 0 && plural(missing, 'lieu n’est plus dans ce fichier', 'lieux ne sont plus dans ce fichier'),
  ])
}

function listed(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(', ')
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
  return parts.length > 0 ? `Import annulé : ${parts.join(' ; ')}.` : 'Import annulé.'
}

export function redoneSentence({ created, updated }: { created: number; updated: number }): string {
  return `Import rétabli : ${plural(created, 'lieu est revenu', 'lieux sont revenus')}, ${plural(updated, 'fiche dit', 'fiches disent')} de nouveau ce que dit le fichier.`
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
