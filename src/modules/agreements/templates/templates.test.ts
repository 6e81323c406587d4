import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { parseTerms } from '../domain/terms.schema.ts'
import { articleOf } from '../domain/terms.ts'
import { CANOPE } from './canope.ts'
import { CINOV_IT } from './cinov-it.ts'
import { inWords, longDate, of, years } from './french-words.ts'
import { NORMANDIE_CONNECTEE } from './normandie-connectee.ts'
import { REFERENCE_TEMPLATES, REFERENCE_TERMS } from './reference-templates.ts'
import { type RenderedClause, renderClauses } from './render.ts'
import { type Template, termsWithArticles, variablesOf } from './template.ts'
import { TERM_WORDINGS } from './term-wording.ts'
import { ATTACHED_DECISION, TERRITOIRES_APPRENANTS } from './territoires-apprenants.ts'
import { VILLES_INTERNET } from './villes-internet.ts'

const templates = REFERENCE_TEMPLATES.map((template) => [template.id, template] as const)
const NOT_A_TERM = ['articles', 'profile']

const numbers = (template: Template) =>
  template.clauses.flatMap(({ number }) => (number === null ? [] : [number]))

const incomplete = (template: Template) =>
  template.clauses.filter(({ textIncomplete }) => textIncomplete).map(({ number }) => number)

const values = {
  'chef_de_file.nom': 'la Région des Estuaires',
  'chef_de_file.adresse': '1 quai des Marées, 14000 Portbail',
  'chef_de_file.representant': 'son Président',
  'chef_de_file.signataire': 'la directrice du numérique',
  'chef_de_file.dpo': 'dpo@estuaires.example',
  'chef_de_file.referent': 'reseau@estuaires.example',
  date_deliberation: '2026-03-01',
  'partenaire.nom': "la commune de Valmer-l'Église",
  'partenaire.adresse': '2 place du Marché',
  'partenaire.representant': 'sa maire',
  'partenaire.organe': 'du conseil municipal',
  'partenaire.date_decision': '2026-05-12',
  'partenaire.presentation': 'La commune anime un espace public numérique.',
  liste_lieux_epn: ['EPN de Valmer, 3 rue Haute', 'EPN du Port, 8 quai Sud'],
  liste_lieux_tiers_lieux: [],
  ville_signature: 'Valmer',
}

describe.each(templates)('the template %s', (_id, template) => {
  it('binds every term it has to a clause (AGR-7)', () => {
    const bound = new Set(template.clauses.flatMap(({ binds }) => binds.map((path) => path.split('.')[0])))
    const typed = Object.entries(template.terms).filter(([, value]) => value !== null)
    expect(typed.filter(([term]) => !bound.has(term)).map(([term]) => term)).toEqual([])
  })

  it('binds no term that does not exist (AGR-7)', () => {
    for (const path of template.clauses.flatMap(({ binds }) => binds)) {
      expect(Object.keys(template.terms)).toContain(path.split('.')[0])
    }
  })

  it('has terms that read back as they are', () => {
    expect(parseTerms(template.terms)).toEqual(template.terms)
  })

  it('declares the variables its clauses use, and no other', () => {
    for (const { key, text, variables } of template.clauses) {
      const used = [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name]) => name ?? '')
      const declared = variables.map(({ name }) => name)
      const blanks = used.filter((name) => !(name in TERM_WORDINGS))
      expect([...new Set(blanks)].sort(), key).toEqual([...declared].sort())
    }
  })

  it('writes every bound term from the term itself (AGR-19)', () => {
    const before = renderClauses(template, template.terms, values)
    const after = renderClauses(template, { ...template.terms, initialYears: 5 }, values)
    const changed = after
      .filter((clause, index) => text(clause) !== text(before[index]))
      .map(({ key }) => key)
    expect(changed).toEqual(['duree'])
    expect(text(after.find(({ key }) => key === 'duree'))).toContain('cinq ans')
  })

  it('leaves no blank once its variables are filled (AGR-9)', () => {
    const clauses = renderClauses(template, template.terms, values)
    expect(clauses.flatMap(({ missingVariables }) => missingVariables)).toEqual([])
    expect(clauses.map(text).join()).not.toMatch(/[{}]|à compléter/)
  })

  it('lists each missing variable where it is missing (AGR-9)', () => {
    const clauses = renderClauses(template, template.terms, {})
    const missing = new Set(
      clauses.flatMap(({ missingVariables }) => missingVariables.map(({ name }) => name)),
    )
    const needed = variablesOf(template).filter(({ optional }) => !optional)
    expect([...missing].sort()).toEqual(needed.map(({ name }) => name).sort())
    expect(text(clauses.find(({ key }) => key === 'parties'))).toContain(
      '[à compléter\u00a0: nom du co-contractant]',
    )
  })

  it('follows French typography', () => {
    const typeset = { ...values, 'partenaire.nom': 'la commune de Valmer' }
    const whole = renderClauses(template, template.terms, typeset)
      .map((clause) => `${clause.title}\n${text(clause)}`)
      .join('\n')
    expect(whole).not.toMatch(/'| [:;?!»]|« /)
  })

  it('has unique keys and numbers', () => {
    expect(new Set(template.clauses.map(({ key }) => key)).size).toBe(template.clauses.length)
    expect(new Set(numbers(template)).size).toBe(numbers(template).length)
  })
})

