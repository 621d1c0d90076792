import { asyncApi, note, type Callbacks } from './api'

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}

interface DownloadOptions extends Callbacks {
  url: string
  header?: Record<string, string>
  timeout?: number
}

interface UploadOptions extends Callbacks {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, string>
  timeout?: number
}

const NO_NETWORK = 'net::ERR_INTERNET_DISCONNECTED'
const DEFAULT_TIMEOUT = 60_000

/** Where a request really goes: the app was built with one server's address, the test has another's. */
export function serverAddress(url: string): string {
  const { apiOrigin } = window.weappSettings
  return apiOrigin === null ? url : url.replace(/^https?:\/\/[^/]+/, apiOrigin)
}

/** `wx.request` over fetch: one try, JSON unless told otherwise, any status is a success. */
function request(options: RequestOptions) {
  const { url, method = 'GET', data, header = {}, dataType = 'json', responseType = 'text' } = options
  const verb = method.toUpperCase()
  note('request', { url, method: verb, data, header })
  const isQuery = (verb === 'GET' || verb === 'HEAD') && data !== undefined
  return start('request', options, async (signal) => {
    const response = await fetch(serverAddress(isQuery ? withQuery(url, data) : url), {
      method: verb,
      headers: { 'content-type': 'application/json', ...lowerCase(header) },
      body: isQuery || data === undefined ? null : bodyOf(data, lowerCase(header)['content-type']),
      signal,
    })
    const content = responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.text()
    return { ...resultOf(response), data: typeof content === 'string' ? parse(content, dataType) : content }
  })
}

/** `wx.uploadFile`: the file's address must be one that the browser can read, see `MiniProgram.file`. */
function uploadFile(options: UploadOptions) {
  const { url, filePath, name, header = {}, formData = {} } = options
  note('uploadFile', { url, filePath, name, header, formData })
  return start('uploadFile', options, async (signal, tell) => {
    const form = new FormData()
    for (const [key, value] of Object.entries(formData)) form.append(key, value)
    form.append(name, await (await fetch(filePath)).blob(), filePath.split('/').pop())
    const headers = { ...lowerCase(header) }
    delete headers['content-type']
    tell(50)
    const response = await fetch(serverAddress(url), { method: 'POST', headers, body: form, signal })
    tell(100)
    return { ...resultOf(response), data: await response.text() }
  })
}

/** `wx.downloadFile`: any status is a success; the file has an address that this page alone can read. */
function downloadFile(options: DownloadOptions) {
  const { url, header = {} } = options
  note('downloadFile', { url, header })
  return start('downloadFile', options, async (signal) => {
    const response = await fetch(serverAddress(url), { headers: lowerCase(header), signal })
    return { ...resultOf(response), tempFilePath: URL.createObjectURL(await response.blob()) }
  })
}

type ProgressListener = (step: {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
}) => void

/** A task that ends in success or fail, and can be aborted. */
function start(
  name: string,
  options: Callbacks & { timeout?: number },
  send: (signal: AbortSignal, tell: (progress: number) => void) => Promise<object>,
) {
  const controller = new AbortController()
  const heard = new Set<ProgressListener>()
  const timer = setTimeout(() => controller.abort('timeout'), options.timeout ?? DEFAULT_TIMEOUT)
  const attempt = window.weappSettings.offline
    ? Promise.reject(new Error(NO_NETWORK))
    : send(controller.signal, (progress) => {
        for (const listener of heard) listener({ progress, totalBytesSent: 0, totalBytesExpectedToSend: 0 })
      })
  void attempt
    .then(
      (result) => ({ ok: true, result: { ...result, errMsg: `${name}:ok` } as object }),
      (error: unknown) => {
        const reason = controller.signal.aborted ? String(controller.signal.reason) : (error as Error).message
        return { ok: false, result: { errMsg: `${name}:fail ${reason}`, errno: 5 } }
      },
    )
    .then(({ ok, result }) => {
      clearTimeout(timer)
      if (ok) options.success?.(result)
      else options.fail?.(result)
      options.complete?.(result)
    })
  const ignore = () => undefined
  return {
    abort: () => controller.abort('abort'),
    ...{
      onHeadersReceived: ignore,
      offHeadersReceived: ignore,
      onChunkReceived: ignore,
      offChunkReceived: ignore,
    },
    onProgressUpdate: (listener: ProgressListener) => void heard.add(listener),
    offProgressUpdate: (listener: ProgressListener) => void heard.delete(listener),
  }
}

function withQuery(url: string, data: unknown): string {
  const query =
    typeof data === 'string' ? data : new URLSearchParams(data as Record<string, string>).toString()
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function bodyOf(data: unknown, contentType = ''): BodyInit {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  return contentType.includes('x-www-form-urlencoded') ? withQuery('', data).slice(1) : JSON.stringify(data)
}

function parse(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const lowerCase = (header: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]))

const resultOf = (response: Response) => ({
  statusCode: response.status,
  header: Object.fromEntries(response.headers),
  cookies: [],
})

type NetworkListener = (status: { isConnected: boolean; networkType: string }) => void

const listeners = new Set<NetworkListener>()

const networkStatus = () => {
  const isConnected = !window.weappSettings.offline
  return { isConnected, networkType: isConnected ? 'wifi' : 'none' }
}

/** The test pulled the plug, or put it back. */
export function networkChanged(): void {
  for (const listener of listeners) listener(networkStatus())
}

export const networkApis = {
  request,
  downloadFile,
  uploadFile,
  getNetworkType: asyncApi('getNetworkType', networkStatus),
  onNetworkStatusChange: (listener: NetworkListener) => void listeners.add(listener),
  offNetworkStatusChange: (listener: NetworkListener) => void listeners.delete(listener),
}
