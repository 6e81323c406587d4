import { ButtonLink } from '../../../../../ui/button.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { Why } from '../../../../../ui/why.tsx'
import type { AmendmentSignedAct } from '../../../domain/acts.ts'
import { amendmentName } from '../../../domain/amendment-draft.ts'
import type { AmendmentState } from '../../../domain/amendments.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { whySteps } from '../../explanation-wording.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { amendmentPaths } from '../amendment.paths.ts'
import { changeLines, conflictLines, titleOf } from '../amendment-changes.ts'
import { amendmentTag } from '../amendment-wording.ts'
import { AmendmentFrame, type AmendmentView } from './amendment-frame.tsx'

interface AmendmentPageProps {
  about: AmendmentView
  /** The same day if the parties that have not signed did so today; null when nothing is missing or changed. */
  ifSignedToday: AgreementState | null
  mayManage: boolean
}

export function AmendmentPage({ about, ifSignedToday, mayManage }: AmendmentPageProps) {
  const { view, agreement, draft, signed } = about
  const { base } = view.network
  const isOpen = signed === null || signed.missingSignatures.length > 0
  const conflicting = isOpen ? conflictLines(about) : []
  return (
    <AmendmentFrame
      about={about}
      title={`Avenant n° ${draft.number}`}
      intro={draft.object}
      act={
        mayManage && isOpen && ifSignedToday
          ? {
              label: 'Enregistrer une signature',
              href: amendmentPaths.signature(base, agreement.id, draft.number),
            }
          : undefined
      }
    >
      {conflicting.map((sentence) => (
        <Notice state="warning" title={sentence} />
      ))}
      <SummaryList
        rows={[stateRow(signed), changesRow(about), effectRow(about, ifSignedToday), ...signatureRows(about)]}
      />
      <ReadingNote base={base} agreement={agreement.id} />
      {mayManage && signed === null && <Writing about={about} />}
      {signed !== null && (
        <p>
          <a href={amendmentPaths.consolidated(base, agreement.id, signed.effectiveOn ?? undefined)}>
            Lire le texte consolidé{signed.effectiveOn && ` au ${formatDay(signed.effectiveOn)}`}
          </a>
        </p>
      )}
    </AmendmentFrame>
  )
}

function stateRow(signed: AmendmentState | null) {
  const { state, word } = amendmentTag[signed?.status ?? 'draft']
  return { term: 'État', value: <Tag state={state}>{word}</Tag> }
}

function changesRow(about: AmendmentView) {
  const lines = changeLines(about)
  return {
    term: 'Ce qu’il change',
    value:
      lines.length === 0 ? (
        'Rien encore'
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ),
  }
}

/** The day of effect, or the one it would have with a last signature today; always with its reason. */
function effectRow(
  { view, agreement, draft, signed, today }: AmendmentView,
  ifSignedToday: AgreementState | null,
) {
  const text = paths.agreement(view.network.base, agreement.id)
  const name = amendmentName(draft.number)
  const state = signed?.effectiveOn ? today : ifSignedToday
  const effectiveOn = state?.amendments.find(({ id }) => id === name)?.effectiveOn
  const why = state?.explanation.find(({ path }) => path === `amendments.${name}.effectiveOn`)
  if (!effectiveOn) return { term: 'Prise d’effet', value: 'Le 1er du mois qui suit la dernière signature' }
  return {
    term: 'Prise d’effet',
    value: (
      <>
        <DayText day={effectiveOn} today={view.today} />
        {!signed?.effectiveOn && ', si la dernière signature est datée d’aujourd’hui'}
        {why && <Why about=": prise d’effet" steps={whySteps(why, text)} />}
      </>
    ),
  }
}

function signatureRows({ view, agreement, draft }: AmendmentView) {
  const name = amendmentName(draft.number)
  const acts = agreement.acts.filter(
    (act): act is typeof act & AmendmentSignedAct =>
      act.type === 'amendment_signed' && act.amendment === name,
  )
  return agreement.terms.parties.map((party) => {
    const act = acts.find((one) => one.party === party)
    return {
      term: `Signature : ${partyName(agreement, party, view.network.headName)}`,
      value: act ? `${act.capacity ?? ''}, le ${formatDay(act.occurredOn)}` : 'Attendue',
    }
  })
}

/** The three things an amendment may change, each on its page. */
function Writing({ about: { view, agreement, draft, clauses } }: { about: AmendmentView }) {
  const { base } = view.network
  const { id } = agreement
  return (
    <section aria-labelledby="redaction">
      <h2 id="redaction">Écrire l’avenant</h2>
      <p>Il peut changer jusqu’à sa première signature.</p>
      <p>
        <ButtonLink look="plain" href={amendmentPaths.terms(base, id, draft.number)}>
          Changer les termes et les dates
        </ButtonLink>{' '}
        <ButtonLink look="plain" href={amendmentPaths.places(base, id, draft.number)}>
          Changer les lieux
        </ButtonLink>
      </p>
      <details>
        <summary>Récrire un article</summary>
        <ul>
          {clauses.map((clause) => (
            <li>
              <a href={amendmentPaths.clause(base, id, draft.number, clause.key)}>{titleOf(clause)}</a>
              {draft.changes.clauses[clause.key] !== undefined && ', récrit'}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
