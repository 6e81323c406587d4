import type { Agreement } from '../../domain/agreement.ts'
import type { Remark } from '../../domain/draft-remark.ts'
import type { Party } from '../../domain/terms.ts'
import { partyName } from '../parties.ts'

/** A step of a negotiation, as a mail tells it. */
export type NegotiationNews =
  | { kind: 'shared' }
  | { kind: 'remarked' | 'answered'; remark: Remark }
  | { kind: 'approved'; by: Party }
  | { kind: 'approvals-cancelled' }

interface NegotiationMail {
  agreement: Agreement
  news: NegotiationNews
  address: string
  networkName: string
  headName: string
}

/** What a party is told of a draft. The words of the other party stay on the page, behind the account. */
export function negotiationMail({ agreement, news, address, networkName, headName }: NegotiationMail) {
  const { subject, sentences } = told(agreement, news, headName)
  return {
    subject: `${networkName} : ${subject}, convention ${agreement.reference}`,
    body: ['Bonjour,', ...sentences, `Le texte et ce que chacun en dit : ${address}`, networkName].join(
      '\n\n',
    ),
  }
}

function told(agreement: Agreement, news: NegotiationNews, headName: string) {
  const what = `la convention ${agreement.reference} entre ${headName} et ${agreement.partner.name}`
  const nameOf = (party: Party) => partyName(agreement, party, headName)
  switch (news.kind) {
    case 'shared':
      return {
        subject: 'un projet vous est soumis',
        sentences: [
          `${headName} vous montre le projet de ${what}.`,
          'Vous pouvez le lire, remplir ce qui vous est demandé, commenter chaque article et proposer un autre texte. Rien n’est approuvé tant que vous ne le dites pas.',
        ],
      }
    case 'remarked':
      return {
        subject: news.remark.kind === 'comment' ? 'un commentaire' : 'une proposition attend votre réponse',
        sentences: [`${nameOf(news.remark.party)} ${remarkWords(news.remark)} dans le projet de ${what}.`],
      }
    case 'answered':
      return {
        subject: 'une proposition a reçu sa réponse',
        sentences: [
          `La proposition de ${nameOf(news.remark.party)} sur le projet de ${what} est ${answerWords(news.remark)}.`,
        ],
      }
    case 'approved':
      return {
        subject: 'le texte est approuvé par l’autre partie',
        sentences: [
          `${nameOf(news.by)} approuve pour signature le texte actuel de ${what}.`,
          'Il reste à l’approuver de votre côté, si ce n’est pas déjà fait. Toute modification annulera les approbations.',
        ],
      }
    case 'approvals-cancelled':
      return {
        subject: 'les approbations sont annulées',
        sentences: [
          `Le projet de ${what} vient de changer : ce qui avait été approuvé pour signature n’est plus le texte actuel.`,
          'Relisez le texte, puis approuvez-le de nouveau s’il vous convient.',
        ],
      }
  }
}

function remarkWords({ kind }: Remark): string {
  if (kind === 'comment') return 'commente un article'
  return kind === 'text' ? 'propose un autre texte pour un article' : 'propose de changer un terme'
}

function answerWords(remark: Remark): string {
  const outcome = remark.kind === 'comment' ? null : (remark.decision?.outcome ?? null)
  if (outcome === 'accepted') return 'acceptée : le texte a changé'
  return outcome === 'withdrawn' ? 'retirée par ses auteurs' : 'refusée, avec son motif'
}
