import { Frame } from '../../../../../platform/http/frame.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Edition } from '../../../data/schemes/editions.store.ts'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import { editionStanding } from '../../../domain/schemes/edition.ts'
import { juryPaths } from '../../jury/jury.paths.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeView } from '../scheme-of.ts'
import { transitionWords } from '../scheme-wording.ts'
import { labelSteps } from './scheme-frame.tsx'
import { SchemeRules } from './scheme-text.tsx'

interface SchemeProps {
  about: SchemeView
  editions: readonly Edition[]
  /** Holders judged on an older version than the last one published. */
  older: number
}

/** One label: what applies, its versions, its campaigns, what is being written. */
export function SchemePage({ about, editions, older }: SchemeProps) {
  const { view, scheme, versions, draft, mayWrite } = about
  const { base } = view.network
  const current = versions.find(({ inForceFrom }) => inForceFrom <= view.today) ?? versions[0]
  return (
    <Frame
      view={view}
      space="member"
      title={scheme.name}
      {...(scheme.description && { intro: scheme.description })}
      breadcrumb={labelSteps(base)}
      {...(draft && { act: { label: 'Continuer le projet', href: schemePaths.draft(base, scheme.id) } })}
    >
      {versions.length === 0 && (
        <Notice state="info" title="Ce label n’est pas encore publié.">
          <p>Personne ne peut le demander avant que sa première version le soit.</p>
        </Notice>
      )}
      {current && (
        <>
          <h2>Ce qui s’applique</h2>
          <SchemeRules content={current.content} />
          <p>
            <a href={schemePaths.criteriaOf(base, scheme.code)}>La page publique du label</a>
          </p>
        </>
      )}
      {older > 0 && (
        <p>
          <a href={schemePaths.holders(base, scheme.id)}>
            {plural(older, 'titulaire jugé', 'titulaires jugés')} sur une version plus ancienne
          </a>{' '}
          : ce qui leur manquerait, sans que leur label soit en cause.
        </p>
      )}
      <Versions about={about} />
      {(editions.length > 0 || current?.content.cadence === 'campaign') && (
        <Editions about={about} editions={editions} />
      )}
      {mayWrite && (
        <div class="actions">
          {!draft && (
            <form method="post" action={schemePaths.version(base, scheme.id)}>
              <Button look="plain">
                {versions.length > 0 ? 'Préparer la version suivante' : 'Écrire le label'}
              </Button>
            </form>
          )}
          <ButtonLink href={schemePaths.name(base, scheme.id)} look="quiet">
            Changer le nom ou la présentation
          </ButtonLink>
        </div>
      )}
    </Frame>
  )
}

function Versions({ about: { view, scheme, versions } }: { about: SchemeView }) {
  const { base } = view.network
  if (versions.length === 0) return null
  return (
    <>
      <h2>Les versions publiées</h2>
      <Table
        caption="Versions, la dernière d’abord"
        silentCaption
        columns={[
          {
            label: 'Version',
            header: true,
            cell: ({ version, revision }: SchemeVersion) => (
              <a href={schemePaths.text(base, scheme.id, version, revision)}>
                {revision === 1 ? `Version ${version}` : `Version ${version}, rédaction ${revision}`}
              </a>
            ),
          },
          {
            label: 'À partir du',
            cell: ({ inForceFrom }) => (
              <>
                <DayText day={inForceFrom} /> {inForceFrom > view.today && <Tag state="info">À venir</Tag>}
              </>
            ),
          },
          {
            label: 'S’applique',
            cell: ({ version, transition }) =>
              version === 1 ? 'À toutes les candidatures' : transitionWords[transition],
          },
        ]}
        rows={versions}
      />
    </>
  )
}

function Editions({ about, editions }: Pick<SchemeProps, 'about' | 'editions'>) {
  const { view, scheme, mayWrite, versions } = about
  const { base } = view.network
  const isJudged = versions[0]?.content.route === 'jury'
  return (
    <>
      <h2>Les campagnes</h2>
      <Table
        caption="Campagnes, la dernière d’abord"
        silentCaption
        columns={[
          {
            label: 'Campagne',
            header: true,
            cell: ({ id, name }: Edition) =>
              isJudged && mayWrite ? <a href={juryPaths.campaign(base, id)}>{name}</a> : name,
          },
          { label: 'Ouvre le', cell: ({ opensOn }) => <DayText day={opensOn} /> },
          {
            label: 'Se termine le',
            cell: ({ closesOn }) => (
              <>
                <DayText day={closesOn} /> à 23 h 59
              </>
            ),
          },
          { label: 'État', cell: (edition) => <EditionTag edition={edition} today={view.today} /> },
          ...(mayWrite
            ? [
                {
                  label: 'Prolonger',
                  silent: true,
                  cell: ({ id, name, publishedAt }: Edition) =>
                    publishedAt === null && (
                      <a href={schemePaths.extension(base, scheme.id, id)}>
                        Prolonger<span class="visually-hidden"> la campagne {name}</span>
                      </a>
                    ),
                },
              ]
            : []),
        ]}
        rows={editions}
        empty={
          <EmptyState title="Aucune campagne n’est ouverte.">
            <p>Le label se demande pendant une campagne : ouvrez celle de l’année.</p>
          </EmptyState>
        }
      />
      {mayWrite && (
        <ButtonLink href={schemePaths.newEdition(base, scheme.id)} look="plain">
          Ouvrir une campagne
        </ButtonLink>
      )}
    </>
  )
}

export function EditionTag({ edition, today }: { edition: Edition; today: SchemeView['view']['today'] }) {
  if (edition.publishedAt) return <Tag state="positive">Résultats publiés</Tag>
  const standing = editionStanding(edition, today)
  if (standing === 'to_come') return <Tag state="info">À venir</Tag>
  return standing === 'open' ? <Tag state="positive">Ouverte</Tag> : <Tag state="neutral">Close</Tag>
}
