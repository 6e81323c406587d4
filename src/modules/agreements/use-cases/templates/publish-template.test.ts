import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { ownTemplates, type TemplateId } from '../../data/templates.store.ts'
import { valuesOf } from '../../domain/differences.ts'
import { stateOn } from '../../domain/state.ts'
import { offeredTemplates } from '../../index.ts'
import { anAgreementInForce, aReadyDraft } from '../../testing.ts'
import { aPublishedTemplate, aTemplateDraft, aWrittenTemplate } from '../../testing-templates.ts'
import { textOf } from '../drafting/agreement-text.ts'
import { publishedTemplate, publishedTemplatesOf, templateVersion } from './catalogue.ts'
import { addTemplateClause, changeTemplateClause, changeTemplateTerms } from './change-template.ts'
import { copyTemplate } from './copy-template.ts'
import { draftVersion, dropDraft } from './draft-version.ts'
import { publishTemplate, withdrawTemplate } from './publish-template.ts'
import { referenceFor, setReference } from './reference-template.ts'
import { digestOf, findDraft } from './template-draft-of.ts'

const app = useApp()

const draftOf = async (context: Context, id: TemplateId) => {
  const draft = await findDraft(context.db, context.network.id, id)
  if (!draft) throw new Error('no draft')
  return draft
}

/** The draft with a first period of that many years. */
async function withYears(context: Context, id: TemplateId, initialYears: number) {
  const { content } = await draftOf(context, id)
  const seen = digestOf(content, 'terms')
  return changeTemplateTerms(context, { id, seen }, { ...content.terms, initialYears })
}

async function elsewhere(): Promise<Context> {
  const here = app.context()
  const id = app.networks.baie
  return { ...here, network: { ...here.network, id }, reach: { kind: 'all', network: id } }
}

