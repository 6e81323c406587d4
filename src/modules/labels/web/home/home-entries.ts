import type { Context } from '../../../../platform/context.ts'
import type { Policy } from '../../../../platform/session/actor.ts'
import { deskOf } from '../../use-cases/instruction/desk.ts'
import { applicationPaths } from '../applications/applications.paths.ts'
import { bulkPaths } from '../bulk/bulk.paths.ts'
import { decisionPaths } from '../decisions/decisions.paths.ts'
import { instructionPaths } from '../instruction/instruction.paths.ts'
import { juryPaths } from '../jury/jury.paths.ts'
import { policy } from '../policy.ts'
import { proofPaths } from '../proof/proof.paths.ts'
import { schemePaths } from '../schemes/scheme.paths.ts'

/** One way into a part of the labels, shown to those it opens to. */
export interface HomeEntry {
  readonly label: string
  readonly sentence: string
  readonly href: (base: string) => string
  readonly policy: Policy
  /** What the role alone does not say: whoever sits in no group instructs nothing. */
  readonly isOpen?: (context: Context) => Promise<boolean>
}

/** The parts of the labels, in the order they are met: one line each. */
export const homeEntries: readonly HomeEntry[] = [
  {
    label: 'Candidatures',
    sentence: 'Préparer, envoyer et suivre les dossiers de votre structure ; garder ses pièces.',
    href: applicationPaths.list,
    policy: policy.apply,
  },
  {
    label: 'Dossiers à instruire',
    sentence: 'Les candidatures envoyées dans les territoires que vous instruisez, la plus pressée d’abord.',
    href: (base) => instructionPaths.queue(base),
    policy: policy.instructionMenu,
    isOpen: async (context) => (await deskOf(context)) !== null,
  },
  {
    label: 'Avis demandés',
    sentence: 'Les questions qui vous sont posées en tant qu’expert.',
    href: instructionPaths.expertList,
    policy: policy.giveOpinion,
  },
  {
    label: 'Décisions',
    sentence: 'Les décisions à prendre et celles qui sont prises, leurs lettres, les recours.',
    href: decisionPaths.list,
    policy: policy.readDecisions,
  },
  {
    label: 'Lieux proposés par liste',
    sentence:
      'Les lieux qu’un partenaire propose ensemble, la charte signée pour eux, la décision de la tête du réseau.',
    href: bulkPaths.lists,
    policy: policy.readLists,
  },
  {
    label: 'Suivi des labels',
    sentence: 'Les lieux qui doivent leurs informations du semestre, et ceux qui ont changé de commune.',
    href: proofPaths.followUp,
    policy: policy.readFollowUp,
  },
  {
    label: 'Mes lectures',
    sentence: 'Les candidatures qu’un jury vous confie : déclarer vos liens, lire, noter.',
    href: juryPaths.readings,
    policy: policy.juryEntry,
  },
  {
    label: 'Campagnes et jurys',
    sentence: 'Constituer un jury, répartir les dossiers, délibérer et publier les résultats.',
    href: juryPaths.campaigns,
    policy: policy.runJury,
  },
  {
    label: 'Définition des labels',
    sentence: 'Ce que chaque label demande, ses versions et ses campagnes.',
    href: schemePaths.schemes,
    policy: policy.readSchemes,
  },
]
