import { Hono } from 'hono'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { publicAgreements, REGISTER_PAGE } from '../../data/register.queries.ts'
import { boardRoutePaths as routes } from '../board/board.paths.ts'
import { policy } from '../policy.ts'
import { RegisterPage } from './pages/register-page.tsx'
import { type RegisterLine, registerLines } from './register-lines.ts'

const MOMENTS = { 'en-vigueur': 'in_force', terminees: 'ended' } as const
const MOST_EXPORTED = 10_000

const HEADER = [
  'convention',
  'tete_de_reseau',
  'partenaire',
  'objet',
  'entree_en_vigueur',
  'dernier_jour',
  'etat',
  'qualite_des_signataires',
  'lieux',
  'lieux_labellises',
]

/** The public register of agreements. AGR-68. */
export const registerRoutes = new Hono<AppEnv>()
  .get(routes.register, may(policy.register), async (c) => {
    const number = pageNumber(c.req.query('page'))
    const { asked, lines, total } = await found(c, REGISTER_PAGE, (number - 1) * REGISTER_PAGE)
    return page(c, <RegisterPage view={viewOf(c)} {...{ lines, total, asked }} page={number} />)
  })
  .get(routes.registerCsv, may(policy.register), async (c) => {
    const { network, today } = c.var.context
    const { lines } = await found(c, MOST_EXPORTED, 0)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="conventions-${network.slug}-${today}.csv"`)
    return c.body(
      csvOf(
        HEADER,
        lines.map((line) => cellsOf(line, network.headName)),
      ),
    )
  })

async function found(c: AppContext, limit: number, offset: number) {
  const { db, network, today } = c.var.context
  const q = c.req.query('q')?.trim().slice(0, 200) ?? ''
  const etat = c.req.query('etat') ?? ''
  const moment = Object.hasOwn(MOMENTS, etat) ? MOMENTS[etat as keyof typeof MOMENTS] : null
  const { agreements, total } = await publicAgreements(
    db,
    network.id,
    { q, moment },
    { today, limit, offset },
  )
  const lines = await registerLines(db, network, agreements, today)
  return { asked: { q, etat: moment ? etat : '' }, lines, total }
}

function cellsOf(line: RegisterLine, headName: string): string[] {
  return [
    line.reference,
    headName,
    line.partner,
    line.object,
    line.enteredOn ?? '',
    line.lastDay ?? '',
    line.state,
    line.offices.join(' ; '),
    line.places.map(({ name }) => name).join(' ; '),
    line.places.flatMap(({ name, hasLabel }) => (hasLabel ? [name] : [])).join(' ; '),
  ]
}
