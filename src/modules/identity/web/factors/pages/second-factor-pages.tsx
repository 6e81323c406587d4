import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import type { Factors } from '../../../data/factors/second-factor.store.ts'
import { paths } from '../../paths.ts'
import { passkeyPaths } from '../passkey-paths.ts'
import { asked, secondFactorPaths } from '../second-factor-paths.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { CodeField } from './second-factor-code-pages.tsx'

interface PageProps {
  view: View
  next: string
  state: FormState
}

/** After the password: the code. */
export function SignInCodePage({ view, next, state }: PageProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title="Votre code"
      intro="Votre mot de passe est bon. Recopiez maintenant le code que donne votre application."
      breadcrumb={[{ label: 'Se connecter', href: paths.signIn(base) }]}
      problems={state.problems}
    >
      <Form action={secondFactorPaths.signInCode(base)}>
        <input type="hidden" name="suite" value={next} />
        <CodeField state={state} hint="Six chiffres. Téléphone perdu ? Tapez un de vos codes de secours." />
        <Actions>
          <Button>Me connecter</Button>
          <a href={`${paths.signIn(base)}${asked(next)}`}>Recommencer autrement</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Nothing waits for a code: the address was opened by itself, or too late. */
export function NoPendingCodePage({ view, next, state }: PageProps) {
  return (
    <Frame
      view={view}
      title="Aucune connexion n’attend de code"
      intro="Le code se tape dans les dix minutes qui suivent le mot de passe, en cinq essais au plus. Recommencez depuis le début."
      problems={state.problems}
    >
      <ButtonLink href={`${paths.signIn(view.network.base)}${asked(next)}`}>
        Recommencer la connexion
      </ButtonLink>
    </Frame>
  )
}

interface StepUpProps extends PageProps {
  factors: Factors
  /** The network asks it of this role, or the person chose it for their account. */
  isOwed: boolean
}

/** A second proof for this session: with what the person has, else by setting one up now. */
export function StepUpPage({ view, next, state, factors, isOwed }: StepUpProps) {
  const { base, name } = view.network
  const hasNone = !factors.hasCode && factors.passkeys === 0
  if (factors.given) return <GivenPage view={view} next={next} />
  return (
    <Frame
      view={view}
      title="Confirmez que c’est bien vous"
      intro={
        isOwed && hasNone
          ? `Votre rôle ouvre beaucoup de portes : ${name} demande une seconde preuve, en plus de votre première connexion. Réglez-en une maintenant, cela prend deux minutes.`
          : 'Cette page demande une seconde preuve, en plus de votre première connexion. Elle vaut jusqu’à votre déconnexion.'
      }
      problems={state.problems}
    >
      {factors.passkeys > 0 && (
        <>
          <h2>Avec une clé d’accès</h2>
          <PasskeyForm
            ceremony="get"
            options={passkeyPaths.signInOptions(base)}
            action={secondFactorPaths.stepUpPasskey(base)}
            next={next}
            label="Utiliser ma clé d’accès"
          />
        </>
      )}
      {factors.hasCode && (
        <>
          <h2>Avec un code</h2>
          <Form action={secondFactorPaths.stepUp(base)}>
            <input type="hidden" name="suite" value={next} />
            <CodeField state={state} hint="Celui de votre application, ou un code de secours." />
            <Button look={factors.passkeys > 0 ? 'plain' : 'main'}>Confirmer avec ce code</Button>
          </Form>
        </>
      )}
      {hasNone && <WaysToSetUp base={base} next={next} />}
      <form method="post" action={paths.signOut(base)}>
        <Button look="quiet">Se déconnecter</Button>
      </form>
    </Frame>
  )
}

function WaysToSetUp({ base, next }: { base: string; next: string }) {
  return (
    <LinkList
      items={[
        {
          label: 'Ajouter une clé d’accès',
          href: passkeyPaths.list(base, next),
          hint: 'Le plus simple : votre appareil demande son code, votre empreinte ou votre visage.',
        },
        {
          label: 'Régler une application qui donne des codes',
          href: secondFactorPaths.code(base, next),
          hint: 'Sur votre téléphone ; elle marche aussi sans réseau.',
        },
      ]}
    />
  )
}

function GivenPage({ view, next }: { view: View; next: string }) {
  return (
    <Frame
      view={view}
      title="C’est bien vous"
      intro="Vous avez déjà donné une seconde preuve depuis votre connexion. Il n’y a rien à faire de plus."
    >
      <ButtonLink href={next || paths.account(view.network.base)}>Continuer</ButtonLink>
    </Frame>
  )
}
