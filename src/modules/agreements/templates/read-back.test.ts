import { describe, expect, it } from 'vitest'
import { linesOf, type TextLine } from '../domain/text-lines.ts'
import { readBack } from './read-back.ts'
import { REFERENCE_TEMPLATES } from './reference-templates.ts'
import { renderClauses, type VariableValues } from './render.ts'
import type { Clause, Template } from './template.ts'
import { variablesOf } from './template.ts'

const valuesFor = (template: Template): VariableValues =>
  Object.fromEntries(
    variablesOf(template).map(({ name, type }) => [
      name,
      type === 'day'
        ? '2026-03-14'
        : type === 'place_list'
          ? ['Halle, Honfleur', 'Phare, Le Havre']
          : `mot ${name}`,
    ]),
  )

const [template] = REFERENCE_TEMPLATES
if (!template) throw new Error('no template')
const values = valuesFor(template)
const clauseOf = (key: string): Clause => {
  const found = template.clauses.find((clause) => clause.key === key)
  if (!found) throw new Error(key)
  return found
}
const linesRead = (clause: Clause): TextLine[] =>
  linesOf(renderClauses({ ...template, clauses: [clause] }, template.terms, values)[0]?.paragraphs ?? [])
const back = (clause: Clause, lines: readonly TextLine[]) => readBack(clause, template.terms, values, lines)
const reads = (clause: Clause, text: string) => linesRead({ ...clause, text })

describe('the source of a clause, read back from its text (AGR-20)', () => {
  it.each(REFERENCE_TEMPLATES.map((one) => [one.id, one] as const))(
    'is the same when nothing was touched: %s',
    (_id, one) => {
      const filled = valuesFor(one)
      for (const clause of one.clauses) {
        const read = (text: string) =>
          renderClauses({ ...one, clauses: [{ ...clause, text }] }, one.terms, filled)[0]?.paragraphs
        const lines = linesOf(read(clause.text) ?? [])
        expect(read(readBack(clause, one.terms, filled, lines)), clause.key).toEqual(read(clause.text))
        for (const mark of clause.text.match(/\{\{[a-z_.]+\}\}/g) ?? []) {
          expect(readBack(clause, one.terms, filled, lines), clause.key).toContain(mark)
        }
      }
    },
  )

  it('keeps the marks of a paragraph whose other words changed', () => {
    const clause = clauseOf('duree')
    const lines = linesRead(clause).map((line) => ({
      ...line,
      text: line.text.replace('trois ans', 'trois ans pleins'),
    }))
    const text = back(clause, lines)
    expect(text).toContain('{{termes.duree}} pleins')
    expect(reads(clause, text)).toEqual(lines)
  })

  it('loses the mark of words that were replaced: the text may then not be proposed', () => {
    const clause = clauseOf('duree')
    const lines = linesRead(clause).map((line) => ({
      ...line,
      text: line.text.replace('trois ans', 'deux ans'),
    }))
    expect(back(clause, lines)).not.toContain('{{termes.duree}}')
  })

  it('takes new paragraphs and items, and leaves out those taken away', () => {
    const clause: Clause = { ...clauseOf('objet'), text: 'Un.\n\n- a ;\n- b.\n\nDeux.' }
    const lines = [
      { item: false, text: 'Un.' },
      { item: true, text: 'a ;' },
      { item: true, text: 'c.' },
      { item: false, text: 'Trois.' },
      { item: false, text: 'Deux.' },
    ]
    expect(back(clause, lines)).toBe('Un.\n\n- a ;\n- c.\n\nTrois.\n\nDeux.')
  })

  it('keeps a term that says nothing today, and a list of places as one mark', () => {
    const clause: Clause = {
      ...clauseOf('duree'),
      text: 'Début.\n\n{{termes.litiges}}\n\n{{liste_lieux_epn}}\n\nFin.',
      variables: variablesOf(template),
    }
    const terms = { ...template.terms, dispute: null }
    const places = (values.liste_lieux_epn as string[]).map((text) => ({ item: true, text }))
    const lines = [{ item: false, text: 'Début.' }, ...places, { item: false, text: 'La fin.' }]
    expect(readBack(clause, terms, values, lines)).toBe(
      'Début.\n\n{{termes.litiges}}\n\n{{liste_lieux_epn}}\n\nLa fin.',
    )
    expect(
      readBack(
        clause,
        terms,
        values,
        lines.filter((line) => line !== places[0]),
      ),
    ).not.toContain('{{liste_lieux_epn}}')
  })
})
