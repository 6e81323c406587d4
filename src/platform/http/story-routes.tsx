import { Hono } from 'hono'
import { everybody } from '../session/actor.ts'
import type { AppEnv } from './env.ts'
import { may } from './may.ts'
import { page } from './page.tsx'
import { NotFound } from './problems.ts'

const developers = everybody('platform.development')

/** The design system's stories, each on a page of its own. Never mounted in production. */
export const storyRoutes = new Hono<AppEnv>()
  .get('/dev/stories', may(developers), async (c) => {
    const { renderStoryIndex } = await import('../../ui/stories-index.tsx')
    return page(c, renderStoryIndex(c.var.services.assets))
  })
  .get('/dev/stories/:id', may(developers), async (c) => {
    const { renderStoryPage } = await import('../../ui/stories-index.tsx')
    const story = renderStoryPage(c.req.param('id'), c.var.services.assets)
    if (!story) throw new NotFound()
    return page(c, story)
  })
