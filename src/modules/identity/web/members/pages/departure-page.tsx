import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { Membership } from '../../../domain/members/member.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { paths as commonPaths } from '../../paths.ts'
import { paths } from '../member-paths.ts'

/** Leaving: what it changes, then the act. */
export function DeparturePage({
  view,
  membership,
  state,
}: {
  view: View
  membership: Membership
  state: FormState
}) {
  const { base } = view.network
  const { organisationName, role, id } = membership
  return (
    <Frame
      view={view}
      space="member"
      title={`Quitter ${organisationName}`}
      breadcrumb={[
        { label: 'Votre compte', href: commonPaths.account(base) },
        { label: 'Vos structures et rôles', href: paths.contexts(base) },
      ]}
      problems={state.problems}
    >
      <p>
        Vous n’agirez plus pour {organisationName} comme « {roleNames[role]} ».
      </p>
      <ul>
        <li>Vos droits prennent fin aussitôt, même dans les pages déjà ouvertes.</li>
        <li>Pour revenir, il faudra une nouvelle invitation.</li>
        <li>Votre compte et vos autres rôles ne changent pas. Vos actes passés restent au journal.</li>
        <li>
          Les personnes qui animent le réseau et celles qui répondent de la structure sont prévenues par
          courriel.
        </li>
      </ul>
      <Form action={paths.departure(base, id)}>
        <Actions>
          <Button look="danger">Quitter cette structure</Button>
          <a href={paths.contexts(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
