import { Button } from '../../../../../ui/button.tsx'
import { Checkbox } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { peopleActPaths } from '../../managing/people-acts.paths.ts'
import { deskPaths } from '../desk.paths.ts'
import type { LineProps } from './desk-line-page.tsx'
import { SentFields } from './sent-fields.tsx'

/** The checklist under the eyes, the number of the unit in hand. */
export function PreparationForm({ view, at, state }: LineProps) {
  const { line, parts } = at
  return (
    <section>
      <h2>Préparer</h2>
      <p>Rassemblez et cochez sur l’étagère :</p>
      <ul>
        {parts.out.map(({ label, expected }) => (
          <li>{expected > 1 ? `${label} : ${expected}` : label}</li>
        ))}
      </ul>
      <Form action={deskPaths.act(view.network.base, line.id, 'preparation')}>
        <SentFields line={line} />
        <div data-island="equipment/scan">
          <TextField
            name="numero"
            label="Numéro du matériel en main"
            hint="Tapez-le, ou scannez l’étiquette."
            width="medium"
            value={String(state.values.numero ?? '')}
            error={problemOf(state.problems, 'numero')}
          />
        </div>
        <Actions>
          <Button>Marquer comme préparé</Button>
        </Actions>
      </Form>
    </section>
  )
}

export function HandOverForm({ view, at, state, decides }: LineProps) {
  const { line, people } = at
  const { base } = view.network
  return (
    <section>
      <h2>Remettre le matériel</h2>
      <p>Dès la remise, l’emprunteur reçoit un courriel, et la fiche de prêt lui est ouverte.</p>
      <Form action={deskPaths.act(base, line.id, 'remise')}>
        <SentFields line={line} />
        {people.collectorName === '' && (
          <TextField
            name="retrait"
            label="Nom de la personne qui vient chercher le matériel"
            value={String(state.values.retrait ?? '')}
            error={problemOf(state.problems, 'retrait')}
          />
        )}
        {!isKnownByAccount(at) && (
          <Checkbox
            name="identite"
            label="Pièce d’identité vue"
            hint="Regardez-la, rendez-la : elle n’est ni copiée ni gardée, et son numéro n’est pas noté."
            checked={state.values.identite === 'oui'}
            error={problemOf(state.problems, 'identite')}
          />
        )}
        <p>
          <a href={peopleActPaths.insurance(base, line.inventoryId, line.id)}>
            Joindre ici l’attestation d’assurance que la personne apporte
          </a>
        </p>
        {decides && (
          <TextArea
            name="motif"
            label="Pourquoi le matériel part sans état des lieux signé des deux côtés"
            hint="Seulement dans ce cas. Ce motif est gardé avec le prêt."
            rows={2}
            value={String(state.values.motif ?? '')}
            error={problemOf(state.problems, 'motif')}
            optional
          />
        )}
        <Actions>
          <Button>Remettre le matériel</Button>
        </Actions>
      </Form>
      <Form action={deskPaths.act(base, line.id, 'remise-en-rayon')}>
        <SentFields line={line} />
        <Actions>
          <Button look="quiet">Remettre en rayon</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** The collector signed from their own account: nothing more is to be shown. EQP-205. */
function isKnownByAccount({ reports }: LineProps['at']): boolean {
  const answers = reports.out?.signatures ?? []
  return answers.some(({ party, manner }) => party === 'collector' && manner === 'account')
}

export function ReturnForm({ view, at }: LineProps) {
  return (
    <section>
      <h2>Enregistrer le retour</h2>
      <p>Ce que l’état des lieux de retour compte est rendu. Le reste demeure chez l’emprunteur.</p>
      <Form action={deskPaths.act(view.network.base, at.line.id, 'retour')}>
        <SentFields line={at.line} />
        <Actions>
          <Button>Enregistrer le retour</Button>
        </Actions>
      </Form>
    </section>
  )
}

export function InspectionForm({ view, at }: LineProps) {
  return (
    <section>
      <h2>Terminer le contrôle</h2>
      <p>Une fois l’état des lieux de retour signé, ou le refus de signer noté.</p>
      <Form action={deskPaths.act(view.network.base, at.line.id, 'controle')}>
        <SentFields line={at.line} />
        <Actions>
          <Button>Terminer le contrôle</Button>
        </Actions>
      </Form>
    </section>
  )
}
