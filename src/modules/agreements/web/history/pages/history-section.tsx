import type { View } from '../../../../../platform/http/page.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Takeover } from '../../../data/takeover.store.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import { takeoverPaths } from '../../takeover/takeover.paths.ts'
import { unknownWords } from '../../takeover/takeover-wording.ts'
import { historyPaths } from '../history.paths.ts'

interface HistorySectionProps {
  view: View
  agreement: Agreement
  /** Null for an agreement drafted here. */
  takeover: Takeover | null
  mayReadEvidence: boolean
}

/** The way to the history; and for an agreement taken over, its signed document and what nobody knows of it. */
export function HistorySection({ view, agreement, takeover, mayReadEvidence }: HistorySectionProps) {
  const { base } = view.network
  return (
    <section aria-labelledby="origine">
      <h2 id="origine">{takeover ? 'Une convention reprise' : 'L’historique'}</h2>
      {takeover && (
        <TakeoverSummary base={base} {...{ agreement, takeover }} mayReadEvidence={mayReadEvidence} />
      )}
      <p>
        <a href={historyPaths.history(base, agreement.id)}>
          Rejouer l’historique, et voir chaque acte enregistré
        </a>
      </p>
    </section>
  )
}

function TakeoverSummary({
  base,
  agreement,
  takeover: { takenOverAt, file, keptByHead, keptByPartner, unknown },
  mayReadEvidence,
}: {
  base: string
  agreement: Agreement
  takeover: Takeover
  mayReadEvidence: boolean
}) {
  const kept = [keptByHead, keptByPartner].filter(Boolean).join(' ; ')
  return (
    <>
      <p>
        Signée avant d’être suivie ici, elle a été enregistrée le {formatMoment(takenOverAt)} avec les dates
        réelles de ses actes.
      </p>
      <SummaryList
        rows={[
          {
            term: 'Document signé',
            value:
              file === null ? (
                <Unknown />
              ) : mayReadEvidence ? (
                <a href={takeoverPaths.document(base, agreement.id)}>{file.name}</a>
              ) : (
                file.name
              ),
          },
          ...(file ? [{ term: 'Empreinte', value: <code>{file.sha256}</code> }] : []),
          { term: 'Originaux gardés par', value: kept || <Unknown /> },
          ...unknown.map((name) => ({ term: unknownWords[name] ?? name, value: <Unknown /> })),
        ]}
      />
    </>
  )
}

function Unknown() {
  return <Tag state="neutral">Inconnu</Tag>
}
