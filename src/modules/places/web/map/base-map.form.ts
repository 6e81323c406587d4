import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/http/fields.ts'
import { type BaseMap, IGN_PLAN, tilesProblem } from '../../domain/map/base-map.ts'
import { tilesProblems } from './map-wording.ts'

const WITHOUT_NUMBER =
  'Indiquez jusqu’à quel zoom ces tuiles existent : un nombre de 1 à 22, 19 le plus souvent.'

/** Our outlines, IGN's map in one choice, or the tiles of another server. */
export const baseMapForm = z
  .object({
    vu: z.coerce.number().int().min(0).catch(-1),
    fond: oneOf(['contours', 'ign', 'autre'], 'Choisissez ce que la carte montre sous les lieux.'),
    adresse: optionalText(1000),
    attribution: optionalText(200),
    zoom: z.string().default(''),
  })
  .transform(({ vu, fond, adresse, attribution, zoom }, check): { seen: number; chosen: BaseMap | null } => {
    if (fond !== 'autre') return { seen: vu, chosen: fond === 'ign' ? IGN_PLAN : null }
    const wrong = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message })
    const problem = tilesProblem(adresse)
    if (problem) wrong('adresse', tilesProblems[problem])
    if (attribution === '')
      wrong(
        'attribution',
        'Indiquez qui a fait ce fond de carte : la loi demande de le dire. Par exemple « © IGN ».',
      )
    const maxZoom = /^\d{1,2}$/.test(zoom) ? Number(zoom) : 0
    if (maxZoom < 1 || maxZoom > 22) wrong('zoom', WITHOUT_NUMBER)
    return { seen: vu, chosen: { tilesUrl: adresse, attribution, maxZoom } }
  })
