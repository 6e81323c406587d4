import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, read, type useApp } from '../../../../../tests/support.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import { readConfig } from '../../../../platform/config.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { openSealer, type Sealer } from '../../../../platform/seal/sealer.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import { aMandate, anOrganisation } from '../../../identity/testing-organisations.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { addSigning } from '../../data/signings.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import type { CallLife } from '../../domain/signing-call-life.ts'
import { callSigners } from '../../jobs/call-signers.ts'
import { prepareSigningDocument } from '../../jobs/signing-document.ts'
import { aReadyDraft } from '../../testing.ts'
import { asShared } from '../../testing-negotiation.ts'
import { textOf } from '../../use-cases/drafting/agreement-text.ts'
import { textToSign } from '../../use-cases/signing/signing-text.ts'

type App = ReturnType<typeof useApp>

interface Signer {
  browser: Browser
  party: string
  personId: PersonId
  organisationId: OrganisationId
  mandateId: Id<'mandate'>
}

/** The seal of a demonstration, in a folder of its own. */
export function aSealer(): Promise<Sealer | null> {
  return openSealer({ ...readConfig({}), dataDir: mkdtempSync(join(tmpdir(), 'maillage-sealing-')) })
}

/** A draft whose two parties have each somebody to sign, its text frozen. `left`: parties nobody is called for. */
export async function anOpenSigning(
  app: App,
  { life = { remindEvery: null, expiresOn: null } as CallLife, left = [] as readonly string[] } = {},
) {
  const context = app.context()
  const { db } = app.services
  await app.database.pool.query('truncate platform.rate_window')
  const head = await anOrganisation(context, { name: `Région ${newId().slice(-6)}`, kind: 'region' })
  await db.updateTable('identity.network').set({ head_id: head }).where('slug', '=', 'estuaire').execute()
  const id = await asShared(
    context,
    await aReadyDraft(context, { partner: `Val de Mer ${newId().slice(-6)}` }),
  )
  // The partner was shown the draft before it was opened to signature.
  await db.updateTable('agreements.agreement').set({ shared_at: context.now }).where('id', '=', id).execute()
  const found = async (): Promise<Agreement> => {
    const one = await findAgreement(db, context.reach, id)
    if (!one) throw new Error('no such agreement')
    return one
  }
  const agreement = await found()
  const region = await aSigner(app, 'region', 'officer', head, 'Nadia Corbin')
  const partner = await aSigner(app, 'cocontractant', 'partner', agreement.partner.id, 'Sophie Tanguy')
  const signers = [region, partner].filter(({ party }) => !left.includes(party))
  const text = await textOf(db, context.network, agreement)
  const calls = signers.map(({ browser: _browser, ...call }) => ({ ...call, rank: 1, delegationId: null }))
  const frozen = textToSign(context.network, agreement, text)
  await addSigning(db, id, { ...frozen, life, calls }, { at: context.now, by: null })
  await enqueue(db, prepareSigningDocument, { agreement: id })
  await enqueue(db, callSigners, { agreement: id })
  await app.runJobs()
  return { id, region, partner, agreement: found, address: `/conventions/${id}` }
}

async function aSigner(
  app: App,
  party: string,
  role: 'officer' | 'partner',
  organisationId: OrganisationId,
  holderName: string,
): Promise<Signer> {
  const browser = await app.signIn(role, { organisation: organisationId })
  const { person_id: personId } = await app.services.db
    .selectFrom('identity.membership')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const mandateId = await aMandate(app.context(), organisationId, {
    personId,
    holderName,
    quality: 'présidente',
  })
  return { browser, party, personId, organisationId, mandateId }
}

/** What the signer sends last: the code is asked for and read in the mail. */
export async function readyToSign(app: App, id: AgreementId, browser: Browser) {
  const address = `/conventions/${id}/signature-en-ligne`
  const empreinte = (await read(await browser.get(address))).value('empreinte') ?? ''
  await browser.post(`${address}/code`, { empreinte, lu: 'oui', engage: 'oui' })
  await app.runJobs()
  const mail = await app.services.db
    .selectFrom('platform.mail')
    .select('body')
    .where('subject', 'like', '%votre code%')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const code = /: (\d{6})/.exec(mail.body)?.[1] ?? ''
  return () => browser.post(address, { empreinte, code })
}

export async function signs(app: App, id: AgreementId, browser: Browser): Promise<Response> {
  return (await readyToSign(app, id, browser))()
}
