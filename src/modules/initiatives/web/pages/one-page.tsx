import { dayOf } from '../../../../kernel/instant.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatDay } from '../../../../ui/french.ts'
import { Tag } from '../../../../ui/tag.tsx'
import type { Revision } from '../../data/initiatives.queries.ts'
import type { Initiative } from '../../data/initiatives.store.ts'
import { changedFields, type InitiativeContent } from '../../domain/initiative.ts'
import { initiativePaths } from '../initiative.paths.ts'
import { fieldText, fieldWords } from '../initiative-wording.ts'
import { policy } from '../policy.ts'
import { InitiativeFacts } from './initiative-facts.tsx'

interface OneProps {
  view: View
  initiative: Initiative
  revisions: readonly Revision[]
  declaredBy: string
}

/** One initiative, as its organisation and the head of the network read it: with its revisions. */
export function OnePage({ view, initiative, revisions, declaredBy }: OneProps) {
  const { base } = view.network
  const { id, content, publishedAt } = initiative
  return (
    <Frame
      view={view}
      space="member"
      title={content.title}
      intro={content.summary}
      breadcrumb={[{ label: 'Initiatives', href: initiativePaths.own(base) }]}
    >
      <p>
        {publishedAt ? (
          <>
            <Tag state="positive">Publiée</Tag>{' '}
            <a href={initiativePaths.shown(base, id)}>Voir la page publique</a>
          </>
        ) : (
          <>
            <Tag state="neutral">Non publiée</Tag> Votre structure et la tête du réseau sont seules à la lire.
          </>
        )}
      </p>
      <Acts view={view} initiative={initiative} />
      <InitiativeFacts content={content} declaredBy={declaredBy} />
      <h2>Révisions</h2>
      <p>
        Chaque enregistrement est gardé. Un jury lit celle qui était en cours quand la candidature est partie.
      </p>
      <ol reversed>
        {revisions.map(({ revision, savedAt, content: said }, rank) => (
          <li value={revision}>
            {formatDay(dayOf(savedAt))} : <Change before={revisions[rank + 1]?.content} after={said} />
          </li>
        ))}
      </ol>
    </Frame>
  )
}

function Acts({ view, initiative: { id, publishedAt } }: Pick<OneProps, 'view' | 'initiative'>) {
  const { base } = view.network
  if (!opensTo(view, policy.write)) return null
  const change = (
    <ButtonLink href={initiativePaths.change(base, id)} look="plain">
      Modifier l’initiative
    </ButtonLink>
  )
  if (!opensTo(view, policy.publish)) return <p>{change}</p>
  return (
    <Form action={publishedAt ? initiativePaths.hiding(base, id) : initiativePaths.publication(base, id)}>
      <Actions>
        <Button look={publishedAt ? 'plain' : 'main'}>
          {publishedAt ? 'Retirer l’initiative de l’atlas' : 'Publier l’initiative dans l’atlas'}
        </Button>
        {change}
      </Actions>
    </Form>
  )
}

function Change({ before, after }: { before: InitiativeContent | undefined; after: InitiativeContent }) {
  if (!before) return 'première déclaration'
  return (
    <ul>
      {changedFields(before, after).map((field) => (
        <li>
          {fieldWords[field]} : <del>{fieldText(before, field)}</del> <ins>{fieldText(after, field)}</ins>
        </li>
      ))}
    </ul>
  )
}
