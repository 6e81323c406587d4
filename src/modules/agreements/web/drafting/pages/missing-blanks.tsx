import { fieldId } from '../../../../../ui/field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Variable } from '../../../templates/template.ts'
import { isPartnerVariable } from '../../../use-cases/drafting/partner-part.ts'
import { paths } from '../../paths.ts'
import { fieldOf } from '../draft.form.ts'
import { negotiationPaths } from '../negotiation-paths.ts'

interface MissingProps {
  base: string
  agreement: Agreement
  missing: readonly Variable[]
  /** The head fills everything, the partner what is asked of it. */
  asHead: boolean
}

/** Each blank that keeps the text from signature, with the way to its field. AGR-9. */
export function MissingBlanks({ base, agreement, missing, asHead }: MissingProps) {
  const { id } = agreement
  return (
    <ul>
      {missing.map((variable) => {
        const field = `#${fieldId(fieldOf(variable))}`
        const form = asHead ? paths.draft(base, id) : negotiationPaths.partnerPart(base, id)
        const isTheirs = asHead || isPartnerVariable(variable)
        return (
          <li>
            {isTheirs ? (
              <a href={`${form}${field}`}>{variable.label}</a>
            ) : (
              <>{variable.label}, que remplit le chef de file</>
            )}
          </li>
        )
      })}
    </ul>
  )
}
