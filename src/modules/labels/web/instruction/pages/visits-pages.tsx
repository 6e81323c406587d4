import type { FormState } from '../../../../../platform/http/form.ts'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatHour } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Visit } from '../../../data/instruction/visits.store.ts'
import { SEEN, visitState } from '../../../domain/instruction/visit.ts'
import type { Criterion } from '../../../domain/schemes/scheme.ts'
import type { FileView } from '../file-at.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { SEEN_WORDS, VISIT_WORDS } from '../instruction-wording.ts'
import { FileFrame } from './file-frame.tsx'

interface VisitsProps {
  about: FileView
  visits: readonly Visit[]
  state: FormState
}

/** The visits of a file, and the next one to propose. LAB-13. */
export function VisitsPage({ about, visits, state }: VisitsProps) {
  const { view, file, mayAct } = about
  const { base } = view.network
  const isToCome = visits.some((visit) => ['proposed', 'confirmed'].includes(visitState(visit)))
  const isOpen = ['submitted', 'under_instruction', 'incomplete'].includes(file.state)
  return (
    <FileFrame
      about={about}
      title="Visites"
      intro="Proposez une date : le demandeur la confirme ou en demande une autre. Le compte rendu s’écrit après, avec le jour réel."
      problems={state.problems}
    >
      {visits.map((visit) => (
        <section>
          <h2>Visite du {formatDay(visit.heldOn ?? visit.plannedOn)}</h2>
          <VisitFacts
            visit={visit}
            criteria={file.version.content.criteria}
            photoPath={(id) => paths.document(base, file.id, id)}
          />
          {mayAct && ['proposed', 'confirmed'].includes(visitState(visit)) && (
            <>
              <Actions>
                <ButtonLink href={paths.visit(base, file.id, visit.id)}>Écrire le compte rendu</ButtonLink>
                <ButtonLink href={paths.visitSheet(base, file.id, visit.id)} look="plain">
                  Imprimer la grille
                </ButtonLink>
              </Actions>
              <Form action={paths.visitCancelling(base, file.id, visit.id)} label="Annuler cette visite">
                <TextField name="motif" id={`motif-${visit.id}`} label="Motif de l’annulation" />
                <Actions>
                  <Button look="plain">Annuler cette visite</Button>
                </Actions>
              </Form>
            </>
          )}
        </section>
      ))}
      {mayAct && isOpen && !isToCome && <PlanForm about={about} state={state} />}
    </FileFrame>
  )
}

export function VisitFacts({
  visit,
  criteria,
  photoPath,
}: {
  visit: Visit
  criteria: readonly Criterion[]
  photoPath: ((file: Visit['photos'][number]['fileId']) => string) | null
}) {
  const { word, state } = VISIT_WORDS[visitState(visit)]
  const titles = new Map(criteria.map(({ code, title }) => [code, title]))
  return (
    <SummaryList
      rows={[
        { term: 'Où en est-on', value: <Tag state={state}>{word}</Tag> },
        {
          term: 'Date prévue',
          value: [formatDay(visit.plannedOn), visit.plannedTime && formatHour(visit.plannedTime)]
            .filter(Boolean)
            .join(', '),
        },
        { term: 'Visiteurs', value: visit.visitors },
        { term: 'À regarder', value: visit.codes.map((code) => titles.get(code) ?? code).join(', ') },
        ...(visit.declinedReason ? [{ term: 'Demande du demandeur', value: visit.declinedReason }] : []),
        ...(visit.cancelledReason ? [{ term: 'Annulée', value: visit.cancelledReason }] : []),
        ...(visit.heldOn
          ? [
              { term: 'A eu lieu le', value: formatDay(visit.heldOn) },
              { term: 'Compte rendu', value: visit.report },
            ]
          : []),
        ...Object.entries(visit.findings).map(([code, { seen, note }]) => ({
          term: titles.get(code) ?? code,
          value: [SEEN_WORDS[seen], note].filter(Boolean).join(' : '),
        })),
        ...(photoPath
          ? visit.photos.map(({ fileId, caption }) => ({
              term: 'Photo',
              value: <a href={photoPath(fileId)}>{caption}</a>,
            }))
          : []),
        ...(visit.reply ? [{ term: 'Réponse du demandeur', value: visit.reply }] : []),
      ]}
    />
  )
}

