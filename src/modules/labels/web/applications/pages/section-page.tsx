import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import type { LibraryProof } from '../../../data/applications/proofs.store.ts'
import type { Section } from '../../../domain/applications/completion.ts'
import type { ApplicationFile } from '../../../use-cases/applications/application-file.ts'
import type { Conflict } from '../../../use-cases/applications/save-section.ts'
import { answerText } from '../application-wording.ts'
import { applicationPaths as paths } from '../applications.paths.ts'
import { FILE_SIZES } from '../proof-wording.ts'
import { CriterionFields } from './criterion-fields.tsx'

export interface SectionProps {
  view: View
  file: ApplicationFile
  section: Section
  library: readonly LibraryProof[]
  /** The initiatives one may choose, and those chosen. */
  titles: ReadonlyMap<string, string>
  state: FormState
  /** What was wrong did not keep the rest from being saved. */
  isKept: boolean
  conflict: (Conflict & { byName: string }) | null
}

/** One group of criteria: answered, proved, saved at once. LAB-6, LAB-9. */
export function SectionPage(props: SectionProps) {
  const { view, file, section, state, isKept, conflict } = props
  const { base } = view.network
  const { application, version, sections, writings } = file
  const place = sections.findIndex(({ rank }) => rank === section.rank) + 1
  const name = section.name || 'Votre dossier'
  const hasCopies = section.criteria.some(({ gaps }) => gaps.some(({ kind }) => kind === 'to_confirm'))
  return (
    <Frame
      view={view}
      space="member"
      title={name}
      kicker={`${version.scheme.name}, ${file.holderName} : rubrique ${place} sur ${sections.length}`}
      intro={
        section.missing === 0
          ? 'Rien ne manque dans cette rubrique. Vous pouvez encore changer vos réponses.'
          : `Il manque ${plural(section.missing, 'point', 'points')} dans cette rubrique. Enregistrez même si tout n’est pas prêt : rien ne se perd.`
      }
      breadcrumb={[
        { label: 'Candidatures', href: paths.list(base) },
        { label: version.scheme.name, href: paths.one(base, application.id) },
      ]}
      problems={state.problems}
    >
      {isKept && (
        <Notice
          state="info"
          title="Le reste de la rubrique est enregistré. Seuls les points ci-dessus ne le sont pas."
          live
        />
      )}
      {conflict && <ConflictNotice conflict={conflict} file={file} titles={props.titles} />}
      <div {...FILE_SIZES}>
        <Form action={paths.section(base, application.id, section.rank)} upload>
          <input type="hidden" name="vu" value={String(writings.get(section.name)?.seq ?? 0)} />
          {section.criteria.map((asked) => (
            <CriterionFields asked={asked} {...props} />
          ))}
          {hasCopies && (
            <Checkbox
              name="relu"
              label="J’ai relu les réponses reprises de l’an dernier : elles sont toujours exactes"
              hint="Sinon, changez celles qui ne le sont plus ; les autres resteront à confirmer."
            />
          )}
          <Actions>
            <Button name="suite" value="suivante">
              Enregistrer et continuer
            </Button>
            <Button name="suite" value="liste" look="plain">
              Enregistrer et revenir au dossier
            </Button>
            <a href={paths.one(base, application.id)}>Revenir sans enregistrer</a>
          </Actions>
        </Form>
      </div>
    </Frame>
  )
}

/** Both answers, side by side: the one kept by somebody else, the one still in the field. LAB-53. */
function ConflictNotice({
  conflict,
  file,
  titles,
}: Required<Pick<SectionProps, 'file' | 'titles'>> & { conflict: NonNullable<SectionProps['conflict']> }) {
  const { by, byName, theirs } = conflict
  return (
    <Notice
      state="warning"
      title={`${byName || 'Quelqu’un'} a enregistré cette rubrique entre-temps, le ${formatMoment(by.changedAt)}.`}
      live
    >
      <p>Vos réponses sont encore dans les champs, mais ne sont pas enregistrées. Voici ce qui l’est :</p>
      <ul>
        {theirs.map(({ code, value }) => {
          const criterion = file.version.content.criteria.find((one) => one.code === code)
          return (
            criterion && (
              <li>
                {criterion.title} : <strong>{answerText(criterion, value, titles)}</strong>
              </li>
            )
          )
        })}
      </ul>
      <p>Corrigez si besoin, puis enregistrez : vos réponses remplaceront celles-ci.</p>
    </Notice>
  )
}
