import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { type Affinity, INTERESTS } from '../../../domain/jury/interest.ts'
import { AFFINITY_WORDS, INTEREST_WORDS } from '../jury-wording.ts'

interface DeclarationProps {
  action: string
  affinities: readonly Affinity[]
  /** Once the file is open, only a link found out since is declared. */
  isLater?: boolean | undefined
  state: FormState
}

/** What a juror declares; what the platform found is told, and decides nothing. LAB-25. */
export function DeclarationForm({ action, affinities, isLater, state }: DeclarationProps) {
  const { values, problems } = state
  const interests = INTERESTS.filter((interest) => !isLater || interest !== 'none')
  return (
    <>
      {affinities.length > 0 && (
        <Notice state="warning" title="Un lien est possible">
          <ul>
            {affinities.map((affinity) => (
              <li>{AFFINITY_WORDS[affinity]}</li>
            ))}
          </ul>
          <p>C’est à vous de dire si ce lien vous empêche de juger.</p>
        </Notice>
      )}
      <Form action={action}>
        <Radios
          name="lien"
          label={isLater ? 'Quel lien avez-vous découvert ?' : 'Avez-vous un lien avec cette candidature ?'}
          hint="Déclarer un lien vous déporte : le dossier se ferme pour vous, pour de bon, et d’autres le lisent. Le procès-verbal dit que vous vous êtes déporté, jamais pourquoi."
          error={problemOf(problems, 'lien')}
          choices={interests.map((interest) => ({ value: interest, label: INTEREST_WORDS[interest] }))}
          value={String(values.lien ?? '')}
        />
        <TextField
          name="precision"
          label="En quelques mots"
          optional
          hint="Demandé seulement pour un autre lien."
          error={problemOf(problems, 'precision')}
          value={String(values.precision ?? '')}
        />
        <Button look={isLater ? 'danger' : 'main'}>
          {isLater ? 'Déclarer ce lien et me déporter' : 'Déclarer mes liens'}
        </Button>
      </Form>
    </>
  )
}
