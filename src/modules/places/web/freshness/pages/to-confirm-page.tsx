import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { capital, formatDay, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { KeptPlace } from '../../../data/freshness/kept.queries.ts'
import type { Period } from '../../../domain/freshness/period.ts'
import type { PlaceId } from '../../../domain/place.ts'
import type { Freshness } from '../../../use-cases/freshness/freshness-of.ts'
import { homePaths } from '../../home/home.paths.ts'
import { lifePaths } from '../../life/life.paths.ts'
import { paths } from '../../paths.ts'
import { freshnessPaths } from '../freshness.paths.ts'
import { thePeriodText, thisPeriodText } from '../freshness-wording.ts'
import { MissedText, StateTag } from './freshness-tag.tsx'

interface ToConfirmProps {
  view: View
  /** That of today, by the rule of the network. */
  period: Period
  places: readonly KeptPlace[]
  freshness: ReadonlyMap<PlaceId, Freshness>
  state: FormState
}

/** All one's places on one page: tick those whose sheet is right, confirm them together. DIR-58. */
export function ToConfirmPage({ view, period, places, freshness, state }: ToConfirmProps) {
  const { base } = view.network
  const awaited = places.filter(({ id }) => {
    const owed = freshness.get(id)?.state
    return owed === 'due' || owed === 'overdue'
  })
  return (
    <Frame
      view={view}
      space="member"
      title="Fiches à confirmer"
      intro={`Dites que la fiche de chacun de vos lieux est juste. C’est attendu une fois ${thisPeriodText(period)}, qui se termine le ${formatDay(period.lastDay)}.`}
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
      problems={state.problems}
    >
      {awaited.length === 0 ? (
        <EmptyState title={places.length === 0 ? 'Vous ne tenez aucun lieu.' : 'Tout est confirmé.'}>
          <p>
            {places.length === 0
              ? 'Demandez à votre structure, ou à la tête de réseau, de vous rattacher au vôtre.'
              : `Rien d’autre n’est attendu de vous pour ${thePeriodText(period)}. Merci.`}
          </p>
        </EmptyState>
      ) : (
        <Form action={freshnessPaths.toConfirm(base)}>
          <Checkboxes
            name="lieu"
            label={`${plural(awaited.length, 'fiche attend', 'fiches attendent')} votre confirmation`}
            hint="Ouvrez la fiche si vous avez un doute. Ne cochez que celles qui sont justes aujourd’hui."
            error={problemOf(state.problems, 'lieu')}
            choices={awaited.map(({ id, name, commune, slug }) => ({
              value: id,
              label: commune ? `${name}, ${commune}` : name,
              hint: (
                <>
                  <StateTag state={freshness.get(id)?.state ?? null} />{' '}
                  <MissedText duties={freshness.get(id)?.duties ?? []} />{' '}
                  <a href={paths.place(base, slug)}>Lire la fiche</a>
                  {' · '}
                  <a href={lifePaths.sheet(base, id)}>La modifier, ou dire qu’il a fermé</a>
                </>
              ),
            }))}
            values={[state.values.lieu ?? []].flat()}
          />
          <Actions>
            <Button>Rien n’a changé pour les lieux cochés</Button>
          </Actions>
        </Form>
      )}
      <Others
        view={view}
        period={period}
        places={places.filter((place) => !awaited.includes(place))}
        freshness={freshness}
      />
    </Frame>
  )
}

function Others({
  view,
  period,
  places,
  freshness,
}: Pick<ToConfirmProps, 'view' | 'period' | 'places' | 'freshness'>) {
  if (places.length === 0) return null
  const { base } = view.network
  return (
    <Table
      caption={`Vos autres lieux, ${places.length}`}
      columns={[
        {
          label: 'Lieu',
          header: true,
          cell: ({ name, slug, commune }) => (
            <>
              <a href={paths.place(base, slug)}>{name}</a>
              {commune && `, ${commune}`}
            </>
          ),
        },
        {
          label: capital(thisPeriodText(period)),
          cell: ({ id }) => <StateTag state={freshness.get(id)?.state ?? null} />,
        },
        {
          label: 'Dernière confirmation',
          cell: ({ id }) => {
            const on = freshness.get(id)?.lastSaidOn
            return on ? <DayText day={on} today={view.today} /> : 'Aucune encore'
          },
        },
      ]}
      rows={places}
    />
  )
}
