import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes, Radios, Select } from '../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../ui/text-field.tsx'
import { LONGEST_SUMMARY, OPERATORS, STATES } from '../../domain/initiative.ts'
import { STAKES } from '../../domain/stakes.ts'
import { FIGURES } from '../initiative.form.ts'
import { initiativePaths } from '../initiative.paths.ts'
import { operatorWords, stakeWords, stateWords } from '../initiative-wording.ts'

interface FormPageProps {
  view: View
  title: string
  action: string
  back: string
  button: string
  state: FormState
}

const choices = <Code extends string>(codes: readonly Code[], words: Record<Code, string>) =>
  codes.map((value) => ({ value, label: words[value] }))

/** What an initiative says, to declare it or to change it. */
export function InitiativeFormPage({ view, title, action, back, button, state }: FormPageProps) {
  const field = fieldsOf(state)
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      intro="Le titre, le résumé et l’enjeu suffisent pour commencer : chaque enregistrement est une révision, et rien n’est public avant d’être publié."
      breadcrumb={[{ label: 'Initiatives', href: initiativePaths.own(view.network.base) }]}
      problems={problems}
    >
      <Form action={action}>
        <input type="hidden" name="vu" value={String(values.vu ?? '')} />
        <TextField {...field('titre')} label="Titre" />
        <TextArea {...field('resume')} label="Résumé" hint={`${LONGEST_SUMMARY} signes au plus.`} rows={3} />
        <TextArea {...field('description')} label="Description" optional rows={8} />
        <Select
          {...field('enjeu')}
          label="Enjeu principal"
          prompt="Choisissez un enjeu"
          choices={choices(STAKES, stakeWords)}
        />
        <Checkboxes
          name="autres_enjeux"
          label="Autres enjeux"
          hint="Trois au plus."
          optional
          error={problemOf(problems, 'autres_enjeux')}
          values={[values.autres_enjeux ?? []].flat()}
          choices={choices(STAKES, stakeWords)}
        />
        <Radios
          {...field('operateur', 'own')}
          label="Qui la mène"
          choices={choices(OPERATORS, operatorWords)}
        />
        <TextField
          {...field('operateur_nom')}
          label="Nom de l’organisme qui la mène"
          hint="Si ce n’est pas votre structure."
          optional
        />
        <TextArea
          {...field('communes')}
          label="Communes concernées"
          hint="Une par ligne. Laissez vide si l’initiative concerne tout votre territoire."
          optional
          rows={4}
        />
        <TextField
          {...field('public')}
          label="Pour qui"
          hint="Par exemple : les personnes éloignées du numérique."
          optional
        />
        <Radios {...field('etat')} label="Où en est-elle" choices={choices(STATES, stateWords)} />
        <DateField {...field('debut')} label="Début" optional />
        <DateField {...field('fin')} label="Fin" optional />
        <TextArea
          {...field('resultat')}
          label="Ce qu’elle a donné"
          hint="À dire quand elle est terminée."
          optional
          rows={3}
        />
        {Array.from({ length: FIGURES }, (_, rank) => rank + 1).map((rank) => (
          <FieldGroup legend={`Chiffre ${rank}`}>
            <TextField {...field(`chiffre_${rank}_quoi`)} label="Ce qui est compté" optional />
            <TextField {...field(`chiffre_${rank}_valeur`)} label="Valeur" width="medium" optional />
            <TextField
              {...field(`chiffre_${rank}_annee`)}
              label="Année"
              width="short"
              inputmode="numeric"
              optional
            />
            <TextField {...field(`chiffre_${rank}_source`)} label="Source" optional />
          </FieldGroup>
        ))}
        <TextField {...field('partenaires')} label="Partenaires" optional />
        <TextArea
          {...field('liens')}
          label="Adresses pour en savoir plus"
          hint="Une par ligne."
          optional
          rows={3}
        />
        <Actions>
          <Button>{button}</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
