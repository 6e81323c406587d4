import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import type { LabelCount, ServiceCount } from '../../../data/search/places.counts.ts'
import { services } from '../../../domain/vocabulary.ts'
import { orientationPaths } from '../../orientation/orientation.paths.ts'
import { paths } from '../../paths.ts'

interface HomeProps {
  view: View
  total: number
  byService: readonly ServiceCount[]
  byLabel: readonly LabelCount[]
}

export const SEARCH_LABEL = 'Une commune, un code postal, un besoin ou le nom d’un lieu'

export function HomePage({ view, total, byService, byLabel }: HomeProps) {
  const { base, name, headName } = view.network
  return (
    <Frame
      view={view}
      title="Accueil"
      heading="De l’aide avec le numérique, près de chez vous"
      intro={
        'Un papier à remplir, un téléphone à apprivoiser ? Des personnes vous aident, près de chez vous.'
      }
      width="full"
    >
      <SearchForm
        action={paths.places(base)}
        label={SEARCH_LABEL}
        hint={'Par exemple : 50100, Cherbourg, carte grise, médiathèque.'}
        button="Trouver un lieu"
      />
      {total === 0 ? (
        <NothingYet />
      ) : (
        <Ways base={base} total={total} byService={byService} byLabel={byLabel} />
      )}
      <h2>Qui vous accueille</h2>
      <p>
        {name} réunit {total > 1 ? `${plural(total, 'lieu', 'lieux')}, publics ou associatifs,` : 'des lieux'}{' '}
        où l’on vous aide avec le numérique. Animateur du réseau : {headName}.
      </p>
    </Frame>
  )
}

function Ways({ base, total, byService, byLabel }: Omit<HomeProps, 'view'> & { base: string }) {
  const counts = new Map(byService.map(({ service, count }) => [service, count]))
  const offered = services.filter(({ code }) => counts.has(code))
  return (
    <>
      <h2>Je voudrais…</h2>
      <LinkList
        items={offered.map(({ code, plain, standard }) => ({
          label: plain,
          href: paths.places(base, { services: [code] }),
          hint: (
            <>
              {plural(counts.get(code) ?? 0, 'lieu', 'lieux')} · {standard}
            </>
          ),
        }))}
      />
      <h2>Tous les lieux</h2>
      <p>
        <ButtonLink href={paths.map(base)} look="plain" icon="map">
          Voir {plural(total, 'lieu', 'lieux')} sur la carte
        </ButtonLink>
      </p>
      <p>
        <a href={paths.places(base)}>Voir la liste de tous les lieux</a>
      </p>
      <p>
        <a href={orientationPaths.start(base)}>Orienter quelqu’un : quatre questions, une fiche à imprimer</a>
      </p>
      {byLabel.length > 0 && <LabelLinks base={base} labels={byLabel} />}
    </>
  )
}

function LabelLinks({ base, labels }: { base: string; labels: readonly LabelCount[] }) {
  return (
    <>
      <h2>Les lieux labellisés</h2>
      <p>Un label dit que le réseau a vérifié ce que le lieu propose.</p>
      <ul>
        {labels.map(({ code, name, count }) => (
          <li>
            <a href={paths.places(base, { labels: [code] })}>{name}</a> ({plural(count, 'lieu', 'lieux')})
          </li>
        ))}
      </ul>
    </>
  )
}

function NothingYet() {
  return (
    <EmptyState title="Les lieux du réseau arrivent bientôt.">
      <p>Aucun n’est encore publié. Revenez dans quelques jours.</p>
    </EmptyState>
  )
}
