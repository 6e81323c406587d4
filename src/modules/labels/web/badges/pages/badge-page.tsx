import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Badge } from '../../../data/badges/badges.store.ts'
import type { PublicAward } from '../../../data/proof/course.queries.ts'
import type { PublicHolder } from '../../../data/proof/holders.queries.ts'
import type { StatusLine } from '../../../use-cases/badges/verification.ts'
import { proofPaths } from '../../proof/proof.paths.ts'
import { STATUSES } from '../badge-wording.ts'
import { badgePaths } from '../badges.paths.ts'

interface BadgeProps {
  view: View
  badge: Badge
  award: PublicAward
  holder: PublicHolder | null
  status: StatusLine
  /** As it is written in the badge itself. */
  address: string
}

/** What a badge is, and its files to keep. A label is held by a place or a local authority: the page says what that means. */
export function BadgePage({ view, badge, award, holder, status, address }: BadgeProps) {
  const { base, headName } = view.network
  const { look, word, sentence } = STATUSES[status]
  return (
    <Frame
      view={view}
      space="public"
      title={`Badge ${award.scheme.name}`}
      kicker={holder?.name ?? ''}
      intro="Un badge est un document signé : quiconque le reçoit peut vérifier qui l’a donné, à qui, et s’il vaut encore."
    >
      <SummaryList
        rows={[
          { term: 'État', value: <Tag state={look}>{word}</Tag> },
          { term: 'Ce que cela veut dire', value: sentence },
          { term: 'Émetteur', value: headName },
          { term: 'Attribution', value: <a href={proofPaths.proof(base, award.slug)}>n° {award.number}</a> },
          { term: 'Valable du', value: formatDay(dayOf(badge.validFrom)) },
          { term: 'Au', value: badge.validUntil ? formatDay(dayOf(badge.validUntil)) : 'Sans date de fin' },
        ]}
      />
      <p>
        La norme parle d’une personne qui reçoit un badge. Ici, le titulaire est un lieu ou une collectivité :
        le badge le nomme par son adresse, et ne nomme personne.
      </p>
      <h2>Fichiers</h2>
      <LinkList
        items={[
          {
            label: 'Image PNG',
            hint: 'Le badge est dans l’image.',
            href: badgePaths.file(base, badge.id, 'png'),
          },
          {
            label: 'Image SVG',
            hint: 'Le badge est dans le dessin.',
            href: badgePaths.file(base, badge.id, 'svg'),
          },
          {
            label: 'Texte signé (.jwt)',
            hint: 'Pour un portefeuille de badges.',
            href: badgePaths.file(base, badge.id, 'jwt'),
          },
          {
            label: 'Document (.json)',
            hint: 'Avec sa preuve à l’intérieur.',
            href: badgePaths.file(base, badge.id, 'json'),
          },
          {
            label: 'Vérifier ce badge',
            hint: 'Signature, dates et état, ligne à ligne.',
            href: badgePaths.verifyAt(base, address),
          },
        ]}
      />
    </Frame>
  )
}
