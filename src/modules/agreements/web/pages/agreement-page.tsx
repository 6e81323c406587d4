import type { Child } from 'hono/jsx'
import { type Day, isDay } from '../../../../kernel/day.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { Annotated, AnnotatedText, ArticleTitle } from '../../../../ui/annotated.tsx'
import { relativeDay } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
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
import { documentPaths } from '../documents/documents.paths.ts'
import { whySteps } from '../explanation-wording.ts'
import { LettersSection } from '../letters/pages/letters-section.tsx'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { warningSentences } from '../reading-wording.ts'
import { SigningSection } from '../signing/pages/signing-section.tsx'
import { signatureSentences } from '../signing/signature-wording.ts'
import { ownSigning } from '../signing/signing-next-act.ts'
import { timelinePoints } from '../timeline-wording.ts'
import { stateSentence } from '../wording.ts'
import { Acts } from './agreement-acts.tsx'
import { Identity, More } from './agreement-identity.tsx'
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
  panels: AgreementPanels
}

/** What the topics of this module, and the other modules, say of the agreement; in the order of the page. */
export interface AgreementPanels {
  /** Right under the state: what is awaited, and from whom. */
  readonly now: readonly Child[]
  /** What the agreement lives by: letters, amendments, duties, labels. */
  readonly life: readonly Child[]
  /** Folded: who answers for it and what was decided. */
  readonly people: readonly Child[]
  /** Folded: what its text leaves unclear, and where it comes from. */
  readonly past: readonly Child[]
}

/** Where the text begins. */
const TEXT = 'texte'

/** The living agreement: its state and what it awaits, its acts, the rest folded; then the text, and beside each article what it commands today. */
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
  const isSigning = signing.signing || signing.declined.length > 0 || state.missingSignatures.length > 0
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={`Convention ${agreement.reference}`}
      heading={`Convention avec ${agreement.partner.name}`}
      kicker={`${agreement.reference} · ${text.template.title}`}
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
      act={ownSigning(base, agreement, signing) ?? (mayManage && nextAct(base, agreement, text, state))}
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
            term: 'Lieux',
            value:
              text.places.length === 0 ? 'Aucun lieu listé' : text.places.map(({ name }) => name).join(' ; '),
            act: mayManage
              ? { label: 'Voir la liste', about: 'des lieux', href: paths.annex(base, agreement.id) }
              : undefined,
          },
          {
            term: 'Document',
            value: (
              <>
                <a href={`#${TEXT}`}>Lire le texte</a>,{' '}
                <a href={paths.pdf(base, agreement.id)}>télécharger la convention (PDF)</a>
              </>
            ),
            ...(opensTo(view, policy.readEvidence) && {
              act: {
                label: 'Tous les documents',
                about: 'de la convention',
                href: documentPaths.documents(base, agreement.id),
              },
            }),
          },
        ]}
      />
      {[...panels.now]}
      <section aria-labelledby="frise">
        <h2 id="frise">Ce qui s’est passé, ce qui vient</h2>
        <Timeline today={view.today} points={timelinePoints(agreement, marks, headName, signatures)} />
        {state.period && <ReadingNote base={base} agreement={agreement.id} />}
      </section>
      {isSigning && <SigningSection {...{ view, agreement, state, signing }} />}
      <Acts base={base} agreement={agreement} state={state} today={view.today} mayManage={mayManage} />
      <LettersSection
        view={view}
        agreement={agreement}
        state={state}
        places={text.places}
        mayManage={mayManage}
      />
      {[...panels.life]}
      <More
        title="Parties, signatures, interlocuteurs et décisions"
        open={signatures.some((signature) => signatureSentences(signature).length > 0)}
      >
        <Identity {...{ base, headName, agreement, text, signatures }} />
        {!isSigning && <SigningSection {...{ view, agreement, state, signing }} />}
        {[...panels.people]}
      </More>
      <More title="Lectures du texte et historique">{[...panels.past]}</More>
      <AnnotatedText id={TEXT}>
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
      <Why about={`: ${note.label.toLowerCase()}`} steps={whySteps(note.explanation, '')} />
    </>
  )
}

/** The one act this state calls for: nobody signs a text that still has blanks. */
function nextAct(
  base: string,
  agreement: Agreement,
  text: ConsolidatedText,
  { status, missingSignatures }: AgreementState,
) {
  if (status === 'draft' && text.missing.length > 0) {
    return { label: 'Compléter le projet', href: paths.draft(base, agreement.id) }
  }
  if (status === 'draft' || missingSignatures.length > 0) {
    return { label: 'Enregistrer une signature', href: paths.signature(base, agreement.id) }
  }
  return undefined
}
