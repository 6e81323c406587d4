import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { ArticleTitle } from '../../../../../ui/annotated.tsx'
import { formatMoment, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { awaitsAnswer } from '../../../domain/draft-remark.ts'
import type { Party } from '../../../domain/terms.ts'
import type { NegotiatedClause, Negotiation } from '../../../use-cases/drafting/negotiation.ts'
import { TextBlock } from '../../pages/text-block.tsx'
import { paths } from '../../paths.ts'
import { negotiationPaths } from '../negotiation-paths.ts'
import { ApprovalsSection } from './approvals-section.tsx'
import { MissingBlanks } from './missing-blanks.tsx'
import { NegotiationFrame } from './negotiation-frame.tsx'
import { WordSection } from './word-section.tsx'

interface NegotiationPageProps {
  view: View
  agreement: Agreement
  negotiation: Negotiation
  /** Whom the reader speaks for. */
  party: Party
  state: FormState
}

/** The draft as both parties work on it: what it lacks, who approves it, and each article with what is said of it. */
export function NegotiationPage({ view, agreement, negotiation, party, state }: NegotiationPageProps) {
  const { base } = view.network
  const asHead = party === agreement.terms.parties[0]
  const { sharedAt, missing, clauses, listsNoPlace, locked } = negotiation
  const waiting = clauses.flatMap(({ thread }) => thread).filter(({ remark }) => awaitsAnswer(remark))
  return (
    <NegotiationFrame
      view={view}
      agreement={agreement}
      negotiation={negotiation}
      title="Négocier le texte"
      intro={
        sharedAt
          ? `Projet de convention avec ${agreement.partner.name}, partagé le ${formatMoment(sharedAt)}.`
          : `Projet de convention avec ${agreement.partner.name} : vous le préparez seul, personne d’autre ne le voit encore.`
      }
      act={
        !sharedAt &&
        !locked && { label: 'Partager le projet', href: negotiationPaths.sharing(base, agreement.id) }
      }
      state={state}
    >
      {(missing.length > 0 || listsNoPlace) && (
        <Notice state="warning" title="Ce texte ne peut pas encore aller à la signature">
          {missing.length > 0 && <p>Il manque :</p>}
          <MissingBlanks base={base} agreement={agreement} missing={missing} asHead={asHead} />
          {listsNoPlace && (
            <p>
              {asHead ? (
                <a href={paths.annex(base, agreement.id)}>Choisir les lieux de la convention</a>
              ) : (
                'La convention ne liste encore aucun lieu : le chef de file les choisit.'
              )}
            </p>
          )}
        </Notice>
      )}
      {!asHead && !locked && (
        <p>
          <a href={negotiationPaths.partnerPart(base, agreement.id)}>
            Remplir ce qui est demandé à {agreement.partner.name}
          </a>
        </p>
      )}
      {waiting.length > 0 && (
        <p>
          <strong>
            {plural(waiting.length, 'proposition attend', 'propositions attendent')} une réponse.
          </strong>
        </p>
      )}
      {sharedAt && <ApprovalsSection {...{ view, agreement, negotiation, party }} />}
      <WordSection {...{ view, agreement, negotiation, state }} />
      <h2>Le texte, article par article</h2>
      {clauses.map((clause) => (
        <ClauseSection
          clause={clause}
          href={negotiationPaths.clause(base, agreement.id, clause.clause.key)}
          act={sharedAt ? 'Commenter ou proposer' : 'Changer le texte'}
        />
      ))}
    </NegotiationFrame>
  )
}

function ClauseSection({ clause, href, act }: { clause: NegotiatedClause; href: string; act: string }) {
  const { read, thread, version } = clause
  const id = `art-${read.key}`
  const waiting = thread.filter(({ remark }) => awaitsAnswer(remark)).length
  return (
    <section class="difference-clause" id={id} aria-labelledby={`${id}-titre`}>
      <ArticleTitle id={id} number={read.number}>
        {read.title}
      </ArticleTitle>
      <p>
        {version > 0 && <Tag state="info">Texte propre à cette convention</Tag>}{' '}
        {waiting > 0 && (
          <Tag state="pending">{plural(waiting, 'proposition', 'propositions')} à examiner</Tag>
        )}{' '}
        <a href={href}>
          {act}
          <span class="visually-hidden">, {read.title}</span>
        </a>
        {thread.length > 0 && ` (${plural(thread.length, 'message', 'messages')})`}
      </p>
      {read.paragraphs.map((block) => (
        <TextBlock block={block} />
      ))}
    </section>
  )
}
