import { describe, expect, it } from 'vitest'
import { aboutHeader } from './header-findings.ts'
import type { ReadingRule } from './reading-rule.ts'

const rule: ReadingRule = {
  kind: 'proposed',
  mapping: { columns: { nom: { kind: 'column', from: ['Nom'] } }, isGrouped: false },
}
const told = (header: string[]) =>
  aboutHeader(header, rule).map(({ code, value, message }) => [code, value, message.split(' : ')[0]])

describe('columns that are not read (DIR-30)', () => {
  it('each is announced; one whose name is known has empty cells, or says again what another says', () => {
    expect(told(['Nom', 'Nombre de postes', 'Complément d’adresse', ''])).toEqual([
      ['column-unknown', 'Nombre de postes', 'Rien ne dit à quoi sert cette colonne'],
      ['column-unknown', 'Complément d’adresse', 'Cette colonne n’est pas lue'],
    ])
  })

  it('the fifty of a questionnaire are announced at once, and all named', () => {
    const questions = Array.from({ length: 50 }, (_, rank) => `Question ${rank + 1}`)
    const [one, ...others] = told(['Nom', ...questions])
    expect(one?.[2]).toBe('Rien ne dit à quoi servent ces 50 colonnes')
    expect(one?.[1]).toBe(questions.join(' | '))
    expect(others).toEqual([])
  })
})
