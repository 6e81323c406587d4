import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { nextVersion } from '../domain/schemes/next-version.ts'
import { faultsOf } from '../domain/schemes/publishable.ts'
import { aScheme } from '../domain/schemes/testing.ts'
import { STARTER_SETS, starterSet } from './starter-sets.ts'

const SEEDS = '../shared/seeds'

describe('the reference schemes (LAB-5)', () => {
  it.each([
    [
      'epn-normandie',
      'place',
      'binary',
      'application',
      'agreement',
      ['semester_information'],
      ['normandie-connectee'],
    ],
    [
      'tiers-lieux-normandie',
      'place',
      'binary',
      'application',
      'agreement',
      ['semester_information'],
      ['normandie-connectee'],
    ],
    ['netpublic', 'place', 'binary', 'bulk', 'agreement', [], ['canope']],
    ['villes-internet', 'collectivite', 'levels', 'jury', 'next_edition', ['yearly_initiatives'], []],
  ] as const)('%s', (id, holder, grading, route, validity, duties, templates) => {
    const content = starterSet(id)?.content ?? aScheme()
    expect([content.holderKind, content.grading.kind, content.route, content.validity.kind]).toEqual([
      holder,
      grading,
      route,
      validity,
    ])
    expect(content.duties).toEqual(duties)
    expect(content.agreement?.templates ?? []).toEqual(templates)
    expect(content.maySuspend).toBe(false)
  })

  it('lack nothing to be published but how a decision is contested (LAB-15, LAB-52)', () => {
    for (const { content } of STARTER_SETS) {
      expect(faultsOf(content).map(({ fault }) => fault)).toEqual(['remedies_missing'])
      expect(nextVersion(null, content).kind).toBe('version')
    }
  })

  it('go from one to five arobases, five from a median of 4.5', () => {
    const grading = starterSet('villes-internet')?.content.grading
    expect(grading?.kind === 'levels' && grading.levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5])
    expect(grading?.kind === 'levels' && grading.levels.at(-1)?.from).toBe(4.5)
  })

  it('give the third places the same criteria, and the five values of article 2', () => {
    const [epn, third] = ['epn-normandie', 'tiers-lieux-normandie'].map(
      (id) => starterSet(id)?.content.criteria,
    )
    expect(third?.slice(0, epn?.length)).toEqual(epn)
    expect(third?.slice(epn?.length).map(({ title }) => title.split(' :')[0])).toEqual([
      ...['Durabilité', 'Communauté', 'Coopération', 'Ouverture', 'Accessibilité'],
    ])
  })
})

describe('a set shipped to begin with (LAB-3)', () => {
  it('says it is one, and each criterion says the article it comes from', () => {
    for (const { content } of STARTER_SETS) {
      expect(content.isStarter).toBe(true)
      for (const { help, code } of content.criteria)
        expect(help, code).toMatch(/^Convention, (article|préambule)/)
    }
  })

  it.skipIf(!existsSync(SEEDS) && process.env.CI !== 'true')('quotes articles that exist', async () => {
    const [regional, canope, villes] = await Promise.all(
      ['000-normandie-connectee', '001-etat-canope', '003-etat-villes-internet'].map((name) =>
        readFile(`${SEEDS}/${name}.txt`, 'utf8'),
      ),
    )
    const says = (text: string | undefined, words: RegExp) =>
      expect(words.test(text ?? ''), String(words)).toBe(true)
    says(regional, /ARTICLE 4\s: LES ENGAGEMENTS DU CO-CONTRACTANT/)
    says(regional, /durabilité[\s\S]+communauté[\s\S]+coopération[\s\S]+ouverture[\s\S]+Accessibilité/)
    says(canope, /ARTICLE 4 – OBTENTION DU LABEL NETPUBLIC/)
    says(villes, /X – LES CRITÈRES DU LABEL NATIONAL/)
  })
})
