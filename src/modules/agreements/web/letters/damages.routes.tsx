import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { claimsOf } from '../../data/claims.store.ts'
import { claimableActs, claimDamages } from '../../use-cases/letters/claim-damages.ts'
import { agreementOf } from '../agreement-of.ts'
import { problemOfScan, putScan, sendScan } from '../offices/scan.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { damagesForm } from './damages.form.ts'
import { problemOfClaim } from './damages-wording.ts'
import { DamagesPage } from './pages/damages-page.tsx'
import { waitingRoutesOf as routes } from './waiting.paths.ts'

const damagesPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const acts = claimableActs(agreement)
  return page(c, <DamagesPage view={viewOf(c)} {...{ agreement, acts, state }} />)
}

/** Damages reserved with a notice or a termination: both parties read them, never the public. AGR-57. */
export const damagesRoutes = new Hono<AppEnv>()
  .get(routes.damages, may(policy.manage), (c) => damagesPage(c, { values: c.req.query(), problems: [] }))
  .post(
    routes.damages,
    may(policy.manage),
    writes('damages.claimed'),
    form(damagesForm, damagesPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const { acte, partie, montant, motif, remplace, document } = c.var.form
      const scan = await putScan(c, document)
      if (isRefusal(scan)) return c.var.again(problemOfScan(scan))
      const claimed = await claimDamages(c.var.context, id, {
        ...{ act: acte, party: partie, amountCents: montant, words: motif },
        ...{ replaces: remplace, document: scan },
      })
      if (isRefusal(claimed)) return c.var.again(problemOfClaim(claimed))
      const sentence =
        'La demande est enregistrée, sans rien calculer. Les deux parties la lisent sur la convention.'
      return done(c, paths.agreement(c.var.network.base, id), sentence)
    },
  )
  .get(routes.damagesDocument, may(policy.read), async (c) => {
    const { id } = await agreementOf(c)
    const claims = await claimsOf(c.var.context.db, id)
    return sendScan(c, claims.find((claim) => claim.id === c.req.param('demande'))?.file ?? null)
  })
