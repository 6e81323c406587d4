import type { Refusal } from '../../../kernel/refusal.ts'
import { formatDay } from '../../../ui/french.ts'
import type { InitiativeContent, InitiativeState, OperatorKind } from '../domain/initiative.ts'
import type { Stake } from '../domain/stakes.ts'
import type { InitiativeRefusal } from '../use-cases/keep-initiative.ts'

/** In the order in which they are offered. */
export const stakeGroups: readonly { label: string; stakes: readonly Stake[] }[] = [
  { label: 'Démocratie et services publics', stakes: ['public_services', 'local_democracy', 'identity'] },
  {
    label: 'Vivre ensemble',
    stakes: ['solidarity', 'social_cohesion', 'associations', 'daily_life'],
  },
  { label: 'Partager les savoirs', stakes: ['education', 'culture', 'mediation', 'innovation'] },
  {
    label: 'Créer des richesses',
    stakes: ['employment', 'economic_development', 'attractiveness', 'cooperation'],
  },
]

export const stakeWords: Record<Stake, string> = {
  public_services: 'Services publics',
  local_democracy: 'Démocratie locale',
  identity: 'Identité du territoire',
  solidarity: 'Solidarité',
  social_cohesion: 'Cohésion sociale',
  associations: 'Vie associative',
  daily_life: 'Vie quotidienne',
  education: 'Éducation et jeunesse',
  culture: 'Culture et patrimoine',
  mediation: 'Médiation numérique',
  innovation: 'Innovation',
  employment: 'Emploi',
  economic_development: 'Développement économique',
  attractiveness: 'Attractivité',
  cooperation: 'Coopération',
}

export const stateWords: Record<InitiativeState, string> = {
  project: 'En projet',
  running: 'En cours',
  permanent: 'Permanente',
  ended: 'Terminée',
}

export const operatorWords: Record<OperatorKind, string> = {
  own: 'La structure elle-même',
  association: 'Une association qu’elle soutient',
  delegate: 'Un délégataire',
  provider: 'Un prestataire',
}

export const fieldWords: Record<keyof InitiativeContent, string> = {
  title: 'le titre',
  summary: 'le résumé',
  description: 'la description',
  operator: 'qui la mène',
  communes: 'le territoire',
  framework: 'le référentiel des enjeux',
  stake: 'l’enjeu principal',
  otherStakes: 'les autres enjeux',
  served: 'le public',
  state: 'l’état',
  from: 'le début',
  until: 'la fin',
  result: 'ce qu’elle a donné',
  figures: 'les chiffres',
  links: 'les liens',
  partners: 'les partenaires',
}

/** What one field says, in words; « rien » when it is empty. */
export function fieldText(content: InitiativeContent, field: keyof InitiativeContent): string {
  const said: Record<keyof InitiativeContent, string> = {
    ...{ title: content.title, summary: content.summary, description: content.description },
    operator: [operatorWords[content.operator.kind], content.operator.name].filter(Boolean).join(', '),
    communes: content.communes.join(', ') || 'tout le territoire',
    framework: content.framework,
    stake: stakeWords[content.stake],
    otherStakes: content.otherStakes.map((stake) => stakeWords[stake]).join(', '),
    served: content.served,
    state: stateWords[content.state],
    from: content.from ? formatDay(content.from) : '',
    until: content.until ? formatDay(content.until) : '',
    result: content.result,
    figures: content.figures.map(({ what, value, year }) => `${what} ${value} (${year})`).join(', '),
    links: content.links.join(', '),
    partners: content.partners,
  }
  return said[field] || 'rien'
}

const sentences: Record<InitiativeRefusal, { field: string | null; message: string }> = {
  'no-operator': { field: 'operateur', message: 'Indiquez le nom de l’organisme qui mène l’initiative.' },
  'too-many-stakes': { field: 'autres_enjeux', message: 'Choisissez trois autres enjeux au plus.' },
  'stake-twice': {
    field: 'autres_enjeux',
    message: 'L’enjeu principal est aussi coché ici : décochez-le, il compte déjà.',
  },
  'ends-before-it-begins': {
    field: 'fin',
    message: 'La fin vient avant le début : corrigez l’une des deux dates.',
  },
  'no-result': {
    field: 'resultat',
    message: 'L’initiative est terminée : dites en une phrase ce qu’elle a donné.',
  },
  'no-such-initiative': {
    field: null,
    message: 'Cette initiative n’existe pas ou n’est pas à votre portée.',
  },
  'changed-meanwhile': {
    field: null,
    message:
      'Quelqu’un a enregistré une autre révision pendant que vous écriviez. Ouvrez la page de l’initiative dans un autre onglet, comparez, puis enregistrez à nouveau : votre texte est gardé ci-dessous.',
  },
}

export function problemOfRefusal({ refused }: Refusal<InitiativeRefusal>) {
  return sentences[refused]
}
