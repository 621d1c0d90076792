import Taro from '@tarojs/taro'
import { isWeapp } from './device'

/** Longest side of what is drawn, in pixels: as the server keeps it. */
const LONGEST = 1600
const QUALITY = 0.85

/** A colour for each covered square, and how wide squares are, in pixels of the picture. */
export interface Square {
  left: number
  top: number
  side: number
  colour: string
}

/** A photo drawn on a canvas of the page. */
export interface PhotoCanvas {
  /** In pixels. */
  width: number
  height: number
  /** The photo's own pixels, four bytes each. */
  pixels: Uint8ClampedArray
  /** Draws the photo anew, with these squares over it. */
  draw(squares: readonly Square[]): void
  /** Draws more squares over what is there. */
  cover(squares: readonly Square[]): void
  /** Makes a file of what is drawn; answers where it lies on this phone. */
  save(): Promise<string>
}

interface Picture {
  width: number
  height: number
  src: string
  onload: (() => void) | null
  onerror: ((reason: unknown) => void) | null
}

/** What both platforms' canvases have. */
interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
  /** WeChat's only. */
  createImage?: () => Picture
  /** The browser's only. */
  toBlob?: (callback: (blob: Blob | null) => void, type: string, quality: number) => void
}

/** Draws the photo at `file` on the canvas with this id, small enough to work on. Throws when it can't be opened. */
export async function openPhotoCanvas(id: string, file: string): Promise<PhotoCanvas> {
  const node = await nodeOf(id)
  const picture = await loaded(node, file)
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  node.width = Math.max(1, Math.round(picture.width * scale))
  node.height = Math.max(1, Math.round(picture.height * scale))
  const context = node.getContext('2d')
  if (!context) throw new Error('The canvas has no context')
  const { width, height } = node
  const cover = (squares: readonly Square[]) => {
    for (const { left, top, side, colour } of squares) {
      context.fillStyle = colour
      context.fillRect(left, top, side, side)
    }
  }
  const draw = (squares: readonly Square[]) => {
    context.drawImage(picture as unknown as CanvasImageSource, 0, 0, width, height)
    cover(squares)
  }
  draw([])
  const pixels = context.getImageData(0, 0, width, height).data
  return { width, height, pixels, draw, cover, save: () => saved(node) }
}

/** The canvas is drawn by its own component, a moment after the page that holds it: asked for again for so long. */
const APPEARS_WITHIN_MS = 2_000
const ASK_EVERY_MS = 50

async function nodeOf(id: string): Promise<CanvasNode> {
  for (let waited = 0; ; waited += ASK_EVERY_MS) {
    const node = isWeapp ? await nodeInPage(id) : nodeInDocument(id)
    if (node) return node
    if (waited >= APPEARS_WITHIN_MS) throw new Error('There is no canvas')
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}

function nodeInPage(id: string): Promise<CanvasNode | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: ({ node?: CanvasNode } | null)[]) => {
        resolve(found[0]?.node)
      })
  })
}

/** Taro's canvas on H5 is an element around the browser's. */
function nodeInDocument(id: string): CanvasNode | undefined {
  const element = document.getElementById(id)
  const canvas = element instanceof HTMLCanvasElement ? element : element?.querySelector('canvas')
  return canvas ?? undefined
}

function loaded(node: CanvasNode, file: string): Promise<Picture> {
  return new Promise((resolve, reject) => {
    const picture: Picture = node.createImage ? node.createImage() : (new Image() as unknown as Picture)
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('The photo cannot be opened'))
    picture.src = file
  })
}

async function saved(node: CanvasNode): Promise<string> {
  if (!isWeapp) return URL.createObjectURL(await blobOf(node))
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: node as unknown as Taro.Canvas,
    fileType: 'jpg',
    quality: QUALITY,
    destWidth: node.width,
    destHeight: node.height,
  } as Taro.canvasToTempFilePath.Option)
  return tempFilePath
}

function blobOf(node: CanvasNode): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const taken = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('The canvas gave nothing')))
    if (node.toBlob) node.toBlob(taken, 'image/jpeg', QUALITY)
    else taken(null)
  })
}
