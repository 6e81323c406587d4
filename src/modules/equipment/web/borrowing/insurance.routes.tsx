import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { ownLines } from '../../data/borrowing/borrowing.queries.ts'
import { proofsSent } from '../../data/borrowing/insurance.store.ts'
import { findLine } from '../../data/lines.store.ts'
import { daysToCover } from '../../use-cases/borrowing/days-to-cover.ts'
import { sendInsuranceProof } from '../../use-cases/borrowing/send-insurance-proof.ts'
import { borrowingPaths as paths, borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { InsurancePage } from './pages/insurance-page.tsx'
import { insuranceForm } from './telling.form.ts'

const borrow = may(borrowingPolicy.borrow)

const insurancePage: FormPage = async (c, state) => {
  const { db, reach, network } = c.var.context
  const proofs = await proofsSent(db, network.id, reach.kind === 'these' ? reach.organisations : [])
  return page(c, <InsurancePage view={viewOf(c)} proofs={proofs} loan={await loanToCover(c)} state={state} />)
}

/** The loan named in the address, one's own, with its days without cover. EQP-1601. */
async function loanToCover(c: AppContext) {
  const id = c.req.query('pret') ?? ''
  const { context } = c.var
  const line = isId<'loan-line'>(id) ? await findLine(context.db, context.reach, id) : null
  const [own] = line ? await ownLines(context.db, context.reach, { line: line.id, limit: 1 }) : []
  if (!line || !own) return null
  return { id: line.id, name: own.model, gaps: await daysToCover(context, line) }
}

/** The proofs of insurance that a structure sends. EQP-807. */
export const insuranceRoutes = new Hono<AppEnv>()
  .get(routes.insurance, borrow, (c) => insurancePage(c, blankForm))
  .post(
    routes.insurance,
    borrow,
    writes('insurance-proof.sent'),
    form(insuranceForm, insurancePage),
    async (c) => {
      const { genre, assureur, contrat, risques, debut, fin, document } = c.var.form
      const { actor } = c.var
      const [file] = document
      const read = file ? readDocument(file.name, new Uint8Array(await file.arrayBuffer())) : null
      if (read === null || isRefusal(read) || actor.kind !== 'member')
        return c.var.again({
          field: 'document',
          message: 'Envoyez un PDF, ou une image PNG ou JPEG, de 10 Mo au plus.',
        })
      const sha256 = await c.var.services.files.put(read.content)
      await sendInsuranceProof(
        c.var.context,
        {
          organisationId: actor.organisationId,
          kind: genre,
          insurer: assureur,
          policyNumber: contrat,
          risks: risques,
          from: debut,
          lastDay: fin,
        },
        { ...read, sha256 },
      )
      const sentence =
        'L’attestation est envoyée. Elle comptera quand la tête de réseau l’aura vérifiée : un courriel vous le dira.'
      const { base } = c.var.network
      const loan = await loanToCover(c)
      return done(c, loan ? paths.line(base, loan.id) : paths.insurance(base), sentence)
    },
  )