describe('numbering of the originals (AGR-8, AGR-13)', () => {
  it('000 goes from 1 to 13, then its annex, whose text is missing', () => {
    expect(numbers(NORMANDIE_CONNECTEE)).toEqual([
      ...Array.from({ length: 13 }, (_, index) => String(index + 1)),
      'Annexe 1',
    ])
    expect(NORMANDIE_CONNECTEE.clauses.at(-1)?.textIncomplete).toBe(true)
  })

  it('002 divides its article 4', () => {
    expect(numbers(TERRITOIRES_APPRENANTS)).toEqual([
      ...['1', '2', '3', '4', '4.1', '4.2', '4.3', '4.3 a)', '4.3 b)', '4.3 c)', '4.3 d)'],
      ...['5', '6', '7', '8', '9', '10'],
    ])
  })

  it('001 has no article 8, and a cut article 11', () => {
    expect(numbers(CANOPE)).toEqual(['1', '2', '3', '4', '5', '6', '7', '9', '10', '11', '12', '13'])
    expect(incomplete(CANOPE)).toEqual(['11'])
  })

  it('003 is in Roman numerals, and cut from I to VIII and at X: no new agreement is drawn from it', () => {
    const cut = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']
    expect(numbers(VILLES_INTERNET)).toEqual([...cut, 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI'])
    expect(incomplete(VILLES_INTERNET)).toEqual([...cut, 'X'])
    expect(VILLES_INTERNET.status).toBe('retired')
  })

  it('004 is whole, from 1 to 13', () => {
    expect(numbers(CINOV_IT)).toEqual(Array.from({ length: 13 }, (_, index) => String(index + 1)))
    expect(incomplete(CINOV_IT)).toEqual([])
  })

  it('never renumbers a gap', () => {
    const clauses = NORMANDIE_CONNECTEE.clauses.filter(({ number }) => number !== '8')
    const rendered = renderClauses({ ...NORMANDIE_CONNECTEE, clauses }, NORMANDIE_CONNECTEE.terms, values)
    expect(rendered.map(({ number }) => number)).not.toContain('8')
    expect(rendered.map(({ number }) => number)).toContain('9')
  })
})

describe('the words of the clauses', () => {
  const clause = (template: Template, key: string, terms = template.terms) =>
    text(renderClauses(template, terms, values).find((one) => one.key === key))

  it('say the tacit renewal and the denunciation of 000 art. 8', () => {
    const article8 = clause(NORMANDIE_CONNECTEE, 'duree')
    expect(article8).toContain('pour trois ans')
    expect(article8).toContain('périodes successives d’un an')
    expect(article8).toContain('un délai de trois mois qui suit l’envoi')
  })

  it('say the formal notice of 000 art. 12, then of 002 art. 8', () => {
    expect(clause(NORMANDIE_CONNECTEE, 'resiliation')).toMatch(/trente jours.*seconde lettre recommandée/)
    expect(clause(TERRITOIRES_APPRENANTS, 'resiliation')).toMatch(/trente jours.*une notification écrite/)
  })

  it('say the express renewal of 001, the yearly one of 003 and 004, and the courts of all three', () => {
    expect(clause(CANOPE, 'duree')).toContain('reconduite que de façon expresse')
    for (const template of [VILLES_INTERNET, CINOV_IT])
      expect(clause(template, 'duree')).toContain('périodes successives d’un an')
    for (const template of [CANOPE, VILLES_INTERNET, CINOV_IT]) {
      expect(clause(template, 'duree')).toContain('trois mois qui suit l’envoi')
      expect(clause(template, 'litiges')).toContain('trente jours qui suivent la réception')
      expect(clause(template, 'litiges')).toContain('les tribunaux compétents de Paris')
      expect(clause(template, 'pilotage')).toContain('se réunit au moins une fois par an')
    }
  })

  it('follow a term that changes its kind', () => {
    const terms = {
      ...NORMANDIE_CONNECTEE.terms,
      renewal: { mode: 'express', years: null, max: null },
    } as const
    expect(clause(NORMANDIE_CONNECTEE, 'duree', terms)).toContain('reconduite que de façon expresse')
    expect(clause(NORMANDIE_CONNECTEE, 'duree', terms)).not.toContain('tacite')
  })

  it('list the places, or say that there is none', () => {
    const places = renderClauses(NORMANDIE_CONNECTEE, NORMANDIE_CONNECTEE.terms, values).find(
      ({ key }) => key === 'lieux',
    )
    expect(places?.paragraphs[1]).toEqual(values.liste_lieux_epn)
    expect(places?.paragraphs[3]).toBe('Aucun lieu à ce jour.')
  })

  it('write dates in full, and leave what a person typed as it is', () => {
    const parties = clause(NORMANDIE_CONNECTEE, 'parties')
    expect(parties).toContain('du 1er mars 2026')
    expect(parties).toContain("Valmer-l'Église")
  })

  it('attach the decision of 002 only when there is one', () => {
    const terms = TERRITOIRES_APPRENANTS.terms
    const [without] = renderClauses(TERRITOIRES_APPRENANTS, terms, values)
    const [attached] = renderClauses(TERRITOIRES_APPRENANTS, terms, {
      ...values,
      decision_adhesion: ATTACHED_DECISION,
    })
    expect(without?.paragraphs).toEqual([])
    expect(text(attached)).toContain('P002_2025')
  })
})

describe('numbers in words', () => {
  it.each([
    [1, 'un'],
    [16, 'seize'],
    [21, 'vingt et un'],
    [30, 'trente'],
    [45, 'quarante-cinq'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [120, '120'],
  ])('%d is %s', (count, words) => expect(inWords(count)).toBe(words))

  it('agree with their noun', () => {
    expect([years(1), years(2), of(years(1)), of(years(11))]).toEqual([
      'un an',
      'deux ans',
      'd’un an',
      'de onze ans',
    ])
    expect(longDate(day('2026-08-01'))).toBe('1er août 2026')
  })
})

describe('the five reference terms (AGR-12)', () => {
  it('cite the article of each term', () => {
    const cited = (id: string, path: string) => articleOf(REFERENCE_TERMS[id] ?? termsOfNothing(), path)
    expect(cited('normandie-connectee', 'renewal')).toBe('8')
    expect(cited('normandie-connectee', 'denunciation.months')).toBe('8')
    expect(cited('normandie-connectee', 'amendmentRequest')).toBe('11')
    expect(cited('territoires-apprenants', 'denunciation')).toBe('5')
    expect(cited('canope', 'renewal')).toBe('10')
    expect(cited('villes-internet', 'renewal')).toBe('XIII')
    expect(cited('cinov-it', 'committee')).toBe('9')
  })

  it('cite one for every term they have, parties apart', () => {
    for (const terms of Object.values(REFERENCE_TERMS)) {
      const typed = Object.entries(terms).filter(
        ([term, value]) => value !== null && !NOT_A_TERM.includes(term),
      )
      const uncited = typed.map(([term]) => term).filter((term) => articleOf(terms, term) === null)
      expect(uncited).toEqual(['parties'])
    }
  })

  it('are the terms of the case file', async () => {
    const file = await import('../../../../tests/agreements/example-cases.json')
    for (const [id, raw] of Object.entries(file.templates)) {
      const {
        articles: _a,
        profile: _p,
        communication: _c,
        governance: _g,
        lending: _l,
        ...terms
      } = REFERENCE_TERMS[id] ?? termsOfNothing()
      expect(parseTerms(raw), id).toEqual(terms)
    }
  })
})

function text(clause: RenderedClause | undefined): string {
  return (clause?.paragraphs ?? []).flat().join('\n')
}

function termsOfNothing() {
  return termsWithArticles({ ...NORMANDIE_CONNECTEE, clauses: [] })
}
