/** Reads the codes that a camera shows. */
export interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}

type DetectorMaker = new (options: { formats: string[] }) => Detector

/** Wide enough for a label held at arm's length, small enough to be read several times a second. */
const FRAME_WIDTH = 800

/** The browser's own detector; else ours, whose decoder is loaded only where there is none. EQP-1302. */
export async function detectorHere(): Promise<Detector> {
  const Maker = (window as unknown as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  if (Maker) return new Maker({ formats: ['qr_code'] })
  const { readCode } = await import('./read-code.ts')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return {
    async detect(video) {
      const { videoWidth, videoHeight } = video
      if (!pen || videoWidth === 0) return []
      canvas.width = Math.min(videoWidth, FRAME_WIDTH)
      canvas.height = Math.round((videoHeight * canvas.width) / videoWidth)
      pen.drawImage(video, 0, 0, canvas.width, canvas.height)
      const read = readCode(pen.getImageData(0, 0, canvas.width, canvas.height))
      return read === null ? [] : [{ rawValue: read }]
    },
  }
}