function PlanForm({ about, state }: Pick<VisitsProps, 'about' | 'state'>) {
  const { view, file } = about
  const typed = (name: string) => String(state.values[name] ?? '')
  const wrong = (name: string) => problemOf(state.problems, name)
  const asksVisit = file.criteria.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'visit'))
  return (
    <section>
      <h2>Proposer une visite</h2>
      <Form action={paths.of(view.network.base, file.id, 'visites')}>
        <DateField name="date" label="Date proposée" value={typed('date')} error={wrong('date')} />
        <TextField
          name="heure"
          label="Heure"
          hint="Par exemple 14:30"
          width="short"
          value={typed('heure')}
          error={wrong('heure')}
          optional
        />
        <TextField
          name="visiteurs"
          label="Qui vient"
          hint="Noms et qualités, que le demandeur lira."
          value={typed('visiteurs')}
          error={wrong('visiteurs')}
        />
        <Checkboxes
          name="criteres"
          label="Ce que la visite regarde"
          choices={file.criteria.map(({ code, title }) => ({ value: code, label: title }))}
          values={state.values.criteres ? [state.values.criteres].flat() : asksVisit.map(({ code }) => code)}
          error={wrong('criteres')}
        />
        <Actions>
          <Button>Proposer cette visite</Button>
        </Actions>
      </Form>
    </section>
  )
}

interface ReportProps {
  about: FileView
  visit: Visit
  criteria: readonly Criterion[]
  state: FormState
}

/** Typed that evening or later, from paper: the day is the real one. LAB-13. */
export function ReportPage({ about, visit, criteria, state }: ReportProps) {
  const { view, file } = about
  const { base } = view.network
  const typed = (name: string, otherwise = '') => String(state.values[name] ?? otherwise)
  const wrong = (name: string) => problemOf(state.problems, name)
  return (
    <FileFrame
      about={about}
      title="Compte rendu de visite"
      intro="Le demandeur lira ce compte rendu et pourra y répondre."
      problems={state.problems}
      act={{ label: 'Imprimer la grille', href: paths.visitSheet(base, file.id, visit.id) }}
    >
      <Form action={paths.visit(base, file.id, visit.id)} upload>
        <DateField
          name="date"
          label="Jour où la visite a eu lieu"
          value={typed('date', visit.plannedOn.split('-').toReversed().join('/'))}
          error={wrong('date')}
        />
        {criteria.map(({ code, title }) => (
          <FieldGroup legend={title}>
            <Radios
              name={`vu-${code}`}
              label="Sur place"
              choices={SEEN.map((value) => ({ value, label: SEEN_WORDS[value] }))}
              value={typed(`vu-${code}`)}
              optional
            />
            <TextField
              name={`note-${code}`}
              label="Remarque"
              value={typed(`note-${code}`)}
              error={wrong(`note-${code}`)}
              optional
            />
          </FieldGroup>
        ))}
        <TextArea
          name="rapport"
          label="Ce que la visite montre"
          rows={6}
          value={typed('rapport')}
          error={wrong('rapport')}
        />
        <FileField
          name="photos"
          label="Photos"
          hint="PNG ou JPEG, 25 Mo au plus chacune, dix au plus."
          accept=".png,.jpg,.jpeg"
          multiple
          error={wrong('photos')}
          optional
        />
        <Checkbox
          name="accord"
          label="Les personnes reconnaissables sur ces photos ont donné leur accord, ou il n’y en a pas."
          checked={state.values.accord === 'oui'}
          error={wrong('accord')}
        />
        <Actions>
          <Button>Enregistrer le compte rendu</Button>
          <a href={paths.of(base, file.id, 'visites')}>Annuler</a>
        </Actions>
      </Form>
    </FileFrame>
  )
}

/** To be printed and filled in by hand, where there is no network. LAB-13. */
export function VisitSheetPage({ about, visit, criteria }: Omit<ReportProps, 'state'>) {
  const { file } = about
  return (
    <FileFrame
      about={about}
      title={`Grille de visite, ${file.holderName}`}
      intro={`${file.version.scheme.name}. Visite prévue le ${formatDay(visit.plannedOn)}${visit.plannedTime ? `, ${formatHour(visit.plannedTime)}` : ''}. Visiteurs : ${visit.visitors}.`}
    >
      <p>Date réelle de la visite : ……… / ……… / …………… Personne rencontrée : ……………………………………</p>
      {criteria.map(({ title, help }) => (
        <section>
          <h2>{title}</h2>
          {help && <p>{help}</p>}
          <p>☐ Constaté ☐ Constaté en partie ☐ Non constaté</p>
          <p>Remarque : …………………………………………………………………………………………</p>
        </section>
      ))}
      <p>☐ Les personnes photographiées ont donné leur accord.</p>
      <p>Ce que la visite montre : ……………………………………………………………………………………</p>
    </FileFrame>
  )
}
