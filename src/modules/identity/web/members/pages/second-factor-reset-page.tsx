import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Membership } from '../../../domain/members/member.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../member-paths.ts'

interface ResetProps {
  view: View
  member: Membership
  /** Why nothing can be reset, in a sentence. */
  barrier: string | null
  state: FormState
}

/** For whoever lost their phone: what will be forgotten, then the reason the person will read. */
export function SecondFactorResetPage({ view, member, barrier, state: { values, problems } }: ResetProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Remettre à zéro la seconde preuve"
      intro={`Pour ${member.name}, qui a perdu son téléphone ou sa clé et ne peut plus se connecter.`}
      breadcrumb={[
        settingsPath(base),
        { label: 'Membres', href: paths.members(base) },
        { label: member.name, href: paths.member(base, member.id) },
      ]}
      problems={problems}
    >
      {barrier ? (
        <Notice state="info" title={barrier} />
      ) : (
        <>
          <p>Assurez-vous d’abord, de vive voix, que la demande vient bien de {member.name}.</p>
          <ul>
            <li>Son application de codes, ses codes de secours et ses clés d’accès n’ouvriront plus rien.</li>
            <li>Ses sessions se ferment aussitôt, sur tous ses appareils.</li>
            <li>
              Son mot de passe et le lien reçu par courriel suffiront pour entrer. Si son rôle demande une
              seconde preuve, elle ou il en ajoutera une nouvelle.
            </li>
            <li>La personne est prévenue par courriel, avec votre motif. L’acte reste au journal.</li>
          </ul>
          <Form action={paths.secondFactor(base, member.id)}>
            <TextArea
              name="motif"
              label="Motif"
              hint="En une phrase, telle que la personne la lira."
              rows={3}
              value={String(values.motif ?? '')}
              error={problemOf(problems, 'motif')}
            />
            <Actions>
              <Button look="danger">Remettre à zéro la seconde preuve</Button>
              <a href={paths.member(base, member.id)}>Annuler</a>
            </Actions>
          </Form>
        </>
      )}
    </Frame>
  )
}
