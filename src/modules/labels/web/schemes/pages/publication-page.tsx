import type { Day } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { NextVersion } from '../../../domain/schemes/next-version.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeDraftView } from '../scheme-of.ts'
import { transitionWords } from '../scheme-wording.ts'
import { SchemeChanges } from './changes-table.tsx'
import { WhatIsLeft } from './draft-page.tsx'
import { choices } from './rule-pages.tsx'
import { DraftFrame, StarterNotice } from './scheme-frame.tsx'
import { SchemeCriteria, SchemeRules } from './scheme-text.tsx'

interface PublicationProps {
  about: SchemeDraftView
  next: NextVersion
  /** The first day on which it may open. */
  earliest: Day
  /** Who holds the label today. */
  holders: number
  state: FormState
}

/** What publishing does and changes, and what refuses it: read before it is done. LAB-4, LAB-52. */
export function SchemePublicationPage({ about, next, earliest, holders, state }: PublicationProps) {
  const { last, draft, faults } = about
  return (
    <DraftFrame
      about={about}
      title={titleOf(next)}
      intro={consequence(next, holders)}
      steps={[]}
      problems={state.problems}
    >
      {draft.content.isStarter && <StarterNotice />}
      <WhatIsLeft about={about} />
      {last && next.kind !== 'nothing' && (
        <section aria-labelledby="changements">
          <h2 id="changements">Ce qui change depuis la version {last.version}</h2>
          <SchemeChanges changes={next} before={last.content} after={draft.content} />
        </section>
      )}
      {faults.length === 0 && next.kind !== 'nothing' && (
        <PublicationForm {...{ about, next, earliest, holders, state }} />
      )}
      {!last && (
        <section aria-labelledby="texte">
          <h2 id="texte">Ce qui sera publié</h2>
          <SchemeRules content={draft.content} />
          <SchemeCriteria content={draft.content} />
        </section>
      )}
    </DraftFrame>
  )
}

function PublicationForm({ about, next, earliest, state }: PublicationProps) {
  const { view, scheme, draft, last } = about
  const { base } = view.network
  const field = fieldsOf(state)
  const isLater = next.kind === 'version' && last !== null
  return (
    <Form action={schemePaths.publication(base, scheme.id)}>
      <input type="hidden" name="redaction" value={String(draft.seq)} />
      {isLater ? (
        <Radios
          {...field('transition', 'at_renewal')}
          label="À qui la nouvelle version s’applique-t-elle ?"
          hint="Dans tous les cas, personne ne perd son label, et les dossiers déjà envoyés gardent leur version."
          choices={choices(transitionWords)}
        />
      ) : (
        <input type="hidden" name="transition" value={last?.transition ?? 'new_applications'} />
      )}
      {next.kind === 'version' ? (
        <DateField
          {...field('date', formatTyped(earliest))}
          label="À partir de quel jour"
          hint={
            isLater
              ? `Au plus tôt le ${formatDay(earliest)} : ce qui change se lit sur la page publique avant. Au format jj/mm/aaaa.`
              : 'Le premier jour où l’on peut demander le label. Au format jj/mm/aaaa.'
          }
        />
      ) : (
        <input type="hidden" name="date" value={formatTyped(earliest)} />
      )}
      <Actions>
        <Button>{titleOf(next)}</Button>
        <a href={schemePaths.draft(base, scheme.id)}>Revenir au projet</a>
      </Actions>
    </Form>
  )
}

function titleOf({ kind, version }: NextVersion): string {
  if (kind === 'nothing') return 'Rien n’a changé'
  return kind === 'revision'
    ? `Publier une rédaction de la version ${version}`
    : `Publier la version ${version}`
}

function consequence({ kind, version }: NextVersion, holders: number): string {
  if (kind === 'nothing') return 'Le projet dit la même chose que la version publiée.'
  if (kind === 'revision')
    return 'Seuls des mots changent : la rédaction s’applique tout de suite, et rien d’autre n’est demandé à personne.'
  if (version === 1)
    return 'Le label pourra être demandé. Ce qui est publié ne se modifie plus : il se remplace.'
  const kept =
    holders === 0
      ? 'Personne ne le porte aujourd’hui.'
      : `${plural(holders, 'titulaire garde son label', 'titulaires gardent leur label')}.`
  return `Une nouvelle version : ce qui est demandé change. ${kept}`
}

function formatTyped(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-')
  return `${dayOfMonth}/${month}/${year}`
}

/** The whole draft, as it will be asked. */
export function SchemePreviewPage({ about }: { about: SchemeDraftView }) {
  const { content } = about.draft
  return (
    <DraftFrame about={about} title="Le label, tel qu’il sera demandé" steps={[]}>
      {content.isStarter && <StarterNotice />}
      <h2>Ses règles</h2>
      <SchemeRules content={content} />
      <h2>Ce qu’il demande</h2>
      <SchemeCriteria content={content} />
    </DraftFrame>
  )
}
