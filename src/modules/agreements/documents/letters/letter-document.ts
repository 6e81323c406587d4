import { formatDay } from '../../../../ui/french.ts'
import { becomesAct, type LetterKind } from '../../domain/prepared-letter.ts'
import { linesOf, type Part, paragraph, type WrittenDocument } from '../../domain/written-document.ts'
import { letterSubjects } from '../../web/documents/letter-wording.ts'
import { partyName } from '../../web/parties.ts'
import { denunciation, formalNotice, termination } from './leaving-letters.ts'
import type { LetterContent } from './letter-content.ts'
import { dispute, renewalNotice, requestAnswer } from './other-letters.ts'

const BLANK = '……………………………………'

const bodies: Record<LetterKind, (content: LetterContent) => Part[]> = {
  denunciation,
  formal_notice: formalNotice,
  termination,
  dispute,
  renewal_notice: renewalNotice,
  request_answer: requestAnswer,
}

/** The letter, ready to be printed, signed and posted by its sender. Nobody has posted it. AGR-45 */
export function letterDocument(content: LetterContent): WrittenDocument {
  const { network, agreement, asked } = content
  const { kind, from } = asked
  const to = agreement.terms.parties.find((party) => party !== from) ?? from
  const sender = partyName(agreement, from, network.headName)
  return {
    title: letterSubjects[kind],
    issuer: sender,
    intro: '',
    reference: `Convention ${agreement.reference}`,
    letter: {
      sender: [sender, ...linesOf(asked.senderAddress)],
      addressee: [partyName(agreement, to, network.headName), ...linesOf(asked.addresseeAddress)],
      sending: becomesAct(kind) ? `Lettre recommandée avec avis de réception\nN° de suivi : ${BLANK}` : '',
      subject: `Objet : ${letterSubjects[kind].toLowerCase()}, convention ${agreement.reference}`,
      place: `${asked.town ? `À ${asked.town}, le` : 'Le'} ${formatDay(asked.plannedOn)}`,
      signatory: [asked.signatory, asked.capacity].filter(Boolean),
    },
    parts: [
      paragraph('Madame, Monsieur,'),
      ...bodies[kind](content),
      paragraph(
        'Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.',
      ),
    ],
  }
}
