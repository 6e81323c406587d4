import type { Id } from '../../../../kernel/id.ts'

type ListId = Id<'place-list'>
type UploadId = Id<'list-upload'>
type PlaceId = Id<'place'>

const ALL = '/listes-labels'
const ONE = `${ALL}/:id`

export const bulkRoutesOf = {
  lists: ALL,
  creation: `${ALL}/nouvelle`,
  list: ONE,
  addendum: `${ONE}/avenant`,
  minutes: `${ONE}/compte-rendu`,
  choice: `${ONE}/lieux`,
  removal: `${ONE}/lieux/:lieu/retrait`,
  judgement: `${ONE}/lieux/:lieu/avis`,
  file: `${ONE}/fichier`,
  upload: `${ONE}/fichiers/:fichier`,
  wrongLines: `${ONE}/fichiers/:fichier/lignes-a-revoir.csv`,
  charter: `${ONE}/charte`,
  decision: `${ONE}/decision`,
} as const

const one = (base: string, id: ListId) => `${base}${ALL}/${id}`
const upload = (base: string, id: ListId, file: UploadId) => `${one(base, id)}/fichiers/${file}`

export const bulkPaths = {
  lists: (base: string) => `${base}${ALL}`,
  creation: (base: string) => `${base}${ALL}/nouvelle`,
  list: (base: string, id: ListId, page = 1) => `${one(base, id)}${page > 1 ? `?page=${page}` : ''}`,
  addendum: (base: string, id: ListId) => `${one(base, id)}/avenant`,
  minutes: (base: string, id: ListId) => `${one(base, id)}/compte-rendu`,
  choice: (base: string, id: ListId) => `${one(base, id)}/lieux`,
  removal: (base: string, id: ListId, place: PlaceId) => `${one(base, id)}/lieux/${place}/retrait`,
  judgement: (base: string, id: ListId, place: PlaceId) => `${one(base, id)}/lieux/${place}/avis`,
  file: (base: string, id: ListId) => `${one(base, id)}/fichier`,
  upload: (base: string, id: ListId, file: UploadId, page = 1) =>
    `${upload(base, id, file)}${page > 1 ? `?page=${page}` : ''}`,
  wrongLines: (base: string, id: ListId, file: UploadId) => `${upload(base, id, file)}/lignes-a-revoir.csv`,
  charter: (base: string, id: ListId) => `${one(base, id)}/charte`,
  decision: (base: string, id: ListId) => `${one(base, id)}/decision`,
}
