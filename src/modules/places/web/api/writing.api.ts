import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { acts, apiRouter, judges } from '../../../../platform/api/endpoint.ts'
import { ApiProblem, NOT_FOUND } from '../../../../platform/api/problem.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { limitStranger } from '../../../../platform/http/rate-limit.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { keptPlace } from '../../data/api/kept-place.queries.ts'
import { loadCommunes } from '../../data/communes.ts'
import { loadCentreFinder } from '../../data/geocoding/built-in-centres.ts'
import { readPatch, type SentColumns, textOf, WRITTEN_COLUMNS } from '../../domain/api/read-patch.ts'
import type { Finding } from '../../domain/imports/finding.ts'
import type { FarPoint } from '../../domain/standard/far-point.ts'
import {
  type StandardColumn,
  type StandardRow,
  standardColumns,
} from '../../domain/standard/standard-columns.ts'
import { validateRow } from '../../domain/standard/validate-row.ts'
import { doOnce } from '../../use-cases/api/do-once.ts'
import { doubtfulPoint } from '../../use-cases/geocoding/doubtful-point.ts'
import { createPlace } from '../../use-cases/life/create-place.ts'
import { editPlace } from '../../use-cases/life/edit-place.ts'
import { type LikelyDuplicate, likelyDuplicates } from '../../use-cases/life/likely-duplicates.ts'
import { farPointSentence } from '../life/life-wording.ts'
import { policy } from '../policy.ts'
import { AT, TAG } from './place.schema.ts'

/** What programs write, with a key and the rights of its person; and the validator, for anybody. DIR-27, DIR-83. */
export const writingApi = apiRouter()

const cell = z.union([z.string().max(100_000), z.number(), z.null()]).optional()
const columnsOf = (names: readonly StandardColumn[]) =>
  Object.fromEntries(names.map((name) => [name, cell])) as Record<StandardColumn, typeof cell>
const written = z
  .strictObject(columnsOf(WRITTEN_COLUMNS))
  .describe(
    'Les champs à écrire, par leurs noms du standard ; null vide un champ, un champ absent ne change pas',
  )

const finding = z.object({
  line: z.number().int().describe('Rang de la ligne envoyée, à partir de 1'),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  severity: z.enum(['refused', 'warning', 'correction', 'remark']),
  message: z.string(),
  proposal: z.string().nullable(),
})

const remarks = z
  .array(finding.pick({ column: true, code: true, message: true }))
  .default([])
  .describe('Ce qui est enregistré tel quel, et à vérifier : un point loin de sa commune')

judges(
  writingApi,
  {
    path: `${AT}/validation`,
    tag: TAG,
    summary: 'Contrôler des lignes du standard national, sans rien enregistrer',
    policy: policy.readDirectory,
    body: z.object({
      rows: z
        .array(z.looseObject(columnsOf(standardColumns)))
        .min(1)
        .max(500),
    }),
    answer: z.object({ read: z.number().int(), rejected: z.number().int(), findings: z.array(finding) }),
    instead: {
      statuses: {},
      async work(c) {
        await limitStranger(c, 'api')
        return null
      },
    },
  },
  async (c, { rows }) => {
    const reference = { ...referenceOf(c), centreOf: loadCentreFinder() }
    const checked = rows.map((row) => validateRow(rowOf(row as SentColumns), reference))
    return {
      read: rows.length,
      rejected: checked.filter(({ refused }) => refused).length,
      findings: checked.flatMap(({ findings }, at) => findings.map((one) => ({ line: at + 1, ...one }))),
    }
  },
)

acts(
  writingApi,
  {
    path: `${AT}/places/{id}`,
    tag: TAG,
    method: 'patch',
    summary: 'Changer des champs d’un lieu que l’on tient',
    policy: policy.editPlaces,
    writes: 'place.edited',
    body: written,
    answer: z.object({
      id: z.string(),
      version: z.number().int(),
      isAwaited: z.boolean().describe('Vrai : un de ces champs attend que la tête du réseau le regarde'),
      remarks,
    }),
    version: ({ version }) => version,
    about: async (c) => orNotFound(await placeKept(c)),
  },
  async (c, { body, seen, sent }) => {
    const { id, fields: current } = orNotFound(await placeKept(c))
    const { fields, wrong } = readPatch(body, current, referenceOf(c))
    if (wrong.length > 0) throw wrongColumns(wrong)
    const done = await doOnce(c.var.context, sent, async (context) => {
      const edited = await editPlace(context, { id, typed: fields, ifVersion: seen })
      return isRefusal(edited)
        ? edited
        : {
            ...{ id, version: edited.version, isAwaited: edited.awaited.length > 0 },
            remarks: remarksOf(edited.far),
          }
    })
    return answerOf(c, done, 'place.edited')
  },
)

