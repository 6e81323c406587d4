import { Hono } from 'hono'
import { z } from 'zod'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { ImportStep } from '../../domain/imports/import.ts'
import { returnImport, submitImport } from '../../use-cases/imports/submit-import.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { decisionForm } from './import.form.ts'
import { idOf, importPage } from './import.routes.tsx'
import { importActRoutesOf as routes } from './import-acts.paths.ts'
import { alreadyDecided } from './import-wording.ts'

const refusalForm = z.object({
  motif: z
    .string()
    .trim()
    .min(1, 'Écrivez pourquoi ce fichier n’est pas publié : l’organisation le lira.')
    .max(2000, 'Écrivez 2\u00a0000 caractères au plus.'),
})

/** The file of an organisation: it asks for it to be published, the head of the network publishes it or says why not. DIR-73. */
export const ownFileRoutes = new Hono<AppEnv>()
  .post(
    routes.submission,
    may(policy.submitFiles),
    writes('import.submitted'),
    form(decisionForm, importPage),
    async (c) => {
      const outcome = await submitImport(c.var.context, idOf(c))
      if (!isRefusal(outcome))
        return done(
          c,
          paths.import(c.var.network.base, outcome.id),
          'Envoyé : la tête de réseau relit votre fichier, et vous écrira ce qu’elle en décide.',
        )
      if (outcome.refused === 'no-such-import') throw new NotFound()
      return c.var.again({ field: null, message: alreadyDecided(outcome.details.step as ImportStep) })
    },
  )
  .post(
    routes.refusal,
    may(policy.importPlaces),
    writes('import.returned'),
    form(refusalForm, importPage),
    async (c) => {
      const outcome = await returnImport(c.var.context, idOf(c), c.var.form.motif)
      if (!isRefusal(outcome))
        return done(
          c,
          paths.import(c.var.network.base, outcome.id),
          `Refusé : ${outcome.organisation?.name ?? 'l’organisation'} lira votre motif. Ses lieux restent comme ils étaient.`,
        )
      if (outcome.refused === 'no-such-import') throw new NotFound()
      return c.var.again({ field: null, message: alreadyDecided(outcome.details.step as ImportStep) })
    },
  )
