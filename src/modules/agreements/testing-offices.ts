import { addDays } from '../../kernel/day.ts'
import { type Id, newId } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import { keepFile } from '../../platform/files/kept-files.ts'
import { findAgreement } from './data/agreements.store.ts'
import { addAuthorityAct } from './data/authority.store.ts'
import { addClaim } from './data/claims.store.ts'
import type { DecisionFields } from './data/decisions.store.ts'
import { addLinkedOffice, addOffice } from './data/offices.store.ts'
import { addWaitingAct } from './data/waiting-acts.store.ts'
import type { AgreementId } from './domain/agreement.ts'
import type { Party } from './domain/terms.ts'
import { prepareDecision } from './use-cases/decisions/prepare-decision.ts'
import { publishDecision } from './use-cases/decisions/publish-decision.ts'
import type { PutDocument } from './use-cases/signing/keep-signature-document.ts'

/** A deliberation for each party: what 000 wants before anybody signs online. */
export async function someAuthority(
  context: Context,
  id: AgreementId,
): Promise<Map<Party, Id<'authority-act'>>> {
  const agreement = await findAgreement(context.db, context.reach, id)
  const kept = new Map<Party, Id<'authority-act'>>()
  for (const party of agreement?.terms.parties ?? []) {
    kept.set(
      party,
      await addAuthorityAct(
        context.db,
        id,
        {
          ...{ party, kind: 'deliberation', body: 'Assemblée', reference: '2026-12', scope: '' },
          ...{ decidedOn: addDays(context.today, -60), from: null, until: null, file: null, decision: null },
        },
        { at: context.now, by: null },
      ),
    )
  }
  return kept
}

/** A decision that lacks nothing, published that day. */
export async function aPublishedDecision(
  context: Context,
  change: Partial<DecisionFields> = {},
): Promise<Id<'decision'>> {
  const id = await prepareDecision(context, { ...aDecision(context), ...change }, null)
  if (isRefusal(id)) throw new Error(`refused: ${JSON.stringify(id)}`)
  const published = await publishDecision(context, id, context.today)
  if (isRefusal(published)) throw new Error(`refused: ${JSON.stringify(published)}`)
  return id
}

export function aDecision({ today }: Pick<Context, 'today'>): DecisionFields {
  return {
    ...{ agreementId: null, kind: 'decision', reference: 'P007_2026', body: 'Présidente du Val de Mer' },
    ...{ object: 'Adhésion au réseau', decidedOn: addDays(today, -10), transmittedOn: addDays(today, -5) },
    legalBasis: 'Code général des collectivités territoriales',
    text: 'La structure adhère au réseau.',
    remedies: 'Recours devant le tribunal administratif dans les deux mois de la publication.',
  }
}

/** One of each: somebody in office, a double office, a paper, a claim, an act to confirm, two decisions. */
export async function somePapers(context: Context, agreement: AgreementId, document: PutDocument) {
  const { db, now, today } = context
  const recorded = { at: now, by: null }
  const party = 'cocontractant'
  const file = await keepFile(db, context, document, document.sha256)
  const from = addDays(today, -30)
  const act = (await findAgreement(db, context.reach, agreement))?.acts.at(-1)?.id as Id<'act'>
  const name = 'Camille Essai'
  return {
    office: await addOffice(
      db,
      agreement,
      {
        ...{ party, office: 'referent', name, title: 'référente' },
        email: 'camille@example.fr',
        phone: '',
        from,
      },
      recorded,
    ),
    linkedOffice: await addLinkedOffice(
      db,
      agreement,
      {
        ...{ party, name, office: 'signataire', body: 'Jury du label' },
        role: 'présidente',
        measure: '',
        from,
      },
      recorded,
    ),
    authority: await addAuthorityAct(
      db,
      agreement,
      {
        ...{ party, kind: 'deliberation', body: 'Conseil municipal', reference: '2026-31', scope: '' },
        ...{ decidedOn: from, from: null, until: null, file, decision: null },
      },
      recorded,
    ),
    claim: await addClaim(
      db,
      agreement,
      { act, party, amountCents: 125_050, words: 'Matériel non rendu', file, replaces: null },
      recorded,
    ),
    waiting: await addWaitingAct(
      db,
      agreement,
      {
        purpose: 'denunciation',
        letter: { letter: { from: party, depositedOn: today, tracking: '' }, prepared: null },
      },
      { at: now, by: newId<'person'>() },
    ),
    decision: await aPublishedDecision(context, { agreementId: agreement, reference: newId().slice(-8) }),
    decisionDraft: await aDraftDecision(context),
  }
}

async function aDraftDecision(context: Context): Promise<Id<'decision'>> {
  const id = await prepareDecision(context, { ...aDecision(context), reference: newId().slice(-8) }, null)
  if (isRefusal(id)) throw new Error(`refused: ${JSON.stringify(id)}`)
  return id
}
