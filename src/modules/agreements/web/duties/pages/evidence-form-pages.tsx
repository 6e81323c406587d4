import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { DeclaredEvidence } from '../../../data/declared-evidence.store.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Duty } from '../../../domain/duties.ts'
import { paths } from '../../paths.ts'
import { dutyPaths } from '../duties.paths.ts'
import { dutyName, expectedEvidence } from '../duties-wording.ts'

interface EvidenceProps {
  view: View
  agreement: Agreement
  duty: Duty
  places: readonly { id: string; name: string }[]
  state: FormState
}

export function EvidencePage({ view, agreement, duty, places, state: { values, problems } }: EvidenceProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title="Déclarer une preuve"
      heading={`Déclarer une preuve : ${dutyName(duty.code).toLowerCase()}`}
      intro={`${expectedEvidence(duty.evidence)} Si la plateforme ne peut pas le savoir, dites-le ici : votre déclaration porte votre nom et se lit comme telle.`}
      breadcrumb={breadcrumbOf(view, agreement)}
      problems={problems}
    >
      <Form action={dutyPaths.evidence(base, agreement.id, duty.code)} upload>
        {duty.perPlace && (
          <Radios
            {...field('lieu')}
            label="Lieu concerné"
            choices={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextArea
          {...field('declaration')}
          label="Ce qui a été fait"
          hint="Où, quand, avec qui : assez pour être compris dans trois ans."
        />
        <DateField {...field('date')} label="Jour où cela a été fait" />
        <FileField
          name="document"
          error={problemOf(problems, 'document')}
          label="Document ou photo"
          hint={DOCUMENT_HINT}
          accept=".pdf,.png,.jpg,.jpeg"
          optional
        />
        <Actions>
          <Button>Déclarer cette preuve</Button>
          <a href={dutyPaths.duties(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface WithdrawalProps {
  view: View
  agreement: Agreement
  declared: DeclaredEvidence
  state: FormState
}

export function WithdrawalPage({ view, agreement, declared, state: { values, problems } }: WithdrawalProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title="Retirer une preuve"
      heading={`Retirer une preuve : ${dutyName(declared.duty).toLowerCase()}`}
      intro={`Déclarée pour le ${formatDay(declared.on)} : « ${declared.statement} ». Elle reste visible, barrée, avec votre raison.`}
      breadcrumb={breadcrumbOf(view, agreement)}
      problems={problems}
    >
      <Form action={dutyPaths.withdrawal(base, agreement.id, declared.id)}>
        <TextArea {...field('motif')} label="Pourquoi vous la retirez" />
        <Actions>
          <Button>Retirer cette preuve</Button>
          <a href={dutyPaths.duties(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function breadcrumbOf({ network: { base } }: View, agreement: Agreement) {
  return [
    { label: 'Conventions', href: paths.agreements(base) },
    { label: agreement.reference, href: paths.agreement(base, agreement.id) },
    { label: 'Obligations', href: dutyPaths.duties(base, agreement.id) },
  ]
}
