import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { allTemplates } from '../../templates/catalogue.ts'
import { routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { TemplatePage, TemplatesPage } from './pages/template-pages.tsx'

/** The models of agreement, and what each says otherwise than another. */
export const templateRoutes = new Hono<AppEnv>()
  .get(routes.templates, may(policy.read), (c) =>
    page(c, <TemplatesPage view={viewOf(c)} templates={allTemplates()} />),
  )
  .get(routes.template, may(policy.read), (c) => {
    const templates = allTemplates()
    const template = orNotFound(templates.find(({ id }) => id === c.req.param('modele')))
    const reference = templates.find(({ id }) => id === c.req.query('reference')) ?? null
    return page(
      c,
      <TemplatePage view={viewOf(c)} template={template} reference={reference} templates={templates} />,
    )
  })
