/** A browser's canvas for jsdom, which has none: it notes what is painted, and every picture loads. */

/** What was painted, in order: `photo`, then colours of squares. */
export const painted: string[] = []

interface Settings {
  /** Of every picture that is loaded, in pixels; undefined: none can be opened. */
  picture: { width: number; height: number } | undefined
}

export const canvas: Settings = { picture: { width: 400, height: 200 } }

/** Puts the canvas in; call once in a test file, before anything is drawn. */
export function installCanvas(): void {
  beforeAll(() => {
    Object.assign(HTMLCanvasElement.prototype, { getContext, toBlob })
    Object.defineProperty(globalThis, 'Image', { value: LoadingImage, configurable: true })
    URL.createObjectURL = () => `blob:covered-${painted.length}`
  })
  beforeEach(() => {
    painted.length = 0
    canvas.picture = { width: 400, height: 200 }
  })
}

function getContext(this: HTMLCanvasElement) {
  const { width, height } = this
  return {
    fillStyle: '',
    drawImage: () => void painted.push('photo'),
    fillRect() {
      painted.push((this as unknown as { fillStyle: string }).fillStyle)
    },
    getImageData: () => ({ data: new Uint8ClampedArray(width * height * 4).fill(120) }),
  }
}

function toBlob(callback: (blob: Blob) => void): void {
  callback(new Blob(['covered'], { type: 'image/jpeg' }))
}

class LoadingImage {
  onload: (() => void) | null = null
  onerror: (() => void) | null = null
  width = canvas.picture?.width ?? 0
  height = canvas.picture?.height ?? 0

  set src(_file: string) {
    const isOpen = canvas.picture !== undefined
    setTimeout(() => (isOpen ? this.onload?.() : this.onerror?.()))
  }
}
