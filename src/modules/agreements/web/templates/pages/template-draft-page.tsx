import type { FormState } from '../../../../../platform/http/form.ts'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Checkboxes, Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { isBindable } from '../../../templates/bindable-terms.ts'
import { problemsOfClause } from '../../../templates/publication.ts'
import type { WrittenClause } from '../../../templates/template-content.schema.ts'
import { templatePaths } from '../template.paths.ts'
import type { DraftView } from '../template-of.ts'
import { clauseTitle, problemSentence, termNames } from '../template-wording.ts'
import { DraftFrame, SavedMeanwhile, ShownPiece } from './template-frame.tsx'

interface DraftProps {
  about: DraftView
  state: FormState
  /** Somebody saved another title or other names while this one was being typed. */
  isBehind: boolean
}

/** The table of contents of a draft: what it is made of, and what still refuses its publication. */
export function TemplateDraftPage({ about, state, isBehind }: DraftProps) {
  const { view, draft } = about
  const { base } = view.network
  return (
    <DraftFrame
      about={about}
      title={`Projet de la version ${draft.version}`}
      intro="Changez ce qui doit l’être, dans l’ordre que vous voulez. Les conventions déjà tirées du modèle gardent leur texte."
      act={{ label: `Publier la version ${draft.version}`, href: templatePaths.publication(base, draft.id) }}
      problems={state.problems}
    >
      <WhatIsLeft about={about} />
      <Heading about={about} state={state} isBehind={isBehind} />
      <h2>Ce qu’il prévoit</h2>
      <LinkList
        items={[
          {
            label: 'Les termes',
            href: templatePaths.terms(base, draft.id),
            hint: 'Durée, reconduction, dénonciation, mise en demeure, avenants, litiges, comités…',
          },
          {
            label: 'Les lectures',
            href: templatePaths.readings(base, draft.id),
            hint: 'Comment se comprennent les points que le texte ne tranche pas, et les mots corrigés.',
          },
          {
            label: 'Les variables',
            href: templatePaths.variables(base, draft.id),
            hint: 'Les blancs que chaque convention remplit : noms, dates, listes de lieux.',
          },
          { label: 'Les annexes', href: templatePaths.annexes(base, draft.id), hint: annexHint(about) },
          {
            label: 'Lire le modèle entier',
            href: templatePaths.preview(base, draft.id),
            hint: 'Tel que les conventions l’écriront.',
          },
        ]}
      />
      <Clauses about={about} />
      <NewClause about={about} state={state} />
      <form method="post" action={templatePaths.dropping(base, draft.id)}>
        <input type="hidden" name="redaction" value={String(draft.revision)} />
        <Button look="danger">Abandonner ce projet</Button>
      </form>
    </DraftFrame>
  )
}

