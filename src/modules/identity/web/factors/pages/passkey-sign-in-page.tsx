import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { paths } from '../../paths.ts'
import { passkeyPaths } from '../passkey-paths.ts'
import { asked } from '../second-factor-paths.ts'
import { PasskeyForm } from './passkey-form.tsx'

interface PasskeySignInProps {
  view: View
  next: string
  state: FormState
}

/** Coming in with a key, on a page of its own: where a refused key comes back. */
export function PasskeySignInPage({ view, next, state }: PasskeySignInProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title="Se connecter avec une clé d’accès"
      intro="Votre appareil vous demandera son code, votre empreinte ou votre visage."
      breadcrumb={[{ label: 'Se connecter', href: paths.signIn(base) }]}
      problems={state.problems}
    >
      <PasskeySignIn base={base} next={next} />
      <p>
        <a href={`${paths.signIn(base)}${asked(next)}`}>Se connecter autrement</a>
      </p>
    </Frame>
  )
}

/** The same in the page of all the ways to sign in. */
export function PasskeySignIn({
  base,
  next,
  look = 'main',
}: {
  base: string
  next: string
  look?: 'main' | 'plain'
}) {
  return (
    <PasskeyForm
      ceremony="get"
      options={passkeyPaths.signInOptions(base)}
      action={passkeyPaths.signIn(base)}
      next={next}
      label="Utiliser une clé d’accès"
      look={look}
    />
  )
}
