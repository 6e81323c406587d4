import type { Child } from 'hono/jsx'
import { type Day, isDay } from '../../../../kernel/day.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Annotated, AnnotatedText, ArticleTitle } from '../../../../ui/annotated.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { formatDay, relativeDay } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { DayText } from '../../../../ui/time.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { Why } from '../../../../ui/why.tsx'
import type { Agreement } from '../../domain/agreement.ts'
import type { AgreementState } from '../../domain/state.ts'
import type { TimelineItem } from '../../domain/timeline.ts'
import type { AmendedClause, ConsolidatedText } from '../../use-cases/amendments/consolidated-text.ts'
import type { ReadSignature } from '../../use-cases/signing/signing-powers.ts'
import type { SigningState } from '../../use-cases/signing/signing-state.ts'
import { amendmentLinks, ClauseText } from '../amendments/pages/clause-text.tsx'
import { type ArticleNote, notesByArticle } from '../article-notes.ts'
import { boardPaths } from '../board/board.paths.ts'
import { whySteps } from '../explanation-wording.ts'
import { LeavingActs, LettersSection } from '../letters/pages/letters-section.tsx'
import { partyName } from '../parties.ts'
import { paths } from '../paths.ts'
import { warningSentences } from '../reading-wording.ts'
import { SigningSection } from '../signing/pages/signing-section.tsx'
import { signatureSentences } from '../signing/signature-wording.ts'
import { ownSigning } from '../signing/signing-next-act.ts'
import { timelinePoints } from '../timeline-wording.ts'
import { stateSentence } from '../wording.ts'
import { ReadingNote } from './reading-note.tsx'

interface AgreementPageProps {
  view: View
  agreement: Agreement
  /** As it reads today. */
  text: ConsolidatedText
  state: AgreementState
  marks: readonly TimelineItem[]
  signatures: readonly ReadSignature[]
  signing: SigningState
  mayManage: boolean
  /** What other modules say of this agreement. */
  panels: readonly Child[]
}

/** The living agreement: the text, and beside each article what it commands today. */
export function AgreementPage({
  view,
  agreement,
  text,
  state,
  marks,
  signatures,
  signing,
  mayManage,
  panels,
}: AgreementPageProps) {
  const { base, headName } = view.network
  const notes = notesByArticle(state)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={`Convention ${agreement.reference}`}
      heading={`Convention avec ${agreement.partner.name}`}
      kicker={`${agreement.reference} · ${text.template.title}`}
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
      act={ownSigning(base, agreement, signing) ?? (mayManage && nextAct(base, agreement, state))}
    >
      <p class="agreement-state">
        <strong>{stateSentence(state)}</strong>
      </p>
      {state.warnings.map((code) => (
        <Notice state="warning" title={warningSentences[code]} />
      ))}
      {text.missing.length > 0 && mayManage && (
        <Notice state="info" title="Le texte a encore des blancs">
          <p>
            {text.missing.map(({ label }) => label).join(' ; ')}.{' '}
            <a href={paths.draft(base, agreement.id)}>Compléter le projet</a>
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: 'Parties',
            value: agreement.terms.parties.map((party) => partyName(agreement, party, headName)).join(' et '),
          },
          {
            term: 'Représentant du co-contractant',
            value: `${agreement.representative.name}, ${agreement.representative.title}`,
          },
          ...signatures.map((signature) => ({
            term: `Signature : ${partyName(agreement, signature.act.party, headName)}`,
            value: <SignatureText signature={signature} />,
          })),
          {
            term: 'Lieux',
            value:
              text.places.length === 0 ? 'Aucun lieu listé' : text.places.map(({ name }) => name).join(' ; '),
            act: mayManage
              ? { label: 'Voir la liste', about: 'des lieux', href: paths.annex(base, agreement.id) }
              : undefined,
          },
          {
            term: 'Modèle',
            value: <a href={paths.template(base, text.template.id)}>{text.template.title}</a>,
          },
          {
            term: 'Document',
            value: <a href={paths.pdf(base, agreement.id)}>Télécharger la convention (PDF)</a>,
          },
        ]}
      />
      {state.period && <ReadingNote base={base} agreement={agreement.id} />}
      <section aria-labelledby="frise">
        <h2 id="frise">Ce qui s’est passé, ce qui vient</h2>
        <Timeline today={view.today} points={timelinePoints(agreement, marks, headName, signatures)} />
      </section>
      <SigningSection view={view} agreement={agreement} state={state} signing={signing} />
      <LettersSection
        view={view}
        agreement={agreement}
        state={state}
        places={text.places}
        mayManage={mayManage}
      />
      <p>
        <a href={boardPaths.simulation(base, agreement.id)}>Simuler un acte, sans rien enregistrer</a>
      </p>
      {[...panels]}
      {mayManage && <Acts base={base} agreement={agreement} state={state} today={view.today} />}
      <AnnotatedText>
        {text.clauses.map((clause) => (
          <Article
            clause={clause}
            amendments={amendmentLinks(base, agreement.id)}
            notes={notes.get(clause.number ?? '') ?? []}
            today={view.today}
          />
        ))}
      </AnnotatedText>
    </Frame>
  )
}

