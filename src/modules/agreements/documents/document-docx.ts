import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { typographyOfData } from '../../../kernel/typography.ts'
import type { LetterHead, Part, TextBlock, WrittenDocument } from '../domain/written-document.ts'

const HALF_OF_THE_PAGE = 4800

/** The same document as a text to edit, with real headings, lists and tables. AGR-96 */
export async function documentDocx(written: WrittenDocument): Promise<Uint8Array> {
  const { title, issuer, reference, intro, letter, parts } = typographyOfData(written)
  const document = new Document({
    title: `${title}, ${reference}`,
    creator: issuer,
    styles: {
      default: { document: { run: { font: 'Liberation Serif', size: 22, language: { value: 'fr-FR' } } } },
    },
    sections: [
      {
        footers: { default: footer(reference) },
        children: [
          ...(letter ? headOf(letter) : [heading(title, HeadingLevel.HEADING_1)]),
          ...(intro ? [paragraph(intro)] : []),
          ...parts.flatMap(partOf),
          ...(letter ? letter.signatory.map((line) => paragraph(line, { indent: HALF_OF_THE_PAGE })) : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function headOf({ sender, addressee, sending, place, subject }: LetterHead): Paragraph[] {
  const right = { indent: HALF_OF_THE_PAGE }
  return [
    ...sender.map((line, index) => paragraph(line, { bold: index === 0 })),
    ...addressee.map((line) => paragraph(line, right)),
    ...sending
      .split('\n')
      .filter(Boolean)
      .map((line) => paragraph(line, right)),
    paragraph(place, right),
    heading(subject, HeadingLevel.HEADING_1),
  ]
}

function partOf(part: Part): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text, HeadingLevel.HEADING_2)]
    case 'text':
      return part.blocks.flatMap((block) => blockOf(block))
    case 'quote':
      return [
        paragraph(part.source, { bold: true, indent: 500 }),
        ...part.blocks.flatMap((block) => blockOf(block, 500)),
      ]
    case 'facts':
      return part.facts.map(
        ({ term, value }) =>
          new Paragraph({
            spacing: { after: 120 },
            children: [new TextRun({ text: `${term} : `, bold: true }), new TextRun(value)],
          }),
      )
    case 'table':
      return [paragraph(part.caption, { bold: true }), tableOf(part)]
    case 'note':
      return [paragraph(part.text, { italics: true })]
    case 'signatures':
      return part.signatures.flatMap(({ party, said }) => [
        paragraph(party, { bold: true }),
        paragraph(said || 'Date, nom et qualité du signataire :'),
      ])
  }
}

function blockOf(block: TextBlock, indent = 0): Paragraph[] {
  if (typeof block === 'string') return [paragraph(block, { indent })]
  return block.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
}

function paragraph(text: string, { bold = false, italics = false, indent = 0 } = {}): Paragraph {
  return new Paragraph({
    spacing: { after: 120 },
    indent: { left: indent },
    children: [new TextRun({ text, bold, italics })],
  })
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ text, heading: level, spacing: { before: 240, after: 120 } })
}

function tableOf({ columns, rows }: Extract<Part, { kind: 'table' }>): Table {
  const row = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      children: cells.map((text) => new TableCell({ children: [paragraph(text, { bold: isHeader })] })),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  })
}

function footer(reference: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: [`${reference}, page `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}
