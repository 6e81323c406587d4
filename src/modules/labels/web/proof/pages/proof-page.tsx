import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { placePath } from '../../../../places/index.ts'
import type { Proof } from '../../../use-cases/proof/proof-of.ts'
import { badgePaths } from '../../badges/badges.paths.ts'
import { schemePaths } from '../../schemes/scheme.paths.ts'
import { proofPaths } from '../proof.paths.ts'
import { levelText, partSentence, STATUS_LOOKS, STATUS_WORDS, standingSentence } from '../proof-wording.ts'

interface ProofProps {
  view: View
  proof: Proof
  /** The address of this page, as it is printed beside a QR code. */
  address: string
}

/** What a resident who scans a plaque reads: is this label borne today, by whom, and who says so. LAB-38. */
export function ProofPage({ view, proof, address }: ProofProps) {
  const { award, holder, standing } = proof
  const { base } = view.network
  return (
    <Frame
      view={view}
      title={`${award.scheme.name}, ${holder.name}`}
      heading={holder.name}
      kicker={`Label ${award.scheme.name}`}
      breadcrumb={[
        { label: 'Accueil', href: `${base}/` },
        { label: 'Labels', href: proofPaths.register(base) },
      ]}
      intro={
        <>
          <Tag state={STATUS_LOOKS[standing.status]}>{STATUS_WORDS[standing.status]}</Tag>{' '}
          {standingSentence(standing)}
        </>
      }
      head={<link rel="alternate" type="application/ld+json" href={proofPaths.jsonLd(base, award.slug)} />}
    >
      <SummaryList rows={rowsOf(view, proof)} />
      <Story proof={proof} today={view.today} />
      <Check view={view} proof={proof} address={address} />
    </Frame>
  )
}

function rowsOf(view: View, { award, holder, standing, bond, version, checkedOn }: Proof): SummaryRow[] {
  const { base, headName } = view.network
  const grading = version?.content.grading
  const level = standing.status === 'not_yet' ? null : standing.level
  return [
    { term: 'Titulaire', value: <HolderName base={base} holder={holder} /> },
    { term: 'Label', value: award.scheme.name },
    ...(level === null
      ? []
      : [{ term: 'Niveau', value: levelText(level, grading?.kind === 'levels' ? grading.unit : '') }]),
    { term: 'Numéro', value: award.number },
    ...(award.edition ? [{ term: 'Campagne', value: award.edition.name }] : []),
    { term: 'Attribué par', value: headName },
    ...(bond
      ? [
          {
            term: 'Convention',
            value: `${bond.body} est liée par la convention ${bond.reference}, en vigueur.`,
          },
        ]
      : []),
    {
      term: 'Critères',
      value: (
        <a href={schemePaths.criteriaOf(base, award.scheme.code, version?.version)}>
          {version
            ? `Ce que demande ce label, version ${version.version} du ${formatDay(version.inForceFrom)}`
            : 'Ce que demande ce label'}
        </a>
      ),
    },
    ...(checkedOn
      ? [{ term: 'Informations du lieu', value: <Checked on={checkedOn} today={view.today} /> }]
      : []),
  ]
}

function Checked({ on, today }: { on: Day; today: Day }) {
  return (
    <>
      Vérifiées le <DayText day={on} today={today} />.
    </>
  )
}

function HolderName({ base, holder }: { base: string; holder: Proof['holder'] }) {
  return (
    <>
      {holder.slug ? <a href={placePath(base, holder.slug)}>{holder.name}</a> : holder.name}
      {holder.commune && `, ${holder.commune}`}
    </>
  )
}

/** What was, in order; what was said by mistake stays said to have been. */
function Story({ proof: { award, gaps }, today }: { proof: Proof; today: Day }) {
  if (award.course.length < 2 && gaps.length === 0) return null
  return (
    <section aria-labelledby="histoire">
      <h2 id="histoire">Son histoire</h2>
      <ul>
        {award.course.map((part) => (
          <li>{partSentence(part, today)}</li>
        ))}
        {gaps.map(({ status, from, through }) => (
          <li>
            {`Du ${formatDay(from)} au ${formatDay(through)}, cette page disait : « ${STATUS_WORDS[status].toLowerCase()} ». Cet acte a été remplacé et ne compte plus.`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Check({ view, proof, address }: ProofProps) {
  return (
    <section aria-labelledby="verifier">
      <h2 id="verifier">Comment vérifier</h2>
      <p>
        L’adresse de cette page est <strong>{address}</strong>. Comparez-la avec celle qui est écrite à côté
        du code imprimé : une plaque qui mène ailleurs n’est pas une preuve.
      </p>
      <p>
        Cette page dit ce qui est vrai le <DayText day={view.today} />. Elle répond toujours, même quand un
        label n’est plus porté.
      </p>
      <p>
        {proof.standing.status !== 'not_yet' && (
          <>
            <a href={badgePaths.current(view.network.base, proof.award.slug)}>
              Le badge numérique de ce label
            </a>
            , signé et vérifiable.{' '}
          </>
        )}
        <a href={proofPaths.jsonLd(view.network.base, proof.award.slug)}>Les mêmes faits pour un programme</a>
        .
      </p>
    </section>
  )
}
