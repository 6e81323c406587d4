import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import type { Processing } from '../../../../platform/privacy/processing.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { paths } from '../paths.ts'
import { basisNames } from '../wording.ts'

export interface PrivacyContact {
  name: string
  email: string
  /** Of the network, when nobody is named for data protection. */
  fallback: string
}

interface PrivacyProps {
  view: View
  register: readonly Processing[]
  contact: PrivacyContact
}

/** The register of processing as everybody may read it: what matters first, each processing folded under it. */
export function PrivacyPage({ view, register, contact }: PrivacyProps) {
  const { base, headName } = view.network
  return (
    <Frame
      view={view}
      title="Vie privée"
      intro="Ce que nous gardons sur vous, pourquoi, combien de temps, et comment demander des comptes."
    >
      <h2>En bref</h2>
      <ul>
        <li>Vous pouvez chercher un lieu et lire toutes les pages publiques sans donner votre nom.</li>
        <li>Nous ne vendons rien, nous ne mesurons pas votre visite, et aucun autre site n’est appelé.</li>
        <li>Nous ne gardons que ce qui sert, et nous l’effaçons ensuite. Cela se fait chaque nuit.</li>
        <li>
          Vous pouvez demander ce que nous gardons sur vous, le corriger ou le faire effacer. C’est gratuit.
        </li>
      </ul>
      <p>
        <ButtonLink href={paths.newRequest(base)}>Faire une demande sur vos données</ButtonLink>
      </p>

      <h2>Ce que nous gardons, et pourquoi</h2>
      <p>{headName} répond de ce qui suit. Ouvrez une ligne pour en lire le détail.</p>
      {register.map((processing) => (
        <ProcessingDetails processing={processing} />
      ))}

      <h2 id="droits">Vos droits</h2>
      <p>
        Vous pouvez savoir ce que nous gardons sur vous, le faire corriger, le faire effacer, refuser un
        usage, ou en emporter une copie. Nous répondons en un mois au plus. Si la demande est difficile, ce
        délai peut aller à trois mois : nous vous disons alors pourquoi.
      </p>
      <p>
        Un compte vous permet de <a href={paths.ownData(base)}>lire vos données tout de suite</a>. Sans
        compte, <a href={paths.newRequest(base)}>faites une demande</a>.
      </p>
      <p>
        Si notre réponse ne vous convient pas, vous pouvez écrire à la CNIL, qui protège la vie privée en
        France : 3 place de Fontenoy, 75007 Paris, ou cnil.fr.
      </p>

      <h2 id="contact">À qui parler</h2>
      <ContactText contact={contact} headName={headName} />

      <h2 id="cookies">Les cookies</h2>
      <p>
        Un cookie est un petit fichier que le site laisse dans votre appareil. Les pages publiques n’en
        laissent aucun, sauf pour vous dire, pendant une minute, que votre envoi est bien arrivé. Si vous vous
        connectez, un cookie garde votre session ouverte, et un autre reconnaît votre appareil. Aucun ne sert
        à la publicité : c’est pourquoi nous ne vous demandons rien.
      </p>
    </Frame>
  )
}

function ProcessingDetails({ processing }: { processing: Processing }) {
  const { id, name, purpose, people, data, basis, recipients, retention } = processing
  return (
    <details class="why" id={id}>
      <summary>{name}</summary>
      <dl>
        {[
          ['À quoi cela sert', purpose],
          ['De qui il s’agit', people],
          ['Ce qui est gardé', data],
          ['Qui le voit', recipients],
          ['Combien de temps', retention],
          ['Ce qui le permet', `C’est ${basisNames[basis]}.`],
        ].map(([term, text]) => (
          <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function ContactText({ contact, headName }: { contact: PrivacyContact; headName: string }) {
  const { name, email, fallback } = contact
  if (email)
    return (
      <p>
        {name ? `${name} veille` : 'Une personne veille'} à la protection des données pour {headName}. Son
        adresse : <a href={`mailto:${email}`}>{email}</a>.
      </p>
    )
  if (fallback)
    return (
      <p>
        {headName} n’a pas encore indiqué qui veille à la protection des données. Écrivez à{' '}
        <a href={`mailto:${fallback}`}>{fallback}</a>.
      </p>
    )
  return (
    <p>
      {headName} n’a pas encore indiqué d’adresse. Faites votre demande avec le formulaire ci-dessus : elle
      arrive aux personnes qui animent le réseau.
    </p>
  )
}
