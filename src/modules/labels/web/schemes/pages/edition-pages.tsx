import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Edition } from '../../../data/schemes/editions.store.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeView } from '../scheme-of.ts'
import { labelSteps } from './scheme-frame.tsx'

interface EditionProps {
  about: SchemeView
  /** Typed in advance: a year after the former one, when there is one. */
  proposed: Record<'nom' | 'annee' | 'ouverture' | 'cloture', string>
  former: Edition | null
  state: FormState
}

/** The campaign of a year: its days, and the form it asks. LAB-22. */
export function NewEditionPage({ about: { view, scheme }, proposed, former, state }: EditionProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      title="Ouvrir une campagne"
      intro="Elle s’ouvre et se ferme d’elle-même, le même jour pour tout le monde."
      kicker={scheme.name}
      breadcrumb={[...labelSteps(base), { label: scheme.name, href: schemePaths.scheme(base, scheme.id) }]}
      problems={state.problems}
    >
      <Form action={schemePaths.newEdition(base, scheme.id)}>
        <TextField {...field('nom', proposed.nom)} label="Nom de la campagne" />
        <TextField {...field('annee', proposed.annee)} label="Année" inputmode="numeric" width="short" />
        <DateField {...field('ouverture', proposed.ouverture)} label="Ouvre le" />
        <DateField
          {...field('cloture', proposed.cloture)}
          label="Se termine le"
          hint="Jusqu’à 23 h 59 min 59 s, heure de Paris. Au format jj/mm/aaaa."
        />
        <Radios
          {...field('formulaire', 'latest')}
          label="Le formulaire"
          choices={[
            { value: 'latest', label: 'La version en vigueur le jour de l’ouverture' },
            ...(former ? [{ value: 'same', label: `Le même que la campagne « ${former.name} »` }] : []),
          ]}
        />
        <Actions>
          <Button>Ouvrir cette campagne</Button>
          <a href={schemePaths.scheme(base, scheme.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface ExtensionProps {
  about: SchemeView
  edition: Edition
  state: FormState
}

/** More time for all, with its reason: both are published. */
export function ExtensionPage({ about: { view, scheme }, edition, state }: ExtensionProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      title="Prolonger la campagne"
      intro={`Elle se termine le ${formatDay(edition.closesOn)}. Une prolongation vaut pour tous les candidats ; la page publique du label la dit, avec son motif.`}
      kicker={`${scheme.name}, ${edition.name}`}
      breadcrumb={[...labelSteps(base), { label: scheme.name, href: schemePaths.scheme(base, scheme.id) }]}
      problems={state.problems}
    >
      <Form action={schemePaths.extension(base, scheme.id, edition.id)}>
        <DateField {...field('cloture')} label="Nouveau dernier jour" />
        <TextArea {...field('motif')} label="Motif" hint="Il est publié." rows={3} />
        <Actions>
          <Button>Prolonger pour tous</Button>
          <a href={schemePaths.scheme(base, scheme.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
