import { createTransport } from 'nodemailer'
import { type Id, newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { typography } from '../../kernel/typography.ts'
import type { Database } from '../db/database.ts'
import { enqueue, type Job } from '../jobs/jobs.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text: read everywhere, and what a screen reader reads best. */
  body: string
  /** Names this mail: whatever the number of tries or processes, it is written once. */
  onceKey: string
  /** The text holds a link that opens something until then: afterwards retention empties it. */
  linkUntil?: Instant
}

/** Writes a mail in the act's transaction; a job sends it after commit. */
export async function writeMail(tx: Database, now: Instant, mail: Mail): Promise<void> {
  const written = await tx
    .insertInto('platform.mail')
    .values({
      id: newId(),
      once_key: mail.onceKey,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.body,
      written_at: now,
      link_until: mail.linkUntil ?? null,
    })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written) await enqueue(tx, sendMail, { mail: written.id })
}

/** Without SMTP_URL (demo), mails stay in the mailbox page. */
export const sendMail: Job<{ mail: Id<'mail'> }> = {
  name: 'platform/send-mail',
  atOnce: 20,
  async work({ db, config, clock }, { mail }) {
    if (!config.smtpUrl) return
    const row = await db
      .selectFrom('platform.mail')
      .selectAll()
      .where('id', '=', mail)
      .where('sent_at', 'is', null)
      .executeTakeFirst()
    if (!row) return
    await createTransport(config.smtpUrl).sendMail({
      from: config.mailFrom,
      to: row.recipient,
      subject: typography(row.subject),
      text: typography(row.body),
      // Same id at every try: a relay that already took it can tell.
      messageId: `<${row.id}@${new URL(config.baseUrl).hostname}>`,
    })
    await db.updateTable('platform.mail').set({ sent_at: clock.now() }).where('id', '=', row.id).execute()
  },
}

export function latestMails(db: Database, limit = 100) {
  return db.selectFrom('platform.mail').selectAll().orderBy('written_at', 'desc').limit(limit).execute()
}
