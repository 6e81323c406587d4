import type { Day } from '../../../../kernel/day.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { formatDay } from '../../../../ui/french.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { AgreementState } from '../../domain/state.ts'
import { boardPaths } from '../board/board.paths.ts'
import { LeavingActs } from '../letters/pages/letters-section.tsx'
import { paths } from '../paths.ts'

interface ActsProps {
  base: string
  agreement: Agreement
  state: AgreementState
  today: Day
}

/** The acts that start or stop an agreement, for whoever records them; and for all, the way to try one first. */
export function Acts({ mayManage, ...about }: ActsProps & { mayManage: boolean }) {
  const { base, agreement } = about
  return (
    <section aria-labelledby="actes">
      <h2 id="actes">{mayManage ? 'Enregistrer un acte' : 'Et si ?'}</h2>
      <p>
        <a href={boardPaths.simulation(base, agreement.id)}>Simuler un acte, sans rien enregistrer</a>
      </p>
      {mayManage && <Recorded {...about} />}
    </section>
  )
}

function Recorded({ base, agreement, state, today }: ActsProps) {
  const { terms, id } = agreement
  return (
    <>
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
    </>
  )
}
