import type { Child } from 'hono/jsx'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import type { Shown } from '../queues.paths.ts'

export const QUEUE_ROWS = 20

interface QueueFrameProps {
  view: View
  title: string
  intro: string
  sources: readonly string[]
  shown: Required<Shown>
  total: number
  unit: string
  href: (shown: Shown) => string
  problems?: readonly Problem[]
  children: Child
}

/** What waits for somebody, source by source. */
export function QueueFrame(props: QueueFrameProps) {
  const { view, title, intro, sources, shown, total, unit, href, problems = [], children } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={title}
      intro={intro}
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Imports', href: paths.imports(base) },
      ]}
      problems={problems}
    >
      <WithSide
        side={
          <Filters
            groups={[
              {
                label: 'Source',
                options: sources.map((source) => ({
                  label: source,
                  selected: shown.source === source,
                  href: href(shown.source === source ? {} : { source }),
                })),
              },
            ]}
            clearHref={shown.source ? href({}) : undefined}
          />
        }
      >
        {children}
        <Pagination
          page={shown.page}
          pageSize={QUEUE_ROWS}
          total={total}
          href={(page) => href({ source: shown.source, page })}
          unit={unit}
        />
      </WithSide>
    </Frame>
  )
}
