import type { AppContext } from '../../../../platform/http/env.ts'
import { networkAddress } from '../../../identity/index.ts'
import type { ExportedPlace } from '../../data/exports/exported-places.queries.ts'
import { standardObject } from '../../domain/exports/standard-export.ts'
import type { FreshnessBadge } from '../../domain/freshness/badge.ts'
import { tellBadge } from '../freshness/badges-of.ts'
import { paths } from '../paths.ts'
import type { PlaceTold } from './place.schema.ts'

/** A place as the API tells it; `fields`: only these fields of the standard, or all. DIR-83. */
export function tellPlace(
  c: AppContext,
  { place, standard, labels }: ExportedPlace,
  badge: FreshnessBadge | undefined,
  fields: readonly string[] = [],
): PlaceTold {
  const { network } = c.var.context
  const site = networkAddress(c.var.services.config.baseUrl, network)
  const told = standardObject(standard.row)
  const kept = Object.entries(told).filter(([name]) => fields.length === 0 || fields.includes(name))
  return {
    id: place.id,
    url: paths.place(site, place.slug),
    version: place.version,
    exportable: standard.lacks.length === 0,
    labels: labels.map(({ code, name, since, slug }) => ({
      ...{ code, name, since },
      proof: paths.proof(site, slug),
    })),
    freshness: tellBadge(badge),
    standard: Object.fromEntries(kept),
  }
}
