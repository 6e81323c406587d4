import { addDays, type Day } from '../../../../../kernel/day.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { AuthorityAct } from '../../../domain/authority.ts'
import { type OfficeHolder, officeMoment } from '../../../domain/offices.ts'
import type { Party } from '../../../domain/terms.ts'
import type { PeopleAndPapers } from '../../../use-cases/offices/people-and-papers.ts'
import { decisionPaths } from '../../decisions/decision.paths.ts'
import { partyName } from '../../parties.ts'
import { officePaths } from '../offices.paths.ts'
import { authorityName, officeWords } from '../offices-wording.ts'
import { MissingPapersNotices } from './missing-papers.tsx'
import { OfficesFrame } from './offices-frame.tsx'

interface PeopleProps {
  view: View
  agreement: Agreement
  people: PeopleAndPapers
}

/** Each party's people and papers, those of before included; one keeps one's own side. */
export function PeoplePage({ view, agreement, people }: PeopleProps) {
  return (
    <OfficesFrame
      view={view}
      agreement={agreement}
      title="Interlocuteurs"
      intro="Qui représente, qui signe et qui répond pour chaque partie, et par quel acte. Chaque partie tient son côté à jour."
    >
      <MissingPapersNotices view={view} agreement={agreement} people={people} />
      {agreement.terms.parties.map((party) => (
        <Side view={view} agreement={agreement} people={people} party={party} />
      ))}
      <Links view={view} agreement={agreement} people={people} />
    </OfficesFrame>
  )
}

type SideProps = PeopleProps & { party: Party }

function Side({ view, agreement, people, party }: SideProps) {
  const { base, headName } = view.network
  const name = partyName(agreement, party, headName)
  const isKept = people.kept.includes(party)
  const holders = people.holders.filter((one) => one.party === party)
  return (
    <section aria-labelledby={`cote-${party}`}>
      <h2 id={`cote-${party}`}>{name}</h2>
      <Holders view={view} agreement={agreement} holders={holders} isKept={isKept} name={name} />
      {isKept && (
        <p>
          <ButtonLink look="plain" href={officePaths.newOffice(base, agreement.id, party)}>
            Ajouter un interlocuteur
          </ButtonLink>
        </p>
      )}
      <Papers view={view} agreement={agreement} people={people} party={party} />
    </section>
  )
}

interface HoldersProps {
  view: View
  agreement: Agreement
  holders: readonly OfficeHolder[]
  isKept: boolean
  name: string
}

function Holders({ view, agreement, holders, isKept, name }: HoldersProps) {
  const { base } = view.network
  if (holders.length === 0) {
    return (
      <p>
        Personne n’est encore nommé. Sans référent, les rappels partent à tous les gestionnaires de cette
        partie.
      </p>
    )
  }
  return (
    <Table
      caption={`Interlocuteurs de ${name}`}
      silentCaption
      columns={[
        {
          label: 'Nom',
          header: true,
          cell: (one) => (
            <>
              {one.name}
              <br />
              <span class="muted">{one.title}</span>
            </>
          ),
        },
        { label: 'Fonction', cell: ({ office }) => officeWords[office].one },
        {
          label: 'Contact',
          cell: ({ email, phone }) => (
            <>
              {email && <a href={`mailto:${email}`}>{email}</a>}
              {email && phone && <br />}
              {phone}
            </>
          ),
        },
        { label: 'Dates', cell: (one) => <Dates from={one.from} until={one.until} today={view.today} /> },
        ...(isKept
          ? [
              {
                label: 'Fin',
                silent: true,
                cell: ({ id, until, name: holder }: OfficeHolder) =>
                  until === null && (
                    <a href={officePaths.officeEnd(base, agreement.id, id)}>
                      Enregistrer la fin<span class="visually-hidden"> de la fonction de {holder}</span>
                    </a>
                  ),
              },
            ]
          : []),
      ]}
      rows={holders}
    />
  )
}

function Dates({ from, until, today }: { from: Day; until: Day | null; today: Day }) {
  const moment = officeMoment({ from, until }, today)
  return (
    <>
      {moment === 'over' && <Tag state="neutral">Terminé</Tag>}
      {moment === 'to-come' && <Tag state="info">À venir</Tag>}
      {moment === 'current' && <Tag state="positive">En fonction</Tag>}{' '}
      {until ? `du ${formatDay(from)} au ${formatDay(addDays(until, -1))}` : `depuis le ${formatDay(from)}`}
    </>
  )
}

function Papers({ view, agreement, people, party }: SideProps) {
  const { base } = view.network
  const acts = people.authority.filter((act) => act.party === party)
  const isKept = people.kept.includes(party)
  return (
    <>
      <h3>Actes d’autorité</h3>
      {acts.length === 0 && <p>Aucune délibération, décision ou délégation de signature n’est jointe.</p>}
      <ul>
        {acts.map((act) => (
          <li>
            {authorityName(act)}
            {act.scope && ` : ${act.scope}`}. <Validity act={act} />{' '}
            {act.file && <a href={officePaths.authorityDocument(base, agreement.id, act.id)}>Lire l’acte</a>}
            {act.decision && (
              <a href={decisionPaths.decision(base, act.decision)}>Lire la décision publiée</a>
            )}
            {isKept && !act.isSetAside && (
              <>
                {' '}
                <a href={officePaths.authorityAside(base, agreement.id, act.id)}>Mettre de côté</a>
              </>
            )}
          </li>
        ))}
      </ul>
      {isKept && (
        <p>
          <ButtonLink look="plain" href={officePaths.newAuthority(base, agreement.id, party)}>
            Joindre un acte d’autorité
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function Validity({ act: { from, until, isSetAside } }: { act: AuthorityAct }) {
  if (isSetAside) return <Tag state="neutral">Mis de côté</Tag>
  const said = [
    from && `à partir du ${formatDay(from)}`,
    until && `jusqu’au ${formatDay(addDays(until, -1))} inclus`,
  ].filter(Boolean)
  return said.length > 0 && `Valable ${said.join(', ')}.`
}

function Links({ view, agreement, people }: PeopleProps) {
  const { base, headName } = view.network
  return (
    <section aria-labelledby="doubles-fonctions">
      <h2 id="doubles-fonctions">Doubles fonctions</h2>
      <p>
        Quand une même personne agit pour une partie et siège dans une instance liée à la convention, les deux
        parties le savent, et les jurys le voient.
      </p>
      {people.links.length === 0 && <p>Aucune double fonction n’est déclarée.</p>}
      {people.links.map((link) => (
        <Notice
          state={officeMoment(link, view.today) === 'current' ? 'warning' : 'info'}
          title={`${link.name} : ${link.role}, ${link.body}`}
        >
          <p>
            Pour {partyName(agreement, link.party, headName)} : {link.office}.{' '}
            <Dates from={link.from} until={link.until} today={view.today} />
          </p>
          {link.measure && <p>Ce qui est décidé : {link.measure}</p>}
          {link.until === null && people.kept.includes(link.party) && (
            <p>
              <a href={officePaths.linkEnd(base, agreement.id, link.id)}>Enregistrer la fin</a>
            </p>
          )}
        </Notice>
      ))}
      {people.kept.map((party) => (
        <p>
          <ButtonLink look="plain" href={officePaths.newLink(base, agreement.id, party)}>
            Déclarer une double fonction pour {partyName(agreement, party, headName)}
          </ButtonLink>
        </p>
      ))}
    </section>
  )
}
