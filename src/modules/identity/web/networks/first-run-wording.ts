import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { FoundingRefusal } from '../../use-cases/networks/found-network.ts'
import { passwordSentences } from '../members/invitation-wording.ts'

const inPassword = (message: string): Problem => ({ field: 'mot_de_passe', message })

const sentences: Record<FoundingRefusal, Problem> = {
  'wrong-key': {
    field: null,
    message: 'Ce lien a déjà servi, ou un autre démarrage l’a remplacé. Rien n’est enregistré.',
  },
  'too-short': inPassword(passwordSentences['too-short']),
  'too-long': inPassword(passwordSentences['too-long']),
  repeated: inPassword(passwordSentences.repeated),
  common: inPassword(passwordSentences.common),
  personal: inPassword(passwordSentences.personal),
}

export function foundingProblem({ refused }: Refusal<FoundingRefusal>): Problem {
  return sentences[refused]
}
