import { describe, expect, it } from 'vitest'
import { type WrittenClause, whyNotThisText } from './clause-proposal.ts'

const free: WrittenClause = { text: 'Les Parties s’informent. Elles se voient.', binds: [] }
const duration: WrittenClause = {
  text: 'La convention dure {{termes.duree}}. Elle est signée par {{partenaire.nom}}. Les Parties s’en réjouissent.',
  binds: ['initialYears'],
}
const communication: WrittenClause = {
  text: 'La Région approuve chaque annonce. Le logo reste visible.',
  binds: ['communication'],
}
const signatures: WrittenClause = { text: 'Fait en {{termes.exemplaires}} exemplaires.', binds: [] }

describe('a text that may take the place of a clause (AGR-19)', () => {
  it.each([
    ['free prose, written anew', free, 'Les Parties se rencontrent tous les deux mois.'],
    [
      'the free sentences of a bound clause',
      duration,
      'La convention dure {{termes.duree}}. Elle est conclue avec {{partenaire.nom}}.\n\nLes Parties y veillent.',
    ],
    [
      'a bound sentence with other spaces and another apostrophe',
      { text: 'L’accord dure {{termes.duree}}.', binds: ['initialYears'] },
      "L'accord  dure\u00a0{{termes.duree}}. Et c’est tout.",
    ],
    ['more sentences in a clause bound whole', communication, `${communication.text} Le site aussi.`],
  ] as const)('%s', (_what, clause, proposed) => {
    expect(whyNotThisText(clause, proposed)).toBeNull()
  })
})

describe('why a text may not (AGR-19)', () => {
  it.each([
    ['drops a term', duration, 'La convention dure trois ans.', 'term-words-missing', '{{termes.duree}}'],
    [
      'drops a blank',
      duration,
      'La convention dure {{termes.duree}}.',
      'blank-missing',
      '{{partenaire.nom}}',
    ],
    [
      'brings a blank of another clause',
      free,
      'Les Parties s’informent à {{ville_signature}}.',
      'unknown-blank',
      '{{ville_signature}}',
    ],
    [
      'rewords a bound sentence',
      duration,
      'La convention dure au moins {{termes.duree}}. Elle est signée par {{partenaire.nom}}.',
      'bound-sentence',
      'La convention dure {{termes.duree}}.',
    ],
    [
      'writes another duration beside the term',
      duration,
      `${duration.text} Elle cesse au bout de vingt-quatre mois.`,
      'contradicts-term',
      'vingt-quatre mois',
    ],
    [
      'rewords a clause bound whole',
      communication,
      'Chaque annonce est libre. Le logo reste visible.',
      'bound-sentence',
      'La Région approuve chaque annonce.',
    ],
    [
      'writes a duration in figures beside a mark',
      signatures,
      'Fait en {{termes.exemplaires}} exemplaires. Gardés 10 ans.',
      'contradicts-term',
      '10 ans',
    ],
  ] as const)('it %s', (_what, clause, proposed, reason, words) => {
    expect(whyNotThisText(clause, proposed)).toEqual({ reason, words })
  })
})
