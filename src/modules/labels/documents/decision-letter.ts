import type { Instant } from '../../../kernel/instant.ts'
import type { Documents } from '../../../platform/documents/documents.ts'
import { formatDay } from '../../../ui/french.ts'
import { reasonBlocks } from '../domain/decisions/reasons.ts'
import type { LetterContent } from '../use-cases/decisions/letter-content.ts'
import { DECISION_VERBS, decisionTitle, levelText } from '../web/decisions/decision-wording.ts'

export const DECISION_TEMPLATE = 'src/modules/labels/documents/decision-letter.typ'

type Part =
  | { kind: 'heading'; text: string; anchor: string }
  | { kind: 'text'; blocks: (string | string[])[] }
  | { kind: 'facts'; facts: { term: string; value: string }[] }

/** The letter of a decision, as its page shows it and its PDF prints it. LAB-15, LAB-16. */
export interface DecisionLetter {
  readonly title: string
  readonly issuer: string
  readonly intro: string
  readonly reference: string
  readonly letter: {
    sender: string[]
    addressee: string[]
    sending: string
    subject: string
    place: string
    signatory: string[]
  }
  readonly parts: Part[]
}

/** Same decision, same bytes. */
export function decisionPdf(documents: Documents, letter: DecisionLetter, at: Instant): Promise<Uint8Array> {
  return documents.pdf({ template: DECISION_TEMPLATE, data: letter, createdAt: at, standard: 'a-2a' })
}

/** A grant and a refusal, each in its words; what speaks against its reader always ends by how it is contested. */
export function decisionLetter(content: LetterContent): DecisionLetter {
  const { decision, network, addressee, holder } = content
  const { authority, signerName, signerTitle, decidedOn } = decision
  const title = decisionTitle(decision)
  return {
    title,
    issuer: authority,
    intro: '',
    reference: `${title}, ${formatDay(decidedOn)}`,
    letter: {
      sender: [authority, network],
      addressee: [...addressee],
      sending: '',
      subject: `Objet : ${title.charAt(0).toLowerCase()}${title.slice(1)}, ${holder}`,
      place: `Le ${formatDay(decidedOn)}`,
      signatory: [signerName, signerTitle].filter(Boolean),
    },
    parts: [
      text('Madame, Monsieur,', openingOf(content), ...circumstancesOf(content)),
      ...reasonsOf(content),
      ...reservesOf(content),
      ...remediesOf(content),
      text('Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.'),
    ],
  }
}

function openingOf({ decision, holder, levelUnit, number }: LetterContent): string {
  const { kind, scheme, level, effectFrom, decidedOn, authority } = decision
  const isGrant = kind === 'granted' || kind === 'granted_with_reserve' || kind === 'level_changed'
  const told = isGrant && level !== null ? `, ${levelText(level, levelUnit)},` : ''
  const whom = isBorne(kind) ? 'porté par' : 'à'
  const effect = kind === 'refused' ? '' : ` Cette décision prend effet le ${formatDay(effectFrom)}.`
  const numbered = number && kind !== 'refused' ? ` Numéro d’attribution : ${number}.` : ''
  return `Par décision du ${formatDay(decidedOn)}, ${authority} ${DECISION_VERBS[kind]} ${scheme.name}${told} ${whom} ${holder}.${effect}${numbered}`
}

/** A label that stands already, or not yet. */
function isBorne(kind: LetterContent['decision']['kind']): boolean {
  return kind !== 'granted' && kind !== 'granted_with_reserve' && kind !== 'refused'
}

function circumstancesOf(content: LetterContent): string[] {
  const { decision, firstDecidedOn, heard, validUntil } = content
  const { kind, correction, untilDay, untilCondition } = decision
  const isGrant = kind === 'granted' || kind === 'granted_with_reserve'
  return [
    ...(firstDecidedOn ? [`Elle remplace la décision du ${formatDay(firstDecidedOn)}.`] : []),
    ...(correction ? [correction] : []),
    ...(heard
      ? [
          `Vos observations ont été demandées le ${formatDay(heard.askedOn)}${heard.answeredOn ? ` ; vous avez répondu le ${formatDay(heard.answeredOn)}` : ', sans réponse de votre part'}.`,
        ]
      : []),
    ...(untilDay ? [`La suspension cesse le ${formatDay(untilDay)}.`] : []),
    ...(untilCondition ? [`La suspension cesse quand cette condition est remplie : ${untilCondition}`] : []),
    ...(isGrant && validUntil ? [`Le label est porté jusqu’à la veille du ${formatDay(validUntil)}.`] : []),
  ]
}

function reasonsOf({ decision: { reasons, criteria = [] } }: LetterContent): Part[] {
  const blocks = reasonBlocks(reasons)
  if (blocks.length === 0 && criteria.length === 0) return []
  return [
    heading('Motifs'),
    ...blocks.map((block): Part => {
      if (block.kind === 'heading') return heading(block.text)
      return text(block.kind === 'list' ? [...block.items] : block.text)
    }),
    ...(criteria.length === 0
      ? []
      : [
          {
            kind: 'facts' as const,
            facts: criteria.map(({ code, title, words }) => ({ term: `${code}, ${title}`, value: words })),
          },
        ]),
  ]
}

function reservesOf({ decision: { reserves } }: LetterContent): Part[] {
  if (reserves.length === 0) return []
  const told = reserves.map(({ text: what, until }) =>
    until ? `${what} (au plus tard le ${formatDay(until)})` : what,
  )
  return [heading('Réserves'), text(told)]
}

function remediesOf({ decision: { remedies } }: LetterContent): Part[] {
  if (remedies.trim() === '') return []
  const blocks = reasonBlocks(remedies).map((block) =>
    block.kind === 'list' ? [...block.items] : block.text,
  )
  return [heading('Voies et délais de recours'), text(...blocks)]
}

function heading(words: string): Part {
  return { kind: 'heading', text: words, anchor: `partie-${words.toLowerCase().replace(/[^a-z]+/g, '-')}` }
}

function text(...blocks: (string | string[])[]): Part {
  return { kind: 'text', blocks }
}
