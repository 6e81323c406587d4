import { Hono } from 'hono'
import { Table } from '../../ui/table.tsx'
import { latestMails } from '../mail/mail.ts'
import { everybody } from '../session/actor.ts'
import type { AppEnv } from './env.ts'
import { Frame } from './frame.tsx'
import { may } from './may.ts'
import { page, viewOf } from './page.tsx'

const developers = everybody('platform.development')

/** The mailbox of a demonstration. Never mounted in production. */
export const devRoutes = new Hono<AppEnv>().get('/dev/mail', may(developers), async (c) => {
  const mails = await latestMails(c.var.context.db)
  return page(
    c,
    <Frame
      view={viewOf(c)}
      title="Courriels de la démonstration"
      width="full"
      intro="Ces courriels n’ont quitté la machine que si un relais est réglé."
    >
      <Table
        caption="Les cent derniers courriels"
        empty="Aucun courriel n’a encore été écrit."
        columns={[
          { label: 'À', cell: (mail) => mail.recipient, header: true },
          { label: 'Objet', cell: (mail) => mail.subject },
          { label: 'Texte', cell: (mail) => mail.body.split('\n\n').map((paragraph) => <p>{paragraph}</p>) },
        ]}
        rows={mails}
      />
    </Frame>,
  )
})
