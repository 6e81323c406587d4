import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { paths } from '../../paths.ts'
import { accountPaths } from '../account-paths.ts'
import { CurrentPassword } from './password-pages.tsx'

interface DetailsProps {
  view: View
  state: FormState
}

export function IdentityPage({ view, state: { values, problems } }: DetailsProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title="Votre nom et votre téléphone"
      intro="Votre nom figure sur ce que vous signez et enregistrez à partir de maintenant."
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
      problems={problems}
    >
      <Form action={accountPaths.identity(base)}>
        <TextField {...field('prenom')} label="Prénom" width="medium" autocomplete="given-name" />
        <TextField {...field('nom')} label="Nom" width="medium" autocomplete="family-name" />
        <TextField
          {...field('telephone')}
          label="Téléphone"
          hint="Pour être joint par votre réseau. Il n’est jamais publié sans votre accord."
          type="tel"
          width="medium"
          autocomplete="tel"
          optional
        />
        <Actions>
          <Button>Enregistrer ces informations</Button>
          <a href={paths.account(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface EmailProps extends DetailsProps {
  current: string
  hasPassword: boolean
}

export function EmailPage({ view, state, current, hasPassword }: EmailProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Changer d’adresse de courriel"
      intro={`Votre adresse est aujourd’hui ${current}. Un lien partira à la nouvelle : rien ne change avant que vous l’ouvriez. L’adresse actuelle est prévenue.`}
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
      problems={state.problems}
    >
      <Form action={accountPaths.email(base)}>
        <TextField
          name="courriel"
          label="Nouvelle adresse de courriel"
          type="email"
          autocomplete="email"
          value={String(state.values.courriel ?? '')}
          error={problemOf(state.problems, 'courriel')}
        />
        {hasPassword && <CurrentPassword state={state} />}
        <Actions>
          <Button>Envoyer le lien à la nouvelle adresse</Button>
          <a href={paths.account(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
