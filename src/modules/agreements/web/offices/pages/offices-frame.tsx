import type { Child } from 'hono/jsx'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { paths } from '../../paths.ts'
import { officePaths } from '../offices.paths.ts'

interface OfficesFrameProps {
  view: View
  agreement: Agreement
  title: string
  intro?: string
  problems?: readonly Problem[]
  children: Child
}

/** A page under « Interlocuteurs » of one agreement. */
export function OfficesFrame({ view, agreement, children, ...frame }: OfficesFrameProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      {...frame}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        { label: 'Interlocuteurs', href: officePaths.people(base, agreement.id) },
      ]}
    >
      {children}
    </Frame>
  )
}
