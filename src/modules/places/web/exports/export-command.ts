import type { Context } from '../../../../platform/context.ts'
import { groundName } from '../../data/search/places.gazetteer.ts'
import { namedTerritories } from '../../data/search/places.ground.ts'
import { filterOf } from '../../data/search/places.results.ts'
import { isExportFormat } from '../../domain/exports/export-format.ts'
import { askingNothing, type Ground } from '../../domain/search/asked.ts'
import { paths } from '../paths.ts'
import { exportFile } from './export-file.ts'

/** A file of the directory for the command line; a sentence when what is asked does not exist. DIR-82. */
export async function exportOf(
  context: Context,
  site: string,
  { format, territory, label }: { format: string; territory: string | null; label: string | null },
): Promise<AsyncIterable<Uint8Array> | string> {
  if (!isExportFormat(format)) return `Ce format n’existe pas : ${format}`
  const ground = territory === null ? null : ((await ownGround(context, territory)) ?? groundOf(territory))
  if (territory !== null && !ground) return `Ce territoire est inconnu : ${territory}`
  const asked = { ...askingNothing, labels: label ? [label] : [], grounds: ground ? [ground] : [] }
  const filter = await filterOf(context, asked)
  return exportFile(context, { format, filter, addressOf: (slug) => paths.place(site, slug) })
}

/** One of the network's own, by its word: `pays-de-coutances`, `territoire-pays-de-coutances`. */
async function ownGround({ db, network }: Context, text: string): Promise<Ground | null> {
  const slug = text.replace(/^territoire-/, '')
  const own = await namedTerritories(db, network.id)
  return own.some((one) => one.slug === slug) ? { kind: 'territoire', code: slug } : null
}

/** `50`, `50147`, the SIREN of an EPCI; or the kind said before: `region-28`. */
function groundOf(text: string): Ground | null {
  const [, kind, code] = /^(commune|epci|departement|region)-(.+)$/.exec(text) ?? []
  const tried: readonly Ground[] =
    kind && code
      ? [{ kind: kind as Ground['kind'], code }]
      : (['departement', 'commune', 'epci'] as const).map((one) => ({ kind: one, code: text }))
  return tried.find((ground) => groundName(ground) !== null) ?? null
}
