import { posix } from 'node:path'

/** A file of `src`, its path from there: `modules/places/web/routes.tsx`. */
export interface SourceFile {
  path: string
  text: string
}

/** Which modules may call which: each line names only modules of the lines above, so no circle can form. */
const MODULES: Record<string, readonly string[]> = {
  identity: [],
  journal: ['identity'],
  privacy: ['identity'],
  places: ['identity'],
  agreements: ['identity', 'places'],
  initiatives: ['identity', 'places'],
  labels: ['identity', 'places', 'agreements', 'initiatives'],
  equipment: ['identity', 'places', 'agreements'],
  facilitators: ['identity', 'privacy', 'places'],
  federation: ['identity', 'places', 'agreements'],
}

/** Which rooms of a module may import which; `web/words` are its wording and path files. */
const ROOMS: Record<string, readonly string[]> = {
  // What the module keeps about people, as the register of processing says it.
  'privacy.ts': ['kernel', 'platform'],
  // What its lines of the journal say, as a person reads them.
  'journal.ts': ['kernel', 'platform'],
  domain: ['domain', 'kernel', 'words'],
  templates: ['templates', 'domain', 'kernel'],
  data: ['data', 'domain', 'kernel', 'platform', 'modules'],
  jobs: ['jobs', 'use-cases', 'data', 'documents', 'domain', 'kernel', 'platform', 'modules', 'web/words'],
  'use-cases': ['use-cases', 'jobs', 'data', 'templates', 'domain', 'kernel', 'platform', 'modules'],
  documents: [
    'documents',
    'use-cases',
    'templates',
    'domain',
    'kernel',
    'platform',
    'web/words',
    'ui/french.ts',
  ],
  web: [
    'web',
    'web/words',
    'documents',
    'use-cases',
    'data',
    'templates',
    'domain',
    'kernel',
    'platform',
    'platform/http',
    'modules',
    'ui',
  ],
  client: ['client', 'kernel'],
}

/** Pure computing: the only packages a domain may import, and where. */
const DOMAIN_PACKAGES: readonly { name: RegExp; files: RegExp }[] = [
  { name: /^zod$/, files: /\.schema\.ts$/ },
  // The fingerprint of a row is what an import is about.
  { name: /^node:crypto$/, files: /^modules\/places\/domain\// },
]

/** Ids and roles of people: words that every module speaks, without any mechanism behind them. */
const WORDS = 'platform/session/actor.ts'

/** Tables and views that another module may read, as their owner's README says. */
export const PUBLISHED: Record<string, readonly string[]> = {
  'labels.shown_label': ['places'],
  'labels.label_course': ['places'],
  'labels.standard_name': ['places'],
  'labels.label_change': ['places'],
  'labels.information_owed': ['places'],
  'places.own_word': ['agreements'],
  'federation.origin': ['places'],
  'equipment.offered': ['places'],
  'places.current_place': ['federation', 'agreements', 'labels', 'equipment', 'facilitators'],
  'agreements.place_cover': ['labels', 'federation'],
  'agreements.standing': ['labels'],
  'identity.person': ['privacy'],
  'identity.membership': ['privacy', 'facilitators'],
  'identity.current_organisation': ['agreements', 'privacy', 'places', 'facilitators'],
  'privacy.shown_person': ['facilitators'],
  'places.person_place': ['facilitators'],
  'places.organisation_place': ['facilitators'],
  'facilitators.public_card': ['places', 'federation'],
  'identity.network': ['agreements'],
}

/** Themes are computed where networks are read: the sheet's address carries its hash. */
const EXCEPTIONS = new Set(['modules/identity/data/networks/networks.store.ts -> ui/theme.ts'])

/** The doctype, and data in a script of a page, escaped there. */
const RAW: ReadonlySet<string> = new Set(['ui/document.tsx', 'ui/json-ld.tsx'])

/** Every broken rule, as `file: what is wrong`. */
export function violations(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isForTests(path))
    .flatMap((file) => {
      const code = { path: file.path, text: withoutComments(file.text) }
      const found = [
        ...arrows(code),
        ...habits(code),
        ...queries(code),
        ...foreignTables(code),
        ...sortedNames(code),
      ]
      return found.map((problem) => `${file.path}: ${problem}`)
    })
}

/** A migration touches its own module's schema and reads only what others publish. */
export function migrationViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const owner = /^\d{4}-([a-z]+)/.exec(path)?.[1] ?? ''
    const code = text.replace(/--.*$/gm, '')
    const changed = [
      ...code.matchAll(
        /\b(?:create (?:unlogged )?(?:table|view|function|type)|alter table|drop table|insert into) ([a-z]+)\.([a-z_]+)/g,
      ),
    ]
    const read = [...code.matchAll(/\b(?:from|join) ([a-z]+)\.([a-z_]+)/g)]
    return [
      ...changed
        .filter(([, schema]) => schema !== owner && !(owner === 'platform' && schema === 'public'))
        .map(([, schema, table]) => `${path}: changes ${schema}.${table}`),
      ...read
        .filter(([, schema, table]) => schema !== owner && !PUBLISHED[`${schema}.${table}`]?.includes(owner))
        .map(([, schema, table]) => `${path}: reads ${schema}.${table}`),
    ]
  })
}

function isForTests(path: string): boolean {
  return /\.(test|fixture|stories)\.tsx?$|(^|\/)testing(-[a-z]+)?\.tsx?$|^ui\/story/.test(path)
}

