import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'

/** One file, and who made it. */
export function NewImportPage({ view, state }: { view: View; state: FormState }) {
  const { base } = view.network
  const { problems } = state
  const isStaff = opensTo(view, policy.importPlaces)
  return (
    <Frame
      view={view}
      space="member"
      title={isStaff ? 'Importer un fichier de lieux' : 'Envoyer un fichier de vos lieux'}
      intro={
        isStaff
          ? 'Le fichier est d’abord contrôlé ligne par ligne. Vous lirez le rapport avant de publier quoi que ce soit.'
          : 'Le fichier est contrôlé ligne par ligne. Vous lirez le rapport, puis la tête de réseau le relira avant de le publier.'
      }
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: isStaff ? 'Imports' : 'Mes fichiers', href: paths.imports(base) },
      ]}
      problems={problems}
    >
      <Form action={paths.newImport(base)} upload>
        <FileField
          name="fichier"
          label="Fichier des lieux"
          hint={
            'CSV, ODS, XLSX, JSON ou GeoJSON, de 50 Mo au plus. Ses colonnes peuvent porter n’importe quel nom : vous direz à quoi elles servent.'
          }
          accept=".csv,.tsv,.txt,.json,.geojson,.ods,.xlsx,.zip,.gz,text/csv,application/json"
          error={problemOf(problems, 'fichier')}
        />
        {isStaff ? <WhereFrom state={state} /> : <HowToName />}
        <Actions>
          <Button>Contrôler ce fichier</Button>
          <a href={paths.imports(base)}>{isStaff ? 'Revenir aux imports' : 'Revenir à mes fichiers'}</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** The head of the network says who made the file, or where it lies. */
function WhereFrom({ state: { values, problems } }: { state: FormState }) {
  return (
    <>
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
          'Qui a fait ce fichier. Gardez le même nom d’un envoi à l’autre : c’est ainsi que les lieux déjà connus sont retrouvés. Sans nom, celui du fichier est pris.'
        }
        optional
        autocomplete="off"
        value={typeof values.source === 'string' ? values.source : ''}
        error={problemOf(problems, 'source')}
      />
    </>
  )
}

/** How an organisation says which of its places a row is about. */
function HowToName() {
  return (
    <p>
      Pour mettre à jour un lieu déjà dans l’annuaire, écrivez dans la colonne {'« id »'} la fin de l’adresse
      de sa fiche, par exemple {'« mediatheque-de-gap-05061 »'}. Une case vide laisse la fiche comme elle est.
      Un lieu que votre organisation ne tient pas est refusé.
    </p>
  )
}
