import { REGIONAL_CRITERIA } from './regional-criteria.ts'
import { type StarterSet, starterContent, starterCriterion } from './starter-set.ts'

const VALUES = 'Valeurs partagées'

/** 000 art. 1, 2, 4, 6 and 12. */
export const TIERS_LIEUX_NORMANDIE: StarterSet = {
  id: 'tiers-lieux-normandie',
  code: 'tiers-lieux-normandie',
  name: 'Tiers-Lieux Normandie',
  description: 'Un tiers-lieu reconnu par la Région.',
  source: 'Convention « Normandie Connectée », articles 1, 2, 4, 6 et 12',
  content: starterContent({
    agreement: { templates: ['normandie-connectee'], clause: 'art. 6' },
    criteria: [
      ...REGIONAL_CRITERIA,
      starterCriterion(
        'T1',
        VALUES,
        'Durabilité : le lieu, ses équipements et ses ressources sont pérennes',
        {
          help: 'Convention, article 2 : gérer dans la durée et agir pour le développement local.',
        },
      ),
      starterCriterion('T2', VALUES, 'Communauté : les usagers prennent part à la gouvernance du lieu', {
        help: 'Convention, article 2 : à la gouvernance et à la vie quotidienne.',
      }),
      starterCriterion(
        'T3',
        VALUES,
        'Coopération : le lieu partage avec les autres sans contrepartie financière',
        {
          help: 'Convention, article 2.',
        },
      ),
      starterCriterion(
        'T4',
        VALUES,
        'Ouverture : le lieu développe de nouveaux services et accepte le débat',
        {
          help: 'Convention, article 2 : de nouvelles compétences aussi.',
        },
      ),
      starterCriterion(
        'T5',
        VALUES,
        'Accessibilité : le lieu accueille toute personne et toute organisation locale',
        {
          help: 'Convention, article 2 : pour travailler, se former, créer, échanger.',
        },
      ),
    ],
    duties: ['semester_information'],
    validity: { kind: 'agreement' },
  }),
}
