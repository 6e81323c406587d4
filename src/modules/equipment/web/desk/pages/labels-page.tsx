import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatNumber, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { DeskChoice } from '../../../data/desk/desk-day.queries.ts'
import { onSheets, type PrintedLabel, SHEET_FORMATS, type SheetName } from '../../../domain/desk/label.ts'
import { deskPaths } from '../desk.paths.ts'

interface LabelsProps {
  view: View
  desk: DeskChoice
  desks: readonly DeskChoice[]
  labels: readonly PrintedLabel[]
  /** One unit alone, when its label was replaced. */
  unit: PrintedLabel | null
}

/** The labels of a desk, to print or to cut, in the formats that shops sell. EQP-1301. */
export function LabelsPage({ view, desk, desks, labels, unit }: LabelsProps) {
  const { base } = view.network
  const count = labels.length
  return (
    <Frame
      view={view}
      space="member"
      title={unit ? `Étiquette de ${unit.assetNumber}` : 'Étiquettes du guichet'}
      intro={`${desk.name}, ${desk.inventoryName} : ${plural(count, 'étiquette', 'étiquettes')}.`}
      breadcrumb={[{ label: 'Guichet', href: deskPaths.day(base, { desk: desk.id }) }]}
    >
      {count === 0 ? (
        <EmptyState title="Aucun matériel à étiqueter">
          Chaque exemplaire inscrit au catalogue reçoit son étiquette. Inscrivez-en un, puis revenez ici.
        </EmptyState>
      ) : (
        <>
          <p>Choisissez le format de vos planches. Imprimez à 100 %, sans ajuster à la page.</p>
          <Formats {...{ view, desk, desks, labels, unit }} />
        </>
      )}
      {desks.length > 1 && !unit && (
        <nav class="actions" aria-label="Autres guichets">
          {desks
            .filter(({ id }) => id !== desk.id)
            .map((other) => (
              <a href={deskPaths.labels(base, other.id)}>
                {other.name}, {other.inventoryName}
              </a>
            ))}
        </nav>
      )}
    </Frame>
  )
}

function Formats({ view, desk, labels, unit }: LabelsProps) {
  const { base } = view.network
  const names = Object.keys(SHEET_FORMATS) as SheetName[]
  const asked = (format: SheetName, more: Record<string, string>) =>
    deskPaths.sheet(base, desk.id, { format, ...(unit && { exemplaire: unit.unitId }), ...more })
  return (
    <Table
      caption="Planches A4"
      columns={[
        { label: 'Format', header: true, cell: (name: SheetName) => formatText(name) },
        { label: 'À imprimer', cell: (name) => <a href={asked(name, { fichier: 'pdf' })}>PDF</a> },
        {
          label: 'Dessin',
          cell: (name) => (
            <>
              {onSheets(labels, SHEET_FORMATS[name]).map((_, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={asked(name, { fichier: 'svg', feuille: String(index + 1) })}>
                    SVG, feuille {index + 1}
                  </a>
                </>
              ))}
            </>
          ),
        },
      ]}
      rows={names}
    />
  )
}

function formatText(name: SheetName): string {
  const { width, height } = SHEET_FORMATS[name]
  return `${name} étiquettes de ${formatNumber(width)} × ${formatNumber(height)} mm`
}
