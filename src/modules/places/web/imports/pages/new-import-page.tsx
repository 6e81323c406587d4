import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'

/** One file, and who made it. */
export function NewImportPage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Importer un fichier de lieux"
      intro="Le fichier est d’abord contrôlé ligne par ligne. Vous lirez le rapport avant de publier quoi que ce soit."
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Imports', href: paths.imports(base) },
      ]}
      problems={problems}
    >
      <Form action={paths.newImport(base)} upload>
        <FileField
          name="fichier"
          label="Fichier des lieux"
          hint={
            'CSV, XLSX, JSON ou GeoJSON, de 50 Mo au plus. Ses colonnes peuvent porter n’importe quel nom\u00a0: vous direz à quoi elles servent.'
          }
          accept=".csv,.tsv,.txt,.json,.geojson,.xlsx,.gz,text/csv,application/json"
          error={problemOf(problems, 'fichier')}
        />
        <TextField
          name="adresse"
          type="url"
          label="Ou son adresse sur le web"
          hint="Le fichier y est lu directement, jusqu’à 200 Mo. Elle est gardée pour cette source."
          optional
          autocomplete="off"
          value={typeof values.adresse === 'string' ? values.adresse : ''}
          error={problemOf(problems, 'adresse')}
        />
        <TextField
          name="source"
          label="Source"
          hint={
            'Qui a fait ce fichier. Gardez le même nom d’un envoi à l’autre\u00a0: c’est ainsi que les lieux déjà connus sont retrouvés. Sans nom, celui du fichier est pris.'
          }
          optional
          autocomplete="off"
          value={typeof values.source === 'string' ? values.source : ''}
          error={problemOf(problems, 'source')}
        />
        <Actions>
          <Button>Contrôler ce fichier</Button>
          <a href={paths.imports(base)}>Revenir aux imports</a>
        </Actions>
      </Form>
    </Frame>
  )
}
