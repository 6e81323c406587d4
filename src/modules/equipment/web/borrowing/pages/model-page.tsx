import { addDays, type Day } from '../../../../../kernel/day.ts'
import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { DayGrid, type DayGridRow } from '../../../../../ui/day-grid.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { capital, formatPeriod, plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { ModelPhoto } from '../../../data/catalogue/model-media.store.ts'
import type { ModelSheet } from '../../../data/catalogue/models.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { UpdateLine } from '../../../data/upkeep/updates.store.ts'
import type { Alternative } from '../../../domain/alternatives.ts'
import type { Span } from '../../../domain/availability.ts'
import { sheetPaths } from '../../catalogue/sheets.paths.ts'
import { deskText } from '../../desk-name-wording.ts'
import { SoftwareVersions } from '../../maintenance/pages/software-versions.tsx'
import { daysText } from '../../moment-wording.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { borrowingPolicy } from '../borrowing.policy.ts'
import { alternativeText, caseText } from '../catalogue-wording.ts'
import { fieldDay } from '../near-day.ts'
import type { Shelf } from '../shelf.ts'
import { HowToBorrow } from './how-to-borrow.tsx'
import { ModelPhotos } from './model-photos.tsx'

export interface ModelPageProps {
  view: View
  shelf: Shelf
  model: ModelSheet
  inventory: Inventory
  desk: string
  zone: string
  asked: { du: string; au: string; vue: string }
  /** What was asked for, and whether it can be had; null when no days were given. */
  answer: { from: Day; until: Day; free: number; instead: readonly Alternative[] } | null
  periods: readonly Span[]
  nameOf: (id: string) => string
  days: readonly Day[]
  rows: readonly DayGridRow[]
  software: readonly UpdateLine[]
  photos: readonly ModelPhoto[]
}

/** One model: when it can be had first, then its days, then what it is. EQP-103, EQP-109. */
export function ModelPage(props: ModelPageProps) {
  const { view, shelf, model, inventory, desk } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space={shelf.isPublic ? 'public' : 'member'}
      width="full"
      title={model.name}
      kicker={model.category}
      breadcrumb={[{ label: 'Matériel', href: shelf.addresses.catalogue(base) }]}
      intro={`${plural(model.units, 'exemplaire', 'exemplaires')}, à retirer et à rendre au ${deskText(desk)} (${inventory.name}).`}
    >
      <h2>Quand puis-je l’avoir ?</h2>
      {model.prerequisites && (
        <Notice state="info" title="À savoir avant de demander">
          <p>{model.prerequisites}</p>
        </Notice>
      )}
      <Answer {...props} />
      <DatesForm {...props} />
      <Calendar {...props} />
      <Sheet {...props} />
      <SoftwareVersions software={props.software} />
      {shelf.isPublic && <HowToBorrow view={view} shelf={{ inventories: [inventory] }} />}
    </Frame>
  )
}

function Answer(props: ModelPageProps) {
  const { view, model, answer, periods, zone, nameOf } = props
  const mayBorrow = !props.shelf.isPublic && opensTo(view, borrowingPolicy.borrow)
  const ask = (from: Day, until: Day) =>
    borrowingPaths.request(view.network.base, { modele: model.id, nombre: '1', du: from, au: until })
  const asks = (span: Span) => ask(dayOf(span.from, zone), dayOf(span.until, zone))
  if (!answer)
    return periods.length === 0 ? (
      <p>Aucune semaine entière n’est libre dans les deux mois. Essayez d’autres dates ci-dessous.</p>
    ) : (
      <>
        <p>Les premières semaines libres :</p>
        <LinkList
          items={periods.map((span) => ({
            label: daysText(span, zone),
            href: mayBorrow ? asks(span) : '#jours',
          }))}
        />
      </>
    )
  const { from, until, free, instead } = answer
  const dates = formatPeriod(from, until)
  if (free > 0)
    return (
      <>
        <p>
          <strong>Oui, {dates}</strong> : {plural(free, 'exemplaire est libre', 'exemplaires sont libres')}.
        </p>
        {mayBorrow && <ButtonLink href={ask(from, until)}>Emprunter ce matériel</ButtonLink>}
      </>
    )
  return (
    <>
      <p>
        <strong>Pas {dates}</strong> : tous les exemplaires sont pris. Ce qui est possible :
      </p>
      <LinkList
        items={instead.map((one) => ({
          label: alternativeText(one, zone, nameOf),
          href: !mayBorrow
            ? '#jours'
            : one.kind === 'waiting_list'
              ? ask(from, until)
              : one.kind === 'substitute'
                ? borrowingPaths.request(view.network.base, {
                    modele: one.modelId,
                    nombre: '1',
                    du: from,
                    au: until,
                  })
                : asks(one.span),
        }))}
      />
    </>
  )
}

