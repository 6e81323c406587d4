import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { OFFICES, type OfficeHolder } from '../../../domain/offices.ts'
import type { Party } from '../../../domain/terms.ts'
import { partyName } from '../../parties.ts'
import { officePaths } from '../offices.paths.ts'
import { officeWords } from '../offices-wording.ts'
import { OfficesFrame } from './offices-frame.tsx'

interface OfficeProps {
  view: View
  agreement: Agreement
  party: Party
  holders: readonly OfficeHolder[]
  state: FormState
}

/** Somebody comes into office. Whoever was there before keeps their line, with its last day. */
export function OfficePage({ view, agreement, party, holders, state }: OfficeProps) {
  const { base, headName } = view.network
  const field = fieldsOf(state)
  const open = holders.filter((one) => one.party === party && one.until === null)
  return (
    <OfficesFrame
      view={view}
      agreement={agreement}
      title="Ajouter un interlocuteur"
      intro={`Pour ${partyName(agreement, party, headName)}. Rien n’est effacé : la personne remplacée reste dans l’historique.`}
      problems={state.problems}
    >
      <Form action={officePaths.newOffice(base, agreement.id, party)}>
        <Radios
          {...field('fonction')}
          label="Fonction"
          choices={OFFICES.map((office) => ({
            value: office,
            label: officeWords[office].one,
            hint: officeWords[office].hint,
          }))}
        />
        <TextField {...field('nom')} label="Prénom et nom" width="medium" />
        <TextField {...field('qualite')} label="Qualité" width="medium" />
        <TextField
          {...field('courriel')}
          label="Courriel"
          type="email"
          hint="Nécessaire pour un référent. Les deux parties le voient ; le public, jamais."
          width="medium"
          optional
        />
        <TextField {...field('telephone')} label="Téléphone" type="tel" width="medium" optional />
        <DateField {...field('debut')} label="En fonction à partir du" />
        {open.length > 0 && (
          <Select
            {...field('remplace')}
            label="Remplace"
            hint="Sa fonction s’achève la veille. Un représentant prend toujours la place du précédent."
            prompt="Personne : s’ajoute"
            choices={open.map(({ id, name, office }) => ({
              value: id,
              label: `${name} (${officeWords[office].one.toLowerCase()})`,
            }))}
            optional
          />
        )}
        <Actions>
          <Button>Enregistrer l’interlocuteur</Button>
          <a href={officePaths.people(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </OfficesFrame>
  )
}
