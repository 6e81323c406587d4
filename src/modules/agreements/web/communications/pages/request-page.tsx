import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { articleOf } from '../../../domain/terms.ts'
import { paths } from '../../paths.ts'
import { communicationPaths } from '../communications.paths.ts'
import { CONFUSION_CHECKLIST, kindWords, NO_DEFAULT_ANSWER } from '../communications-wording.ts'

interface RequestProps {
  view: View
  agreement: Agreement
  state: FormState
}

/** An operation one of the parties wants to hold: what, for whom, where, in which words. AGR-66. */
export function CommunicationRequestPage({ view, agreement, state: { values, problems } }: RequestProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  const article = articleOf(agreement.terms, 'communication')
  return (
    <Frame
      view={view}
      space="member"
      title="Demander l’accord pour une communication"
      intro={`L’autre partie répond par un accord ou un refus${article ? ` (art. ${article})` : ''}. ${NO_DEFAULT_ANSWER}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={problems}
    >
      <Form action={communicationPaths.request(base, agreement.id)} upload>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <Radios
          {...field('nature')}
          label="Nature de la communication"
          choices={Object.entries(kindWords).map(([value, { label, hint }]) => ({ value, label, hint }))}
        />
        <TextField {...field('public')} label="Public visé" />
        <TextField {...field('supports')} label="Supports" hint="Affiche, site, réseaux, presse, réunion…" />
        <DateField {...field('date')} label="Jour prévu de l’opération" />
        <TextArea {...field('texte')} label="Texte" rows={8} />
        <TextField
          {...field('logos')}
          label="Logos montrés"
          hint="De quelles structures, côte à côte."
          optional
        />
        <FileField
          name="visuels"
          error={problemOf(problems, 'visuels')}
          label="Visuels"
          hint="Cinq au plus : PDF, PNG ou JPEG, 25 Mo chacun."
          accept=".pdf,.png,.jpg,.jpeg"
          multiple
          optional
        />
        <FieldGroup legend="Avant d’envoyer">
          <ul>
            {CONFUSION_CHECKLIST.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
          <Checkbox
            name="relu"
            label="J’ai vérifié ces quatre points"
            error={problemOf(problems, 'relu')}
            checked={values.relu === 'oui'}
          />
        </FieldGroup>
        <Actions>
          <Button>Envoyer la demande</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