describe('a network’s own template', () => {
  it('is copied as a draft that nobody can use, then published and offered (AGR-6)', async () => {
    const context = app.context()
    const { db, network } = context
    const id = await aTemplateDraft(context, 'Convention des phares')
    expect(await publishedTemplate(db, network.id, id)).toBeNull()
    expect(await publishTemplate(context, { id, revision: 1 })).toBe(1)
    expect(await publishedTemplate(db, network.id, id)).toMatchObject({
      id,
      version: 1,
      status: 'published',
      title: 'Convention des phares',
    })
    expect(await offeredTemplates(db, network.id)).toContainEqual({ id, title: 'Convention des phares' })
    expect((await offeredTemplates(db, null)).map((one) => one.id)).not.toContain(id)
    const lines = await db
      .selectFrom('platform.journal')
      .select(['action', 'details'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute()
    expect(lines).toEqual([
      { action: 'template.copied', details: { from: 'territoires-apprenants', version: 1 } },
      { action: 'template.published', details: { version: 1 } },
    ])
  })

  it('publishes a second version that changes neither text nor state of what was drawn from the first, and new drafts use it (AGR-6)', async () => {
    const context = app.context()
    const { db, network, reach } = context
    const id = await aPublishedTemplate(context)
    const inForce = await anAgreementInForce(context, undefined, { templateId: id })
    const drafted = await aReadyDraft(context, { templateId: id })
    const read = async () =>
      Promise.all(
        [inForce, drafted].map(async (one) => {
          const agreement = await findAgreement(db, reach, one)
          if (!agreement) throw new Error('gone')
          const { clauses, template } = await textOf(db, network, agreement)
          const state = stateOn(agreement.terms, agreement.acts, context.today)
          return { clauses, version: template.version, terms: agreement.terms, state: valuesOf(state) }
        }),
      )
    const before = await read()
    await draftVersion(context, id)
    await withYears(context, id, 5)
    const { content } = await draftOf(context, id)
    const [clause] = content.clauses.filter(({ key }) => key === 'preambule')
    if (!clause) throw new Error('no clause')
    const seen = digestOf(content, 'clause:preambule')
    await changeTemplateClause(context, { id, seen }, { ...clause, text: 'Tout autre texte.' })
    const { revision } = await draftOf(context, id)
    expect(await publishTemplate(context, { id, revision })).toBe(2)
    expect(await read()).toEqual(before)
    const fresh = await findAgreement(db, reach, await aReadyDraft(context, { templateId: id }))
    expect(fresh).toMatchObject({ templateVersion: 2 })
    expect(await templateVersion(db, network.id, id, 1)).toMatchObject({ status: 'retired' })
    expect((await publishedTemplatesOf(db, network.id)).filter((one) => one.id === id)).toHaveLength(1)
  })

  it('is retired: no new agreement is drawn from it, and the text of the others stays', async () => {
    const context = app.context()
    const id = await aPublishedTemplate(context)
    await withdrawTemplate(context, id)
    expect(await publishedTemplate(context.db, context.network.id, id)).toBeNull()
    expect((await templateVersion(context.db, context.network.id, id, 1)).clauses.length).toBeGreaterThan(5)
    expect(await draftVersion(context, id)).toBe(2)
  })

  it('loses its draft when one gives it up, and never what was published', async () => {
    const context = app.context()
    const id = await aWrittenTemplate(context)
    expect(await dropDraft(context, id)).toBe(1)
    expect(await publishedTemplate(context.db, context.network.id, id)).toMatchObject({ version: 1 })
  })
})

describe('the reference of a network (AGR-10)', () => {
  it('is what its template was copied from, until the network chooses one', async () => {
    const context = app.context()
    const { db, reach } = context
    const own = await aPublishedTemplate(context)
    const fromOwn = await findAgreement(db, reach, await aReadyDraft(context, { templateId: own }))
    const fromReference = await findAgreement(db, reach, await aReadyDraft(context))
    if (!fromOwn || !fromReference) throw new Error('gone')
    expect((await referenceFor(db, fromOwn)).id).toBe('territoires-apprenants')
    expect((await referenceFor(db, fromReference)).id).toBe('normandie-connectee')
    await setReference(context, own)
    expect((await referenceFor(db, fromReference)).id).toBe(own)
    await setReference(context, null)
    expect((await referenceFor(db, fromReference)).id).toBe('normandie-connectee')
  })
})

describe('it explains why not', () => {
  it('for a draft that is not whole, that changed, or that is gone', async () => {
    const context = app.context()
    const id = await copyTemplate(context, { id: 'canope', version: 1 }, 'Copie')
    if (isRefusal(id)) throw new Error(id.refused)
    expect(await publishTemplate(context, { id, revision: 1 })).toMatchObject({ refused: 'not-publishable' })
    const whole = await aTemplateDraft(context)
    await withYears(context, whole, 4)
    expect(await publishTemplate(context, { id: whole, revision: 1 })).toMatchObject({
      refused: 'draft-rewritten-meanwhile',
    })
    expect(await publishTemplate(context, { id: newId(), revision: 1 })).toMatchObject({
      refused: 'no-draft',
    })
    expect(await withdrawTemplate(context, whole)).toMatchObject({ refused: 'not-published' })
  })

  it('for terms that do not fit, and for a copy of what does not exist', async () => {
    const context = app.context()
    const id = await aTemplateDraft(context)
    expect(await withYears(context, id, 0)).toMatchObject({ refused: 'invalid-template-terms' })
    expect(await copyTemplate(context, { id: 'canope', version: 9 }, 'Copie')).toMatchObject({
      refused: 'no-such-template',
    })
  })
})

describe('it holds', () => {
  it('two people write two pieces at once: both are kept; the same piece: the second is told (AGR-21)', async () => {
    const context = app.context()
    const id = await aTemplateDraft(context)
    const { content } = await draftOf(context, id)
    const write = (key: string, text: string) => {
      const clause = content.clauses.find((one) => one.key === key)
      if (!clause) throw new Error('no clause')
      return changeTemplateClause(
        context,
        { id, seen: digestOf(content, `clause:${key}`) },
        { ...clause, text },
      )
    }
    const answers = await Promise.all([
      write('preambule', 'Un.'),
      write('preambule', 'Deux.'),
      write('objectifs', 'Trois.'),
    ])
    expect(answers.filter(isRefusal)).toMatchObject([{ refused: 'piece-rewritten-meanwhile' }])
    const after = await draftOf(context, id)
    expect(after.revision).toBe(3)
    expect(after.content.clauses.find(({ key }) => key === 'objectifs')?.text).toBe('Trois.')
    expect(['Un.', 'Deux.']).toContain(after.content.clauses.find(({ key }) => key === 'preambule')?.text)
  })

  it('two clauses of one title added at once have two keys; one draft at most; one publication', async () => {
    const context = app.context()
    const id = await aTemplateDraft(context)
    const added = await Promise.all(
      [1, 2].map(() => addTemplateClause(context, id, { title: 'Assurance', after: null })),
    )
    expect([...added].sort()).toEqual(['assurance', 'assurance-2'])
    const published = await aPublishedTemplate(context)
    const opened = await Promise.all([1, 2, 3].map(() => draftVersion(context, published)))
    expect(opened.filter((one) => one === 2)).toHaveLength(1)
    expect(opened.filter(isRefusal).map(({ refused }) => refused)).toEqual([
      'already-drafted',
      'already-drafted',
    ])
    const twice = await Promise.all(
      [1, 2].map(() => publishTemplate(context, { id: published, revision: 1 })),
    )
    expect(twice.filter((one) => one === 2)).toHaveLength(1)
    expect(twice.filter(isRefusal).map(({ refused }) => refused)).toEqual(['no-draft'])
  })

  it.each([
    ['its content', { content: '{}' }],
    ['its version', { version: 7 }],
    ['its status, back to a draft', { status: 'draft', published_at: null }],
    ['who published it', { published_by: newId<'person'>() }],
  ])('the database keeps a published version as it is: %s (AGR-6)', async (_what, change) => {
    const context = app.context()
    const id = await aPublishedTemplate(context)
    const changed = app.services.db
      .updateTable('agreements.template')
      .set(change)
      .where('template_id', '=', id)
      .execute()
    await expect(changed).rejects.toSatisfy((error) => refusedBy(error) === 'published_template_is_immutable')
    const dropped = app.services.db.deleteFrom('agreements.template').where('template_id', '=', id).execute()
    await expect(dropped).rejects.toSatisfy((error) => refusedBy(error) === 'published_template_is_immutable')
  })

  it('is of one network only', async () => {
    const id = await aWrittenTemplate(app.context())
    const there = await elsewhere()
    expect(await publishedTemplate(there.db, there.network.id, id)).toBeNull()
    expect(await ownTemplates(there.db, there.network.id)).toEqual([])
    expect(await draftVersion(there, id)).toMatchObject({ refused: 'no-such-template' })
    expect(await publishTemplate(there, { id, revision: 1 })).toMatchObject({ refused: 'no-draft' })
    expect(await copyTemplate(there, { id, version: 1 }, 'Copie')).toMatchObject({
      refused: 'no-such-template',
    })
    expect(await setReference(there, id)).toMatchObject({ refused: 'no-such-template' })
  })
})
