import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { type Decision, decisionStanding, publicationBlanks } from '../../../domain/decision.ts'
import { linesOf } from '../../../domain/written-document.ts'
import { paths } from '../../paths.ts'
import { decisionPaths } from '../decision.paths.ts'
import { appealSentence, blankWords, decisionName, decisionTag } from '../decision-wording.ts'

interface DecisionProps {
  view: View
  decision: Decision
  /** The agreement it is about, when the reader may open it; and the decisions before and after it. */
  links: { agreement: Agreement | null; replaces: Decision | null; replacedBy: Decision | null }
  state: FormState
  mayManage: boolean
}

/** A decision with its dates and its remedies, as everybody reads it. */
export function DecisionPage({ view, decision, links, state, mayManage }: DecisionProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title={decisionName(decision)}
      heading={decision.object}
      kicker={`${decisionName(decision)} · ${decision.body}`}
      breadcrumb={[{ label: 'Décisions du réseau', href: decisionPaths.decisions(base) }]}
      problems={state.problems}
    >
      <Standing view={view} decision={decision} links={links} />
      <Facts view={view} decision={decision} links={links} />
      <section aria-labelledby="texte">
        <h2 id="texte">Texte</h2>
        <Paragraphs text={decision.text} missing="Le texte n’est pas encore écrit." />
      </section>
      <section aria-labelledby="recours">
        <h2 id="recours">Délais et voies de recours</h2>
        <Paragraphs
          text={decision.remedies}
          missing="Les délais et voies de recours ne sont pas encore écrits."
        />
        <p>{appealSentence(decision)}</p>
      </section>
      {decision.publishedOn && (
        <p>
          <a href={decisionPaths.pdf(base, decision.id)}>Télécharger la décision (PDF)</a>
        </p>
      )}
      {mayManage && <Steps view={view} decision={decision} links={links} state={state} />}
    </Frame>
  )
}

type Shown = Pick<DecisionProps, 'view' | 'decision' | 'links'>

function Standing({ view, decision, links }: Shown) {
  const { base } = view.network
  const standing = decisionStanding(decision)
  const { state, word } = decisionTag[standing]
  if (standing === 'withdrawn') {
    return (
      <Notice state="warning" title={`Décision retirée le ${said(decision.withdrawnOn)}`}>
        <p>{decision.withdrawnReason}</p>
        {links.replacedBy && (
          <p>
            Remplacée par <DecisionLink base={base} decision={links.replacedBy} />.
          </p>
        )}
      </Notice>
    )
  }
  return (
    <p>
      <Tag state={state}>{word}</Tag>{' '}
      {links.replacedBy && (
        <>
          par <DecisionLink base={base} decision={links.replacedBy} />
        </>
      )}
      {standing === 'draft' && 'Personne d’autre que les chargés de mission ne la voit.'}
    </p>
  )
}

function Facts({ view, decision, links }: Shown) {
  const { base } = view.network
  return (
    <SummaryList
      rows={[
        { term: 'Date', value: formatDay(decision.decidedOn) },
        { term: 'Prise par', value: decision.body },
        { term: 'Fondée sur', value: decision.legalBasis || 'À compléter' },
        {
          term: 'Transmise au représentant de l’État',
          value: decision.transmittedOn ? `Le ${formatDay(decision.transmittedOn)}` : 'Date inconnue',
        },
        {
          term: 'Publiée',
          value: decision.publishedOn ? `Le ${formatDay(decision.publishedOn)}` : 'Pas encore',
        },
        ...(links.replaces
          ? [{ term: 'Remplace', value: <DecisionLink base={base} decision={links.replaces} /> }]
          : []),
        ...(links.agreement
          ? [
              {
                term: 'Convention',
                value: (
                  <a href={paths.agreement(base, links.agreement.id)}>
                    {links.agreement.reference}, {links.agreement.partner.name}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** What an officer may still do about it. */
function Steps({ view, decision, state }: Shown & { state: FormState }) {
  const { base } = view.network
  const standing = decisionStanding(decision)
  if (standing === 'draft') return <Publication view={view} decision={decision} state={state} />
  return (
    <section aria-labelledby="suite">
      <h2 id="suite">Suite</h2>
      <p>Une décision publiée ne se modifie plus.</p>
      <p>
        {decision.transmittedOn === null && (
          <ButtonLink look="plain" href={decisionPaths.transmission(base, decision.id)}>
            Enregistrer la transmission
          </ButtonLink>
        )}{' '}
        {standing !== 'replaced' && (
          <ButtonLink
            look="plain"
            href={decisionPaths.newDecision(base, {
              agreement: decision.agreementId ?? '',
              replaces: decision.id,
            })}
          >
            Préparer celle qui la remplace
          </ButtonLink>
        )}{' '}
        {standing !== 'withdrawn' && (
          <ButtonLink look="plain" href={decisionPaths.withdrawal(base, decision.id)}>
            Retirer la décision
          </ButtonLink>
        )}
      </p>
    </section>
  )
}

function Publication({ view, decision, state }: Pick<Shown, 'view' | 'decision'> & { state: FormState }) {
  const { base } = view.network
  const blanks = publicationBlanks(decision)
  return (
    <section aria-labelledby="publier">
      <h2 id="publier">Publier</h2>
      {blanks.length > 0 && (
        <Notice state="warning" title="Elle ne peut pas encore être publiée">
          <ul>
            {blanks.map((blank) => (
              <li>{blankWords[blank].message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        <ButtonLink look="plain" href={decisionPaths.draft(base, decision.id)}>
          Compléter le projet
        </ButtonLink>
      </p>
      <Form action={decisionPaths.publication(base, decision.id)}>
        <DateField
          {...fieldsOf(state)('publication', formatDate(view.today))}
          label="Jour de la publication"
          hint="Celui de l’affichage ou de la mise en ligne. Ensuite, la décision ne se modifie plus. Au format jj/mm/aaaa."
        />
        <Actions>
          <Button>Publier la décision</Button>
        </Actions>
      </Form>
    </section>
  )
}

function DecisionLink({ base, decision }: { base: string; decision: Decision }) {
  return <a href={decisionPaths.decision(base, decision.id)}>{decisionName(decision)}</a>
}

function Paragraphs({ text, missing }: { text: string; missing: string }) {
  if (text.trim() === '') return <p class="muted">{missing}</p>
  return (
    <>
      {linesOf(text).map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}

function said(day: Decision['withdrawnOn']): string {
  return day ? formatDay(day) : '…'
}

/** As the field is typed: `17/06/2026`. */
function formatDate(day: string): string {
  return day.split('-').reverse().join('/')
}
