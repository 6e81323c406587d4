import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { Place } from '../../../domain/place.ts'
import { paths } from '../../paths.ts'
import { shownMails } from '../shown-mails.ts'

/** The mail of a place, for whoever asked for it: robots read pages, and press no button. DIR-72. */
export function MailPage({ view, place }: { view: View; place: Place }) {
  const href = paths.place(view.network.base, place.slug)
  return (
    <Frame
      view={view}
      title={`Écrire à ${place.name}`}
      intro="Cliquez sur l’adresse pour ouvrir votre messagerie, ou recopiez-la."
      breadcrumb={[{ label: place.name, href }]}
      head={<meta name="robots" content="noindex" />}
    >
      <ul>
        {shownMails(place).map((mail) => (
          <li>
            <a href={`mailto:${mail}`}>{mail}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={href}>Revenir à la fiche du lieu</a>
      </p>
    </Frame>
  )
}
