import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { applicationPaths as paths } from '../applications.paths.ts'
import { FileReading, type ReadingProps } from './file-reading.tsx'

/** The whole file on one page, for the eyes or for the printer. LAB-6. */
export function ReadingPage({ view, ...reading }: ReadingProps & { view: View }) {
  const { base } = view.network
  const { application, version, holderName, reference } = reading.file
  const { submittedAt, id } = application
  return (
    <Frame
      view={view}
      space="member"
      title={`Dossier complet : ${version.scheme.name}`}
      kicker={reference ? `${holderName}, ${reference}` : holderName}
      intro={
        submittedAt
          ? `Envoyé le ${formatDay(dayOf(submittedAt))}, sur la version ${version.version} du cahier des charges (texte n° ${version.revision}).`
          : 'Ce dossier n’est pas encore envoyé. Cette page s’imprime telle quelle.'
      }
      breadcrumb={[
        { label: 'Candidatures', href: paths.list(base) },
        { label: version.scheme.name, href: paths.one(base, id) },
      ]}
    >
      <FileReading {...reading} />
    </Frame>
  )
}
