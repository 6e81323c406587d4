import { REGIONAL_CRITERIA } from './regional-criteria.ts'
import { type StarterSet, starterContent } from './starter-set.ts'

/** 000 art. 1, 4, 6 and 12. */
export const EPN_NORMANDIE: StarterSet = {
  id: 'epn-normandie',
  code: 'epn-normandie',
  name: 'EPN Normandie',
  description: 'Un espace public numérique reconnu par la Région.',
  source: 'Convention « Normandie Connectée », articles 1, 4, 6 et 12',
  content: starterContent({
    agreement: { templates: ['normandie-connectee'], clause: 'art. 6' },
    criteria: REGIONAL_CRITERIA,
    duties: ['semester_information'],
    validity: { kind: 'agreement' },
  }),
}
