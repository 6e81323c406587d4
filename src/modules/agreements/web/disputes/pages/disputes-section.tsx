import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { Actions } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { Why } from '../../../../../ui/why.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { DisputeFile } from '../../../domain/dispute-files.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { whySteps } from '../../explanation-wording.ts'
import { letterPaths } from '../../letters/letters.paths.ts'
import { partyName } from '../../parties.ts'
import { disputePaths } from '../dispute.paths.ts'
import { disputeTag } from '../dispute-wording.ts'

interface SectionProps {
  view: View
  agreement: Agreement
  state: AgreementState
  files: readonly DisputeFile[]
  mayManage: boolean
}

/** What opposes the parties, until when they look for an agreement, and which court comes after. */
export function DisputesSection({ view, agreement, state, files, mayManage }: SectionProps) {
  if (state.enteredIntoForceOn === null || (files.length === 0 && !mayManage)) return null
  const { base } = view.network
  return (
    <section aria-labelledby="differends">
      <h2 id="differends">Différends</h2>
      {files.length === 0 && <p>Aucun différend n’est enregistré.</p>}
      {files.map((file) => (
        <DisputeText view={view} agreement={agreement} state={state} file={file} mayManage={mayManage} />
      ))}
      {mayManage && (
        <p>
          <ButtonLink look="plain" href={disputePaths.opening(base, agreement.id)}>
            Ouvrir un différend
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

function DisputeText({
  view,
  agreement,
  state,
  file,
  mayManage,
}: Omit<SectionProps, 'files'> & { file: DisputeFile }) {
  const { base, headName } = view.network
  const { opening, settlement } = file
  const { id, status, amicableLastDay, courtAvailableFrom, court } = file.state
  const { state: shape, word } = disputeTag[status]
  const why = state.explanation.find(({ path }) => path === `disputes.${id}.amicableLastDay`)
  const object = opening.type === 'dispute_opened' ? opening.object : opening.grounds
  return (
    <div>
      <p>
        <Tag state={shape}>{word}</Tag> Signalé par {partyName(agreement, opening.from, headName)} le{' '}
        {formatDay(opening.occurredOn)}
        {opening.type === 'registered_letter_sent' && ', par lettre recommandée'}
        {object && ` : « ${object} »`}.
      </p>
      {settlement && <p>Réglé par un accord du {formatDay(settlement.occurredOn)}.</p>}
      {!settlement && status === 'awaiting_receipt' && (
        <p>Le délai amiable n’a pas commencé : il court de la réception de la lettre.</p>
      )}
      {!settlement && amicableLastDay && courtAvailableFrom && (
        <p>
          Recherche d’un accord jusqu’au{' '}
          <strong>
            <DayText day={amicableLastDay} today={view.today} />
          </strong>{' '}
          inclus ; à partir du {formatDay(courtAvailableFrom)}, {court}.
        </p>
      )}
      {!settlement && status === 'amicable' && !amicableLastDay && (
        <p>Recherche d’un accord sans délai fixé{court && ` ; à défaut, ${court}`}.</p>
      )}
      {why && <Why about=": fin de la phase amiable" steps={whySteps(why, '')} />}
      {mayManage && !settlement && (
        <Actions>
          <ButtonLink look="plain" href={disputePaths.settlement(base, agreement.id, id)}>
            Enregistrer le règlement
          </ButtonLink>
          {status === 'awaiting_receipt' && (
            <ButtonLink look="plain" href={letterPaths.letterFact(base, agreement.id, id)}>
              Enregistrer la réception de la lettre
            </ButtonLink>
          )}
        </Actions>
      )}
    </div>
  )
}
