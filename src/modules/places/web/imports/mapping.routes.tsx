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
import type { FileRefusal } from '../../domain/imports/refused-file.ts'
import { dayHeadings } from '../../domain/mapping/known-headings.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import { previewOf } from '../../domain/mapping/preview.ts'
import { type Reading, sameReading } from '../../domain/mapping/reading.ts'
import { rebased } from '../../domain/mapping/rebased.ts'
import { tickHeadings } from '../../domain/mapping/tick-columns.ts'
import { type FileToMap, type FileToRead, fileToMap, isUnread } from '../../use-cases/imports/file-to-map.ts'
import { sayMapping } from '../../use-cases/imports/keep-mapping.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { columnWords } from './column-wording.ts'
import { alreadyDecided } from './import-wording.ts'
import { constantsUnsaid, type MappingValues, mappingOf, valuesOf } from './mapping.form.ts'
import { MappingPage } from './pages/mapping-page.tsx'
import { ReadingPage } from './pages/reading-page.tsx'
import {
  isReread,
  REREAD,
  readingFields,
  readingOf,
  readingProblem,
  readingShown,
  readingValues,
} from './reading.form.ts'

/** Its fields depend on the file: they are read by `mappingOf`, which keeps only headings of that file. */
const anyFields = z.record(z.string().max(400), z.union([z.string().max(400), z.array(z.string())]))

const mappingPage: FormPage = async (c, { values, problems }) => {
  const isTyped = Object.keys(values).length > 0
  const file = await fileOf(c, isTyped ? [readingShown(values)] : [])
  if (isUnread(file))
    return page(c, <ReadingPage view={viewOf(c)} file={file} state={{ values, problems }} />)
  const days = dayHeadings(file.header)
  const typed = isTyped ? values : { ...valuesOf(file.mapping, file.header), ...readingValues(file.reading) }
  const state = {
    values: typed,
    problems: file.refusal ? [...problems, readingProblem(file.refusal)] : problems,
  }
  return page(
    c,
    <MappingPage
      view={viewOf(c)}
      file={file}
      days={days}
      ticks={tickHeadings(file.header, file.rows)}
      preview={previewOf(isTyped ? mappingOf(values, file.header, days) : file.mapping, file.rows)}
      mapping={isTyped ? mappingOf(values, file.header, days) : file.mapping}
      state={state}
    />,
  )
}

export const mappingRoutes = new Hono<AppEnv>()
  .get(routes.importColumns, may(policy.sendFiles), (c) => mappingPage(c, blankForm))
  .post(
    routes.importColumns,
    may(policy.sendFiles),
    writes('import.columns-said'),
    form(anyFields, mappingPage),
    async (c) => {
      const { reading, problems } = readingOf(c.var.form)
      if (problems.length > 0) return c.var.again(...problems)
      const isOtherwise = !sameReading(reading, readingShown(c.var.form))
      if (isReread(c.var.form) || isOtherwise) return reread(c, c.var.form, reading)
      const file = await fileOf(c, [reading])
      if (isUnread(file)) return reread(c, c.var.form, reading)
      const mapping = { ...mappingOf(c.var.form, file.header, dayHeadings(file.header)), reading }
      const unsaid = constantsUnsaid(c.var.form)
      if (unsaid.length > 0)
        return c.var.again(
          ...unsaid.map((column) => ({
            field: `${column}.valeur`,
            message: `Écrivez la valeur de « ${columnWords[column].label} » pour toutes les lignes.`,
          })),
        )
      if (!mapping.columns.nom)
        return c.var.again({ field: 'nom', message: 'Dites quelle colonne donne le nom des lieux.' })
      const outcome = await sayMapping(c.var.context, file.run.id, mapping)
      if (!isRefusal(outcome))
        return done(
          c,
          paths.import(c.var.network.base, outcome.id),
          'C’est gardé : le fichier est relu ainsi.',
        )
      if (outcome.refused === 'no-such-import') throw new NotFound()
      const message =
        outcome.refused === 'said-meanwhile'
          ? 'Une autre personne vient de dire comment lire cette source : relisez ses choix, puis recommencez.'
          : alreadyDecided(outcome.details.step as ImportStep)
      return c.var.again({ field: null, message })
    },
  )

/** The same page with the file read so: nothing is kept before its columns are sent. DIR-28. */
async function reread(c: AppContext, values: MappingValues, reading: Reading | undefined) {
  const [before, after] = [await fileOf(c, [readingShown(values)]), await fileOf(c, [reading])]
  const refused = (refusal: FileRefusal) => {
    c.status(422)
    const problem = readingProblem(refusal, { wasRead: !isUnread(before) })
    return mappingPage(c, { values, problems: [problem] })
  }
  if (isUnread(after)) return refused(after.refusal)
  if (after.refusal) return refused(after.refusal)
  const mapping = isUnread(before) ? after.mapping : typedAgain(values, before, after)
  const shown = {
    ...valuesOf(mapping, after.header),
    ...readingValues(reading),
    [readingFields.shown]: JSON.stringify(reading ?? {}),
    [REREAD.name]: REREAD.value,
  }
  if (isReread(values)) return mappingPage(c, { values: shown, problems: [] })
  c.status(422)
  return mappingPage(c, { values: shown, problems: [{ field: null, message: REREAD_FIRST }] })
}

const REREAD_FIRST =
  'Vous avez changé la façon de lire le fichier : il est relu ainsi. Vérifiez ses colonnes, puis contrôlez-le.'

/** What was chosen of the columns, those of the file as it is read now. */
function typedAgain(values: MappingValues, before: FileToMap, after: FileToMap): Mapping {
  const typed = mappingOf(values, before.header, dayHeadings(before.header))
  return rebased({ before: asTyped(before), typed, after: asTyped(after) }, after.header)
}

/** What is proposed, as it comes back when nothing of it is changed. */
function asTyped({ mapping, header }: FileToMap): Mapping {
  return mappingOf(valuesOf(mapping, header), header, dayHeadings(header))
}

async function fileOf(
  c: AppContext,
  asked: readonly (Reading | undefined)[],
): Promise<FileToMap | FileToRead> {
  const id = c.req.param('id') ?? ''
  const found = isId<'import-run'>(id)
    ? await fileToMap(c.var.context, c.var.services.files, id as ImportId, asked)
    : null
  return orNotFound(found)
}
