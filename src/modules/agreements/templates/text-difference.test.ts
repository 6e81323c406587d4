import { describe, expect, it } from 'vitest'
import { clauseDifferences, textDifference } from './text-difference.ts'

const clause = (key: string, text: string, number: string | null = null) => ({
  key,
  number,
  title: key,
  paragraphs: [text],
})

describe('what became of a text (AGR-10)', () => {
  it('is told word by word', () => {
    expect(textDifference('La durée est de trois ans.', 'La durée est de cinq ans.')).toEqual([
      { kind: 'same', text: 'La durée est de ' },
      { kind: 'removed', text: 'trois' },
      { kind: 'added', text: 'cinq' },
      { kind: 'same', text: ' ans.' },
    ])
  })

  it.each([
    ['', 'Un ajout entier.'],
    ['Un texte qui part.', ''],
    ['L’élève d’un an\n\n- une liste', 'L’élève de deux ans\n\n- deux listes'],
  ])('loses nothing: « %s » → « %s »', (before, after) => {
    const parts = textDifference(before, after)
    const joined = (left: 'added' | 'removed') =>
      parts
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join('')
    expect(joined('removed')).toBe(after)
    expect(joined('added').replaceAll(/\s/g, '')).toBe(before.replaceAll(/\s/g, ''))
  })
})

describe('what differs between two texts (AGR-6, AGR-10)', () => {
  it('is told clause by clause: added, removed, changed, renamed; never what reads the same', () => {
    const before = [
      clause('objet', 'Même.'),
      clause('duree', 'Trois ans.', '8'),
      clause('pret', 'Prêt.'),
      clause('fin', 'Fin.', '9'),
    ]
    const after = [
      clause('objet', 'Même.'),
      clause('duree', 'Cinq ans.', '8'),
      clause('label', 'Label.'),
      clause('fin', 'Fin.', '10'),
    ]
    expect(clauseDifferences(before, after).map(({ key, kind }) => [key, kind])).toEqual([
      ['duree', 'changed'],
      ['label', 'added'],
      ['fin', 'renamed'],
      ['pret', 'removed'],
    ])
    expect(clauseDifferences(before, before)).toEqual([])
  })
})
