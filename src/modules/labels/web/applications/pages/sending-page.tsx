import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Obstacle } from '../../../domain/applications/eligibility.ts'
import { applicationPaths as paths } from '../applications.paths.ts'
import { FileReading, type ReadingProps } from './file-reading.tsx'
import { Obstacles } from './obstacles.tsx'

interface SendingProps extends ReadingProps {
  view: View
  obstacles: readonly Obstacle[]
  state: FormState
}

/** To be read before it is sent. */
export function SendingPage({ view, obstacles, state, ...reading }: SendingProps) {
  const { base, headName } = view.network
  const { file } = reading
  const { id } = file.application
  const missing = file.sections.filter((section) => section.missing > 0)
  const isBlocked = missing.length > 0 || obstacles.some(({ isBlocking }) => isBlocking)
  return (
    <Frame
      view={view}
      space="member"
      title="Relire et envoyer"
      kicker={`${file.version.scheme.name}, ${file.holderName}`}
      intro={`Une fois la candidature envoyée, vos réponses et vos pièces ne changent plus. ${headName} est prévenu par courriel, et votre structure reçoit un récépissé.`}
      breadcrumb={[
        { label: 'Candidatures', href: paths.list(base) },
        { label: file.version.scheme.name, href: paths.one(base, id) },
      ]}
      problems={state.problems}
    >
      <Obstacles obstacles={obstacles} holder={file.version.content.holderKind} />
      {missing.length > 0 && (
        <Notice state="warning" title="Ce dossier n’est pas encore complet.">
          <ul>
            {missing.map(({ rank, name, missing }) => (
              <li>
                <a href={paths.section(base, id, rank)}>{name}</a> :{' '}
                {plural(missing, 'point à compléter', 'points à compléter')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <FileReading {...reading} />
      {isBlocked ? (
        <p>
          <a href={paths.one(base, id)}>Revenir au dossier</a>
        </p>
      ) : (
        <Form action={paths.sending(base, id)}>
          <input type="hidden" name="lu" value={file.stamp} />
          {obstacles.length > 0 && (
            <TextArea
              {...fieldsOf(state)('motif')}
              label="Pourquoi vous envoyez ce dossier malgré tout"
              hint="Ce motif est lu par ceux qui instruisent."
            />
          )}
          <Actions>
            <Button>Envoyer la candidature</Button>
            <a href={paths.one(base, id)}>Revenir au dossier</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
