import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { Why } from '../../../../../ui/why.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { whySteps } from '../../explanation-wording.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { amendmentPaths } from '../amendment.paths.ts'

interface RequestProps {
  view: View
  agreement: Agreement
  today: AgreementState
  /** Whoever asks speaks for its own party, here and now. */
  isOwn: boolean
  state: FormState
}

export function AmendmentRequestPage({
  view,
  agreement,
  today,
  isOwn,
  state: { values, problems },
}: RequestProps) {
  const { base, headName } = view.network
  const field = fieldsOf({ values, problems })
  const limit = today.amendmentRequestDeadline
  const why = today.explanation.find(({ path }) => path === 'amendmentRequestDeadline')
  return (
    <Frame
      view={view}
      space="member"
      title={isOwn ? 'Demander un avenant' : 'Enregistrer une demande d’avenant'}
      intro={
        isOwn
          ? 'Votre demande arrive aujourd’hui au chef de file. Une demande tardive est conservée, et signalée comme telle.'
          : 'C’est le jour où la demande arrive qui compte. Une demande tardive est conservée, et signalée comme telle.'
      }
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={problems}
    >
      {limit === null ? (
        <p>Cette convention ne fixe pas de délai pour demander un avenant.</p>
      ) : (
        <>
          <p>
            Dernier jour utile, à ce jour :{' '}
            <strong>
              <DayText day={limit} today={view.today} />
            </strong>
            .
          </p>
          {why && (
            <Why about=": dernier jour utile" steps={whySteps(why, paths.agreement(base, agreement.id))} />
          )}
          <ReadingNote base={base} agreement={agreement.id} />
        </>
      )}
      <Form action={amendmentPaths.request(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        {!isOwn && (
          <Radios
            {...field('partie')}
            label="Partie qui demande l’avenant"
            choices={agreement.terms.parties.map((party) => ({
              value: party,
              label: partyName(agreement, party, headName),
            }))}
          />
        )}
        <TextField {...field('objet')} label="Ce qui est demandé" hint="En une ligne." />
        {!isOwn && (
          <>
            <DateField {...field('arrivee')} label="Jour d’arrivée de la demande" />
            <DateField {...field('envoi')} label="Jour d’envoi" optional />
          </>
        )}
        <Actions>
          <Button>{isOwn ? 'Envoyer la demande' : 'Enregistrer la demande'}</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
