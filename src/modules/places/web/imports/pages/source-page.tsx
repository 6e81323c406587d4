import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Source } from '../../../data/imports/sources.store.ts'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { sourcePaths } from '../sources.paths.ts'
import { SCHEDULE_NAMES } from '../sources-wording.ts'
import { SourceFields } from './source-fields.tsx'

const trail = (base: string) => [
  { label: 'Lieux', href: homePaths.home(base) },
  { label: 'Imports', href: paths.imports(base) },
  { label: 'Sources', href: sourcePaths.sources(base) },
]

export function NewSourcePage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Déclarer une source"
      intro={'Son nom est celui que portent ses imports : gardez le même d’un fichier à l’autre.'}
      breadcrumb={trail(base)}
      problems={problems}
    >
      <Form action={sourcePaths.newSource(base)}>
        <TextField
          name="nom"
          label="Nom de la source"
          value={typeof values.nom === 'string' ? values.nom : ''}
          error={problemOf(problems, 'nom')}
          autocomplete="off"
        />
        <SourceFields state={state} />
        <Actions>
          <Button>Déclarer cette source</Button>
          <a href={sourcePaths.sources(base)}>Revenir aux sources</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export function SourcePage({ view, source, state }: { view: View; source: Source; state: FormState }) {
  const { base } = view.network
  const mayChange = opensTo(view, policy.importPlaces)
  return (
    <Frame view={view} space="member" title={source.name} breadcrumb={trail(base)} problems={state.problems}>
      {source.failure !== null && (
        <Notice state="danger" title="La dernière récolte a échoué">
          <p>{source.failure}</p>
        </Notice>
      )}
      <Harvest view={view} source={source} />
      {mayChange && (
        <Form action={sourcePaths.source(base, source.id)}>
          <SourceFields state={state} />
          <Actions>
            <Button>Enregistrer cette source</Button>
            <a href={sourcePaths.sources(base)}>Revenir aux sources</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function Harvest({ view, source }: { view: View; source: Source }) {
  const { base } = view.network
  const day = (of: Source['nextOn']) => (of ? <DayText day={of} today={view.today} /> : '–')
  return (
    <section aria-labelledby="recolte">
      <h2 id="recolte">Récolte</h2>
      <SummaryList
        rows={[
          { term: 'Rythme', value: SCHEDULE_NAMES[source.schedule] },
          { term: 'Dernière récolte', value: day(source.harvestedAt && dayOf(source.harvestedAt)) },
          { term: 'Prochaine récolte', value: day(source.isActive ? source.nextOn : null) },
          { term: 'Licence', value: source.licence || '–' },
        ]}
      />
      {opensTo(view, policy.importPlaces) && source.url !== null && source.isActive && (
        <Form action={sourcePaths.harvest(base, source.id)} label="Récolte">
          <p>Le fichier est lu et contrôlé ; vous lisez son rapport avant de publier.</p>
          <Actions>
            <Button look="plain">Récolter maintenant</Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}
