import { describe, expect, it } from 'vitest'
import type { ImportCounts } from '../../domain/imports/import.ts'
import { appliedSentence, nothingToPublish, publishLabel } from './import-wording.ts'

const none: ImportCounts = {
  ...{ read: 0, created: 0, updated: 0, unchanged: 0, held: 0, grouped: 0, rejected: 0 },
  ...{ corrected: 0, warnings: 0, duplicates: 0, missing: 0 },
}

describe('what a publication did', () => {
  it.each<[Partial<ImportCounts>, string]>([
    [{}, 'Rien n’a changé.'],
    [{ unchanged: 3 }, 'Rien n’a changé : tous les lieux étaient déjà à jour.'],
    [{ created: 1 }, '1 lieu est publié.'],
    [{ created: 2, updated: 1 }, '2 lieux sont publiés, 1 lieu est mis à jour.'],
    [{ updated: 2, unchanged: 4 }, '2 lieux sont mis à jour.'],
    [{ held: 1, rejected: 1 }, 'Aucun lieu publié : 1 ligne est mise en attente, 1 est refusée.'],
    [{ held: 2 }, 'Aucun lieu publié : 2 lignes sont mises en attente.'],
    [{ rejected: 2 }, 'Aucun lieu publié : 2 lignes sont refusées.'],
    [{ unchanged: 1, held: 1 }, 'Aucun lieu n’a changé : 1 était déjà à jour, 1 ligne est mise en attente.'],
    [
      { unchanged: 3, held: 2, rejected: 3 },
      'Aucun lieu n’a changé : 3 étaient déjà à jour, 2 lignes sont mises en attente, 3 sont refusées.',
    ],
    [{ unchanged: 3, rejected: 1 }, 'Aucun lieu n’a changé : 3 étaient déjà à jour, 1 ligne est refusée.'],
    [
      { created: 1, held: 1, rejected: 2 },
      '1 lieu est publié ; 1 ligne est mise en attente, 2 sont refusées.',
    ],
    [
      { unchanged: 4, missing: 2 },
      'Aucun lieu n’a changé : 4 étaient déjà à jour, 2 lieux ne sont plus dans ce fichier.',
    ],
    [{ created: 1, missing: 1 }, '1 lieu est publié ; 1 lieu n’est plus dans ce fichier.'],
    [{ updated: 1, unchanged: 5, rejected: 1 }, '1 lieu est mis à jour ; 1 ligne est refusée.'],
  ])('%j', (counts, sentence) => {
    expect(appliedSentence({ ...none, ...counts }).replaceAll(/\s/g, ' ')).toBe(sentence)
  })
})

describe('why there is nothing to publish', () => {
  it.each<[Partial<ImportCounts>, string]>([
    [
      { unchanged: 3 },
      'Ce fichier n’apporte rien de nouveau et ne perd aucun lieu : il n’y a rien à publier.',
    ],
    [{ rejected: 2 }, 'Il n’y a rien à publier : 2 lignes sont refusées.'],
    [
      { unchanged: 3, rejected: 1 },
      'Ce fichier n’apporte rien de nouveau, et 1 ligne est refusée : il n’y a rien à publier.',
    ],
  ])('%j', (counts, sentence) => {
    expect(nothingToPublish({ ...none, ...counts }).replaceAll(/\s/g, ' ')).toBe(sentence)
  })
})

describe('what the button that confirms says', () => {
  it.each<[Partial<ImportCounts>, string]>([
    [{ created: 2, updated: 1, missing: 4 }, 'Publier 2 lieux et en mettre 1 autre à jour'],
    [{ held: 1, missing: 1 }, 'Décider des lignes en attente'],
    [{ unchanged: 3, missing: 1 }, 'Noter les lieux que ce fichier ne donne plus'],
  ])('%j', (counts, label) => {
    expect(publishLabel({ ...none, ...counts }).replaceAll(/\s/g, ' ')).toBe(label)
  })
})
