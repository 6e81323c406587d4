import type { Network } from '../../../platform/session/actor.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Decision } from '../domain/decision.ts'
import { linesOf, type WrittenDocument } from '../domain/written-document.ts'
import { appealSentence, decisionName } from '../web/decisions/decision-wording.ts'

/** A published decision, with its remedies. What happens to it later is told on its page alone. AGR-70, AGR-131 */
export function decisionDocument(network: Network, decision: Decision): WrittenDocument {
  const { body, object, decidedOn, legalBasis, text, remedies, transmittedOn, publishedOn } = decision
  return {
    title: object,
    issuer: body,
    intro: `${decisionName(decision)}, ${formatDay(decidedOn)}. ${network.name}.`,
    reference: decisionName(decision),
    letter: null,
    parts: [
      {
        kind: 'facts',
        facts: [
          { term: 'Fondée sur', value: legalBasis },
          {
            term: 'Transmise au représentant de l’État',
            value: transmittedOn ? `Le ${formatDay(transmittedOn)}` : 'Date inconnue',
          },
          { term: 'Publiée', value: publishedOn ? `Le ${formatDay(publishedOn)}` : 'Pas encore' },
        ],
      },
      { kind: 'heading', text: 'Texte', anchor: 'texte' },
      { kind: 'text', blocks: linesOf(text) },
      { kind: 'heading', text: 'Délais et voies de recours', anchor: 'recours' },
      { kind: 'text', blocks: [...linesOf(remedies), appealSentence(decision)] },
    ],
  }
}