function DatesForm({ view, shelf, model, asked }: ModelPageProps) {
  return (
    <Form action={shelf.addresses.model(view.network.base, model.id)} method="get" label="Essayer des dates">
      <div class="journal-fields">
        <DateField name="du" label="Retrait le" value={fieldDay(asked.du)} />
        <DateField name="au" label="Retour le" value={fieldDay(asked.au)} />
      </div>
      <Actions>
        <Button look="plain">Voir si c’est libre</Button>
      </Actions>
    </Form>
  )
}

function Calendar({ view, shelf, model, days, rows, asked }: ModelPageProps) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const isMonth = asked.vue === 'mois'
  const to = (debut: Day, vue: string) =>
    `${shelf.addresses.model(view.network.base, model.id, { du: asked.du, au: asked.au, vue, debut })}#jours`
  const step = days.length
  return (
    <>
      <h2 id="jours">Jour par jour</h2>
      {rows.length === 0 ? (
        <EmptyState title="Aucun exemplaire n’est encore enregistré pour ce modèle." />
      ) : (
        <DayGrid caption={capital(formatPeriod(first, last))} corner="Exemplaire" days={days} rows={rows} />
      )}
      <p>
        <a href={to(addDays(first, -step), asked.vue)}>
          {isMonth ? 'Les quatre semaines d’avant' : 'Semaine précédente'}
        </a>
        {' · '}
        <a href={to(addDays(first, step), asked.vue)}>
          {isMonth ? 'Les quatre semaines d’après' : 'Semaine suivante'}
        </a>
        {' · '}
        <a href={to(first, isMonth ? 'semaine' : 'mois')}>
          {isMonth ? 'Voir une seule semaine' : 'Voir quatre semaines'}
        </a>
      </p>
    </>
  )
}

function Sheet({ view, model, photos }: ModelPageProps) {
  const { base } = view.network
  const rows = [
    model.maker && { term: 'Fabricant', value: model.maker },
    model.accessories.length > 0 && {
      term: 'Accessoires',
      value: model.accessories.map(({ label, expected }) => `${expected} × ${label}`).join(', '),
    },
    model.software.length > 0 && { term: 'Logiciels installés', value: model.software.join(', ') },
    caseText(model) !== '' && { term: 'Malle de transport', value: caseText(model) },
    model.notices.length > 0 && {
      term: 'Notices',
      value: (
        <ul>
          {model.notices.map(({ id, title, url }) => (
            <li>
              <a href={url ?? sheetPaths.notice(base, id)}>{title}</a>
            </li>
          ))}
        </ul>
      ),
    },
  ].filter((row) => row !== false && row !== '')
  return (
    <>
      <h2>Ce que c’est</h2>
      {model.description && <p>{model.description}</p>}
      <ModelPhotos base={base} photos={photos} />
      <SummaryList rows={rows} />
      {!model.description && rows.length === 0 && <p>La fiche de ce modèle n’est pas encore remplie.</p>}
    </>
  )
}
