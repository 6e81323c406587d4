import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay, formatNumber, ofName, plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { OpenDataFigures, SourceTerms } from '../../../data/exports/catalogue.queries.ts'
import type { ExportFormat } from '../../../domain/exports/export-format.ts'
import { paths } from '../../paths.ts'
import { LICENCE } from '../catalogue.ts'
import { exportPaths } from '../exports.paths.ts'
import { formatWords } from '../exports-wording.ts'

interface OpenDataProps {
  view: View
  figures: OpenDataFigures
}

const OFFERED: readonly ExportFormat[] = [
  'csv',
  'json',
  'xlsx',
  'geojson',
  'data-inclusion',
  'non-exportables',
]

/** All the ways the directory leaves the site, for whoever reuses it. DIR-82, DIR-86. */
export function OpenDataPage({ view, figures }: OpenDataProps) {
  const { base, name } = view.network
  const { places, leftOut, reserved, modified, sources } = figures
  const known = sources.filter((source) => source.name !== '')
  return (
    <Frame
      view={view}
      title="Données ouvertes"
      intro={`L’annuaire ${ofName(name)} se reprend librement : en fichiers, par une interface pour les programmes, ou en carte posée sur votre site.`}
    >
      <SummaryList
        rows={[
          { term: 'Lieux publiés', value: formatNumber(places) },
          {
            term: 'Licence',
            value: (
              <a href={LICENCE.address} rel="license noopener">
                {LICENCE.name}
              </a>
            ),
          },
          { term: 'Dernière mise à jour d’un lieu', value: modified ? formatDay(modified) : 'inconnue' },
          { term: 'Rythme', value: 'en continu : un fichier dit toujours ce que dit l’annuaire' },
        ]}
      />
      <h2>Fichiers</h2>
      <p>
        Chaque adresse est stable. Pour une partie de l’annuaire,{' '}
        <a href={paths.places(base)}>cherchez dans la liste</a> : ses filtres servent aussi aux fichiers.
      </p>
      {reserved > 0 && (
        <p>
          {plural(reserved, 'lieu vient de sources', 'lieux viennent de sources')} dont la licence n’autorise
          pas la reprise : il en manque autant dans ces fichiers.
        </p>
      )}
      <LinkList
        items={OFFERED.map((format) => ({
          href: exportPaths.file(base, format),
          label: formatWords[format].label,
          hint:
            format === 'non-exportables'
              ? `${formatWords[format].hint} Aujourd’hui : ${plural(leftOut, 'lieu', 'lieux')}.`
              : formatWords[format].hint,
        }))}
      />
      <h2>Pour les programmes</h2>
      <LinkList
        items={[
          {
            href: exportPaths.openApi(base),
            label: 'Document de l’API (OpenAPI 3.1)',
            hint: 'Lire est ouvert à tous, 60 demandes par minute ; écrire demande une clé.',
          },
          {
            href: exportPaths.catalogueJson(base),
            label: 'Notice DCAT-AP (JSON-LD)',
            hint: 'Pour moissonner ce jeu de données dans un catalogue.',
          },
          { href: exportPaths.catalogueTurtle(base), label: 'La même notice en Turtle' },
        ]}
      />
      {known.length > 0 && (
        <Table
          caption="D’où viennent les lieux"
          columns={[
            { label: 'Source', header: true, cell: (source) => source.name },
            { label: 'Licence', cell: licenceText },
            { label: 'Lieux', numeric: true, cell: (source) => formatNumber(source.places) },
          ]}
          rows={known}
        />
      )}
    </Frame>
  )
}

function licenceText({ licence, isReusable }: SourceTerms): string {
  if (!isReusable) return `${licence || 'non communiquée'} : reprise interdite, absente des fichiers`
  return licence || LICENCE.name
}
