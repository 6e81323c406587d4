import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Membership } from '../../../domain/members/member.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import type { SupportBarrier, SupportConsent } from '../../../domain/support/support.ts'
import { paths } from '../../members/member-paths.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { supportPaths } from '../support-paths.ts'
import { supportSentences } from '../support-wording.ts'

interface SupportProps {
  view: View
  member: Membership
  /** What the person agreed to, and still does. */
  consent: SupportConsent | null
  /** Why nothing can be asked. */
  barrier: SupportBarrier | null
  state: FormState
}

/** Before looking in somebody's place: what it is for, and what will be said of it. */
export function SupportPage({ view, member, consent, barrier, state }: SupportProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={`Voir le site à la place de ${member.name}`}
      intro={`Vous verrez ce que voit ${member.name}, pour ${member.organisationName} : ${roleNames[member.role]}.`}
      breadcrumb={[
        settingsPath(base),
        { label: 'Membres', href: paths.members(base) },
        { label: member.name, href: paths.member(base, member.id) },
      ]}
      problems={state.problems}
    >
      {barrier ? (
        <Notice state="info" title={supportSentences[barrier]} />
      ) : (
        <VisitForm view={view} member={member} consent={consent} state={state} />
      )}
    </Frame>
  )
}

function VisitForm({ view, member, consent, state: { values, problems } }: Omit<SupportProps, 'barrier'>) {
  const { base } = view.network
  return (
    <>
      <ul>
        <li>La visite dure une heure au plus. Un bandeau la rappelle sur chaque page.</li>
        <li>Un courriel prévient {member.name}, avec votre nom et le motif.</li>
        <li>Chaque acte est inscrit au journal, avec son nom et le vôtre.</li>
        <li>Les pages de son compte restent fermées : mot de passe, sessions, données personnelles.</li>
      </ul>
      {consent && (
        <Notice
          state="info"
          title={`${member.name} vous a ouvert l’assistance jusqu’au ${formatMoment(consent.untilAt)}.`}
        />
      )}
      <Form action={supportPaths.visit(base, member.id)}>
        <TextArea
          name="motif"
          label="Motif"
          hint="En une phrase, telle que la personne la lira."
          rows={3}
          optional={consent !== null}
          value={String(values.motif ?? '')}
          error={problemOf(problems, 'motif')}
        />
        {consent?.mayWrite ? (
          <Radios
            name="portee"
            label="Ce que vous ferez"
            value={String(values.portee ?? 'lecture')}
            error={problemOf(problems, 'portee')}
            choices={[
              { value: 'lecture', label: 'Lire seulement' },
              { value: 'ecriture', label: `Lire, et enregistrer à la place de ${member.name}` },
            ]}
          />
        ) : (
          <p>Vous pourrez lire, pas enregistrer.</p>
        )}
        <Actions>
          <Button>Commencer la visite</Button>
          <a href={paths.member(base, member.id)}>Annuler</a>
        </Actions>
      </Form>
    </>
  )
}
