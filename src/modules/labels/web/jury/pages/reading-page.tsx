import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { type FrozenInitiative, InitiativeFacts } from '../../../../initiatives/index.ts'
import type { FilledMark } from '../../../domain/jury/grid.ts'
import type { Affinity } from '../../../domain/jury/interest.ts'
import type { ApplicationFile } from '../../../use-cases/applications/application-file.ts'
import { FileReading } from '../../applications/pages/file-reading.tsx'
import { juryPaths } from '../jury.paths.ts'
import type { ReadingPlace } from '../reading-at.ts'
import { DeclarationForm } from './declaration-form.tsx'
import { GridForm } from './grid-form.tsx'

export interface OpenFile {
  readonly file: ApplicationFile
  readonly initiatives: readonly FrozenInitiative[]
  readonly own: readonly FilledMark[]
  /** Of those who finished too, once this juror has. */
  readonly others: readonly { code: string; marks: readonly (number | null)[] }[]
  readonly areClosed: boolean
}

interface ReadingProps {
  view: View
  place: ReadingPlace
  affinities: readonly Affinity[]
  /** Null: the declaration does not open it. */
  open: OpenFile | null
  state: FormState
}

/** One reading: a name and a declaration first, then the file and the grid; nothing for whoever is recused. LAB-25. */
export function ReadingPage(props: ReadingProps) {
  const { view, place, open, state } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={place.holderName}
      kicker={place.campaign.name}
      breadcrumb={[{ label: 'Mes lectures', href: juryPaths.readings(base) }]}
      problems={state.problems}
    >
      {open ? <Opened {...props} open={open} /> : <Closed {...props} />}
    </Frame>
  )
}

function Closed({ view, place: { reading }, affinities, state }: ReadingProps) {
  if (reading.standing === 'recused')
    return (
      <Notice state="info" title="Vous vous êtes déporté">
        <p>
          Ce dossier vous est fermé. Vos notes, s’il y en avait, ne comptent plus ; vous quittez la séance
          quand le jury en délibère.
        </p>
      </Notice>
    )
  return (
    <DeclarationForm
      action={juryPaths.declaration(view.network.base, reading.id)}
      affinities={affinities}
      state={state}
    />
  )
}

function Opened(props: ReadingProps & { open: OpenFile }) {
  const { view, place, open, state } = props
  const { base } = view.network
  const { reading } = place
  const titles = new Map(open.initiatives.map(({ initiativeId, content }) => [initiativeId, content.title]))
  return (
    <>
      <FileReading
        file={open.file}
        titles={titles}
        proofHref={({ proof }) => juryPaths.proof(base, reading.id, proof.id)}
      />
      {open.initiatives.map(({ content }) => (
        <section>
          <h2>{content.title}</h2>
          <InitiativeFacts content={content} declaredBy={place.holderName} />
        </section>
      ))}
      <h2>Votre grille</h2>
      <GridForm action={juryPaths.grid(base, reading.id)} place={place} open={open} state={state} />
      {!place.campaign.publishedAt && (
        <Folded title="Vous découvrez un lien avec cette candidature ?">
          <DeclarationForm
            action={juryPaths.declaration(base, reading.id)}
            affinities={[]}
            isLater
            state={state}
          />
        </Folded>
      )}
    </>
  )
}
