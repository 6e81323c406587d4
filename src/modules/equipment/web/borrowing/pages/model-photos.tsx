import type { ModelPhoto } from '../../../data/catalogue/model-media.store.ts'
import { sheetPaths } from '../../catalogue/sheets.paths.ts'

/** The photos of a model, each with its words and its place kept while it loads. EQP-103. */
export function ModelPhotos({ base, photos }: { base: string; photos: readonly ModelPhoto[] }) {
  if (photos.length === 0) return null
  return (
    <ul class="model-photos">
      {photos.map(({ id, alt, width, height }) => (
        <li>
          <img src={sheetPaths.photo(base, id)} alt={alt} width={width} height={height} loading="lazy" />
        </li>
      ))}
    </ul>
  )
}
