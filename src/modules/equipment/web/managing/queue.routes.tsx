import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form, type Problem } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { proofsFor } from '../../data/borrowing/proofs.queries.ts'
import { openReexaminations } from '../../data/borrowing/reexaminations.store.ts'
import { queueOf, waitingIn } from '../../data/telling/queue.queries.ts'
import { isAway } from '../../domain/line.ts'
import { allows } from '../../domain/rights.ts'
import { type ProofRefusal, verifyProof } from '../../use-cases/deciding/verify-proof.ts'
import { agreementFlags } from '../../use-cases/moving/recall-line.ts'
import { stoppedUnitNames } from '../../use-cases/upkeep/upkeep-of.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { managingPaths, routes } from './managing.paths.ts'
import { flagged, withBorrowers } from './named.ts'
import { InventoryPage } from './pages/inventory-page.tsx'
import { ProofsPage } from './pages/proofs-page.tsx'
import { WaitingPage } from './pages/waiting-page.tsx'
import { proofForm } from './proof.form.ts'

const proofProblems: Record<ProofRefusal, Problem> = {
  reason_missing: {
    field: 'motif',
    message: 'Dites pourquoi l’attestation est refusée : la structure le lira.',
  },
  answered_meanwhile: {
    field: null,
    message: 'Quelqu’un a déjà répondu à cette attestation. Relisez la page.',
  },
  own_proof: {
    field: null,
    message: 'Cette attestation est celle de votre propre structure : une autre personne doit la vérifier.',
  },
}

const proofsPage: FormPage = async (c, state) => {
  const { inventory, role, context } = await workplace(c, 'decide')
  const proofs = await withBorrowers(context.db, await proofsFor(context.db, inventory.id))
  return page(
    c,
    <ProofsPage
      view={viewOf(c)}
      inventory={inventory}
      proofs={proofs}
      mayDecide={allows(role, 'decide')}
      state={state}
    />,
  )
}

/** What waits for those who lend: requests, proofs, those who wait. EQP-504, EQP-807, EQP-1102. */
export const queueRoutes = new Hono<AppEnv>()
  .get(routes.inventory, may(policy.seeWork), async (c) => {
    const { inventory, context, role } = await workplace(c, 'read')
    const lines = await withBorrowers(context.db, await queueOf(context.db, inventory.id, context.now))
    const flags = await agreementFlags(context, inventory.id, lines)
    const asked = await withBorrowers(context.db, await openReexaminations(context.db, inventory.id))
    const { length: waiting } = await waitingIn(context.db, inventory.id)
    const stopped = await stoppedUnitNames(context.db, inventory.id, context.now)
    return page(
      c,
      <InventoryPage
        view={viewOf(c)}
        inventory={inventory}
        lines={lines.map((line) => ({
          ...flagged(line, flags),
          isUpkeepLate: stopped.has(line.unitName ?? '') && !isAway(line.state),
        }))}
        reexaminations={asked}
        waiting={waiting}
        mayDecide={allows(role, 'decide')}
      />,
    )
  })
  .get(routes.waiting, may(policy.seeWork), async (c) => {
    const { inventory, context } = await workplace(c, 'read')
    const entries = await withBorrowers(context.db, await waitingIn(context.db, inventory.id))
    return page(c, <WaitingPage view={viewOf(c)} inventory={inventory} entries={entries} />)
  })
  .get(routes.proofs, may(policy.seeWork), (c) => proofsPage(c, blankForm))
  .get(routes.proof, may(policy.seeWork), async (c) => {
    const { inventory, context } = await workplace(c, 'decide')
    const proofs = await proofsFor(context.db, inventory.id)
    const { fileId } = orNotFound(proofs.find(({ id }) => id === c.req.param('attestation')))
    const file = orNotFound(fileId ? await findFile(context.db, c.var.network, fileId) : null)
    const content = await c.var.services.files.get(file.sha256)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
  })
  .post(
    routes.proofs,
    may(policy.work),
    writes('insurance-proof.answered'),
    form(proofForm, proofsPage),
    async (c) => {
      const place = await workplace(c, 'decide')
      const { attestation, reponse, motif } = c.var.form
      const proofs = await proofsFor(place.context.db, place.inventory.id)
      const proof = orNotFound(proofs.find(({ id }) => id === attestation))
      const answered = await verifyProof(place, proof, { answer: reponse, reason: motif })
      if (isRefusal(answered)) return c.var.again(proofProblems[answered.refused])
      const here = managingPaths.proofs(c.var.network.base, place.inventory.id)
      return done(
        c,
        here,
        reponse === 'verified'
          ? 'L’attestation est vérifiée. Elle vaut pour tous les prêts qu’elle couvre. Un courriel part à la structure.'
          : 'L’attestation est refusée. Un courriel part à la structure. Sans une autre, le matériel ne sortira pas.',
      )
    },
  )
