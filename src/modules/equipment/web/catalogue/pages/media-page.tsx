import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { ModelSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { ModelNotice, ModelPhoto } from '../../../data/catalogue/model-media.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { sheetPaths } from '../sheets.paths.ts'

interface MediaProps {
  view: View
  inventory: Inventory
  model: ModelSheet
  photos: readonly ModelPhoto[]
  notices: readonly ModelNotice[]
  state: FormState
  /** Taking the model out of the catalogue is about to be confirmed. */
  isEnding: boolean
}

/** What borrowers see and read of a model: photos, notices; and its end. EQP-103. */
export function MediaPage(props: MediaProps) {
  const { view, inventory, model, state } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Photos et notices"
      kicker={model.name}
      breadcrumb={[
        ...trail(base, inventory),
        { label: model.name, href: managingPaths.model(base, inventory.id, model.id) },
      ]}
      intro="La première photo illustre le catalogue. Le lieu et le jour de la prise de vue sont effacés."
      problems={state.problems}
    >
      <Photos {...props} />
      <Notices {...props} />
      <End {...props} />
    </Frame>
  )
}

function Photos({ view, inventory, model, photos, state: { values, problems } }: MediaProps) {
  const { base } = view.network
  const action = sheetPaths.photos(base, inventory.id, model.id)
  return (
    <>
      <h2>Photos</h2>
      {photos.length === 0 && <p>Aucune photo encore.</p>}
      <ul class="model-photos">
        {photos.map(({ id, alt, width, height }, rank) => (
          <li>
            <img src={sheetPaths.photo(base, id)} alt={alt} width={width} height={height} loading="lazy" />
            <p>{alt}</p>
            <Form action={`${action}/changement`}>
              <input type="hidden" name="cible" value={id} />
              <Actions>
                {rank > 0 && (
                  <Button look="plain" name="acte" value="premiere">
                    Mettre en premier
                  </Button>
                )}
                <Button look="quiet" name="acte" value="retirer">
                  Retirer la photo
                </Button>
              </Actions>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={action} upload>
        <FileField
          name="photo"
          label="Photo"
          hint="JPEG, PNG ou WebP, 10 Mo au plus."
          accept="image/jpeg,image/png,image/webp"
          error={problemOf(problems, 'photo')}
        />
        <TextField
          name="alt"
          label="Ce que montre la photo"
          hint="Lu à voix haute à qui ne voit pas la photo."
          value={String(values.alt ?? '')}
          error={problemOf(problems, 'alt')}
        />
        <Actions>
          <Button>Ajouter la photo</Button>
        </Actions>
      </Form>
    </>
  )
}

function Notices({ view, inventory, model, notices, state: { values, problems } }: MediaProps) {
  const { base } = view.network
  const action = sheetPaths.notices(base, inventory.id, model.id)
  return (
    <>
      <h2>Notices</h2>
      {notices.length === 0 && <p>Aucune notice encore.</p>}
      <ul>
        {notices.map(({ id, title, url }) => (
          <li>
            <a href={url ?? sheetPaths.notice(base, id)}>{title}</a>
            <Form action={`${action}/retrait`}>
              <input type="hidden" name="cible" value={id} />
              <Actions>
                <Button look="quiet">Retirer « {title} »</Button>
              </Actions>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={action} upload>
        <TextField
          name="titre"
          label="Titre de la notice"
          value={String(values.titre ?? '')}
          error={problemOf(problems, 'titre')}
        />
        <TextField
          name="adresse"
          label="Adresse de la page"
          optional
          value={String(values.adresse ?? '')}
          error={problemOf(problems, 'adresse')}
        />
        <FileField
          name="fichier"
          label="Ou fichier"
          hint="PDF, JPEG ou PNG."
          accept=".pdf,image/jpeg,image/png"
          optional
          error={problemOf(problems, 'fichier')}
        />
        <Actions>
          <Button>Ajouter la notice</Button>
        </Actions>
      </Form>
    </>
  )
}

function End({ view, inventory, model, state, isEnding }: MediaProps) {
  return (
    <>
      <h2>Retirer le modèle du catalogue</h2>
      <Form action={sheetPaths.end(view.network.base, inventory.id, model.id)}>
        {isEnding && <Confirmed state={state} />}
        <p>
          {isEnding
            ? 'Personne ne pourra plus le demander. Ses exemplaires et leur histoire restent. Cela ne se défait pas.'
            : 'Possible quand aucun prêt n’est demandé, accordé ou en cours.'}
        </p>
        <Actions>
          <Button look="danger">{isEnding ? 'Confirmer le retrait' : 'Retirer ce modèle'}</Button>
        </Actions>
      </Form>
    </>
  )
}
