import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { QrCode } from '../../../../../ui/qr-code.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { inGroups } from '../../../domain/factors/second-factor.ts'
import { paths } from '../../paths.ts'
import { secondFactorPaths } from '../second-factor-paths.ts'

interface PageProps {
  view: View
  next: string
  state: FormState
}

/** Before: what it is for, and the first step. */
export function CodeAbsentPage({ view, next, state }: PageProps) {
  const { base } = view.network
  return (
    <CodeFrame
      view={view}
      state={state}
      title="Un code à chaque connexion"
      intro="Une application de votre téléphone peut donner un code qui change toutes les trente secondes. Sans lui, votre mot de passe volé n’ouvre rien."
    >
      <p>
        Il vous faut une application qui donne des codes (« authentificateur »), sur un téléphone ou un
        ordinateur. Il en existe de gratuites, et la plupart des coffres à mots de passe savent le faire.
      </p>
      <Form action={secondFactorPaths.code(base)}>
        <input type="hidden" name="suite" value={next} />
        <Button>Préparer mon application</Button>
      </Form>
    </CodeFrame>
  )
}

/** The secret to copy, then the first code. */
export function CodeSetUpPage({
  view,
  next,
  state,
  secret,
  link,
}: PageProps & { secret: string; link: string }) {
  const { base } = view.network
  return (
    <CodeFrame
      view={view}
      state={state}
      title="Régler votre application"
      intro="Donnez ce secret à l’application, puis recopiez ici le code qu’elle affiche."
    >
      <h2>1. Donner le secret à l’application</h2>
      <p>Avec un téléphone : ouvrez l’application et scannez ce code.</p>
      <QrCode text={link} label="Code à scanner avec l’application. Le secret est aussi écrit plus bas." />
      <p>
        Sur l’appareil où se trouve l’application :{' '}
        <a href={link}>ouvrir l’application et y ajouter ce compte</a>.
      </p>
      <p>Sans appareil photo : ajoutez un compte « à la main », puis recopiez ce secret.</p>
      <p>
        <code>{inGroups(secret)}</code>
      </p>
      <h2>2. Recopier le premier code</h2>
      <Form action={secondFactorPaths.confirmation(base)}>
        <input type="hidden" name="suite" value={next} />
        <CodeField state={state} hint="Six chiffres, que l’application change toutes les trente secondes." />
        <Actions>
          <Button>Demander ce code à chaque connexion</Button>
          <a href={paths.account(base)}>Annuler</a>
        </Actions>
      </Form>
    </CodeFrame>
  )
}

/** After: what is set up, and what can be changed. */
export function CodePresentPage({ view, codesLeft }: { view: View; codesLeft: number }) {
  const { base } = view.network
  return (
    <CodeFrame
      view={view}
      title="Un code à chaque connexion"
      intro="Une application donne un code pour votre compte : il est demandé après votre mot de passe."
    >
      {codesLeft < 3 && (
        <Notice state="warning" title="Il vous reste peu de codes de secours">
          <p>Refaites-en avant d’en manquer : sans eux, un téléphone perdu vous laisse dehors.</p>
        </Notice>
      )}
      <LinkList
        items={[
          {
            label: 'Refaire mes codes de secours',
            href: secondFactorPaths.renewal(base),
            hint: `Il en reste ${codesLeft} sur 10.`,
          },
          {
            label: 'Ne plus demander de code',
            href: secondFactorPaths.removal(base),
            hint: 'Pour changer d’application ou de téléphone aussi : retirez, puis réglez à nouveau.',
          },
        ]}
      />
    </CodeFrame>
  )
}

/** The recovery codes, until the person says that they noted them. */
export function RecoveryCodesPage({
  view,
  next,
  codes,
}: {
  view: View
  next: string
  codes: readonly string[]
}) {
  const { base } = view.network
  return (
    <CodeFrame
      view={view}
      title="Notez vos codes de secours"
      intro="Si vous perdez votre téléphone, chacun de ces codes ouvre votre compte, une seule fois."
    >
      <ul class="code-list">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        Imprimez cette page ou recopiez-la, et gardez-la en lieu sûr, loin de votre téléphone. Ces codes ne
        seront plus jamais affichés.
      </p>
      <Form action={secondFactorPaths.recovery(base)}>
        <input type="hidden" name="suite" value={next} />
        <Button>Je les ai notés</Button>
      </Form>
    </CodeFrame>
  )
}

export function NoRecoveryCodesPage({ view }: { view: View }) {
  const { base } = view.network
  return (
    <CodeFrame
      view={view}
      title="Vos codes de secours"
      intro="Vos codes de secours ne se montrent qu’une fois, quand ils viennent d’être créés."
    >
      <ButtonLink href={secondFactorPaths.code(base)}>Voir ce qui est réglé</ButtonLink>
    </CodeFrame>
  )
}

export function RenewalPage({ view, state }: Omit<PageProps, 'next'>) {
  const { base } = view.network
  return (
    <CodeFrame
      view={view}
      state={state}
      title="Refaire vos codes de secours"
      intro="Dix nouveaux codes remplaceront les anciens, qui ne serviront plus."
      isInside
    >
      <Form action={secondFactorPaths.renewal(base)}>
        <CodeField state={state} hint="Celui de l’application, ou un code de secours qui vous reste." />
        <Actions>
          <Button>Créer de nouveaux codes de secours</Button>
          <a href={secondFactorPaths.code(base)}>Annuler</a>
        </Actions>
      </Form>
    </CodeFrame>
  )
}

export function RemovalPage({ view, state }: Omit<PageProps, 'next'>) {
  const { base } = view.network
  return (
    <CodeFrame
      view={view}
      state={state}
      title="Ne plus demander de code"
      intro="Votre mot de passe suffira de nouveau pour entrer. L’application et les codes de secours ne serviront plus."
      isInside
    >
      <Form action={secondFactorPaths.removal(base)}>
        <CodeField state={state} hint="Celui de l’application, ou un code de secours." />
        <Actions>
          <Button look="danger">Ne plus demander de code</Button>
          <a href={secondFactorPaths.code(base)}>Annuler</a>
        </Actions>
      </Form>
    </CodeFrame>
  )
}

export function CodeField({ state, hint }: { state: FormState; hint: string }) {
  return (
    <TextField
      name="code"
      label="Code"
      hint={hint}
      error={problemOf(state.problems, 'code')}
      autocomplete="one-time-code"
      width="short"
    />
  )
}

interface CodeFrameProps {
  view: View
  title: string
  intro: string
  state?: FormState
  /** One step further than the page of the code. */
  isInside?: boolean
  children: Child
}

function CodeFrame({ view, title, intro, state, isInside, children }: CodeFrameProps) {
  const { base } = view.network
  const trail = [
    { label: 'Votre compte', href: paths.account(base) },
    { label: 'Un code à chaque connexion', href: secondFactorPaths.code(base) },
  ]
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      intro={intro}
      breadcrumb={isInside ? trail : trail.slice(0, 1)}
      problems={state?.problems ?? []}
    >
      {children}
    </Frame>
  )
}
