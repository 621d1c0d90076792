import { note, type Callbacks } from './api'

/** The part of a selector query that canvases concern. */
interface Query {
  select(selector: string): Reference
  exec(callback?: (found: unknown[]) => void): void
}

interface Reference {
  fields(fields: Record<string, unknown>, callback?: (found: unknown) => void): Query
}

interface CanvasElement extends HTMLCanvasElement {
  createImage?: () => HTMLImageElement
}

/**
 * A selector query that also answers `fields({ node: true })`, which glass-easel leaves to its host: the canvas itself,
 * with what WeChat hangs on it.
 */
export function withCanvases(given: unknown, page: HTMLElement | undefined): unknown {
  const query = given as Query
  const select = query.select.bind(query)
  query.select = (selector) => {
    const reference = select(selector)
    const fields = reference.fields.bind(reference)
    reference.fields = (asked, callback) =>
      asked['node'] === true
        ? answering(query, { node: canvasAt(page, selector) }, callback)
        : fields(asked, callback)
    return reference
  }
  return query
}

/** The query's `exec` with this answer put before the others. */
function answering(query: Query, found: object, callback: ((found: unknown) => void) | undefined): Query {
  const exec = query.exec.bind(query)
  query.exec = (done) => {
    requestAnimationFrame(() => {
      callback?.(found)
      exec((rest) => done?.([found, ...rest]))
    })
  }
  return query
}

function canvasAt(page: HTMLElement | undefined, selector: string): CanvasElement | null {
  const canvas = page?.querySelector<CanvasElement>(`canvas${selector}`) ?? null
  if (canvas) canvas.createImage = () => new Image()
  return canvas
}

interface SaveOptions extends Callbacks {
  canvas: HTMLCanvasElement
  fileType?: string
  quality?: number
}

/** A file made of what is drawn: an address of the browser's, which `uploadFile` and `image` can read. */
function canvasToTempFilePath({ canvas, fileType = 'png', quality, success, fail, complete }: SaveOptions) {
  note('canvasToTempFilePath', { fileType, quality })
  canvas.toBlob(
    (blob) => {
      const result = blob
        ? { tempFilePath: URL.createObjectURL(blob), errMsg: 'canvasToTempFilePath:ok' }
        : { errMsg: 'canvasToTempFilePath:fail' }
      if (blob) success?.(result)
      else fail?.(result)
      complete?.(result)
    },
    fileType === 'jpg' ? 'image/jpeg' : 'image/png',
    quality,
  )
}

/** Saved files: they stay where they were, and are gone with the browser. */
const fileSystem = {
  saveFile: ({ tempFilePath, success }: { tempFilePath: string } & Callbacks) => {
    note('saveFile', { tempFilePath })
    success?.({ savedFilePath: tempFilePath, errMsg: 'saveFile:ok' })
  },
  removeSavedFile: ({ filePath, success }: { filePath: string } & Callbacks) => {
    note('removeSavedFile', { filePath })
    success?.({ errMsg: 'removeSavedFile:ok' })
  },
}

export const canvasApis = { canvasToTempFilePath, getFileSystemManager: () => fileSystem }
