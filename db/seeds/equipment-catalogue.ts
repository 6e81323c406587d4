import sharp from 'sharp'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  giveNotice,
  type InventoryId,
  type ModelId,
  openConsumable,
  showPhoto,
} from '../../src/modules/equipment/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { FileStore } from '../../src/platform/files/file-store.ts'

interface Shown {
  inventoryId: InventoryId
  headset: ModelId
  drone: ModelId
}

const [WIDTH, HEIGHT] = [800, 600]

const HEADSET = `<rect x="180" y="210" width="440" height="210" rx="90" fill="#2b3a55"/>
  <circle cx="310" cy="315" r="62" fill="#8fb3d9"/><circle cx="490" cy="315" r="62" fill="#8fb3d9"/>
  <path d="M180 260 Q400 40 620 260" fill="none" stroke="#2b3a55" stroke-width="26"/>`

const DRONE = `<path d="M230 190 L570 410 M570 190 L230 410" stroke="#3c4a3a" stroke-width="24"/>
  <rect x="330" y="245" width="140" height="110" rx="30" fill="#3c4a3a"/>
  <g fill="none" stroke="#7d9a6d" stroke-width="16"><circle cx="230" cy="190" r="78"/><circle cx="570" cy="190" r="78"/>
  <circle cx="230" cy="410" r="78"/><circle cx="570" cy="410" r="78"/></g>`

/** What a catalogue shows besides names: drawings in place of photos, a notice, what is given and does not come back. */
export async function seedCatalogue(
  context: Context,
  files: FileStore,
  { inventoryId, headset, drone }: Shown,
): Promise<void> {
  const place = { context, inventory: { id: inventoryId, timeZone: 'Europe/Paris' } }
  const show = async (model: ModelId, drawing: string, name: string, alt: string) => {
    const content = await drawn(drawing)
    const document = { name, mediaType: 'image/jpeg', content, sha256: await files.put(content) }
    await showPhoto(place, model, document, { alt, width: WIDTH, height: HEIGHT })
  }
  await show(headset, HEADSET, 'casque.jpg', 'Dessin d’un casque de réalité virtuelle, de face')
  await show(drone, DRONE, 'drone.jpg', 'Dessin d’un drone à quatre hélices, vu de dessus')
  await giveNotice(place, drone, 'Piloter un drone de loisir : les règles', {
    url: 'https://www.ecologie.gouv.fr/politiques-publiques/drones-aeronefs-telepilotes',
  })
  const filament = await openConsumable(place, {
    name: 'Filament pour imprimante 3D, bobine de 1 kg',
    stock: 12,
  })
  if (isRefusal(filament)) throw new Error(`a seed was refused: ${filament.refused}`)
}

async function drawn(shapes: string): Promise<Uint8Array> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="#eef2f6"/>${shapes}</svg>`
  return new Uint8Array(await sharp(Buffer.from(picture)).jpeg({ quality: 78 }).toBuffer())
}
