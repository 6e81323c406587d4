import type { Child } from 'hono/jsx'
import { formatDay } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Why } from '../../../../ui/why.tsx'
import type { Consequence } from '../../domain/act-consequence.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { whySteps } from '../explanation-wording.ts'
import { paths } from '../paths.ts'
import { rejectionSentences, warningSentences } from '../reading-wording.ts'
import { ReadingNote } from './reading-note.tsx'

interface ActConsequenceProps {
  base: string
  agreement: AgreementId
  consequence: Consequence
  /** What to know first, and how it was found. */
  children?: Child
}

/** What a signature would change, before it is recorded: its effect, the end of the agreement, the warnings. */
export function ActConsequence({ base, agreement, consequence, children }: ActConsequenceProps) {
  const { before, after, refused } = consequence
  const warnings = after.warnings.filter((code) => !before.warnings.includes(code))
  const end = after.explanation.find(({ path }) => path === 'lastDayInForce')
  return (
    <Notice state="warning" title="Rien n’est encore enregistré" live>
      {refused && (
        <p>
          Cet acte serait conservé sans effet. <strong>{rejectionSentences[refused]}</strong>
        </p>
      )}
      {children}
      {before.lastDayInForce !== after.lastDayInForce && (
        <p>
          Dernier jour de la convention :{' '}
          <strong>{after.lastDayInForce ? formatDay(after.lastDayInForce) : 'aucun terme fixé'}</strong>, au
          lieu du {before.lastDayInForce ? formatDay(before.lastDayInForce) : 'terme jusqu’ici ouvert'}.
        </p>
      )}
      {before.lastDayInForce !== after.lastDayInForce && end && (
        <Why about=": dernier jour" steps={whySteps(end, paths.agreement(base, agreement))} />
      )}
      {warnings.map((code) => (
        <p>{warningSentences[code]}</p>
      ))}
      <p>Les deux parties seront prévenues par courriel.</p>
      <ReadingNote base={base} agreement={agreement} />
    </Notice>
  )
}
