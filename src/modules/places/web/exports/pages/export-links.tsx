import type { ExportFormat } from '../../../domain/exports/export-format.ts'
import type { Listing } from '../../directory/listing.ts'
import { exportPaths } from '../exports.paths.ts'
import { formatWords } from '../exports-wording.ts'

const OFFERED: readonly ExportFormat[] = ['csv', 'xlsx', 'json', 'geojson', 'data-inclusion']

/** The same results as files, under the list. DIR-82. */
export function ExportLinks({ base, listing }: { base: string; listing: Listing }) {
  return (
    <details class="print-way">
      <summary>Télécharger cette liste</summary>
      <ul>
        {OFFERED.map((format) => (
          <li>
            <a href={exportPaths.file(base, format, listing)} rel="nofollow">
              {formatWords[format].label}
            </a>
          </li>
        ))}
        <li>
          <a href={exportPaths.openData(base)}>Toutes les façons de reprendre l’annuaire</a>
        </li>
      </ul>
    </details>
  )
}
