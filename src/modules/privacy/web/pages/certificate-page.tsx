import { dayOf } from '../../../../kernel/instant.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { Erasure } from '../../domain/erasure.ts'
import { certificateSentence, groundNames } from '../certificate-wording.ts'
import { paths } from '../paths.ts'
import { FateText } from './erasure-page.tsx'

/** What was done, when, on which ground. No name: whoever has the address may read it. */
export function CertificatePage({ view, erasure }: { view: View; erasure: Erasure }) {
  const { base, name, headName } = view.network
  return (
    <Frame
      view={view}
      title="Attestation d’effacement"
      intro={certificateSentence(headName, name)}
      act={
        <ButtonLink look="plain" href={paths.certificatePdf(base, erasure.id)} download>
          Télécharger en PDF
        </ButtonLink>
      }
    >
      <SummaryList
        rows={[
          { term: 'Numéro', value: erasure.id },
          { term: 'Effacé le', value: <DayText day={dayOf(erasure.doneAt)} /> },
          { term: 'Pourquoi', value: groundNames[erasure.ground] },
        ]}
      />
      <FateText fate={erasure} />
    </Frame>
  )
}
