import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { ImportId, ImportStep } from '../../domain/imports/import.ts'
import { dayHeadings } from '../../domain/mapping/known-headings.ts'
import { previewOf } from '../../domain/mapping/preview.ts'
import { type FileToMap, fileToMap, sayMapping } from '../../use-cases/imports/keep-mapping.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { columnWords } from './column-wording.ts'
import { alreadyDecided } from './import-wording.ts'
import { constantsUnsaid, mappingOf, valuesOf } from './mapping.form.ts'
import { MappingPage } from './pages/mapping-page.tsx'

/** Its fields depend on the file: they are read by `mappingOf`, which keeps only headings of that file. */
const anyFields = z.record(z.string().max(400), z.union([z.string().max(400), z.array(z.string())]))

const mappingPage: FormPage = async (c, state) => {
  const file = await fileOf(c)
  const days = dayHeadings(file.header)
  const isTyped = Object.keys(state.values).length > 0
  const mapping = isTyped ? mappingOf(state.values, file.header, days) : file.mapping
  const shown = isTyped ? state : { ...state, values: valuesOf(file.mapping) }
  return page(
    c,
    <MappingPage
      view={viewOf(c)}
      run={file.run}
      header={file.header}
      hasDays={days !== null}
      preview={previewOf(mapping, file.rows)}
      state={shown}
    />,
  )
}

export const mappingRoutes = new Hono<AppEnv>()
  .get(routes.importColumns, may(policy.importPlaces), (c) => mappingPage(c, blankForm))
  .post(
    routes.importColumns,
    may(policy.importPlaces),
    writes('import.columns-said'),
    form(anyFields, mappingPage),
    async (c) => {
      const file = await fileOf(c)
      const mapping = mappingOf(c.var.form, file.header, dayHeadings(file.header))
      const unsaid = constantsUnsaid(c.var.form)
      if (unsaid.length > 0)
        return c.var.again(
          ...unsaid.map((column) => ({
            field: `${column}.valeur`,
            message: `Écrivez la valeur de « ${columnWords[column].label}\u00a0» pour toutes les lignes.`,
          })),
        )
      if (!mapping.columns.nom)
        return c.var.again({ field: 'nom', message: 'Dites quelle colonne donne le nom des lieux.' })
      const outcome = await sayMapping(c.var.context, file.run.id, mapping)
      if (!isRefusal(outcome))
        return done(
          c,
          paths.import(c.var.network.base, outcome.id),
          'C’est gardé\u00a0: le fichier est relu ainsi.',
        )
      if (outcome.refused === 'no-such-import') throw new NotFound()
      const message =
        outcome.refused === 'said-meanwhile'
          ? 'Une autre personne vient de dire comment lire cette source\u00a0: relisez ses choix, puis recommencez.'
          : alreadyDecided(outcome.details.step as ImportStep)
      return c.var.again({ field: null, message })
    },
  )

async function fileOf(c: AppContext): Promise<FileToMap> {
  const id = c.req.param('id') ?? ''
  const found = isId<'import-run'>(id)
    ? await fileToMap(c.var.context, c.var.services.files, id as ImportId)
    : null
  return orNotFound(found)
}
