import { z } from 'zod'
import { ApiProblem } from '../../../../platform/api/problem.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { limitStranger } from '../../../../platform/http/rate-limit.ts'
import { standardColumns } from '../../domain/standard/standard-columns.ts'
import { isUnchanged } from '../exports/unchanged.ts'

/** What 304 means, for the document of the API. */
export const UNCHANGED = { 304: 'Rien n’a changé depuis l’`ETag` envoyé dans If-None-Match' }

/** Open to any page of any site: nothing there depends on who asks. Counted, and answered 304 when nothing moved. DIR-84. */
export const openReading = {
  statuses: UNCHANGED,
  async work(c: AppContext): Promise<Response | null> {
    c.header('access-control-allow-origin', '*')
    await limitStranger(c, 'api')
    return (await isUnchanged(c)) ? c.body(null, 304) : null
  },
}

export const fieldsQuery = z
  .string()
  .max(1000)
  .optional()
  .describe('Champs du standard à donner, séparés par des virgules ; tous par défaut')

/** The fields asked, each one of the standard: another is refused by its name. */
export function fieldsAsked(text = ''): string[] {
  const names = text.split(',').map((name) => name.trim())
  const asked = names.filter((name) => name !== '')
  const unknown = asked.filter((name) => !(standardColumns as readonly string[]).includes(name))
  if (unknown.length === 0) return asked
  throw new ApiProblem({
    status: 400,
    code: 'parameter_invalid',
    detail: 'Un des champs demandés n’existe pas dans le standard.',
    errors: [{ field: 'fields', detail: `${unknown.join(', ')} : attendu ${standardColumns.join(', ')}.` }],
  })
}
