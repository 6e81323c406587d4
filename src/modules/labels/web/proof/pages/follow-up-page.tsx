import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { type Column, Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { type Agreement, agreementPaths } from '../../../../agreements/index.ts'
import { periodText, placePath } from '../../../../places/index.ts'
import type { OwedInformation } from '../../../use-cases/proof/information-owed.ts'
import type { MovedPlace } from '../../../use-cases/proof/moved-places.ts'
import { homePaths } from '../../home/home.paths.ts'
import { lastOverdueText } from '../information-wording.ts'
import { proofPaths } from '../proof.paths.ts'

type Carrier = Pick<Agreement, 'id' | 'reference' | 'partner'>

interface FollowUpProps {
  view: View
  owed: readonly OwedInformation[]
  moved: readonly MovedPlace[]
  /** The agreements that carry what is overdue. */
  carriers: readonly Carrier[]
  mayAct: boolean
  problem: string | null
}

/** What the head looks at on the first of July: who owes what, and what moved. LAB-32, LAB-37. */
export function FollowUpPage({ view, owed, moved, carriers, mayAct, problem }: FollowUpProps) {
  const { base } = view.network
  const overdue = owed.filter(({ duties }) => duties.some(({ status }) => status === 'overdue'))
  const due = owed.filter((one) => !overdue.includes(one) && one.duties.at(-1)?.status === 'due')
  return (
    <Frame
      view={view}
      space="member"
      title="Suivi des labels"
      intro="Chaque lieu labellisé dit une fois par semestre que sa fiche est juste. Aucun label ne tombe de lui-même."
      breadcrumb={[{ label: 'Labels', href: homePaths.home(base) }]}
    >
      {problem && (
        <Notice state="warning" title="Rien n’a été enregistré.">
          <p>{problem}</p>
        </Notice>
      )}
      <h2>Informations en retard</h2>
      {overdue.length === 0 ? (
        <EmptyState title="Aucun lieu labellisé ne doit ses informations.">
          <p>{`${plural(due.length, 'lieu a', 'lieux ont')} encore jusqu’à la fin du semestre.`}</p>
        </EmptyState>
      ) : (
        [...Map.groupBy(overdue, ({ agreementId }) => agreementId)].map(([agreement, lines]) => (
          <OverdueUnder
            view={view}
            carrier={carriers.find(({ id }) => id === agreement) ?? null}
            lines={lines}
            mayAct={mayAct}
          />
        ))
      )}
      {due.length > 0 && <Due base={base} lines={due} />}
      {moved.length > 0 && <Moved base={base} moved={moved} mayAct={mayAct} />}
    </Frame>
  )
}

const place = (base: string): Column<OwedInformation> => ({
  label: 'Lieu',
  header: true,
  cell: (line) => (
    <>
      <a href={placePath(base, line.place.slug)}>{line.place.name}</a>
      {line.place.commune && `, ${line.place.commune}`}
    </>
  ),
})

const lastSaid: Column<OwedInformation> = {
  label: 'Dernière information',
  cell: ({ lastSaidOn }) => (lastSaidOn ? <DayText day={lastSaidOn} /> : 'Aucune depuis le label'),
}

interface OverdueProps {
  view: View
  carrier: Carrier | null
  lines: readonly OwedInformation[]
  mayAct: boolean
}

function OverdueUnder({ view, carrier, lines, mayAct }: OverdueProps) {
  const { base } = view.network
  return (
    <section>
      <Table
        caption={
          carrier ? (
            <>
              <a href={agreementPaths.duties(base, carrier.id)}>{carrier.reference}</a>,{' '}
              {carrier.partner.name}
            </>
          ) : (
            'Sans convention'
          )
        }
        columns={[
          place(base),
          { label: 'Label', cell: ({ labels }) => labels.join(', ') },
          {
            label: 'Attendu',
            cell: (line) => (
              <>
                <Tag state="warning">En retard</Tag> {lastOverdueText(line)}
              </>
            ),
          },
          lastSaid,
        ]}
        rows={lines}
      />
      {carrier && mayAct && (
        <Form action={proofPaths.notice(base, carrier.id)}>
          <p>
            La convention ne prévoit pour cela que la mise en demeure. La lettre citera ces lieux et ces
            périodes ; vous la relirez avant de l’envoyer.
          </p>
          <Button look="plain">Préparer une mise en demeure</Button>
        </Form>
      )}
    </section>
  )
}

function Due({ base, lines }: { base: string; lines: readonly OwedInformation[] }) {
  const period = lines[0]?.duties.at(-1)?.period
  return (
    <section>
      <h2>Encore attendues{period ? `, ${periodText(period)}` : ''}</h2>
      <Table
        caption={plural(lines.length, 'lieu', 'lieux')}
        columns={[place(base), { label: 'Label', cell: ({ labels }) => labels.join(', ') }, lastSaid]}
        rows={lines}
      />
    </section>
  )
}

function Moved({ base, moved, mayAct }: { base: string; moved: readonly MovedPlace[]; mayAct: boolean }) {
  return (
    <section>
      <h2>Lieux qui ont changé de commune</h2>
      <p>Leur label est toujours porté. Dites s’il suit le lieu, ou décidez d’y mettre fin.</p>
      <Table
        caption={plural(moved.length, 'label', 'labels')}
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ award, holder }) => <a href={proofPaths.proof(base, award.slug)}>{holder.name}</a>,
          },
          { label: 'Label', cell: ({ award }) => award.scheme.name },
          { label: 'Attribué à', cell: ({ before }) => before },
          { label: 'Aujourd’hui à', cell: ({ holder }) => holder.commune },
          ...(mayAct
            ? [
                {
                  label: 'Acte',
                  silent: true,
                  cell: ({ award }: MovedPlace) => (
                    <Form action={proofPaths.address(base, award.id)}>
                      <Button look="plain">Le label suit ce lieu</Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
        rows={moved}
      />
    </section>
  )
}
