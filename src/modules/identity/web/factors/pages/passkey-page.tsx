import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Passkey } from '../../../data/factors/passkey.store.ts'
import { paths } from '../../paths.ts'
import { passkeyPaths } from '../passkey-paths.ts'
import { whereIs } from './passkeys-page.tsx'

interface PasskeyProps {
  view: View
  passkey: Passkey
  state: FormState
}

/** One key: its name, and the way to take it off. */
export function PasskeyPage({ view, passkey, state: { values, problems } }: PasskeyProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={passkey.name}
      kicker="Clé d’accès"
      intro={whereIs(passkey.isShared)}
      breadcrumb={[
        { label: 'Votre compte', href: paths.account(base) },
        { label: 'Vos clés d’accès', href: passkeyPaths.list(base) },
      ]}
      problems={problems}
    >
      <Form action={passkeyPaths.one(base, passkey.id)}>
        <TextField
          name="nom"
          label="Nom de la clé"
          value={String(values.nom ?? passkey.name)}
          error={problemOf(problems, 'nom')}
          width="medium"
          autocomplete="off"
        />
        <Actions>
          <Button>Renommer la clé</Button>
          <a href={passkeyPaths.list(base)}>Annuler</a>
        </Actions>
      </Form>
      <h2>Retirer cette clé</h2>
      <p>
        Elle n’ouvrira plus votre compte. Vous pourrez toujours vous connecter autrement : un lien envoyé à
        votre adresse suffit. Pensez à l’effacer aussi de votre appareil.
      </p>
      <Form action={passkeyPaths.removal(base, passkey.id)}>
        <Button look="danger">Retirer la clé « {passkey.name} »</Button>
      </Form>
    </Frame>
  )
}
