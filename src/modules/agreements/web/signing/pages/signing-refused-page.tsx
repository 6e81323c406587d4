import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { paths } from '../../paths.ts'

interface SigningRefusedProps {
  view: View
  agreement: Agreement
  problems: readonly Problem[]
}

export function SigningRefusedPage({ view, agreement, problems }: SigningRefusedProps) {
  const { base } = view.network
  const back = paths.agreement(base, agreement.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Signature en ligne"
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={problems}
    >
      <p>
        <ButtonLink look="plain" href={back}>
          Revenir à la convention et vérifier son état
        </ButtonLink>
      </p>
    </Frame>
  )
}
