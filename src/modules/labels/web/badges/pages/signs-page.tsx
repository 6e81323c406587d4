import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { QrCode } from '../../../../../ui/qr-code.tsx'
import type { Badge } from '../../../data/badges/badges.store.ts'
import type { PublicAward } from '../../../data/proof/course.queries.ts'
import type { SignName } from '../../../domain/badges/sign.ts'
import type { Standing } from '../../../domain/proof/course.ts'
import { awardPaths } from '../../awards/award.paths.ts'
import { standingSentence } from '../../proof/proof-wording.ts'
import { badgePaths } from '../badges.paths.ts'

interface SignsProps {
  view: View
  award: PublicAward
  holderName: string
  standing: Standing
  signs: readonly SignName[]
  /** Null once the label is not borne. */
  badge: Badge | null
  /** Of the proof page: what the code holds. */
  address: string
}

const WORDS: Readonly<Record<SignName, { label: string; hint: string }>> = {
  plaque: { label: 'Plaque', hint: 'PDF pour l’imprimeur, 300 × 200 mm, fond perdu de 3 mm.' },
  autocollant: {
    label: 'Autocollant de vitrine',
    hint: 'PDF pour l’imprimeur, 150 × 150 mm, fond perdu de 3 mm.',
  },
  attestation: { label: 'Attestation', hint: 'PDF au format A4, à encadrer.' },
  panneau: {
    label: 'Panneau d’entrée de ville',
    hint: 'PDF vectoriel à l’échelle, 700 × 500 mm. Le gestionnaire de la voie autorise la pose.',
  },
}

/** What a holder prints and shows, while the label is borne. */
export function SignsPage({ view, award, holderName, standing, signs, badge, address }: SignsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Plaque, autocollant et badge"
      kicker={`${award.scheme.name}, ${holderName}`}
      breadcrumb={[{ label: `Attribution n° ${award.number}`, href: awardPaths.award(base, award.id) }]}
      intro={standingSentence(standing)}
    >
      {signs.length === 0 ? (
        <EmptyState title="Rien à imprimer">
          Les fichiers se téléchargent tant que le label est porté. Ce n’est pas le cas aujourd’hui.
        </EmptyState>
      ) : (
        <>
          <h2>À imprimer</h2>
          <LinkList
            items={signs.map((name) => ({
              ...WORDS[name],
              href: badgePaths.sign(base, award.id, `${name}.pdf`),
            }))}
          />
          <h2>Le code à scanner</h2>
          <p>
            Il mène à la page de preuve, <a href={address}>{address}</a>. Imprimez-le à 30 mm de côté au
            moins, avec l’adresse à côté.
          </p>
          <QrCode text={address} label="Adresse de la page de preuve du label" />
          <p>
            <a href={badgePaths.sign(base, award.id, 'code.svg')}>Télécharger le code seul (SVG)</a>
          </p>
        </>
      )}
      {badge && (
        <>
          <h2>Le badge numérique</h2>
          <p>
            Un document signé, à joindre à un site ou à un courriel : quiconque le reçoit peut le vérifier.{' '}
            <a href={badgePaths.badge(base, badge.id)}>Voir le badge et ses fichiers</a>
          </p>
        </>
      )}
    </Frame>
  )
}
