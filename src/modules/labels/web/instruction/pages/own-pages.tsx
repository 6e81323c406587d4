import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { fieldId } from '../../../../../ui/field.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatDayRelative, formatHour } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { Application } from '../../../data/applications/applications.store.ts'
import type { CompletionItem, CompletionRequest } from '../../../data/instruction/completions.store.ts'
import type { Visit } from '../../../data/instruction/visits.store.ts'
import type { Delay } from '../../../domain/instruction/instruction-delay.ts'
import { visitState } from '../../../domain/instruction/visit.ts'
import type { Criterion } from '../../../domain/schemes/scheme.ts'
import { applicationPaths } from '../../applications/applications.paths.ts'
import { PROOF_ACCEPT, PROOF_HINT } from '../../applications/proof-wording.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { MARK_WORDS } from '../instruction-wording.ts'
import { VisitFacts } from './visits-pages.tsx'

export interface OwnFile {
  readonly view: View
  readonly file: Application
  readonly schemeName: string
  readonly holderName: string
  readonly criteria: readonly Criterion[]
  readonly delay: Delay | null
}

function OwnFrame({
  own,
  title,
  intro,
  problems,
  children,
}: {
  own: OwnFile
  title: string
  intro: string
  problems: FormState['problems']
  children: unknown
}) {
  const { view, file, holderName } = own
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      intro={intro}
      breadcrumb={[
        { label: 'Candidatures', href: applicationPaths.list(view.network.base) },
        { label: holderName, href: applicationPaths.one(view.network.base, file.id) },
      ]}
      problems={problems}
    >
      {children as never}
    </Frame>
  )
}

interface OwnCompletionProps {
  own: OwnFile
  requests: readonly CompletionRequest[]
  state: FormState
  /** The item that was being answered. */
  typedCode: string
}

/** One list of all that lacks, answered item by item, sent once. LAB-10. */
export function OwnCompletionPage({ own, requests, state, typedCode }: OwnCompletionProps) {
  const { view, file, schemeName, delay } = own
  const open =
    file.state === 'incomplete' ? requests.find(({ answeredOn }) => answeredOn === null) : undefined
  const left = open?.items.filter(({ answeredAt }) => answeredAt === null).length ?? 0
  return (
    <OwnFrame
      own={own}
      title="Compléments demandés"
      intro={`Candidature au label ${schemeName}. Le délai d’instruction est suspendu tant que vous n’avez pas répondu.`}
      problems={state.problems}
    >
      {open ? (
        <>
          <Notice
            state="warning"
            title={`Répondez au plus tard le ${formatDayRelative(open.dueOn, view.today)}`}
          >
            <p>
              {left === 0
                ? 'Tous les points ont leur réponse : relisez-les, puis envoyez le tout.'
                : `${left} point${left > 1 ? 's' : ''} sans réponse. Enregistrez-les un à un, puis envoyez le tout.`}
            </p>
            {open.message && <p>{open.message}</p>}
          </Notice>
          {open.items.map((item) => (
            <ItemForm
              own={own}
              item={item}
              state={item.code === typedCode ? state : { values: {}, problems: [] }}
            />
          ))}
          <Form action={paths.ownCompletion(view.network.base, file.id)} label="Envoyer les compléments">
            <p>
              L’envoi remet votre dossier en instruction et fait repartir le délai. L’instructeur est prévenu
              par courriel.
            </p>
            <Actions>
              <Button look={left === 0 ? 'main' : 'plain'}>Envoyer les compléments</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <EmptyState title="Aucun complément ne vous est demandé" />
      )}
      <Answered own={own} requests={requests.filter(({ answeredOn }) => answeredOn !== null)} />
      {delay && <Spans delay={delay} />}
    </OwnFrame>
  )
}

function ItemForm({ own, item, state }: { own: OwnFile; item: CompletionItem; state: FormState }) {
  const { view, file, criteria } = own
  const { base } = view.network
  const { code, mark, message, answer, fileId, fileOn, answeredAt } = item
  const [words, document, on] = [`reponse-${code}`, `document-${code}`, `date-${code}`]
  return (
    <section>
      <h2>{criteria.find((one) => one.code === code)?.title ?? code}</h2>
      <p>
        <Tag state={MARK_WORDS[mark].state}>{MARK_WORDS[mark].word}</Tag> {message}
      </p>
      {answeredAt && <Tag state="positive">Réponse enregistrée</Tag>}
      <Form action={paths.ownItem(base, file.id, code)} upload>
        <TextArea
          name="reponse"
          id={fieldId(words)}
          label="Votre réponse"
          rows={3}
          value={String(state.values.reponse ?? answer)}
          error={problemOf(state.problems, words)}
        />
        <FileField
          name="document"
          id={fieldId(document)}
          label="Document"
          hint={PROOF_HINT}
          accept={PROOF_ACCEPT}
          error={problemOf(state.problems, document)}
          optional
        />
        {fileId && (
          <p>
            <a href={paths.ownDocument(base, file.id, fileId)}>Document déjà reçu</a>
            {fileOn ? ` du ${formatDay(fileOn)}` : ''}
          </p>
        )}
        <DateField
          name="date"
          id={fieldId(on)}
          label="Date du document"
          value={String(state.values.date ?? '')}
          error={problemOf(state.problems, on)}
          optional
        />
        <Actions>
          <Button look="plain">Enregistrer cette réponse</Button>
        </Actions>
      </Form>
    </section>
  )
}

