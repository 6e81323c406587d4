import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { personOf } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import type { Direction } from '../../../domain/desk/condition.ts'
import { awaitsCollector } from '../../../domain/desk/report.ts'
import type { LineAtDesk } from '../../../use-cases/desk/desk-line.ts'
import { borrowingPaths } from '../../borrowing/borrowing.paths.ts'
import { deskPaths } from '../desk.paths.ts'
import { REPORT_NAMES } from '../desk-wording.ts'
import { PhotoPairs, ReportTable } from './report-table.tsx'

interface OwnReportProps {
  view: View
  own: OwnLine
  at: LineAtDesk | null
  direction: Direction
  state: FormState
}

/** The state of things as the borrower reads and signs it, from their own account. EQP-804. */
export function OwnReportPage({ view, own, at, direction, state }: OwnReportProps) {
  const { base } = view.network
  const report = at?.reports[direction] ?? null
  return (
    <Frame
      view={view}
      space="member"
      title={REPORT_NAMES[direction]}
      intro={own.unit ? `${own.model}, ${own.unit}` : own.model}
      breadcrumb={[
        { label: 'Mes demandes', href: borrowingPaths.requests(base) },
        { label: own.unit ?? own.model, href: borrowingPaths.line(base, own.id) },
      ]}
      problems={state.problems}
    >
      {at && report && report.parts.length > 0 ? (
        <>
          <ReportTable report={report} left={direction === 'in' ? at.reports.out : null} />
          <PhotoPairs base={base} at={at} direction={direction} />
          {awaitsCollector(report) ? (
            <OwnSignature view={view} own={own} direction={direction} state={state} />
          ) : (
            <Notice state="positive" title="L’emprunteur a répondu">
              {report.frozenAt
                ? 'Les deux parties ont répondu : cet état des lieux ne change plus.'
                : 'Il manque la réponse du guichet.'}
            </Notice>
          )}
          {report.documentId && (
            <p>
              <a href={deskPaths.document(base, own.id, direction)}>Ouvrir le document (PDF)</a>
            </p>
          )}
        </>
      ) : (
        <EmptyState title="Rien à signer pour l’instant">
          Le guichet note d’abord l’état de chaque pièce, avec vous. Rechargez ensuite cette page.
        </EmptyState>
      )}
    </Frame>
  )
}

function OwnSignature({ view, own, direction, state }: Omit<OwnReportProps, 'at'>) {
  const value = (name: string, known = '') => String(state.values[name] ?? known)
  return (
    <Form action={deskPaths.ownReport(view.network.base, own.id, direction)}>
      <h2>Votre réponse</h2>
      <p>
        Vous signez depuis votre compte, au nom de {personOf(view.actor)?.name}. Votre nom et l’heure sont
        gardés avec l’état des lieux, que le guichet reçoit aussitôt. Ensuite il ne change plus.
      </p>
      <TextField name="fonction" label="Votre fonction" value={value('fonction')} optional />
      <Radios
        name="reponse"
        label="Votre réponse"
        value={value('reponse', 'signe')}
        error={problemOf(state.problems, 'reponse')}
        choices={[
          { value: 'signe', label: 'Je signe cet état des lieux' },
          { value: 'refuse', label: 'Je refuse de le signer' },
        ]}
      />
      <TextArea
        name="reserves"
        label="Réserves"
        hint="Ce qui n’est pas noté, ou noté autrement que vous ne le voyez."
        rows={2}
        value={value('reserves')}
        optional
      />
      <TextArea
        name="motif"
        label="Motif du refus"
        rows={2}
        value={value('motif')}
        error={problemOf(state.problems, 'motif')}
        optional
      />
      <Actions>
        <Button>Signer l’état des lieux</Button>
      </Actions>
    </Form>
  )
}