export function WhatIsLeft({ about: { view, draft, problems } }: { about: DraftView }) {
  const { base } = view.network
  if (problems.length === 0) return null
  return (
    <section aria-labelledby="a-reprendre">
      <h2 id="a-reprendre">À reprendre avant de publier</h2>
      <ul>
        {problems.map((problem) => (
          <li>
            {problemSentence(problem, draft.content.clauses)}{' '}
            {'clause' in problem && (
              <a href={templatePaths.clause(base, draft.id, problem.clause)}>Ouvrir l’article</a>
            )}
            {problem.kind === 'incomplete-annex' && (
              <a href={templatePaths.annexes(base, draft.id)}>Ouvrir les annexes</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Heading({ about, state: { values, problems }, isBehind }: DraftProps) {
  const { view, draft } = about
  const { title, parties } = draft.content
  const required = parties.filter(({ authorityRequired }) => authorityRequired).map(({ role }) => role)
  const names = values.partie === undefined ? parties.map(({ name }) => name) : [values.partie].flat()
  return (
    <section aria-labelledby="titre">
      <h2 id="titre">Titre et parties</h2>
      {isBehind && (
        <SavedMeanwhile>
          <p>
            {title} ; {parties.map(({ name }) => name).join(', ')}.
          </p>
        </SavedMeanwhile>
      )}
      <Form action={templatePaths.draft(view.network.base, draft.id)}>
        <ShownPiece about={about} piece="heading" />
        <TextField {...fieldsOf({ values, problems })('titre', title)} label="Titre du modèle" />
        <FieldGroup legend="Comment le texte nomme les parties">
          {parties.map(({ lead }, index) => (
            <TextField
              name="partie"
              {...(index > 0 && { id: `champ-partie-${index + 1}` })}
              label={lead ? 'Le chef de file' : 'L’autre partie'}
              value={String(names[index] ?? '')}
              error={index === 0 ? problemOf(problems, 'partie') : undefined}
              width="medium"
            />
          ))}
        </FieldGroup>
        <Checkboxes
          name="autorite"
          label="Signe une fois sa délibération, sa décision ou sa délégation jointe"
          values={values.partie === undefined ? required : [values.autorite ?? []].flat()}
          choices={parties.map(({ role, name }) => ({ value: role, label: name }))}
          optional
        />
        <Actions>
          <Button look="plain">Enregistrer le titre et les parties</Button>
        </Actions>
      </Form>
    </section>
  )
}

function Clauses({ about: { view, draft, problems } }: { about: DraftView }) {
  const { base } = view.network
  const { clauses } = draft.content
  return (
    <>
      <h2>Les articles</h2>
      <Table
        caption="Articles, dans l’ordre du texte"
        silentCaption
        columns={[
          {
            label: 'Article',
            header: true,
            cell: (clause: WrittenClause) => (
              <a href={templatePaths.clause(base, draft.id, clause.key)}>{clauseTitle(clause)}</a>
            ),
          },
          { label: 'Termes rattachés', cell: ({ binds }) => boundNames(binds) },
          {
            label: 'État',
            cell: ({ key, textIncomplete }) => {
              if (textIncomplete) return <Tag state="warning">Texte incomplet</Tag>
              const count = problemsOfClause(problems, key).length
              return count > 0 ? <Tag state="warning">À reprendre</Tag> : <Tag state="neutral">Écrit</Tag>
            },
          },
          {
            label: 'Déplacer',
            silent: true,
            cell: ({ key, title }) => (
              <form method="post" action={templatePaths.clausePlace(base, draft.id, key)}>
                <Button look="quiet" name="sens" value="monter">
                  Monter<span class="visually-hidden"> « {title} »</span>
                </Button>{' '}
                <Button look="quiet" name="sens" value="descendre">
                  Descendre<span class="visually-hidden"> « {title} »</span>
                </Button>
              </form>
            ),
          },
        ]}
        rows={clauses}
        empty={
          <EmptyState title="Ce modèle n’a encore aucun article.">
            <p>Donnez un titre au premier, plus bas : vous écrirez ensuite son texte.</p>
          </EmptyState>
        }
      />
    </>
  )
}

function NewClause({ about: { view, draft }, state }: { about: DraftView; state: FormState }) {
  const { clauses } = draft.content
  const field = fieldsOf(state)
  return (
    <section aria-labelledby="ajouter">
      <h2 id="ajouter">Ajouter un article</h2>
      <Form action={templatePaths.clauses(view.network.base, draft.id)}>
        <TextField {...field('titre_article')} label="Titre de l’article" />
        <Select
          {...field('apres', clauses.at(-1)?.key ?? '')}
          label="Sa place"
          prompt="Au début"
          choices={clauses.map((clause) => ({
            value: clause.key,
            label: `Après « ${clauseTitle(clause)} »`,
          }))}
        />
        <Actions>
          <Button look="plain">Ajouter cet article</Button>
        </Actions>
      </Form>
      <p class="muted">
        Un article garde le numéro que vous lui donnez : rien n’est renuméroté.{' '}
        <ButtonLink look="quiet" href={templatePaths.preview(view.network.base, draft.id)}>
          Lire le modèle entier
        </ButtonLink>
      </p>
    </section>
  )
}

function boundNames(binds: readonly string[]): string {
  const roots = [...new Set(binds.map((path) => path.split('.')[0] ?? path))]
  return roots.map((path) => (isBindable(path) ? termNames[path] : path)).join(', ') || 'aucun'
}

function annexHint({ draft }: DraftView): string {
  const { annexes } = draft.content
  return annexes.length === 0 ? 'Aucune pour le moment.' : annexes.map(({ title }) => title).join(' ; ')
}
