import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { ImportStep } from '../../domain/imports/import.ts'
import { acceptCorrections } from '../../use-cases/imports/accept-correction.ts'
import { refusedRowsOf } from '../../use-cases/imports/refused-rows.ts'
import { stopImport } from '../../use-cases/imports/stop-import.ts'
import { redoImport, type UndoRefusal, undoImport } from '../../use-cases/imports/undo-import.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { decisionForm } from './import.form.ts'
import { idOf, importOf, importPage } from './import.routes.tsx'
import { importActRoutesOf as routes } from './import-acts.paths.ts'
import { alreadyDecided, redoneSentence, undoneSentence } from './import-wording.ts'

const correctionForm = z.object({
  code: z.string().min(1).max(60),
  colonne: z.string().min(1).max(60),
  /** Absent: all the proposals of that kind in that column. */
  valeur: z.string().max(1100).optional(),
})

/** What is done of an import beside reading and publishing it: stopping, undoing, accepting what is proposed. */
export const importActRoutes = new Hono<AppEnv>()
  .get(routes.refusedRows, may(policy.readFiles), async (c) => {
    const run = await importOf(c)
    if (run.emptiedAt !== null) return c.redirect(paths.import(c.var.network.base, run.id), 303)
    const forSpreadsheet = c.req.query('pour') === 'tableur'
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="lignes-refusees.csv"')
    return stream(c, async (out) => {
      for await (const line of refusedRowsOf(c.var.context.db, run, { forSpreadsheet })) await out.write(line)
    })
  })
  .post(
    routes.stop,
    may(policy.sendFiles),
    writes('import.stopped'),
    form(decisionForm, importPage),
    async (c) => {
      const outcome = await stopImport(c.var.context, idOf(c))
      if (!isRefusal(outcome))
        return done(
          c,
          paths.import(c.var.network.base, outcome.id),
          'L’import s’arrête : aucun lieu n’est changé.',
        )
      if (outcome.refused === 'no-such-import') throw new NotFound()
      return c.var.again({ field: null, message: alreadyDecided(outcome.details.step as ImportStep) })
    },
  )
  .post(
    routes.undo,
    may(policy.importPlaces),
    writes('import.undone'),
    form(decisionForm, importPage),
    async (c) => {
      const id = idOf(c)
      const outcome = await undoImport(c.var.context, id)
      if (!isRefusal(outcome)) return done(c, paths.import(c.var.network.base, id), undoneSentence(outcome))
      return c.var.again({ field: null, message: undoProblem(outcome) })
    },
  )
  .post(
    routes.redo,
    may(policy.importPlaces),
    writes('import.redone'),
    form(decisionForm, importPage),
    async (c) => {
      const id = idOf(c)
      const outcome = await redoImport(c.var.context, id)
      if (!isRefusal(outcome)) return done(c, paths.import(c.var.network.base, id), redoneSentence(outcome))
      return c.var.again({ field: null, message: undoProblem(outcome) })
    },
  )
  .post(
    routes.corrections,
    may(policy.sendFiles),
    writes('import.correction-accepted'),
    form(correctionForm, importPage),
    async (c) => {
      const { code, colonne, valeur = null } = c.var.form
      const accepted = { code, column: colonne, value: valeur }
      const outcome = await acceptCorrections(c.var.context, idOf(c), accepted)
      if (!isRefusal(outcome))
        return done(
          c,
          paths.import(c.var.network.base, outcome.id),
          'C’est gardé pour cette source : le fichier est relu avec ces corrections.',
        )
      if (outcome.refused === 'no-such-import') throw new NotFound()
      const message =
        outcome.refused === 'no-file'
          ? 'Le fichier de cet import n’est pas gardé : envoyez-le de nouveau.'
          : alreadyDecided(outcome.details.step as ImportStep)
      return c.var.again({ field: null, message })
    },
  )

function undoProblem({ refused, details }: Refusal<UndoRefusal>): string {
  switch (refused) {
    case 'no-such-import':
      throw new NotFound()
    case 'not-the-last':
      return 'Un fichier plus récent de cette source est publié : c’est lui qu’il faut annuler d’abord. Les imports plus anciens ne s’annulent pas.'
    case 'too-old':
      return 'Cet import ne s’annule plus : ce qu’il fallait pour revenir en arrière est effacé un an après sa publication.'
    case 'import-running':
      return 'Un import de cette source est en cours : attendez qu’il finisse.'
    case 'not-to-undo':
      return details.step === 'undone'
        ? 'Cet import est déjà annulé.'
        : 'Cet import n’est pas dans l’état où vous l’avez vu : relisez cette page.'
  }
}
