import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { TermDifference } from '../../../templates/comparison.ts'
import { renewalModeWords } from '../../amendments/amendment-wording.ts'
import { templatePaths } from '../template.paths.ts'
import type { DraftView } from '../template-of.ts'
import { RENEWAL_MODES, termsFields } from '../template-terms.form.ts'
import { TermDifferences } from './difference-text.tsx'
import { DraftFrame, SavedMeanwhile, ShownPiece } from './template-frame.tsx'

interface TermsProps {
  about: DraftView
  state: FormState
  /** What somebody saved meanwhile, beside what was typed; null when nobody did. */
  behind: readonly TermDifference[] | null
}

const YES_NO = [
  { value: 'oui', label: 'Prévu' },
  { value: 'non', label: 'Non prévu' },
]
const TRIGGERS = [
  { value: 'sending', label: 'De l’envoi de la lettre' },
  { value: 'receipt', label: 'De sa réception' },
]

/** Every typed term, one question each. */
export function TemplateTermsPage({ about, state, behind }: TermsProps) {
  const { view, draft } = about
  const { base } = view.network
  const typed = Object.keys(state.values).length > 0
  const values = typed ? state.values : termsFields(draft.content.terms)
  const field = fieldsOf({ values, problems: state.problems })
  const list = (name: string) => [values[name] ?? []].flat()
  const parties = draft.content.parties.map(({ role, name }) => ({ value: role, label: name }))
  const number = (name: string, label: string, suffix: string, hint?: string) => (
    <TextField {...field(name)} label={label} suffix={suffix} inputmode="numeric" width="short" hint={hint} />
  )
  return (
    <DraftFrame
      about={about}
      title="Les termes du modèle"
      intro="Maillage calcule les dates d’après ces termes, et les écrit dans les articles à la place des repères."
      problems={state.problems}
    >
      {behind && (
        <SavedMeanwhile>
          <TermDifferences
            terms={behind}
            caption="Vos termes et ceux qui sont enregistrés"
            here="Les vôtres"
            there="Enregistrés"
          />
        </SavedMeanwhile>
      )}
      <Form action={templatePaths.terms(base, draft.id)}>
        <ShownPiece about={about} piece="terms" />
        <FieldGroup legend="Entrée en vigueur et durée">
          <Radios
            {...field('entree')}
            label="Entrée en vigueur"
            choices={[
              { value: 'last_signature', label: 'À la dernière signature' },
              {
                value: 'fixed_date',
                label: 'À une date fixée, ou à la dernière signature si elle vient après',
              },
            ]}
          />
          <DateField {...field('entree_jour')} label="Date fixée" optional />
          {number('duree', 'Durée de la première période', 'ans')}
          <Select
            {...field('ordre')}
            label="Ordre des signatures"
            choices={[
              { value: 'aucun', label: 'Aucun ordre' },
              { value: 'lead', label: 'Le chef de file d’abord' },
              { value: 'partner', label: 'L’autre partie d’abord' },
            ]}
          />
        </FieldGroup>
        <FieldGroup legend="Reconduction">
          <Radios
            {...field('reconduction')}
            label="Modalité"
            choices={RENEWAL_MODES.map((mode) => ({ value: mode, label: renewalModeWords[mode] }))}
          />
          {number('reconduction_ans', 'Durée de chaque reconduction', 'ans', 'Pour une reconduction tacite.')}
          {number(
            'reconduction_max',
            'Nombre de reconductions au plus',
            'fois',
            'Laissez vide s’il n’y a pas de limite.',
          )}
        </FieldGroup>
        <FieldGroup legend="Dénonciation">
          <Radios {...field('denonciation')} label="Dénonciation sans faute" choices={YES_NO} />
          {number('denonciation_mois', 'Préavis', 'mois')}
          <Radios
            {...field('denonciation_quand')}
            label="Effet"
            choices={[
              { value: 'tout_moment', label: 'À la fin du préavis, à tout moment' },
              { value: 'fin_periode', label: 'À la fin de la période en cours seulement' },
            ]}
          />
          <Radios {...field('denonciation_depart')} label="D’où court le préavis" choices={TRIGGERS} />
          <Radios
            {...field('denonciation_forme')}
            label="Forme"
            choices={[
              { value: 'registered_letter', label: 'Lettre recommandée avec avis de réception' },
              { value: 'written', label: 'Tout écrit' },
            ]}
          />
        </FieldGroup>
        <FieldGroup legend="Mise en demeure et résiliation">
          <Radios {...field('demeure')} label="Résiliation pour manquement" choices={YES_NO} />
          {number('demeure_jours', 'Délai laissé par la mise en demeure', 'jours')}
          <Radios {...field('demeure_depart')} label="D’où court ce délai" choices={TRIGGERS} />
          <Checkboxes
            name="demeure_portee"
            label="Portée de la résiliation"
            error={problemOf(state.problems, 'demeure_portee')}
            values={list('demeure_portee')}
            choices={[
              { value: 'full', label: 'Totale' },
              { value: 'partial', label: 'Partielle' },
            ]}
          />
          <Radios
            {...field('demeure_suite')}
            label="La résiliation se fait par"
            choices={[
              { value: 'registered_letter', label: 'Une seconde lettre recommandée' },
              { value: 'notification', label: 'Une notification écrite' },
            ]}
          />
          <Radios {...field('label')} label="Retrait du label des lieux listés" choices={YES_NO} />
        </FieldGroup>
        <FieldGroup legend="Avenants">
          <Radios {...field('avenant')} label="Délai pour demander un avenant" choices={YES_NO} />
          {number('avenant_mois', 'La demande arrive avant la fin, au moins', 'mois')}
          <Select {...field('avenant_chez')} label="Elle arrive chez" choices={parties} />
          <p>
            Un avenant prend effet le premier jour du mois qui suit sa dernière signature, sauf s’il en dit
            autrement.
          </p>
        </FieldGroup>
        <FieldGroup legend="Litiges">
          <Radios {...field('litiges')} label="Clause de litiges" choices={YES_NO} />
          {number(
            'litiges_jours',
            'Délai amiable',
            'jours',
            'Laissez vide pour un effort amiable sans délai.',
          )}
          <Radios {...field('litiges_depart')} label="D’où court ce délai" choices={TRIGGERS} />
          <TextField {...field('litiges_tribunal')} label="Tribunal compétent" optional />
        </FieldGroup>
        <FieldGroup legend="Comités">
          <Radios {...field('comite')} label="Comité de pilotage" choices={YES_NO} />
          {number('comite_par_an', 'Réunions', 'par an')}
          <Checkboxes
            name="comite_formes"
            label="Réunions distinctes"
            hint="Ne cochez rien s’il n’y a qu’un comité."
            values={list('comite_formes')}
            choices={[
              { value: 'network', label: 'Réunion de tout le réseau' },
              { value: 'bilateral', label: 'Entretien entre les deux parties' },
            ]}
            optional
          />
          <Checkbox
            name="comite_unanimite"
            label="Le comité décide à l’unanimité"
            checked={values.comite_unanimite === 'oui'}
          />
          <Select
            {...field('comite_compte_rendu')}
            label="Le compte rendu est validé"
            prompt="Par personne en particulier"
            choices={[
              { value: 'all_parties', label: 'Par toutes les parties' },
              ...parties.map(({ value, label }) => ({ value, label: `Par ${label}` })),
            ]}
          />
          <Select
            {...field('comite_secretariat')}
            label="Secrétariat"
            prompt="Personne en particulier"
            choices={parties}
          />
          {number(
            'gouvernance',
            'Comité de gouvernance du réseau',
            'par an',
            'Laissez vide s’il n’y en a pas.',
          )}
        </FieldGroup>
        <FieldGroup legend="Communication, lieux, matériel">
          <Radios
            {...field('communication')}
            label="Dire que la convention existe"
            choices={[
              { value: 'free', label: 'Est libre' },
              { value: 'lead', label: 'Est libre pour le chef de file, demande un accord à l’autre partie' },
              { value: 'approval', label: 'Demande l’accord de l’autre partie' },
              { value: 'unwritten', label: 'N’est pas écrit' },
            ]}
          />
          <Radios
            {...field('mise_a_jour')}
            label="Mise à jour des lieux une fois par semestre"
            choices={YES_NO}
          />
          <Radios {...field('pret')} label="Prêt de matériel" choices={YES_NO} />
        </FieldGroup>
        <Actions>
          <Button>Enregistrer les termes</Button>
          <a href={templatePaths.draft(base, draft.id)}>Revenir au projet</a>
        </Actions>
      </Form>
    </DraftFrame>
  )
}
