import { isDay } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { paths } from '../../paths.ts'
import { documentPaths } from '../documents.paths.ts'
import type { Piece } from '../piece-of.ts'
import { WrittenDocumentView } from './written-document-view.tsx'

interface DocumentProps {
  view: View
  agreement: Agreement
  slug: string
  piece: Piece
  /** What the address asks: a day, a number of years. */
  asked: Readonly<Record<string, string>>
}

/** A document on a page, before its PDF: whoever cannot read the one reads the other. AGR-93 */
export function DocumentPage({ view, agreement, slug, piece, asked }: DocumentProps) {
  const { base } = view.network
  const query = {
    ...(isDay(asked.jour) && { jour: asked.jour }),
    ...(asked.duree && { duree: Number(asked.duree) }),
  }
  return (
    <Frame
      view={view}
      space="member"
      title={piece.written.title}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        { label: 'Documents', href: documentPaths.documents(base, agreement.id) },
      ]}
      act={{ label: 'Télécharger le PDF', href: documentPaths.pdf(base, agreement.id, slug, query) }}
    >
      <WrittenDocumentView document={piece.written} />
    </Frame>
  )
}
