import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'
import { migrationViolations, PUBLISHED, type SourceFile, violations } from './boundaries.rules.ts'

async function filesIn(folder: string, wanted: RegExp): Promise<SourceFile[]> {
  const names = (await readdir(join(root, folder), { recursive: true }))
    .filter((name) => wanted.test(name))
    .sort()
  return Promise.all(
    names.map(async (path) => ({ path, text: await readFile(join(root, folder, path), 'utf8') })),
  )
}

describe('the boundaries of the code', () => {
  it('hold in every file of src', async () => {
    const files = await filesIn('src', /\.tsx?$/)
    expect(files.length).toBeGreaterThan(200)
    expect(violations(files)).toEqual([])
  })

  it('hold in every migration', async () => {
    expect(migrationViolations(await filesIn('db/migrations', /\.sql$/))).toEqual([])
  })

  it('are told in the README of whoever publishes a table', async () => {
    for (const table of Object.keys(PUBLISHED)) {
      const readme = await readFile(join(root, 'src/modules', table.split('.')[0] ?? '', 'README.md'), 'utf8')
      expect(readme, `${table} is read by another module`).toContain(table)
    }
  })
})

describe('the checker sees', () => {
  const planted: [what: string, path: string, text: string, problem: string][] = [
    [
      'a domain that asks the platform',
      'modules/places/domain/place.ts',
      `import { sql } from '../../../platform/db/database.ts'`,
      'may not import platform/db/database.ts',
    ],
    [
      'a domain that draws',
      'modules/places/domain/place.ts',
      `import { Tag } from '../../../ui/tag.tsx'`,
      'may not import ui/tag.tsx',
    ],
    [
      'zod outside a schema file',
      'modules/places/domain/place.ts',
      `import { z } from 'zod'`,
      'may not import zod',
    ],
    [
      'a back door',
      'modules/labels/web/routes.tsx',
      `import { x } from '../../agreements/data/agreements.store.ts'`,
      'may not import modules/agreements/data',
    ],
    [
      'a type through a back door',
      'modules/labels/web/routes.tsx',
      `import type { X } from '../../agreements/domain/acts.ts'`,
      'may not import modules/agreements/domain',
    ],
    [
      'an arrow backwards',
      'modules/agreements/use-cases/a.ts',
      `import { x } from '../../labels/index.ts'`,
      'may not import modules/labels/index.ts',
    ],
    [
      'a lazy import backwards',
      'modules/identity/web/a.tsx',
      `const { x } = await import('../../places/index.ts')`,
      'may not import modules/places/index.ts',
    ],
    [
      'a module nobody listed',
      'modules/forum/data/topics.store.ts',
      `import { newId } from '../../../kernel/id.ts'`,
      'may not import kernel/id.ts',
    ],
    [
      'a use case that answers HTTP',
      'modules/labels/use-cases/a.ts',
      `import { page } from '../../../platform/http/page.tsx'`,
      'may not import platform/http/page.tsx',
    ],
    [
      'data that calls a use case',
      'modules/labels/data/a.ts',
      `import { grantLabel } from '../use-cases/grant-label.ts'`,
      'may not import modules/labels/use-cases',
    ],
    [
      'a platform that knows a module',
      'platform/jobs/jobs.ts',
      `import { x } from '../../modules/places/index.ts'`,
      'may not import modules/places/index.ts',
    ],
    [
      'mail that draws',
      'platform/mail/mail.ts',
      `import { x } from '../../ui/french.ts'`,
      'may not import ui/french.ts',
    ],
    [
      'ui that knows the platform',
      'ui/tag.tsx',
      `import type { View } from '../platform/http/page.tsx'`,
      'may not import platform/http/page.tsx',
    ],
    ['a kernel with a dependency', 'kernel/day.ts', `import { z } from 'zod'`, 'may not import zod'],
    [
      'an island that imports the server',
      'modules/places/client/map.ts',
      `import { paths } from '../web/paths.ts'`,
      'may not import modules/places/web/paths.ts',
    ],
    [
      'the application by a side door',
      'app.tsx',
      `import { x } from './modules/places/web/routes.tsx'`,
      'may not import modules/places/web/routes.tsx',
    ],
    [
      'a test builder in the product',
      'modules/places/web/a.ts',
      `import { x } from '../testing.ts'`,
      'made for tests',
    ],
    [
      'a query in a page',
      'modules/places/web/a.tsx',
      `await db.selectFrom('places.place').execute()`,
      'queries the database',
    ],
    [
      'a query in a job',
      'modules/places/jobs/a.ts',
      'await sql<{ n: number }>`select 1`.execute(db)',
      'queries the database',
    ],
    [
      'a neighbour’s table',
      'modules/places/data/a.ts',
      `db.selectFrom('agreements.act as a')`,
      'names agreements.act',
    ],
    [
      'a neighbour’s table in SQL',
      'modules/places/data/a.ts',
      'sql`select 1 from identity.person p`',
      'names identity.person',
    ],
    ['the clock', 'modules/places/domain/a.ts', 'const now = new Date()', 'reads the clock'],
    ['the clock by another name', 'modules/places/web/a.ts', 'const now = Date.now()', 'reads the clock'],
    [
      'a Date in a domain',
      'modules/places/domain/a.ts',
      'const day = new Date(text)',
      'holds a JavaScript Date',
    ],
    ['a style attribute', 'modules/places/web/a.tsx', `<p style="color: red">`, 'writes style'],
    ['an inline handler', 'modules/places/web/a.tsx', '<button onClick={x}>', 'writes a handler'],
    ['raw HTML', 'modules/places/web/a.tsx', `import { raw } from 'hono/html'`, 'writes raw HTML'],
    [
      'a default export',
      'modules/places/web/a.tsx',
      'export default function Page() {}',
      'has a default export',
    ],
    ['a barrel', 'modules/places/domain/index.ts', `export * from './place.ts'`, 'is a barrel'],
    ['a re-export', 'ui/everything.ts', `export { Tag } from './tag.tsx'`, 'is a barrel'],
    [
      'names in the order of the server',
      'modules/places/data/a.ts',
      `query.orderBy('p.name')`,
      'sorts by p.name',
    ],
    [
      'names so in SQL',
      'modules/places/data/a.ts',
      'sql`select name from places.place order by commune, id`',
      'sorts by commune',
    ],
  ]

  it.each(planted)('%s', (_what, path, text, problem) => {
    expect(violations([{ path, text }]).join('\n')).toContain(problem)
  })

  it('nothing wrong in what is allowed', () => {
    const allowed: SourceFile[] = [
      {
        path: 'modules/agreements/domain/terms.schema.ts',
        text: `import { z } from 'zod'\nimport type { OrganisationId } from '../../../platform/session/actor.ts'`,
      },
      {
        path: 'modules/agreements/web/routes.tsx',
        text: `import { searchPlaces } from '../../places/index.ts'\nimport { Tag } from '../../../ui/tag.tsx'`,
      },
      {
        path: 'modules/places/data/a.ts',
        text: `db.selectFrom('labels.shown_label as shown').orderBy(sql\`name collate public.french\`)`,
      },
      {
        path: 'modules/identity/data/sessions.store.ts',
        text: 'new Date(Date.parse(now) + 1).toISOString()',
      },
      {
        path: 'modules/places/domain/a.ts',
        text: '// new Date() is for the clock\n/** style= and Date.now() */',
      },
    ]
    expect(violations(allowed)).toEqual([])
  })

  it('a migration in another module’s schema, and one that reads what is not published', () => {
    const text =
      'alter table agreements.act add x text; create view labels.v as select 1 from identity.person;'
    expect(migrationViolations([{ path: '0009-labels.sql', text }])).toEqual([
      '0009-labels.sql: changes agreements.act',
      '0009-labels.sql: reads identity.person',
    ])
  })
})
