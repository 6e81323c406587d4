import type { Criterion, EvidenceAsked } from '../domain/schemes/scheme.ts'
import { starterCriterion } from './starter-set.ts'

const LIFE = 'Vie du réseau'
const INFORMATION = 'Information du public'

const asked = (kind: EvidenceAsked['kind'], isRequired: boolean): EvidenceAsked => ({
  ...{ kind, isRequired, maxAgeMonths: null },
})

/** What the agreement asks of every place of the network. 000 art. 4. */
export const REGIONAL_CRITERIA: readonly Criterion[] = [
  starterCriterion(
    'E1',
    'Éligibilité',
    'Le lieu remplit les conditions d’éligibilité du cahier des charges',
    {
      help: 'Convention, article 4. Le cahier des charges (annexe 1) n’accompagne pas la convention : écrivez ici vos propres conditions.',
      isEliminatory: true,
      evidence: [asked('declaration', true)],
    },
  ),
  starterCriterion('V1', LIFE, 'Le lieu participe aux campagnes d’animation et de communication du réseau', {
    help: 'Convention, article 4.',
  }),
  starterCriterion('V2', LIFE, 'Le lieu participe aux échanges de bonnes pratiques entre lieux', {
    help: 'Convention, article 4 : être actif dans la communauté du réseau.',
  }),
  starterCriterion('I1', INFORMATION, 'Les informations du lieu sont publiées dans l’annuaire', {
    help: 'Convention, article 4 : les informations du lieu et de ses services.',
    autoSource: 'opening_hours',
  }),
  starterCriterion('I2', INFORMATION, 'Ces informations sont mises à jour au moins une fois par semestre', {
    help: 'Convention, article 4.',
    autoSource: 'last_update',
  }),
  starterCriterion('S1', 'Suivi', 'Le lieu remet un rapport d’activité avec les indicateurs de suivi', {
    help: 'Convention, articles 4 et 10.',
    evidence: [asked('file', false)],
  }),
  starterCriterion('A1', 'Affichage', 'L’engagement de la tête de réseau est affiché dans le lieu', {
    help: 'Convention, article 4 : dans l’espace et sur les supports de communication.',
    evidence: [asked('photo', false)],
  }),
  starterCriterion('O1', 'Outils de la région', 'Le lieu fait connaître les outils de la région', {
    help: 'Convention, article 4 : leur diffusion et leur prise en main.',
  }),
]
