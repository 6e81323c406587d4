import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { agreementPaths } from '../../../../agreements/index.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { AgreementId } from '../../../domain/equipment.ts'
import { trail } from '../../managing/pages/trail.ts'
import { latePaths } from '../late.paths.ts'

interface NoticeProps {
  view: View
  inventory: Inventory
  paragraphs: readonly string[]
  agreement: AgreementId | null
}

/** The draft of a formal notice, to be read again and copied: the act is a person's, and so is the letter. EQP-1103. */
export function NoticePage({ view, inventory, paragraphs, agreement }: NoticeProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Projet de mise en demeure"
      intro="Rien n’est envoyé depuis cette page. Relisez le texte, copiez-le, complétez ce qui est entre crochets et faites-le signer par qui en a le pouvoir."
      breadcrumb={[...trail(base, inventory), { label: 'Retards', href: latePaths.late(base, inventory.id) }]}
    >
      <article class="written">
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </article>
      {agreement && (
        <p>
          Une mise en demeure s’enregistre ensuite sur{' '}
          <a href={agreementPaths.agreement(base, agreement)}>la convention de la structure</a>, par qui la
          suit.
        </p>
      )}
    </Frame>
  )
}
