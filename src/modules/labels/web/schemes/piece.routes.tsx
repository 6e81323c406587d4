import { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { offeredTemplates } from '../../../agreements/index.ts'
import { nationalTrainings } from '../../../places/index.ts'
import type { Grading, SchemeContent } from '../../domain/schemes/scheme.ts'
import { changeSchemePiece } from '../../use-cases/schemes/change-draft.ts'
import { policy } from '../policy.ts'
import { LevelsPage, NamesPage } from './pages/naming-pages.tsx'
import {
  AgreementPage,
  JuryPage,
  type PieceProps,
  RemediesPage,
  ShapePage,
  ValidityPage,
} from './pages/rule-pages.tsx'
import {
  agreementForm,
  juryForm,
  levelsForm,
  namesForm,
  remediesForm,
  shapeForm,
  validityForm,
} from './scheme.form.ts'
import { schemePaths as paths, schemeRoutesOf as routes } from './scheme.paths.ts'
import { schemeDraftOf, schemeIdOf } from './scheme-of.ts'
import { problemOfScheme } from './scheme-problems-wording.ts'
import { type PieceName, pieceSentences } from './scheme-sentences-wording.ts'

/** A page of one piece, from what it shows. */
type Draw = (props: PieceProps, c: AppContext) => JSX.Element | Promise<JSX.Element>

/** One page, one form, one way to save: somebody else's words are shown (409), never written over. */
function piece<Schema extends z.ZodType<{ lu: string }>>(
  name: PieceName,
  schema: Schema,
  { saved, draw }: { saved: string; draw: Draw },
  change: (content: SchemeContent, typed: z.output<Schema>) => SchemeContent,
) {
  const shown = async (c: AppContext, state: FormState, isBehind: boolean) => {
    const about = await schemeDraftOf(c)
    const now = isBehind ? pieceSentences(about.draft.content, name) : null
    return page(c, await draw({ about, state, saved: now }, c))
  }
  const again: FormPage = (c, state) => shown(c, state, false)
  return new Hono<AppEnv>()
    .get(routes[name], may(policy.schemes), (c) => again(c, blankForm))
    .post(
      routes[name],
      may(policy.schemes),
      writes('label-scheme.changed'),
      form(schema, again),
      async (c) => {
        const typed = c.var.form
        const target = { schemeId: schemeIdOf(c), seen: typed.lu }
        const changed = await changeSchemePiece(c.var.context, target, name, (content) =>
          change(content, typed),
        )
        if (!isRefusal(changed)) return done(c, paths.draft(c.var.network.base, target.schemeId), saved)
        const isBehind = changed.refused === 'scheme-rewritten-meanwhile'
        c.status(isBehind ? 409 : 422)
        return shown(c, { ...c.var.typed, problems: [problemOfScheme(changed)] }, isBehind)
      },
    )
}

const agreementPage: Draw = async (props, c) => {
  const { db, network } = c.var.context
  return <AgreementPage {...props} templates={await offeredTemplates(db, network.id)} />
}

const namesPage: Draw = (props) => (
  <NamesPage {...props} national={nationalTrainings.map(({ standard }) => standard)} />
)

/** The pieces of a label being written, but its criteria. LAB-1. */
export const schemePieceRoutes = new Hono<AppEnv>()
  .route(
    '/',
    piece(
      'shape',
      shapeForm,
      { saved: 'Ces règles sont enregistrées.', draw: ShapePage },
      (content, { titulaire, bareme, rythme, voie }) => ({
        ...content,
        ...{ holderKind: titulaire, cadence: rythme, route: voie },
        grading: gradingAs(content.grading, bareme),
      }),
    ),
  )
  .route(
    '/',
    piece(
      'levels',
      levelsForm,
      { saved: 'Les niveaux sont enregistrés.', draw: LevelsPage },
      (content, { unit, levels }) => ({ ...content, grading: { kind: 'levels', unit, levels } }),
    ),
  )
  .route(
    '/',
    piece(
      'agreement',
      agreementForm,
      { saved: 'Le lien avec la convention est enregistré.', draw: agreementPage },
      (content, { modele, article }) => ({
        ...content,
        agreement: modele.length === 0 ? null : { templates: modele, clause: article },
      }),
    ),
  )
  .route(
    '/',
    piece(
      'validity',
      validityForm,
      { saved: 'La durée et les devoirs sont enregistrés.', draw: ValidityPage },
      (content, { validity, devoirs, suspension }) => ({
        ...content,
        ...{ validity, duties: devoirs, maySuspend: suspension === 'oui' },
      }),
    ),
  )
  .route(
    '/',
    piece(
      'jury',
      juryForm,
      { saved: 'Les règles du jury sont enregistrées.', draw: JuryPage },
      (content, { lecteurs, scientifiques, ecart }) => ({
        ...content,
        jury: { readers: lecteurs, scientific: scientifiques, discussedFrom: ecart },
      }),
    ),
  )
  .route(
    '/',
    piece(
      'remedies',
      remediesForm,
      { saved: 'Les délais et les recours sont enregistrés.', draw: RemediesPage },
      (content, { organisme, lieu, mois, instruction, complement, conservation }) => ({
        ...content,
        remedies: { body: organisme, address: lieu, months: mois },
        ...{ instructionDays: instruction, completionDays: complement, keptMonths: conservation },
      }),
    ),
  )
  .route(
    '/',
    piece(
      'names',
      namesForm,
      { saved: 'Les mots publics sont enregistrés.', draw: namesPage },
      (content, { actif, fin, retrait, suspension, norme, propres }) => ({
        ...content,
        publicNames: { active: actif, ended: fin, withdrawn: retrait, suspended: suspension },
        standardLabel: norme || null,
        isStarter: content.isStarter && propres !== 'oui',
      }),
    ),
  )

/** Levels are written on their own page: those that were stay while the label has some. */
function gradingAs(now: Grading, kind: Grading['kind']): Grading {
  if (kind === 'binary') return { kind }
  return now.kind === 'levels' ? now : { kind, unit: 'niveau', levels: [] }
}
