import { dayOf, type Instant } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { ShownBadge, Verification } from '../../../use-cases/badges/verification.ts'
import {
  DATES,
  endorsementsTold,
  issuerTold,
  SIGNATURES,
  STATUSES,
  schemaTold,
  type Told,
  VERDICTS,
} from '../badge-wording.ts'
import { badgePaths } from '../badges.paths.ts'

interface VerifyProps {
  view: View
  verification: Verification | null
  state: FormState
}

/** A badge is given, as a file, a text or an address; each question about it has its own answer. LAB-49. */
export function VerifyPage({ view, verification, state }: VerifyProps) {
  const { values, problems } = state
  const typed = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined)
  return (
    <Frame
      view={view}
      space="public"
      title="Vérifier un badge"
      intro="Donnez un badge numérique, d’ici ou d’ailleurs : nous lisons sa signature, ses dates et son état. Rien n’est gardé."
      problems={problems}
    >
      {verification && <Answer verification={verification} />}
      <Form action={badgePaths.verify(view.network.base)} upload>
        <FileField
          name="fichier"
          label="Fichier du badge"
          hint="Image PNG ou SVG, texte .jwt ou document .json, 1 Mo au plus."
          accept=".png,.svg,.jwt,.json,.txt"
          optional
          error={problemOf(problems, 'fichier')}
        />
        <TextArea
          name="texte"
          label="Ou texte du badge"
          rows={3}
          optional
          value={typed('texte')}
          error={problemOf(problems, 'texte')}
        />
        <TextField
          name="adresse"
          label="Ou adresse du badge"
          hint="Elle commence par https://."
          type="url"
          autocomplete="off"
          optional
          value={typed('adresse')}
          error={problemOf(problems, 'adresse')}
        />
        <Actions>
          <Button>{verification ? 'Vérifier un autre badge' : 'Vérifier ce badge'}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

function Answer({ verification }: { verification: Verification }) {
  const { state, title } = VERDICTS[verification.verdict]
  const { shown, issuer } = verification
  const rows: { about: string; told: Told }[] = [
    { about: 'Signature', told: SIGNATURES[verification.signature] },
    { about: 'Forme', told: schemaTold(verification.schema) },
    { about: 'Dates', told: DATES[verification.dates] },
    { about: 'État', told: STATUSES[verification.status] },
    { about: 'Recommandations', told: endorsementsTold(verification.endorsements) },
    { about: 'Qui l’a émis', told: issuerTold(issuer) },
  ]
  return (
    <>
      <Notice state={state} title={title} live>
        {issuer.kind === 'ours' && issuer.proof && (
          <p>
            Où en est ce label : <a href={issuer.proof}>sa page de preuve</a>.
          </p>
        )}
      </Notice>
      {shown && (
        <>
          <h2>Ce que dit le badge</h2>
          {verification.signature !== 'signed' && <p>Sans signature valable, ces mots ne prouvent rien.</p>}
          <SummaryList rows={rowsOf(shown)} />
        </>
      )}
      <Table
        caption="Ce qui a été vérifié"
        columns={[
          { label: 'Question', header: true, cell: ({ about }) => about },
          { label: 'Réponse', cell: ({ told }) => <Tag state={told.look}>{told.word}</Tag> },
          { label: 'Ce que cela veut dire', cell: ({ told }) => told.sentence },
        ]}
        rows={rows}
      />
    </>
  )
}

function rowsOf(shown: ShownBadge): SummaryRow[] {
  return [
    { term: 'Nom', value: shown.name },
    { term: 'Description', value: shown.description },
    ...(shown.level ? [{ term: 'Niveau', value: shown.level }] : []),
    { term: 'Émetteur', value: shown.issuer },
    ...(shown.holder ? [{ term: 'Titulaire', value: <LongAddress of={shown.holder} /> }] : []),
    { term: 'Valable', value: datesText(shown.validFrom, shown.validUntil) },
  ]
}

/** Broken where an address may be: it has no space, and a phone is narrow. */
function LongAddress({ of }: { of: string }) {
  return (
    <>
      {of.split(/(?<=[/-])/).map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </>
  )
}

function datesText(from: Instant | null, until: Instant | null): string {
  const start = from ? `du ${formatDay(dayOf(from))}` : ''
  return until ? `${start} au ${formatDay(dayOf(until))}` : `${start}, sans date de fin`
}
