import type { FormState } from '../../../../../platform/http/form.ts'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { schedules } from '../../../domain/imports/source.ts'
import { SCHEDULE_NAMES } from '../sources-wording.ts'

/** What is said of a source, declared or changed. */
export function SourceFields({ state: { values, problems } }: { state: FormState }) {
  const field = (name: string) => ({
    name,
    value: typeof values[name] === 'string' ? values[name] : '',
    error: problemOf(problems, name),
  })
  return (
    <>
      <FieldGroup legend="Son fichier">
        <TextField
          {...field('adresse')}
          type="url"
          label="Adresse du fichier"
          hint={
            'Là où se télécharge le fichier lui-même : CSV, ODS, XLSX, JSON ou GeoJSON, compressé ou non, de 200 Mo au plus.'
          }
          optional
          autocomplete="off"
        />
        <Radios
          {...field('rythme')}
          label={'Quand le récolter ?'}
          choices={schedules.map((value) => ({ value, label: SCHEDULE_NAMES[value] }))}
        />
        <DateField
          {...field('date')}
          label="Date des lignes qui n’en ont pas"
          hint="Sans elle, une ligne non datée prend le jour où elle est arrivée."
          optional
        />
        <TextField
          {...field('priorite')}
          label="Priorité"
          hint="De 0 à 100. Quand deux sources parlent du même lieu, la plus grande est crue."
          inputmode="numeric"
          width="short"
          autocomplete="off"
        />
        <Radios
          {...field('active')}
          label={'Cette source est-elle active ?'}
          choices={[
            { value: 'oui', label: 'Oui' },
            { value: 'non', label: 'Non : elle n’est plus récoltée, ses lieux restent' },
          ]}
        />
      </FieldGroup>
      <FieldGroup legend="Qui elle est">
        <TextField {...field('page')} type="url" label="Page de présentation" optional autocomplete="off" />
        <TextField
          {...field('contact')}
          label="Contact"
          hint="À qui écrire quand un fichier est faux."
          optional
          autocomplete="off"
        />
        <TextField
          {...field('licence')}
          label="Licence"
          hint={'Par exemple : Licence Ouverte 2.0.'}
          optional
          autocomplete="off"
        />
        <Radios
          {...field('reutilisable')}
          label={'Ses données peuvent-elles être publiées de nouveau en données ouvertes ?'}
          choices={[
            { value: 'oui', label: 'Oui' },
            { value: 'non', label: 'Non : elles sont laissées hors des exports ouverts' },
          ]}
        />
      </FieldGroup>
    </>
  )
}