function arrows({ path, text }: SourceFile): string[] {
  return importsOf(path, text)
    .filter((target) => !EXCEPTIONS.has(`${path} -> ${target}`))
    .flatMap((target) => {
      if (isForTests(target) && !path.startsWith('platform/db/') && path !== 'ui/stories-index.tsx')
        return [`imports ${target}, made for tests`]
      return isArrow(path, target) ? [] : [`may not import ${target}`]
    })
}

function isArrow(path: string, target: string): boolean {
  const [top = ''] = path.split('/')
  const isOurs = /^(kernel|ui|platform|modules|client)\/|^[a-z-]+\.tsx?$/.test(target)
  if (top === 'kernel')
    return isOurs ? target.startsWith('kernel/') : ['node:crypto', 'temporal-polyfill'].includes(target)
  if (top === 'ui') return isOurs ? /^(kernel|ui)\//.test(target) : /^(hono(\/|$)|d3-|qrcode$)/.test(target)
  if (top === 'platform')
    return (
      !isOurs ||
      /^(kernel|platform)\//.test(target) ||
      (path.startsWith('platform/http/') && target.startsWith('ui/'))
    )
  if (top === 'modules') return isModuleArrow(path, target, isOurs)
  // app, server and jobs put the parts together, through front doors.
  return !target.startsWith('modules/') || /^modules\/[a-z]+\/index\.ts$/.test(target)
}

function isModuleArrow(path: string, target: string, isOurs: boolean): boolean {
  const [, module = '', room = ''] = path.split('/')
  if (!(module in MODULES)) return false
  if (!isOurs)
    return (
      room !== 'domain' || DOMAIN_PACKAGES.some(({ name, files }) => name.test(target) && files.test(path))
    )
  const [top = '', other = ''] = target.split('/')
  if (top === 'modules' && other !== module) {
    return (
      MODULES[module]?.includes(other) === true &&
      target === `modules/${other}/index.ts` &&
      mayUse(room, 'modules')
    )
  }
  // The front door opens on every room.
  if (room === 'index.ts') return top === 'modules' || top === 'kernel' || top === 'platform'
  return mayUse(room, ...kindsOf(target))
}

function mayUse(room: string, ...kinds: string[]): boolean {
  return room === 'index.ts' || kinds.some((kind) => ROOMS[room]?.includes(kind))
}

function kindsOf(target: string): string[] {
  const [top = '', , room = ''] = target.split('/')
  if (target === WORDS) return ['words', 'platform']
  if (top === 'modules')
    return /\/web\/([a-z-]+\/)?([a-z-]*wording|[a-z.-]*paths|parties)\.ts$/.test(target)
      ? ['web/words']
      : [room]
  if (top === 'platform') return [target.startsWith('platform/http/') ? 'platform/http' : 'platform']
  return [top, target]
}

const NOW = /\bnew Date\(\s*\)|\bDate\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b|\bPlainDate\.today\b/
const INSTANT_CONVERSION = /\bnew Date\(/

function habits({ path, text }: SourceFile): string[] {
  const problems: string[] = []
  const isPage = path.endsWith('.tsx')
  if (NOW.test(text) && !['platform/clock.ts', 'kernel/id.ts'].includes(path))
    problems.push('reads the clock')
  // A JavaScript Date only turns one text of an instant into another, at the edges.
  if (INSTANT_CONVERSION.test(text) && !/^(kernel|platform)\/|\/data\//.test(path))
    problems.push('holds a JavaScript Date')
  if (isPage && /\sstyle=|<style\b|\bdangerouslySetInnerHTML\b/.test(text))
    problems.push('writes style or HTML into the page')
  if (isPage && /\son[A-Z][a-zA-Z]*=/.test(text)) problems.push('writes a handler into the page')
  if (/\bfrom 'hono\/html'/.test(text) && !RAW.has(path)) problems.push('writes raw HTML')
  if (/^export default\b/m.test(text)) problems.push('has a default export')
  if (
    /^export (type )?(\*|\{[^}]*\}) ?(as \w+ )?from/m.test(text) &&
    !/^modules\/[a-z]+\/index\.ts$/.test(path)
  )
    problems.push('is a barrel')
  return problems
}

const QUERY = /\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`|\bsql\.raw\(/

function queries({ path, text }: SourceFile): string[] {
  return QUERY.test(text) && !/^platform\/|^modules\/[a-z]+\/data\//.test(path)
    ? ['queries the database outside data/']
    : []
}

function foreignTables({ path, text }: SourceFile): string[] {
  const [, module = '', room] = path.split('/')
  if (!path.startsWith('modules/') || room !== 'data') return []
  const schemas = [...Object.keys(MODULES), 'jobs'].filter((schema) => schema !== module).join('|')
  const named = text.matchAll(
    new RegExp(`(?:['\`]|\\b(?:from|join|into|update|using)\\s+)((?:${schemas})\\.[a-z_]+)`, 'g'),
  )
  return [...new Set([...named].map(([, table = '']) => table))]
    .filter((table) => !PUBLISHED[table]?.includes(module))
    .map((table) => `names ${table}, of another module`)
}

/** Columns whose values are French words, read by people in their order. */
const SORTED =
  /\b(?:orderBy\(\s*(?:\[\s*)?'|order by (?:[a-z_.]+, )*)((?:[a-z_]+\.)?(?:name|title|label|commune|given_name|family_name|job_title))\b(?! collate)/g

function sortedNames({ path, text }: SourceFile): string[] {
  if (!/\/data\//.test(path)) return []
  return [...text.matchAll(SORTED)].map(([, column]) => `sorts by ${column} without public.french`)
}

function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(/(?<!')(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
  )
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
