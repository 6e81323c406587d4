import { dayOf } from '../../../../kernel/instant.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { formatDay } from '../../../../ui/french.ts'
import type { Initiative } from '../../data/initiatives.store.ts'
import { initiativePaths } from '../initiative.paths.ts'
import { InitiativeFacts } from './initiative-facts.tsx'

interface ShownProps {
  view: View
  initiative: Initiative
  declaredBy: string
}

/** One initiative, as everybody reads it. */
export function ShownPage({ view, initiative: { content, savedAt }, declaredBy }: ShownProps) {
  return (
    <Frame
      view={view}
      title={content.title}
      intro={content.summary}
      breadcrumb={[{ label: 'Initiatives', href: initiativePaths.atlas(view.network.base) }]}
    >
      <InitiativeFacts content={content} declaredBy={declaredBy} />
      <p class="muted">Mise à jour le {formatDay(dayOf(savedAt))}.</p>
    </Frame>
  )
}
