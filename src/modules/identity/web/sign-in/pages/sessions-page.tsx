import type { Id } from '../../../../../kernel/id.ts'
import type { Instant } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { deviceName } from '../../../domain/sign-in/device-name.ts'
import { paths } from '../../paths.ts'
import { accountPaths } from '../account-paths.ts'
import { wayName } from '../account-wording.ts'

interface OwnSession {
  id: Id<'session'>
  address: string | null
  user_agent: string | null
  created_at: Instant
  updated_at: Instant
  opened_by: string
}

interface SessionsProps {
  view: View
  sessions: readonly OwnSession[]
  /** The one that reads this page. */
  current: Id<'session'>
}

export function SessionsPage({ view, sessions, current }: SessionsProps) {
  const { base } = view.network
  const hasOthers = sessions.some(({ id }) => id !== current)
  return (
    <Frame
      view={view}
      space="member"
      title="Vos appareils connectés"
      width="full"
      intro="Un appareil que vous ne reconnaissez pas ? Déconnectez-le, puis changez votre mot de passe."
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
      act={hasOthers && <EndOthers base={base} />}
    >
      <Table
        caption="Appareils connectés à votre compte"
        silentCaption
        columns={[
          { label: 'Appareil', header: true, cell: ({ user_agent }) => deviceName(user_agent ?? '') },
          {
            label: 'Connexion',
            cell: ({ created_at, opened_by }) => (
              <>
                <Moment at={created_at} />
                <span class="line-more">{wayName(opened_by)}</span>
              </>
            ),
          },
          { label: 'Dernier usage', cell: ({ updated_at }) => <Moment at={updated_at} /> },
          { label: 'Adresse internet', cell: ({ address }) => address || 'non connue' },
          {
            label: 'Déconnecter',
            silent: true,
            cell: (session) =>
              session.id === current ? (
                <Tag state="positive">{'Cet\u00a0appareil'}</Tag>
              ) : (
                <EndSession base={base} session={session} />
              ),
          },
        ]}
        rows={sessions}
      />
    </Frame>
  )
}

/** On one line: a moment is read whole. */
function Moment({ at }: { at: Instant }) {
  return <time datetime={at}>{formatMoment(at)}</time>
}

function EndOthers({ base }: { base: string }) {
  return (
    <form method="post" action={accountPaths.otherSessions(base)}>
      <Button look="plain">Déconnecter tous les autres</Button>
    </form>
  )
}

function EndSession({
  base,
  session: { id, user_agent, created_at },
}: {
  base: string
  session: OwnSession
}) {
  return (
    <form method="post" action={accountPaths.endSession(base, id)}>
      <Button look="plain">
        Déconnecter
        <span class="visually-hidden">
          {' '}
          {deviceName(user_agent ?? '')}, en usage depuis le {formatMoment(created_at)}
        </span>
      </Button>
    </form>
  )
}