function Answered({ own, requests }: { own: OwnFile; requests: readonly CompletionRequest[] }) {
  const titles = new Map(own.criteria.map(({ code, title }) => [code, title]))
  return (
    <>
      {requests.map(({ askedOn, answeredOn, items }) => (
        <section>
          <h2>
            Demande du {formatDay(askedOn)}, répondue le {answeredOn && formatDay(answeredOn)}
          </h2>
          <SummaryList
            rows={items.map(({ code, answer, fileId }) => ({
              term: titles.get(code) ?? code,
              value: [answer, fileId ? 'document joint' : ''].filter(Boolean).join(', '),
            }))}
          />
        </section>
      ))}
    </>
  )
}

/** Both spans of the delay, as those who instruct see them. LAB-59. */
function Spans({ delay }: { delay: Delay }) {
  return (
    <section>
      <h2>Délai d’instruction</h2>
      <SummaryList
        rows={delay.spans.map(({ isRunning, from, until }) => ({
          term: isRunning ? 'Le délai court' : 'Le délai est suspendu',
          value: until ? `du ${formatDay(from)} au ${formatDay(until)}` : `depuis le ${formatDay(from)}`,
        }))}
      />
      {delay.lastDay && <p>Décision attendue au plus tard le {formatDay(delay.lastDay)}.</p>}
    </section>
  )
}

interface OwnVisitsProps {
  own: OwnFile
  visits: readonly Visit[]
  /** Opinions shared with the applicant, without a name. LAB-12. */
  opinions: readonly { body: string; givenOn: Visit['plannedOn'] | null }[]
  state: FormState
}

/** Visits as the applicant sees them: a date to confirm, a report to reply to; and the opinions shared with them. */
export function OwnVisitsPage({ own, visits, opinions, state }: OwnVisitsProps) {
  return (
    <OwnFrame
      own={own}
      title="Visites et avis"
      intro={`Candidature au label ${own.schemeName}.`}
      problems={state.problems}
    >
      {visits.length + opinions.length === 0 && <EmptyState title="Aucune visite n’est prévue" />}
      {visits.map((visit) => (
        <section>
          <h2>Visite du {formatDay(visit.heldOn ?? visit.plannedOn)}</h2>
          <VisitFacts visit={visit} criteria={own.criteria} photoPath={null} />
          {visitState(visit) === 'proposed' && <AnswerForm own={own} visit={visit} state={state} />}
          {visitState(visit) === 'reported' && <ReplyForm own={own} visit={visit} state={state} />}
        </section>
      ))}
      {opinions.map(({ body, givenOn }) => (
        <section>
          <h2>Avis d’expert{givenOn ? ` du ${formatDay(givenOn)}` : ''}</h2>
          <p>{body}</p>
        </section>
      ))}
    </OwnFrame>
  )
}

function AnswerForm({ own, visit, state }: { own: OwnFile; visit: Visit; state: FormState }) {
  const { view, file } = own
  const when = [formatDay(visit.plannedOn), visit.plannedTime && formatHour(visit.plannedTime)]
    .filter(Boolean)
    .join(', ')
  return (
    <Form action={paths.ownVisitAnswer(view.network.base, file.id, visit.id)}>
      <Radios
        name="reponse"
        label={`Cette date vous convient-elle : ${when} ?`}
        choices={[
          { value: 'confirmer', label: 'Oui, je confirme cette visite' },
          { value: 'autre', label: 'Non, je demande une autre date' },
        ]}
        value={String(state.values.reponse ?? '')}
        error={problemOf(state.problems, 'reponse')}
      />
      <TextArea
        name="motif"
        label="Les jours qui conviendraient"
        rows={2}
        value={String(state.values.motif ?? '')}
        error={problemOf(state.problems, 'motif')}
        optional
      />
      <Actions>
        <Button>Répondre sur cette date</Button>
      </Actions>
    </Form>
  )
}

function ReplyForm({ own, visit, state }: { own: OwnFile; visit: Visit; state: FormState }) {
  const { view, file } = own
  return (
    <Form action={paths.ownVisitReply(view.network.base, file.id, visit.id)}>
      <TextArea
        name="texte"
        label="Votre réponse au compte rendu"
        hint="Elle reste avec le compte rendu. Une seule réponse est possible."
        rows={4}
        value={String(state.values.texte ?? '')}
        error={problemOf(state.problems, 'texte')}
        optional
      />
      <Actions>
        <Button>Envoyer cette réponse</Button>
      </Actions>
    </Form>
  )
}
