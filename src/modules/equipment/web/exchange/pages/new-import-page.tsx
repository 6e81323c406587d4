import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import { columnsOf, TABLES, type TableName } from '../../../domain/exchange/tables.ts'
import { trail } from '../../managing/pages/trail.ts'
import { exchangePaths } from '../exchange.paths.ts'
import { TABLE_HINTS, TABLE_WORDS } from '../exchange-wording.ts'

interface NewImportProps {
  view: View
  inventory: Inventory
  state: FormState
}

/** A file to send, and what its columns are. EQP-1404. */
export function NewImportPage({ view, inventory, state: { problems } }: NewImportProps) {
  const { base } = view.network
  const home = exchangePaths.exchange(base, inventory.id)
  const template = exchangePaths.template(base, inventory.id, 'classeur.xlsx')
  return (
    <Frame
      view={view}
      space="member"
      title="Importer un fichier"
      intro="Le fichier est d’abord contrôlé ligne par ligne. Vous lirez son rapport avant que rien ne soit écrit."
      breadcrumb={[...trail(base, inventory), { label: 'Imports et exports', href: home }]}
      problems={problems}
    >
      <Form action={exchangePaths.newImport(base, inventory.id)} upload>
        <FileField
          name="fichier"
          label="Fichier à importer"
          hint="Un classeur ODS ou XLSX, ou un fichier CSV (point-virgule, virgule ou tabulation ; UTF-8 ou Windows), de 10 Mo au plus."
          accept=".csv,.tsv,.txt,.ods,.xlsx,text/csv"
          error={problemOf(problems, 'fichier')}
        />
        <Actions>
          <Button>Contrôler ce fichier</Button>
          <a href={home}>Revenir aux imports et exports</a>
        </Actions>
      </Form>
      <h2>Préparer le fichier</h2>
      <p>
        Partez du <a href={template}>gabarit en classeur</a>, ou d’un export de cet inventaire. Gardez les
        titres ; l’ordre des colonnes est libre. Une colonne absente laisse la donnée comme elle est, une case
        vide l’efface. Mettez les numéros au format texte : un tableur arrondit les autres.
      </p>
      {TABLES.map((table) => (
        <TableHelp table={table} href={exchangePaths.template(base, inventory.id, `${table}.csv`)} />
      ))}
    </Frame>
  )
}

function TableHelp({ table, href }: { table: TableName; href: string }) {
  return (
    <details>
      <summary>{TABLE_WORDS[table]} : ce que contient chaque colonne</summary>
      <p>{TABLE_HINTS[table]}</p>
      <p>
        <a href={href}>Télécharger le gabarit CSV</a>
      </p>
      <Table
        caption={`Colonnes du tableau « ${TABLE_WORDS[table]} »`}
        silentCaption
        columns={[
          { label: 'Titre', header: true, cell: ({ name }) => <code>{name}</code> },
          {
            label: 'Ce qu’on y écrit',
            cell: ({ expected, isRequired }) => (isRequired ? `${expected} Obligatoire.` : expected),
          },
          { label: 'Exemple', cell: ({ example }) => example },
        ]}
        rows={columnsOf(table)}
      />
    </details>
  )
}
