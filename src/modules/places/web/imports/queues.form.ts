import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf } from '../../../../platform/http/fields.ts'
import type { RowKey } from '../../use-cases/imports/attach-safe-rows.ts'

const CHOOSE = 'Choisissez l’une des décisions proposées.'

export const heldForm = z.object({ decision: oneOf(['same', 'replace', 'separate', 'ignore'], CHOOSE) })

/** « run:line », as the list of the rows that are sure writes it. */
export function rowValue({ run, line }: RowKey): string {
  return `${run}:${line}`
}

function rowsOf(text: string): RowKey[] {
  const [run = '', line = ''] = text.split(':')
  return isId<'import-run'>(run) && /^\d{1,9}$/.test(line) ? [{ run, line: Number(line) }] : []
}

export const safeForm = z.object({
  ligne: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((sent, check) => {
      const ticked = [sent ?? []].flat().flatMap(rowsOf)
      if (ticked.length === 0) check.addIssue({ code: 'custom', message: 'Cochez au moins une ligne.' })
      return ticked
    }),
})

export const proposalForm = z.object({ decision: oneOf(['accepted', 'refused'], CHOOSE) })

const KEPT = 'Choisissez un lieu de la liste.'
/** Which place stays, though its source no longer gives it. */
export const missingForm = z.object({
  source: z.string({ message: KEPT }).min(1, KEPT).max(100),
  identifiant: z.string({ message: KEPT }).min(1, KEPT).max(300),
})
