import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ActFile } from '../../../domain/acts.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { CommunicationFile } from '../../../domain/communication-files.ts'
import type { Party } from '../../../domain/terms.ts'
import { dutyPaths } from '../../duties/duties.paths.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { communicationPaths } from '../communications.paths.ts'
import {
  CONFUSION_CHECKLIST,
  communicationTag,
  kindWords,
  NO_DEFAULT_ANSWER,
} from '../communications-wording.ts'

interface CommunicationProps {
  view: View
  agreement: Agreement
  file: CommunicationFile
  own: readonly Party[]
  state: FormState
}

/** One operation: what is asked, what was answered, what it gave; and the answer of whoever is asked. */
export function CommunicationPage({ view, agreement, file, own, state }: CommunicationProps) {
  const { base, headName } = view.network
  const { act, state: standing, answers } = file
  const tag = communicationTag[standing.status]
  const isAsked =
    standing.status !== 'not_required' && !file.report && own.some((party) => party !== act.from)
  return (
    <Frame
      view={view}
      space="member"
      title="Demande de communication"
      kicker={`${agreement.reference} · ${agreement.partner.name}`}
      intro={`${kindWords[act.kind].label}, à la demande de ${partyName(agreement, act.from, headName)}.`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      <p class="agreement-state">
        <Tag state={tag.state}>{tag.word}</Tag>
      </p>
      {standing.status === 'awaiting_other_party' && <p>{NO_DEFAULT_ANSWER}</p>}
      <SummaryList
        rows={[
          { term: 'Demandée le', value: <DayText day={act.occurredOn} today={view.today} /> },
          ...(act.operationOn
            ? [{ term: 'Opération prévue le', value: <DayText day={act.operationOn} today={view.today} /> }]
            : []),
          ...told('Public visé', act.audience),
          ...told('Supports', act.media),
          ...told('Texte', act.text),
          ...told('Logos', act.logos),
          ...(act.files?.length
            ? [{ term: 'Visuels', value: <Files base={base} agreement={agreement} files={act.files} /> }]
            : []),
          ...answers.map(({ party, answer, reason, occurredOn }) => ({
            term: `Réponse de ${partyName(agreement, party, headName)}`,
            value: `${answer === 'approved' ? 'Accord' : 'Refus'} du ${formatDay(occurredOn)}${reason ? ` : « ${reason} »` : ''}`,
          })),
        ]}
      />
      <Report view={view} agreement={agreement} file={file} own={own} />
      {isAsked && <Answer view={view} agreement={agreement} file={file} state={state} />}
    </Frame>
  )
}

function told(term: string, value: string | undefined) {
  return value ? [{ term, value }] : []
}

function Files({
  base,
  agreement,
  files,
}: {
  base: string
  agreement: Agreement
  files: readonly ActFile[]
}) {
  return (
    <ul>
      {files.map(({ id, name }) => (
        <li>
          <a href={dutyPaths.file(base, agreement.id, id)}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** What came of it; before, the act of the party that owes it. AGR-67. */
function Report({ view, agreement, file, own }: Omit<CommunicationProps, 'state'>) {
  const { base } = view.network
  const { act, report, state } = file
  if (report) {
    return (
      <section aria-labelledby="bilan">
        <h2 id="bilan">Bilan</h2>
        <p>{report.account}</p>
        {report.figures && <p>{report.figures}</p>}
        {report.files && <Files base={base} agreement={agreement} files={report.files} />}
        <p class="muted">Transmis le {formatDay(report.occurredOn)}.</p>
      </section>
    )
  }
  const isAgreed = state.status === 'approved' || state.status === 'not_required'
  if (!isAgreed || !act.operationOn) return null
  return (
    <section aria-labelledby="bilan">
      <h2 id="bilan">Bilan</h2>
      {act.operationOn > view.today ? (
        <p>Après l’opération, un bilan court est dû à l’autre partie.</p>
      ) : (
        <p>
          L’opération a eu lieu : son bilan est dû à l’autre partie.{' '}
          {own.includes(act.from) && (
            <ButtonLink look="plain" href={communicationPaths.report(base, agreement.id, act.id)}>
              Transmettre le bilan
            </ButtonLink>
          )}
        </p>
      )}
    </section>
  )
}

function Answer({ view, agreement, file, state }: Omit<CommunicationProps, 'own'>) {
  const field = fieldsOf(state)
  return (
    <section aria-labelledby="reponse">
      <h2 id="reponse">Votre réponse</h2>
      <p>Avant de répondre, vérifiez que rien ne peut créer de confusion :</p>
      <ul>
        {CONFUSION_CHECKLIST.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <Form action={communicationPaths.answer(view.network.base, agreement.id, file.act.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <Radios
          {...field('reponse')}
          label="Au nom de votre structure"
          choices={[
            { value: 'approved', label: 'Je donne mon accord' },
            { value: 'refused', label: 'Je refuse', hint: 'Dites pourquoi ci-dessous.' },
          ]}
        />
        <TextArea {...field('raison')} label="Raison, ou réserve à respecter" optional />
        <Actions>
          <Button>Envoyer cette réponse</Button>
        </Actions>
      </Form>
    </section>
  )
}