/** Who signed and when; and what the parties should look at again, in plain words. */
function SignatureText({ signature }: { signature: ReadSignature }) {
  const { act } = signature
  return (
    <>
      {act.capacity}, le {formatDay(act.occurredOn)}
      {signatureSentences(signature).map((sentence) => (
        <p>
          <Tag state="warning">À confirmer</Tag> {sentence}
        </p>
      ))}
    </>
  )
}

function Article({
  clause,
  amendments,
  notes,
  today,
}: {
  clause: AmendedClause
  amendments: (number: string) => string
  notes: readonly ArticleNote[]
  today: Day
}) {
  const id = `art-${clause.number ?? clause.key}`
  const [first] = notes
  return (
    <Annotated
      id={id}
      noteLabel={clause.number ? `Suivi de l’article ${clause.number}` : 'Suivi'}
      state={first && <NoteLine note={first} today={today} />}
      note={
        notes.length > 0 && notes.map((note) => <NoteWhy note={note} today={today} first={note === first} />)
      }
    >
      <ArticleTitle id={id} number={clause.number}>
        {clause.title}
      </ArticleTitle>
      <ClauseText clause={clause} amendments={amendments} />
      {clause.textIncomplete && <p class="muted">Texte incomplet dans la copie disponible.</p>}
    </Annotated>
  )
}

function NoteLine({ note: { label, explanation }, today }: { note: ArticleNote; today: Day }) {
  const { result } = explanation
  if (!isDay(result)) return null
  return (
    <p>
      {label} :{' '}
      <strong>
        <DayText day={result} />
      </strong>
      , {relativeDay(result, today)}
    </p>
  )
}

function NoteWhy({ note, today, first }: { note: ArticleNote; today: Day; first: boolean }) {
  return (
    <>
      {!first && <NoteLine note={note} today={today} />}
      <Why about={`: ${note.label.toLowerCase()}`} steps={whySteps(note.explanation)} />
    </>
  )
}

/** The one act this state calls for. */
function nextAct(base: string, agreement: Agreement, { status, missingSignatures }: AgreementState) {
  if (status === 'draft' || missingSignatures.length > 0) {
    return { label: 'Enregistrer une signature', href: paths.signature(base, agreement.id) }
  }
  return undefined
}

function Acts({
  base,
  agreement,
  state,
  today,
}: {
  base: string
  agreement: Agreement
  state: AgreementState
  today: Day
}) {
  const { terms, id } = agreement
  return (
    <section aria-labelledby="actes">
      <h2 id="actes">Enregistrer un acte</h2>
      {state.status === 'draft' && (
        <p>
          <ButtonLink look="plain" href={paths.draft(base, id)}>
            Compléter le projet
          </ButtonLink>{' '}
          <ButtonLink look="plain" href={paths.annex(base, id)}>
            Choisir les lieux
          </ButtonLink>
        </p>
      )}
      {state.inForce && terms.denunciation && (
        <ButtonLink look="plain" href={paths.denunciation(base, id)}>
          Enregistrer une dénonciation
        </ButtonLink>
      )}
      {state.inForce && !terms.denunciation && (
        <p>Cette convention ne prévoit pas de dénonciation : elle court jusqu’à son terme.</p>
      )}
      <LeavingActs base={base} agreement={agreement} state={state} today={today} />
      {state.status === 'ended' && state.lastDayInForce && (
        <p>
          La convention a pris fin le {formatDay(state.lastDayInForce)}. Aucun acte ne peut plus la changer.
        </p>
      )}
    </section>
  )
}
