import { Document, Footer, HeadingLevel, Packer, Paragraph } from 'docx'
import type { Network } from '../../../platform/session/actor.ts'
import type { Agreement } from '../domain/agreement.ts'
import { shortFingerprint } from '../domain/signed-text.ts'
import { linesOf } from '../domain/text-lines.ts'
import type { DraftContent } from '../use-cases/drafting/draft-content.ts'
import { partyName } from '../web/parties.ts'

/** A text processor's own kind of file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The draft as an editable document: real headings, numbers written as text, and in the footer the version it was
 * taken from. AGR-20.
 */
export async function wordDraft(
  network: Network,
  agreement: Agreement,
  { text, fingerprint }: DraftContent,
): Promise<Uint8Array> {
  const names = agreement.terms.parties.map((party) => partyName(agreement, party, network.headName))
  const document = new Document({
    title: `${text.template.title}, projet ${agreement.reference}`,
    creator: network.name,
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph(versionLine(agreement, fingerprint))] }) },
        children: [
          new Paragraph({ text: text.template.title, heading: HeadingLevel.HEADING_1 }),
          new Paragraph(`Projet de convention ${agreement.reference}, entre ${names.join(' et ')}.`),
          ...text.clauses.flatMap((clause) => [
            new Paragraph({ text: headingOf(clause), heading: HeadingLevel.HEADING_2 }),
            ...linesOf(clause.paragraphs).map(
              (line) => new Paragraph(line.item ? `- ${line.text}` : line.text),
            ),
          ]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** « Article 8. Durée de la convention », or the title alone where the original has no number. */
function headingOf({ number, title }: { number: string | null; title: string }): string {
  return number === null ? title : `Article ${number}. ${title}`
}

function versionLine({ reference }: Agreement, fingerprint: string): string {
  return `Convention ${reference}, projet, version ${shortFingerprint(fingerprint)}`
}
