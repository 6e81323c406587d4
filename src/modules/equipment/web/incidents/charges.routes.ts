import { Hono } from 'hono'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { csvOf } from '../../../../platform/csv.ts'
import { readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { accountsOf, chargesOf } from '../../data/incidents/charges.store.ts'
import { chargeStatement } from '../../documents/charge-statement.ts'
import { addRepairCost } from '../../use-cases/incidents/add-repair-cost.ts'
import { announceCharge, type ChargeWish } from '../../use-cases/incidents/charge-borrower.ts'
import { decideCharge, settleCharge } from '../../use-cases/incidents/decide-charge.ts'
import { statementOf } from '../../use-cases/incidents/statement.ts'
import { withBorrowers } from '../managing/named.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { answered, incidentAt, sendFile, sendPdf } from './incident-at.ts'
import { chargeForm, costForm, decisionForm, settlementForm } from './incidents.form.ts'
import { incidentRoutesOf as routes } from './incidents.paths.ts'
import { CAUSE_WORDS, EVIDENCE_WORDS } from './incidents-wording.ts'
import { incidentPage } from './show-incident.tsx'

/** What the borrower bears, and what repairs cost. Charges are for whoever answers for the inventory. EQP-905, EQP-906. */
export const chargesRoutes = new Hono<AppEnv>()
  .get(routes.accounts, may(policy.seeWork), async (c) => {
    const { inventory, context } = await workplace(c, 'read')
    const rows = await withBorrowers(context.db, await accountsOf(context.db, inventory.id))
    const day = (at: Parameters<typeof dayOf>[0] | null) => (at ? dayOf(at, inventory.timeZone) : '')
    const csv = csvOf(
      [
        ...['Décidé le', 'Emprunteur', 'Matériel', 'Exemplaire', 'Cause', 'Preuve', 'Montant annoncé (€)'],
        ...['Montant décidé (€)', 'Motif', 'Suite', 'Suite le'],
      ],
      rows.map((one) => [
        ...[day(one.decidedAt), one.borrower, one.modelName, one.unitName, CAUSE_WORDS[one.cause]],
        ...[EVIDENCE_WORDS[one.evidence], inEuros(one.amountCents), inEuros(one.decidedCents ?? 0)],
        ...[
          one.decisionReason,
          one.settlement ? SETTLED[one.settlement] : 'à recouvrer',
          one.settledOn ?? '',
        ],
      ]),
    )
    c.header('content-disposition', `attachment; filename="frais-${context.today}.csv"`)
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .post(
    routes.charge,
    may(policy.work),
    writes('charge.announced'),
    form(chargeForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'rule')
      const { cause, montant_frais: amountCents, preuve, document, motif_frais: reason } = c.var.form
      const file = await putEvidence(c, document[0])
      if (file === 'unreadable')
        return c.var.again({
          field: 'document',
          message:
            'Ce document ne peut pas être lu : envoyez un PDF, ou une image PNG ou JPEG, de 25 Mo au plus.',
        })
      const wish = { cause, amountCents, evidence: preuve, file, reason }
      const outcome = await announceCharge(at.place.context, targetOf(at, c.var.form), wish)
      const sentence =
        'Les frais sont annoncés. Un courriel part à l’emprunteur, qui peut les accepter ou les contester.'
      const field = isRefusal(outcome) ? fieldOfCharge(outcome.refused) : null
      return answered(c, c.var.typed, { at, outcome, field, sentence, page: incidentPage })
    },
  )
  .post(
    routes.decision,
    may(policy.work),
    writes('charge.decided'),
    form(decisionForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'rule')
      const { montant_decide: cents, motif_decision: reason } = c.var.form
      const outcome = await decideCharge(at.place.context, targetOf(at, c.var.form), { cents, reason })
      const sentence = 'La décision est enregistrée. Un courriel part à l’emprunteur, et le relevé est prêt.'
      return answered(c, c.var.typed, { at, outcome, field: 'montant_decide', sentence, page: incidentPage })
    },
  )
  .post(
    routes.settlement,
    may(policy.work),
    writes('charge.settled'),
    form(settlementForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'rule')
      const { suite: how, suite_le: on, motif_suite: reason } = c.var.form
      const outcome = await settleCharge(at.place.context, targetOf(at, c.var.form), { how, on, reason })
      const field = isRefusal(outcome) && outcome.refused === 'reason_missing' ? 'motif_suite' : 'suite_le'
      const sentence = how === 'paid' ? 'Les frais sont notés payés.' : 'Les frais sont remis.'
      return answered(c, c.var.typed, { at, outcome, field, sentence, page: incidentPage })
    },
  )
  .post(
    routes.cost,
    may(policy.work),
    writes('repair-cost.added'),
    form(costForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'decide')
      const { quoi: label, montant_cout: amountCents, porteur: bearer, cout_le: day } = c.var.form
      const cost = { label, amountCents, bearer, day }
      const outcome = await addRepairCost(at.place.context, targetOf(at, c.var.form), cost)
      const sentence = 'Le coût est noté. Il compte dans ce que l’exemplaire a coûté.'
      return answered(c, c.var.typed, { at, outcome, field: 'cout_le', sentence, page: incidentPage })
    },
  )
  .get(routes.evidence, may(policy.seeWork), async (c) => {
    const { place, incident } = await incidentAt(c, 'read')
    const charge = (await chargesOf(place.context.db, incident.id)).at(-1)
    return sendFile(c, charge?.evidenceFileId ?? null)
  })
  .get(routes.statement, may(policy.seeWork), async (c) => {
    const { place, incident } = await incidentAt(c, 'read')
    const statement = orNotFound(await statementOf(place.context, incident))
    const pdf = await chargeStatement(c.var.services.documents, statement)
    return sendPdf(c, pdf, `Relevé de frais ${incident.unitName}.pdf`)
  })

const SETTLED = { paid: 'payé', waived: 'remis' } as const

function inEuros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',')
}

function fieldOfCharge(code: string): string {
  if (code === 'evidence_missing') return 'document'
  if (code === 'above_worth') return 'montant_frais'
  return code === 'worth_unknown' ? 'preuve' : 'cause'
}

/** Its bytes are kept before the act: nothing is written to disk inside a transaction. */
async function putEvidence(
  c: AppContext,
  file: File | undefined,
): Promise<ChargeWish['file'] | 'unreadable'> {
  if (!file) return null
  const document = readDocument(file.name, new Uint8Array(await file.arrayBuffer()))
  if (isRefusal(document)) return 'unreadable'
  return { document, sha256: await c.var.services.files.put(document.content) }
}

function targetOf({ place, incident }: Awaited<ReturnType<typeof incidentAt>>, { vu }: { vu: number }) {
  return { inventoryId: place.inventory.id, incidentId: incident.id, seen: vu }
}
