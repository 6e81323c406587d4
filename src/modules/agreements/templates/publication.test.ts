import { describe, expect, it } from 'vitest'
import { CANOPE } from './canope.ts'
import { CINOV_IT } from './cinov-it.ts'
import { NORMANDIE_CONNECTEE } from './normandie-connectee.ts'
import { publicationProblems, publicationRemarks } from './publication.ts'
import { REFERENCE_TEMPLATES } from './reference-templates.ts'
import {
  parseContent,
  type TemplateContent,
  templateFrom,
  type WrittenClause,
} from './template-content.schema.ts'
import { contentOf } from './template-copy.ts'
import { withMovedClause, withNewClause, withoutClause } from './template-draft.ts'
import { TERRITOIRES_APPRENANTS } from './territoires-apprenants.ts'
import { VILLES_INTERNET } from './villes-internet.ts'
import { writtenFigures } from './written-figures.ts'

const WHOLE = contentOf(TERRITOIRES_APPRENANTS)

function rewritten(key: string, change: Partial<WrittenClause>, from = WHOLE): TemplateContent {
  return { ...from, clauses: from.clauses.map((one) => (one.key === key ? { ...one, ...change } : one)) }
}

describe('a copy of a reference template', () => {
  it.each(REFERENCE_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s reads back as it is written, clause by clause (AGR-6)',
    (_id, template) => {
      const { id, version, status } = template
      const read = templateFrom(parseContent(JSON.parse(JSON.stringify(contentOf(template)))), {
        id,
        version,
        status,
      })
      const trimmed = template.clauses.map((clause) => ({ ...clause, text: clause.text.trim() }))
      expect({ ...read, variables: undefined, clauses: read.clauses.map(named) }).toEqual({
        ...template,
        clauses: trimmed.map(named),
      })
    },
  )

  it.each([
    [TERRITOIRES_APPRENANTS, []],
    [CINOV_IT, []],
    [CANOPE, ['incomplete-text']],
    [NORMANDIE_CONNECTEE, ['incomplete-text', 'incomplete-annex']],
    [VILLES_INTERNET, Array.from({ length: 9 }, () => 'incomplete-text')],
  ])('$id is refused for what its copy lacks, and for nothing else (AGR-7, AGR-8)', (template, kinds) => {
    expect(publicationProblems(contentOf(template)).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('a publication is refused', () => {
  it.each<[string, TemplateContent, object]>([
    [
      'a term that no article writes (AGR-7)',
      rewritten('litiges', { binds: [], text: 'Rien.' }),
      { kind: 'unbound-term', term: 'dispute' },
    ],
    [
      'an article bound to a term that it does not write (AGR-7)',
      rewritten('litiges', { text: 'Rien.' }),
      { kind: 'unwritten-term', clause: 'litiges', term: 'dispute', mark: 'termes.litiges' },
    ],
    [
      'an article that writes a term without being bound to it (AGR-7)',
      rewritten('preambule', { text: 'Pour {{termes.duree}}.' }),
      { kind: 'mark-without-term', clause: 'preambule', term: 'initialYears', mark: 'termes.duree' },
    ],
    [
      'an article bound to a term that does not exist (AGR-7)',
      rewritten('preambule', { binds: ['assurance'] }),
      { kind: 'unknown-term', clause: 'preambule', path: 'assurance' },
    ],
    [
      'a blank that nobody knows (AGR-9)',
      rewritten('preambule', { text: 'Le {{date_ouverture}}.' }),
      { kind: 'unknown-variable', clause: 'preambule', mark: 'date_ouverture' },
    ],
    [
      'a duration in letters where the term writes it (AGR-19)',
      rewritten('duree', { text: `${textOf('duree')} Soit cinq ans.` }),
      { kind: 'written-figure', clause: 'duree', term: 'initialYears', words: 'cinq ans' },
    ],
    [
      'an incomplete text (AGR-8)',
      rewritten('preambule', { textIncomplete: true }),
      { kind: 'incomplete-text', clause: 'preambule' },
    ],
    [
      'an empty article',
      rewritten('preambule', { text: ' ' }),
      { kind: 'empty-clause', clause: 'preambule' },
    ],
    [
      'two articles of one number',
      rewritten('litiges', { number: '9' }),
      { kind: 'double-number', clause: 'litiges', number: '9' },
    ],
    [
      'an annex that is not there (AGR-8)',
      { ...WHOLE, annexes: [{ key: 'a', title: 'Cahier', textIncomplete: true }] },
      { kind: 'incomplete-annex', title: 'Cahier' },
    ],
  ])('%s', (_why, content, problem) => {
    expect(publicationProblems(content)).toEqual([problem])
  })

  it('without any article, each term then being bound to none', () => {
    const problems = publicationProblems({ ...WHOLE, clauses: [] })
    expect(problems[0]).toEqual({ kind: 'no-clause' })
    expect(problems.slice(1).every(({ kind }) => kind === 'unbound-term')).toBe(true)
  })

  it('never for a gap in the numbers (AGR-8)', () => {
    expect(publicationProblems(withoutClause(WHOLE, 'preambule'))).toEqual([])
    expect(publicationProblems(rewritten('litiges', { number: '14' }))).toEqual([])
  })
})

describe('what is worth a second reading', () => {
  it('is a duration in an article bound to nothing (AGR-7)', () => {
    const content = rewritten('preambule', { text: 'Les agents répondent sous 15 jours.' })
    expect(publicationRemarks(content)).toEqual([{ clause: 'preambule', words: '15 jours' }])
  })
})

describe('durations in a text', () => {
  it.each([
    ['pour trois ans et un mois', ['trois ans', 'un mois']],
    ['30 jours, quatre-vingt-dix-neuf jours', ['30 jours', 'quatre-vingt-dix-neuf jours']],
    ['deux fois par an, une fois par an', ['deux fois par an', 'une fois par an']],
    ['Un an\u00a0; vingt et un mois', ['Un an', 'vingt et un mois']],
    ['chacun jouit, aucun moisi, dans le mois', []],
  ])('%s', (text, words) => expect(writtenFigures(text).map((figure) => figure.words)).toEqual(words))
})

describe('the clauses of a draft', () => {
  const keys = ({ clauses }: TemplateContent) => clauses.map(({ key }) => key)

  it('are added where one says, under a key of their own, without a number', () => {
    const { content, key } = withNewClause(WHOLE, { title: 'Préambule', after: 'duree' })
    expect(key).toBe('preambule-2')
    expect(keys(content)[keys(content).indexOf('duree') + 1]).toBe('preambule-2')
    expect(content.clauses.find((clause) => clause.key === key)?.number).toBeNull()
    expect(keys(withNewClause(WHOLE, { title: '!', after: null }).content)[0]).toBe('article')
  })

  it('move one place at a time, keep their numbers, and stop at both ends (AGR-8)', () => {
    const moved = withMovedClause(WHOLE, 'litiges', -1)
    expect(keys(moved).indexOf('litiges')).toBe(keys(WHOLE).indexOf('litiges') - 1)
    expect(moved.clauses.find(({ key }) => key === 'litiges')?.number).toBe('10')
    const [first = ''] = keys(WHOLE)
    expect(withMovedClause(WHOLE, first, -1)).toBe(WHOLE)
    expect(withMovedClause(WHOLE, keys(WHOLE).at(-1) ?? '', 1)).toBe(WHOLE)
  })
})

function textOf(key: string): string {
  return WHOLE.clauses.find((clause) => clause.key === key)?.text ?? ''
}

/** The order of the blanks of a clause follows its text. */
function named<T extends { variables: readonly { name: string }[] }>(clause: T) {
  return { ...clause, variables: clause.variables.map(({ name }) => name).sort() }
}
