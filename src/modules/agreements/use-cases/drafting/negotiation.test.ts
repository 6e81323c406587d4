import { beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { approvalsOf, remarksOf } from '../../data/negotiation.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { aPlace, aReadyDraft, targetOf } from '../../testing.ts'
import { asApproved, asShared } from '../../testing-negotiation.ts'
import { openSigning } from '../signing/open-signing.ts'
import { recordSignature } from '../signing/record-signature.ts'
import { textOf } from './agreement-text.ts'
import { type Answer, answerProposal } from './answer-proposal.ts'
import { approveDraft } from './approve-draft.ts'
import { addToAnnex, removeFromAnnex } from './change-annex.ts'
import { completeDraft } from './complete-draft.ts'
import { contentOf } from './draft-content.ts'
import { draftedClause } from './drafted-clauses.ts'
import { commentClause, proposeTerm, proposeText, type RemarkId } from './propose-change.ts'
import { shareDraft } from './share-draft.ts'
import { writeClause } from './write-clause.ts'

const app = useApp()
let id: AgreementId
let context: Context

beforeEach(async () => {
  context = app.context()
  id = await aReadyDraft(context, { partner: `Val de Mer ${newId().slice(-6)}` })
})

const target = () => targetOf(context, id)
const found = async () => {
  const one = await findAgreement(context.db, context.reach, id)
  if (!one) throw new Error('no such agreement')
  return one
}
const clause = async (key: string) => {
  const one = await draftedClause(context.db, await found(), key)
  if (!one) throw new Error(key)
  return one
}
const propose = async (key: string, text: string, party = 'cocontractant') =>
  proposeText(context, await target(), { key, text, party, words: '', version: (await clause(key)).version })
const proposed = async (...asked: Parameters<typeof propose>): Promise<RemarkId> => {
  const made = await propose(...asked)
  if (isRefusal(made)) throw new Error(made.refused)
  return made
}
const answer = async (proposal: RemarkId, change: Partial<Answer> = {}) =>
  answerProposal(context, await target(), {
    proposal,
    party: 'region',
    outcome: 'accepted',
    reason: '',
    ...change,
  })
const fingerprint = async () => (await contentOf(context.db, context.network, await found())).fingerprint
const approve = async (party: string, seenContent?: string) =>
  approveDraft(context, await target(), { party, seenContent: seenContent ?? (await fingerprint()) })
const standing = async () =>
  (await approvalsOf(context.db, id)).filter(({ cancelledAt }) => cancelledAt === null)
const filled = async (change: Record<string, string>) => {
  const { variables, representative, terms } = await found()
  const { initialYears } = terms
  return completeDraft(context, await target(), {
    variables: { ...variables, ...change },
    representative,
    initialYears,
  })
}
const more = async () => `${(await clause('objet')).clause.text.trim()}\n\nUn mot de plus.`

describe('negotiating a draft', () => {
  it('lets the head write alone, and then only propose (AGR-18)', async () => {
    const text = await more()
    expect(await writeClause(context, await target(), { key: 'objet', text, version: 0 })).toMatchObject({
      version: 1,
    })
    await asShared(context, id)
    const again = { key: 'objet', text: `${text} Encore.`, version: 1 }
    expect(await writeClause(context, await target(), again)).toMatchObject({ refused: 'draft-is-shared' })
  })

  it('puts an accepted text into the agreement, its document and its signed text (AGR-18)', async () => {
    await asShared(context, id)
    const proposal = await proposed('objet', await more())
    const shown = async () => JSON.stringify(await textOf(context.db, context.network, await found()))
    expect(await shown()).not.toContain('Un mot de plus.')
    expect(await answer(proposal)).toMatchObject({ id: proposal })
    expect(await shown()).toContain('Un mot de plus.')
    await recordSignature(context, await target(), {
      party: 'region',
      signedOn: context.today,
      signatory: 'A',
      capacity: 'B',
    })
    expect(await shown()).toContain('Un mot de plus.')
  })

  it('writes the clause anew from an accepted term (AGR-19)', async () => {
    await asShared(context, id)
    const term = { key: 'duree', party: 'region', words: '', term: 'initialYears', figure: 2 } as const
    const proposal = await proposeTerm(context, await target(), term)
    await answer(proposal as RemarkId, { party: 'cocontractant' })
    const { clauses } = await textOf(context.db, context.network, await found())
    expect(JSON.stringify(clauses)).toContain('conclue pour deux ans')
    expect((await found()).terms.initialYears).toBe(2)
  })

  it('keeps a refused and a withdrawn proposal in the thread, with who decided and why', async () => {
    await asShared(context, id)
    const [one, other] = [
      await proposed('objet', await more()),
      await proposed('objet', `${await more()} Bis.`),
    ]
    await answer(one, { outcome: 'refused', reason: 'Trop long.' })
    await answer(other, { outcome: 'withdrawn', party: 'cocontractant' })
    expect(await remarksOf(context.db, id)).toMatchObject([
      { decision: { outcome: 'refused', answer: 'Trop long.' } },
      { decision: { outcome: 'withdrawn' } },
    ])
    expect((await clause('objet')).version).toBe(0)
  })

  it.each([
    ['the text', async () => answer(await proposed('objet', await more()))],
    ['a blank', () => filled({ ville_signature: 'Honfleur' })],
    [
      'a place',
      async () =>
        addToAnnex(context, await target(), {
          placeId: await aPlace(context, 'Phare'),
          subList: 'liste_lieux_epn',
        }),
    ],
    [
      'a term',
      async () => {
        const term = { key: 'duree', party: 'region', words: '', term: 'initialYears', figure: 5 } as const
        return answer((await proposeTerm(context, await target(), term)) as RemarkId, {
          party: 'cocontractant',
        })
      },
    ],
  ])(
    'cancels both approvals when %s changes, with a line and a mail to both (AGR-18)',
    async (_what, change) => {
      await asApproved(context, id)
      expect(await standing()).toHaveLength(2)
      expect(isRefusal(await change())).toBe(false)
      expect(await standing()).toEqual([])
      const lines = await context.db
        .selectFrom('platform.journal')
        .select('action')
        .where('subject_id', '=', id)
        .where('action', '=', 'draft.approvals-cancelled')
        .execute()
      expect(lines).toHaveLength(1)
    },
  )

  it('cancels when a place is taken out, and not when nothing changes', async () => {
    const place = await aPlace(context, 'Phare')
    await addToAnnex(context, await target(), { placeId: place, subList: 'liste_lieux_epn' })
    await asApproved(context, id)
    await filled({})
    await commentClause(context, await target(), { key: 'objet', party: 'region', words: 'Bien.' })
    await proposed('objet', await more())
    expect(await standing()).toHaveLength(2)
    await removeFromAnnex(context, await target(), place)
    expect(await standing()).toEqual([])
  })

  it('lets a draft that nobody shared be signed on paper', async () => {
    const signature = { party: 'region', signedOn: context.today, signatory: 'A', capacity: 'B' }
    expect(isRefusal(await recordSignature(context, await target(), signature))).toBe(false)
  })
})

describe('a negotiation says why not', () => {
  it('before the draft is shared, and when it is twice', async () => {
    expect(await propose('objet', await more())).toMatchObject({ refused: 'not-shared' })
    expect(await approve('region')).toMatchObject({ refused: 'not-shared' })
    await asShared(context, id)
    expect(await shareDraft(context, await target())).toMatchObject({ refused: 'already-shared' })
  })

  it('to a text that cannot take the place of the clause', async () => {
    await asShared(context, id)
    const { text } = (await clause('duree')).clause
    const refusals: [string, string, string][] = [
      ['duree', text.replace('{{termes.duree}}', 'deux ans'), 'term-words-missing'],
      ['duree', `${text}\n\nElle cesse au bout de dix ans.`, 'contradicts-term'],
      ['duree', text.replace('{{termes.duree}}', 'au moins {{termes.duree}}'), 'bound-sentence'],
      ['objet', (await clause('objet')).clause.text, 'same-text'],
      ['objet', ' ', 'text-is-empty'],
      ['objet', 'Le siège est à {{ville_signature}}.', 'unknown-blank'],
      ['parties', 'Entre nous.', 'blank-missing'],
    ]
    for (const [key, proposal, refused] of refusals) {
      expect(await propose(key, proposal)).toMatchObject({ refused })
    }
    const none = { key: 'rien', text: 'Un.', party: 'region', words: '', version: 0 }
    expect(await proposeText(context, await target(), none)).toMatchObject({ refused: 'no-such-clause' })
  })

  it('to a term that is not one, or says the same', async () => {
    await asShared(context, id)
    const term = { key: 'duree', party: 'region', words: '', term: 'initialYears', figure: 3 } as const
    expect(await proposeTerm(context, await target(), term)).toMatchObject({ refused: 'same-figure' })
    const none = { ...term, term: 'dispute.amicableDays' } as const
    expect(await proposeTerm(context, await target(), none)).toMatchObject({ refused: 'no-such-term' })
    expect(await proposeTerm(context, await target(), { ...term, figure: 100_000 })).toMatchObject({
      refused: 'invalid-terms',
    })
  })

  it('to a change of duration on the draft’s own form, once it is shared', async () => {
    await asShared(context, id)
    const { variables, representative } = await found()
    const change = { variables: { ...variables }, representative, initialYears: 9 }
    expect(await completeDraft(context, await target(), change)).toMatchObject({
      refused: 'term-is-negotiated',
    })
  })

  it('to whoever fills a draft from an older page', async () => {
    const { variables, representative, terms } = await found()
    const change = {
      variables: { ...variables },
      representative,
      initialYears: terms.initialYears,
      shown: 'older',
    }
    expect(await completeDraft(context, await target(), change)).toMatchObject({
      refused: 'filled-meanwhile',
    })
  })

  it('to an answer that is not the party’s to give, comes twice, or comes too late (AGR-21)', async () => {
    await asShared(context, id)
    const [one, other] = [
      await proposed('objet', await more()),
      await proposed('objet', `${await more()} Bis.`),
    ]
    expect(await answer(one, { party: 'cocontractant' })).toMatchObject({ refused: 'not-yours-to-answer' })
    expect(await answer(one, { outcome: 'withdrawn' })).toMatchObject({ refused: 'not-yours-to-withdraw' })
    expect(await answer(newId())).toMatchObject({ refused: 'no-such-proposal' })
    await answer(one)
    expect(await answer(one)).toMatchObject({ refused: 'already-answered' })
    expect(await answer(other)).toMatchObject({ refused: 'proposal-is-stale' })
    const late = { key: 'objet', text: await more(), party: 'region', words: '', version: 0 }
    expect(await proposeText(context, await target(), late)).toMatchObject({ refused: 'clause-changed' })
  })

  it('to an approval of another text, twice, of an incomplete text, or in somebody’s place', async () => {
    await asShared(context, id)
    expect(await approve('region', 'f'.repeat(64))).toMatchObject({ refused: 'content-changed' })
    await approve('region')
    expect(await approve('region')).toMatchObject({ refused: 'already-approved' })
    await filled({ ville_signature: '' })
    expect(await approve('region')).toMatchObject({ refused: 'texts-incomplete' })
    const support = { kind: 'member', impersonator: { name: 'Aide' } } as unknown as Context['actor']
    const aside = { party: 'region', seenContent: await fingerprint() }
    expect(await approveDraft({ ...context, actor: support }, await target(), aside)).toMatchObject({
      refused: 'not-in-their-place',
    })
  })

  it('once a party has signed: the reason, and who may help (AGR-21)', async () => {
    await app.signIn('officer')
    await asShared(context, id)
    const signature = { party: 'region', signedOn: context.today, signatory: 'A', capacity: 'B' }
    await recordSignature(context, await target(), signature)
    expect(await propose('objet', await more())).toMatchObject({
      refused: 'already-signed-text',
      details: { who: expect.stringContaining('Camille Essai') },
    })
    expect(await approve('region')).toMatchObject({ refused: 'party-has-signed' })
  })

  it('to an online signing that a party has not approved (AGR-5)', async () => {
    const asked = { order: 'any', signers: new Map() } as unknown as Parameters<typeof openSigning>[2]
    expect(await openSigning(context, await target(), asked)).toMatchObject({
      refused: 'not-approved',
      details: { parties: expect.stringContaining('Région Estuaire et Val de Mer') },
    })
    await asShared(context, id)
    await approve('region')
    expect(await openSigning(context, await target(), asked)).toMatchObject({
      refused: 'not-approved',
      details: { parties: expect.not.stringContaining('Région') },
    })
    await approve('cocontractant')
    expect(await openSigning(context, await target(), asked)).toMatchObject({ refused: 'nobody-to-call' })
  })

  it('to an approval whose place was renamed since, though nobody touched the draft', async () => {
    await asApproved(context, id)
    await context.db.updateTable('places.place').set({ name: 'Autre nom' }).execute()
    const asked = { order: 'any', signers: new Map() } as unknown as Parameters<typeof openSigning>[2]
    expect(await openSigning(context, await target(), asked)).toMatchObject({ refused: 'not-approved' })
  })
})

describe('a negotiation holds', () => {
  it('when the two parties approve at once: two approvals of one content', async () => {
    await asShared(context, id)
    const seen = await fingerprint()
    const both = await Promise.all([approve('region', seen), approve('cocontractant', seen)])
    expect(both.filter(isRefusal)).toEqual([])
    expect((await standing()).map(({ fingerprint: of }) => of)).toEqual([seen, seen])
  })

  it('when one party approves twice at once: one approval', async () => {
    await asShared(context, id)
    const seen = await fingerprint()
    const twice = await Promise.all([1, 2, 3].map(() => approve('region', seen)))
    expect(twice.filter(isRefusal)).toHaveLength(2)
    expect(await standing()).toHaveLength(1)
  })

  it('when an approval and a change come at once: no approval stands on a text that changed', async () => {
    await asShared(context, id)
    for (let round = 0; round < 6; round += 1) {
      const seen = await fingerprint()
      const change = filled({ ville_signature: `Ville ${round}` })
      const acts = [() => approve('region', seen), () => change, () => approve('cocontractant', seen)]
      await Promise.all(acts.map((act) => act()))
      const now = await fingerprint()
      expect(now).not.toBe(seen)
      expect((await standing()).filter(({ fingerprint: of }) => of !== now)).toEqual([])
    }
  })

  it('when two proposals on one clause are accepted at once: one text, the other is told (AGR-21)', async () => {
    await asShared(context, id)
    const [one, other] = [
      await proposed('objet', await more()),
      await proposed('objet', `${await more()} Bis.`),
    ]
    const both = await Promise.all([answer(one), answer(other)])
    expect(both.filter(isRefusal).map(({ refused }) => refused)).toEqual(['proposal-is-stale'])
    expect((await clause('objet')).version).toBe(1)
  })

  it('in the database: a signed clause does not change, even around the code', async () => {
    await writeClause(context, await target(), { key: 'objet', text: await more(), version: 0 })
    const signature = { party: 'region', signedOn: context.today, signatory: 'A', capacity: 'B' }
    await recordSignature(context, await target(), signature)
    const change = context.db.updateTable('agreements.draft_clause').set({ source: 'Autre' }).execute()
    const refused = await change.then(
      () => null,
      (error: unknown) => refusedBy(error),
    )
    expect(refused).toBe('signed_clauses_do_not_change')
  })

  it('for those it is not shown to: out of their reach, nothing is found', async () => {
    const agreement = await found()
    const reach = {
      kind: 'these',
      network: context.network.id,
      organisations: [agreement.partner.id],
    } as const
    expect(await findAgreement(context.db, reach, id)).toBeNull()
    await asShared(context, id)
    expect(await findAgreement(context.db, reach, id)).not.toBeNull()
    const other = { ...context, reach: { ...reach, organisations: [newId<'organisation'>()] } }
    const comment = { key: 'objet', party: 'cocontractant', words: 'Bonjour' }
    expect(await commentClause(other, await target(), comment)).toMatchObject({
      refused: 'no-such-agreement',
    })
  })
})
