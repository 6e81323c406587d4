import type { Template } from './template.ts'

/**
 * An agreement whose text is nobody's template: its terms are typed from the signed document, which alone says the
 * words. Never drafted from; only agreements taken over bear it. AGR-11.
 */
export const BESPOKE: Template = {
  id: 'bespoke',
  version: 1,
  language: 'fr',
  title: 'Termes particuliers',
  status: 'retired',
  parties: [
    { role: 'chef_de_file', name: 'le chef de file', lead: true },
    { role: 'cocontractant', name: 'le co-contractant', lead: false },
  ],
  clauses: [
    {
      key: 'texte',
      number: null,
      title: 'Texte',
      text: 'Texte : voir le document signé. Seuls les termes qui commandent une date ont été relevés.',
      binds: [],
      variables: [],
    },
  ],
  terms: {
    parties: ['chef_de_file', 'cocontractant'],
    entry: 'last_signature',
    initialYears: 1,
    renewal: { mode: 'none_unless_agreed', years: null, max: null },
    denunciation: null,
    amendmentRequest: null,
    amendmentEffect: 'first_day_of_month_after_last_signature',
    formalNotice: null,
    dispute: null,
    labelLoss: null,
    placeUpdate: null,
    committee: null,
  },
  annexes: [],
  correctedReadings: [],
  profile: {},
}
