import { type StarterSet, starterContent, starterCriterion } from './starter-set.ts'

const LEVEL = 'Niveau d’exigence'

/** 001 art. 4. */
export const NETPUBLIC: StarterSet = {
  id: 'netpublic',
  code: 'netpublic',
  name: 'NetPublic',
  description: 'Un espace public numérique proposé par un partenaire et reconnu par l’État.',
  source: 'Convention entre l’État et Réseau Canopé, article 4',
  content: starterContent({
    route: 'bulk',
    agreement: { templates: ['canope'], clause: 'art. 4' },
    criteria: [
      starterCriterion('N1', LEVEL, 'Les équipements sont d’un niveau élevé', {
        help: 'Convention, article 4.',
      }),
      starterCriterion('N2', LEVEL, 'Les ressources sont d’un niveau élevé', {
        help: 'Convention, article 4.',
      }),
      starterCriterion('N3', LEVEL, 'Des services numériques pour l’éducation sont proposés', {
        help: 'Convention, article 4.',
      }),
      starterCriterion('N4', LEVEL, 'Les personnes qui accueillent et accompagnent sont formées', {
        help: 'Convention, article 4.',
      }),
      starterCriterion('N5', 'Charte', 'La charte d’adhésion est signée pour le lieu', {
        help: 'Convention, article 4 : par le partenaire, pour le compte des espaces. Le texte de la charte n’accompagne pas la convention : ajoutez le vôtre.',
        isEliminatory: true,
        evidence: [{ kind: 'declaration', isRequired: true, maxAgeMonths: null }],
      }),
    ],
    validity: { kind: 'agreement' },
  }),
}