acts(
  writingApi,
  {
    path: `${AT}/places`,
    tag: TAG,
    summary: 'Ajouter un lieu, en brouillon',
    policy: policy.editPlaces,
    writes: 'place.created',
    isNew: true,
    body: z.object({
      place: written,
      operator: z.string().nullable().default(null).describe('Id de la structure qui tient le lieu'),
      isNoDuplicate: z
        .boolean()
        .default(false)
        .describe('Vrai : vous avez regardé les lieux semblables qui vous ont été répondus (409)'),
    }),
    answer: z.object({ id: z.string(), version: z.number().int(), status: z.literal('draft'), remarks }),
  },
  async (c, { body, sent }) => {
    const reference = referenceOf(c)
    const { all, wrong } = readPatch(body.place, validateRow(rowOf({}), reference).fields, reference)
    if (wrong.length > 0) throw wrongColumns(wrong)
    const operator = isId<'organisation'>(body.operator ?? '') ? (body.operator as OrganisationId) : null
    const likely = await likelyDuplicates(c.var.context, all)
    if (!body.isNoDuplicate) showDuplicates(likely)
    const isNot = likely.map(({ place }) => place.id)
    const done = await doOnce(c.var.context, sent, async (context) => {
      const created = await createPlace(context, { fields: all, operator, isNot })
      if (isRefusal(created)) return created
      return { id: created, version: 1, status: 'draft' as const, remarks: remarksOf(doubtfulPoint(all)) }
    })
    return answerOf(c, done, 'place.created')
  },
)

function remarksOf(far: FarPoint | null): z.output<typeof remarks> {
  return far ? [{ column: 'latitude', code: 'point-far', message: farPointSentence(far) }] : []
}

/** DIR-48: whoever adds a place sees first those it may already be. */
function showDuplicates(likely: readonly LikelyDuplicate[]): void {
  if (likely.length === 0) return
  throw new ApiProblem({
    status: 409,
    code: 'likely_duplicates',
    detail:
      'Ce lieu est peut-être déjà dans l’annuaire. Regardez ces lieux ; s’il s’agit bien d’un autre, renvoyez la demande avec « isNoDuplicate ».',
    more: {
      alternatives: likely.map(({ place, pair }) => ({
        kind: 'place',
        id: place.id,
        name: place.name,
        address: place.address,
        commune: place.commune,
        score: pair.score,
      })),
    },
  })
}

const REFUSED: Readonly<Record<string, { status: 404 | 409 | 412 | 422; detail: string }>> = {
  'no-such-place': { status: 404, detail: NOT_FOUND.detail },
  merged: {
    status: 409,
    detail: 'Ce lieu vient d’être réuni à un autre. Relisez-le, puis écrivez sur celui qui reste.',
  },
  'kept-elsewhere': {
    status: 409,
    detail: 'Ce lieu est tenu par un autre réseau : il se corrige chez lui.',
  },
  'version-moved': {
    status: 412,
    detail: 'Ce lieu a changé depuis que vous l’avez lu. Relisez-le, puis recommencez si c’est encore utile.',
  },
  'no-such-organisation': {
    status: 422,
    detail:
      'Dites dans « operator » quelle structure tient ce lieu : une structure du réseau qui soit à votre portée.',
  },
  'key-reused': {
    status: 422,
    detail: 'Cette clé d’idempotence a déjà servi à une autre demande. Prenez-en une nouvelle.',
  },
}

function answerOf<Answer extends object>(
  c: AppContext,
  done: { answer: Answer; isAgain: boolean } | Refusal<string>,
  action: string,
): Answer {
  if (!isRefusal(done)) {
    // Answered again, it left its line the first time.
    if (done.isAgain) c.var.context.journalled.add(action)
    return done.answer
  }
  const { status, detail } = REFUSED[done.refused] ?? { status: 409, detail: 'Impossible en l’état.' }
  const code = done.refused.replaceAll('-', '_')
  throw new ApiProblem({ status, code, detail, more: { ...done.details } })
}

function wrongColumns(wrong: readonly Finding[]): ApiProblem {
  return new ApiProblem({
    status: 422,
    code: 'body_invalid',
    detail: 'Ce que vous envoyez est à corriger. Rien n’a été enregistré.',
    errors: wrong.map(({ column, message }) => ({ field: column, detail: message })),
  })
}

function placeKept(c: AppContext) {
  const id = c.req.param('id') ?? ''
  if (!isId<'place'>(id)) throw new NotFound()
  return keptPlace(c.var.context, id)
}

function rowOf(sent: SentColumns): StandardRow {
  return Object.fromEntries(standardColumns.map((column) => [column, textOf(sent[column])])) as StandardRow
}

function referenceOf(c: AppContext) {
  return { communes: loadCommunes(), today: c.var.context.today }
}
