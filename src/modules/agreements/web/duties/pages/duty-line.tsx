import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatDay, relativeDay } from '../../../../../ui/french.ts'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import type { Evidence, TrackedDuty } from '../../../domain/tracked-duties.ts'
import { committeePaths } from '../../committees/committees.paths.ts'
import { communicationPaths } from '../../communications/communications.paths.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { dutyPaths } from '../duties.paths.ts'
import type { DutiesRead } from '../duties-of-page.ts'
import { dutyName, dutyTag, expectedEvidence, windowWords } from '../duties-wording.ts'

/** What whoever reads may do about the duties. */
export interface DutyReader {
  /** The parties they act for. */
  readonly own: readonly Party[]
  readonly mayManage: boolean
  /** They may say that nothing has changed in a place. */
  readonly mayConfirm: boolean
}

interface LineProps {
  view: View
  agreement: Agreement
  duty: TrackedDuty
  read: Pick<DutiesRead, 'placeNames'>
  reader: DutyReader
}

/** One duty in one window: its day, who owes it, its article, its evidence or how to bring it. */
export function DutyLine({ view, agreement, duty, read, reader }: LineProps) {
  const { base, headName } = view.network
  const { code, window, subject, article, actors, dueBy, status, evidence, expects } = duty
  const { state, word } = dutyTag(duty)
  const place = subject === null ? undefined : read.placeNames.get(subject)
  const names = [...new Set(actors.map((party) => partyName(agreement, party, headName)))]
  return (
    <li class={status === 'overdue' ? 'deadline deadline-late' : 'deadline'}>
      <p class="deadline-when">
        {dueBy ? (
          <>
            <strong>
              <time datetime={dueBy}>{formatDay(dueBy)}</time>
            </strong>{' '}
            {relativeDay(dueBy, view.today)}
          </>
        ) : (
          <strong>Toute la durée</strong>
        )}
      </p>
      <div class="deadline-text">
        <p>
          {dutyName(code)}
          {place && ` : ${place}`} <Tag state={state}>{word}</Tag>
        </p>
        <p class="deadline-reason">
          {article && (
            <>
              <a href={`${paths.agreement(base, agreement.id)}#art-${article}`}>Art. {article}</a>.{' '}
            </>
          )}
          Par {names.join(' et ')}
          {window && `, ${windowWords(window)}`}.
        </p>
        {evidence ? (
          <EvidenceText base={base} evidence={evidence} />
        ) : (
          expects.length > 0 &&
          status !== 'upcoming' && <p class="deadline-reason">{expectedEvidence(expects)}</p>
        )}
        {status === 'overdue' && code === 'place_update' && (
          <p class="deadline-reason">
            Une confirmation faite après ce jour vaut pour le semestre où elle est faite.
          </p>
        )}
      </div>
      <NextAct
        base={base}
        agreement={agreement}
        duty={duty}
        about={place ?? dutyName(code)}
        reader={reader}
      />
    </li>
  )
}

function EvidenceText({ base, evidence }: { base: string; evidence: Evidence }) {
  const { on, by, says, link, isDeclared } = evidence
  return (
    <p class="deadline-reason">
      {isDeclared ? `Déclaré : « ${says} »` : `Preuve : ${says}`}, le <DayText day={on} />, par {by}.{' '}
      {link && <a href={`${base}${link}`}>Voir la preuve</a>}
    </p>
  )
}

/** The one act that brings the evidence; nothing for those who may not. */
function NextAct({
  base,
  agreement: { id, terms },
  duty: { code, subject, status, evidence, actors, expects },
  about,
  reader: { own, mayManage, mayConfirm },
}: Pick<LineProps, 'agreement' | 'duty' | 'reader'> & { base: string; about: string }) {
  const isOwn = actors.some((party) => own.includes(party))
  const isLead = own.includes(terms.parties[0] ?? '')
  if (evidence || status === 'upcoming') return null
  if (code === 'place_update') {
    if (status !== 'due' || !subject || !mayConfirm) return null
    return (
      <Form action={dutyPaths.confirmation(base, id, subject)}>
        <Button look="plain">
          Rien n’a changé
          <span class="visually-hidden"> pour {about}</span>
        </Button>
      </Form>
    )
  }
  if (own.length === 0) return null
  const way = code.startsWith('committee_')
    ? mayManage && { label: 'Enregistrer la réunion', href: committeePaths.newMeeting(base, id) }
    : code === 'minutes'
      ? isOwn && { label: 'Lire et valider', href: committeePaths.meeting(base, id, subject ?? '') }
      : code === 'operation_results'
        ? isOwn && { label: 'Transmettre le bilan', href: communicationPaths.report(base, id, subject ?? '') }
        : expects.length > 0 &&
          (isOwn || isLead) && { label: 'Déclarer une preuve', href: dutyPaths.evidence(base, id, code) }
  if (!way) return null
  return (
    <a class="deadline-act" href={way.href}>
      {way.label}
      <span class="visually-hidden"> {about}</span>
    </a>
  )
}
