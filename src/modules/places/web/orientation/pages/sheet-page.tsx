import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { QrCode } from '../../../../../ui/qr-code.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { OrientationSheet } from '../../../documents/orientation-sheet.ts'
import { paths } from '../../paths.ts'
import { orientationPaths } from '../orientation.paths.ts'

interface SheetProps {
  view: View
  sheet: OrientationSheet
  /** What was typed: the same sheet as a PDF asks for it again, since nothing is kept. */
  typed: FormState
  /** Where that is asked. */
  again: string
}

/** The sheet itself, made to be printed. */
export function SheetPage({ view, sheet, typed, again }: SheetProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title={sheet.title}
      intro={sheet.by}
      breadcrumb={[
        { label: 'Accueil', href: paths.home(base) },
        { label: 'Faire une autre fiche', href: orientationPaths.start(base) },
      ]}
      act={<AsPdf action={again} typed={typed} />}
      head={<meta name="robots" content="noindex" />}
    >
      {sheet.way !== '' && (
        <p>
          <strong>Pour y aller :</strong> {sheet.way}
        </p>
      )}
      {sheet.places.map((place) => (
        <SheetPlace place={place} />
      ))}
      {sheet.follow !== '' && <p>{sheet.follow}</p>}
    </Frame>
  )
}

function AsPdf({ action, typed: { values } }: { action: string; typed: FormState }) {
  const kept = Object.entries(values).filter(([name]) => name !== 'sortie')
  return (
    <form action={action} method="post">
      {kept.flatMap(([name, value]) =>
        [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
      <input type="hidden" name="sortie" value="pdf" />
      <Button look="plain" icon="download">
        Télécharger en PDF
      </Button>
    </form>
  )
}

function SheetPlace({ place }: { place: OrientationSheet['places'][number] }) {
  return (
    <section class="sheet-place">
      <h2>{place.name}</h2>
      <p>{place.plan}</p>
      {place.phone !== '' && (
        <p>
          <strong>Téléphone :</strong> {place.phone}
        </p>
      )}
      {place.services.length > 0 && (
        <p>
          <strong>On vous y aide à :</strong> {place.services.join(' ; ')}
        </p>
      )}
      {place.hours.length > 0 ? (
        <Table
          caption="Horaires des deux semaines qui viennent"
          columns={[
            { label: 'Jours', cell: (line) => line.days, header: true },
            { label: 'Horaires', silent: true, cell: (line) => line.hours },
          ]}
          rows={place.hours}
        />
      ) : (
        <p>
          <strong>Horaires :</strong> {place.hoursNote}
        </p>
      )}
      <p class="printed-code">
        <QrCode text={place.address} label={`Code à scanner : la fiche de ${place.name}`} />
        {place.address}
      </p>
    </section>
  )
}
