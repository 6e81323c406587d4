import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { CommitteeKind } from '../../../domain/acts.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { CommitteeMeeting } from '../../../domain/committee-meetings.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { VOTES, voteField } from '../committees.form.ts'
import { committeePaths } from '../committees.paths.ts'
import { committeeNames, voteWords } from '../committees-wording.ts'

interface NewMeetingProps {
  view: View
  agreement: Agreement
  committees: readonly CommitteeKind[]
  state: FormState
}

export function NewMeetingPage({
  view,
  agreement,
  committees,
  state: { values, problems },
}: NewMeetingProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  const [only] = committees.length === 1 ? committees : []
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer une réunion"
      intro="Une réunion tenue compte pour la période où tombe sa date. Les décisions et le compte rendu s’y rattachent ensuite."
      breadcrumb={breadcrumbOf(view, agreement)}
      problems={problems}
    >
      {committees.length === 0 ? (
        <p>Cette convention ne prévoit pas de comité.</p>
      ) : (
        <Form action={committeePaths.newMeeting(base, agreement.id)} upload>
          <Seen agreement={agreement} />
          <Radios
            {...field('comite', only)}
            label="Comité qui s’est réuni"
            choices={committees.map((kind) => ({ value: kind, label: committeeNames[kind] }))}
          />
          <DateField {...field('date')} label="Jour de la réunion" />
          <TextArea
            {...field('presents')}
            label="Personnes présentes"
            hint="Une par ligne, avec sa structure. Seules les deux parties et le contrôle le lisent."
          />
          <FileField
            name="document"
            error={problemOf(problems, 'document')}
            label="Compte rendu"
            hint={`${DOCUMENT_HINT} Vous pourrez aussi le publier plus tard.`}
            accept=".pdf,.png,.jpg,.jpeg"
            optional
          />
          <Actions>
            <Button>Enregistrer la réunion</Button>
            <a href={paths.agreement(base, agreement.id)}>Annuler</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

interface MeetingFormProps {
  view: View
  agreement: Agreement
  meeting: CommitteeMeeting
  state: FormState
}

export function DecisionPage({ view, agreement, meeting, state: { values, problems } }: MeetingFormProps) {
  const { base, headName } = view.network
  const field = fieldsOf({ values, problems })
  const isRenewable = agreement.terms.renewal.mode !== 'tacit'
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer une décision"
      intro={
        agreement.terms.committee?.decision
          ? 'La décision demande l’unanimité des parties : une abstention ou une absence l’empêche.'
          : 'La convention ne dit pas comment décider : ce que les deux parties veulent est pris en acte.'
      }
      breadcrumb={breadcrumbOf(view, agreement, meeting)}
      problems={problems}
    >
      <Form action={committeePaths.decision(base, agreement.id, meeting.act.id)}>
        <Seen agreement={agreement} />
        <TextArea {...field('objet')} label="Ce qui a été mis au vote" rows={3} />
        {isRenewable && (
          <Checkbox
            name="reconduction"
            label="La décision porte sur la reconduction de la convention"
            hint="Favorable, elle ne reconduit rien à elle seule : il faut encore un acte signé par toutes les parties."
            checked={values.reconduction === 'oui'}
          />
        )}
        {agreement.terms.parties.map((party) => (
          <Radios
            {...field(voteField(party))}
            label={`Vote de ${partyName(agreement, party, headName)}`}
            choices={VOTES.map((vote) => ({ value: vote, label: voteWords[vote] }))}
          />
        ))}
        <Actions>
          <Button>Enregistrer la décision</Button>
          <a href={committeePaths.meeting(base, agreement.id, meeting.act.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export function MinutesPage({ view, agreement, meeting, state: { problems } }: MeetingFormProps) {
  const { base } = view.network
  const isNewVersion = meeting.versions.length > 0
  return (
    <Frame
      view={view}
      space="member"
      title={isNewVersion ? 'Publier une nouvelle version du compte rendu' : 'Publier le compte rendu'}
      intro={
        isNewVersion
          ? 'Une nouvelle version annule les validations déjà données : chaque partie la relit et la valide.'
          : 'Chaque partie le valide, ou dit ce qu’elle veut y changer.'
      }
      breadcrumb={breadcrumbOf(view, agreement, meeting)}
      problems={problems}
    >
      <Form action={committeePaths.minutes(base, agreement.id, meeting.act.id)} upload>
        <Seen agreement={agreement} />
        <FileField
          name="document"
          error={problemOf(problems, 'document')}
          label="Compte rendu"
          hint={DOCUMENT_HINT}
          accept=".pdf,.png,.jpg,.jpeg"
        />
        <Actions>
          <Button>Publier le compte rendu</Button>
          <a href={committeePaths.meeting(base, agreement.id, meeting.act.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function Seen({ agreement }: { agreement: Agreement }) {
  return <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
}

export function breadcrumbOf({ network: { base } }: View, agreement: Agreement, meeting?: CommitteeMeeting) {
  return [
    { label: 'Conventions', href: paths.agreements(base) },
    { label: agreement.reference, href: paths.agreement(base, agreement.id) },
    ...(meeting
      ? [
          {
            label: `${committeeNames[meeting.act.committee]} du ${formatDay(meeting.act.occurredOn)}`,
            href: committeePaths.meeting(base, agreement.id, meeting.act.id),
          },
        ]
      : []),
  ]
}
