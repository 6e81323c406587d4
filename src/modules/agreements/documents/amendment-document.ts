import type { Network } from '../../../platform/session/actor.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Agreement } from '../domain/agreement.ts'
import { amendmentName, type DraftedAmendment } from '../domain/amendment-draft.ts'
import type { AmendmentState } from '../domain/amendments.ts'
import { type Part, paragraph, type TextBlock, type WrittenDocument } from '../domain/written-document.ts'
import { partiesOf } from './agreement-document.ts'
import { signatureLines } from './signature-lines.ts'

export interface AmendmentContent {
  readonly draft: DraftedAmendment
  /** What its signatures say of it; null while nobody has signed. */
  readonly signed: AmendmentState | null
  /** What it changes, a line for each thing. */
  readonly changes: readonly string[]
  /** The articles it writes anew, as they will read. */
  readonly rewritten: readonly { readonly title: string; readonly blocks: readonly TextBlock[] }[]
}

/** An amendment as it is read and signed: what it changes, from when, and the articles it rewrites. */
export function amendmentDocument(
  network: Network,
  agreement: Agreement,
  { draft, signed, changes, rewritten }: AmendmentContent,
): WrittenDocument {
  return {
    title: `Avenant n° ${draft.number}`,
    issuer: network.name,
    intro: `À la convention ${agreement.reference}, entre ${partiesOf(network, agreement)}. Objet : ${draft.object}`,
    reference: `${agreement.reference}, avenant n° ${draft.number}`,
    letter: null,
    parts: [
      { kind: 'heading', text: 'Ce qui change', anchor: 'changements' },
      changes.length > 0
        ? { kind: 'text', blocks: [changes] }
        : paragraph('Cet avenant ne change encore rien.'),
      ...rewritten.flatMap(({ title, blocks }, index): Part[] => [
        { kind: 'heading', text: `${title}, nouvelle rédaction`, anchor: `redaction-${index + 1}` },
        { kind: 'text', blocks },
      ]),
      { kind: 'heading', text: 'Prise d’effet', anchor: 'effet' },
      paragraph(effectSentence(draft, signed)),
      paragraph('Les autres stipulations de la convention restent inchangées.'),
      { kind: 'heading', text: 'Signatures', anchor: 'signatures' },
      {
        kind: 'signatures',
        signatures: signatureLines(network, agreement, 'amendment_signed', amendmentName(draft.number)),
      },
    ],
  }
}

function effectSentence({ effectiveOn }: DraftedAmendment, signed: AmendmentState | null): string {
  const day = signed?.effectiveOn ?? effectiveOn
  return day
    ? `L’avenant prend effet le ${formatDay(day)}.`
    : 'L’avenant prend effet le premier jour du mois qui suit la dernière signature.'
}
