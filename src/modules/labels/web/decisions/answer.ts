import type { Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormPage, FormState } from '../../../../platform/http/form.ts'
import { type DecisionRefusal, decisionProblem, decisionStatus } from './decision-problems-wording.ts'

/** The same page, with why not and all that was typed. */
export function refusedOn(
  c: AppContext,
  page: FormPage,
  typed: FormState,
  refusal: Refusal<DecisionRefusal>,
): Response | Promise<Response> {
  c.status(decisionStatus(refusal))
  return page(c, { ...typed, problems: [decisionProblem(refusal)] })
}
