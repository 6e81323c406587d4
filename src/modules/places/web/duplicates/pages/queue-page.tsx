import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { departmentName } from '../../../data/departments.queries.ts'
import type { QueueCounts, QueuedPair } from '../../../data/duplicates/pairs.store.ts'
import type { Sheet } from '../../../data/duplicates/sheets.queries.ts'
import type { Band } from '../../../domain/duplicates/score.ts'
import type { PlaceId } from '../../../domain/place.ts'
import { homePaths } from '../../home/home.paths.ts'
import { addressText } from '../../wording.ts'
import { duplicatesPaths as paths, type QueueShown } from '../duplicates.paths.ts'
import { BAND_NAMES } from '../duplicates-wording.ts'
import { Explanation } from './explanation.tsx'

export const QUEUE_PAGE = 25

interface QueueProps {
  view: View
  shown: QueueShown
  pairs: readonly QueuedPair[]
  sheets: ReadonlyMap<PlaceId, Sheet>
  counts: QueueCounts
  mayAct: boolean
}

export function QueuePage({ view, shown, pairs, sheets, counts, mayAct }: QueueProps) {
  const { base } = view.network
  const total = pairs[0]?.total ?? 0
  const isFiltered = Boolean(shown.surete || shown.departement || shown.source)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Doublons"
      intro="Les fiches qui parlent peut-être du même lieu, la paire la plus sûre d’abord. Rien n’est fusionné sans vous, et toute fusion s’annule."
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
      act={
        mayAct && counts.bands.certain > 0
          ? {
              label: 'Fusionner les certains par liste',
              href: paths.certain(base, { ...shown, page: 1, surete: undefined }),
            }
          : undefined
      }
    >
      <WithSide
        side={
          <Filters
            groups={groupsOf(base, shown, counts)}
            clearHref={isFiltered ? paths.queue(base) : undefined}
          />
        }
      >
        <Table
          caption={total === 0 ? 'Paires à examiner' : plural(total, 'paire à examiner', 'paires à examiner')}
          columns={[
            { label: 'Une fiche', header: true, cell: ({ one }) => <Named sheet={sheets.get(one)} /> },
            { label: 'L’autre', cell: ({ other }) => <Named sheet={sheets.get(other)} /> },
            {
              label: 'Pourquoi',
              cell: (pair) => (
                <>
                  <Explanation why={pair.why} />
                  {pair.wasDistinguished && (
                    <span class="line-more">Quelqu’un les avait distinguées avant que l’une change.</span>
                  )}
                </>
              ),
            },
            {
              label: 'Sûreté',
              cell: ({ band, score }) => (
                <Tag state={BAND_NAMES[band].state}>{`${BAND_NAMES[band].one}, ${score}`}</Tag>
              ),
            },
            {
              label: 'Acte',
              silent: true,
              cell: ({ one, other }) => (
                <a href={paths.pair(base, one, other)}>
                  Comparer
                  <span class="visually-hidden">{` « ${sheets.get(one)?.name} » et « ${sheets.get(other)?.name} »`}</span>
                </a>
              ),
            },
          ]}
          rows={pairs}
          empty={
            <EmptyState title={isFiltered ? 'Aucune paire avec ces filtres.' : 'Aucun doublon à examiner.'}>
              <p>
                Chaque import et chaque modification sont comparés aux autres fiches dans les minutes qui
                suivent.
              </p>
            </EmptyState>
          }
        />
        <Pagination
          page={shown.page ?? 1}
          pageSize={QUEUE_PAGE}
          total={total}
          href={(page) => paths.queue(base, { ...shown, page })}
          unit="paires"
        />
      </WithSide>
      <Form action={paths.comparison(base)}>
        <Actions>
          {mayAct && <Button look="plain">Comparer de nouveau tous les lieux</Button>}
          <ButtonLink look="quiet" href={paths.merges(base)}>
            Fusions déjà faites
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  )
}

function Named({ sheet }: { sheet: Sheet | undefined }) {
  if (!sheet) return null
  return (
    <>
      {sheet.name}
      <span class="line-more muted">{addressText(sheet)}</span>
    </>
  )
}

function groupsOf(base: string, shown: QueueShown, { bands, departments, sources }: QueueCounts) {
  const option = (name: keyof QueueShown, value: string, label: string, count: number) => {
    const selected = shown[name] === value
    const href = paths.queue(base, { ...shown, page: 1, [name]: selected ? undefined : value })
    return { label, count, selected, href }
  }
  const kinds = (['certain', 'probable', 'possible'] as const satisfies readonly Band[]).map((band) =>
    option('surete', band, BAND_NAMES[band].many, bands[band]),
  )
  const all = [
    { label: 'Sûreté', options: kinds },
    {
      label: 'Département',
      options: departments
        .slice(0, 20)
        .map(({ value, count }) => option('departement', value, departmentName(value), count)),
    },
    {
      label: 'Source',
      options: sources.slice(0, 12).map(({ value, count }) => option('source', value, value, count)),
    },
  ]
  return all.filter(({ options }) => options.length > 0)
}
