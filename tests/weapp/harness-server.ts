import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { PhoneSettings } from './runtime/bundle'
import { packMiniProgram } from './runtime/pack'

/** Everything below here is the harness's own; every other path belongs to the server under test. */
const OWN = '/__weapp/'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/** What a browser adds by itself and WeChat does not send. */
const BROWSER_HEADERS = /^(origin|cookie|referer|sec-.*|upgrade-insecure-requests|connection|host)$/

interface HarnessOptions {
  dist: string
  /** The server under test; without it the app's requests go where it was built to send them. */
  baseUrl: string | undefined
  /** Read anew at each start of the app. */
  settings: () => Omit<PhoneSettings, 'apiOrigin'>
}

export interface HarnessServer {
  origin: string
  start: string
  /** An address under which the browser reads a local file. */
  share(file: string): string
  close(): Promise<void>
}

/** Serves the packed mini-program on a free loopback port and passes all API traffic on to the server under test. */
export async function startHarnessServer({
  dist,
  baseUrl,
  settings,
}: HarnessOptions): Promise<HarnessServer> {
  const packed = await packMiniProgram(dist)
  const agent = new Agent({ keepAlive: true })
  const shared: string[] = []
  let origin = ''

  const own: Record<string, () => Promise<string> | string> = {
    'index.html': () => readFile(path.join(__dirname, 'runtime', 'host.html'), 'utf8'),
    'bundle.js': () => packed.bundle,
    'runtime.js': () => packed.runtime,
    'settings.js': () => {
      const all: PhoneSettings = { ...settings(), apiOrigin: baseUrl === undefined ? null : origin }
      return `window.weappSettings = ${JSON.stringify(all)}`
    },
  }

  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://harness')
    if (!pathname.startsWith(OWN)) return passOn(incoming, response, baseUrl, agent)
    const name = decodeURIComponent(pathname.slice(OWN.length))
    const content = own[name]
    if (content) return void response.setHeader('content-type', typeOf(name)).end(await content())
    const [, folder, rest = ''] = /^(package|file)\/(.+)$/.exec(name) ?? []
    const file = folder === 'package' ? path.join(dist, rest) : shared[Number.parseInt(rest, 10)]
    return sendFile(response, file)
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: Error) => response.writeHead(500).end(error.message))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    start: `${origin}${OWN}index.html`,
    share: (file) => `${origin}${OWN}file/${shared.push(path.resolve(file)) - 1}/${path.basename(file)}`,
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const typeOf = (file: string) => TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'

function sendFile(response: ServerResponse, file: string | undefined): void {
  if (file === undefined) return void response.writeHead(404).end()
  const stream = createReadStream(file)
  stream.on('open', () => response.setHeader('content-type', typeOf(file)))
  stream.on('error', () => response.writeHead(404).end())
  stream.pipe(response)
}

/** As WeChat's client would send it: no cookies, no origin, its own referer. A dead server is a dead connection. */
function passOn(
  incoming: IncomingMessage,
  response: ServerResponse,
  baseUrl: string | undefined,
  agent: Agent,
): void {
  if (baseUrl === undefined) return void response.writeHead(404).end()
  const kept = Object.entries(incoming.headers).filter(([name]) => !BROWSER_HEADERS.test(name))
  const target = new URL(incoming.url ?? '/', baseUrl)
  const headers = {
    ...Object.fromEntries(kept),
    host: target.host,
    referer: 'https://servicewechat.com/wx0000000000000000/devtools/page-frame.html',
  }
  const outgoing = request(target, { method: incoming.method ?? 'GET', headers, agent }, (answer) => {
    const { 'set-cookie': _, ...rest } = answer.headers
    response.writeHead(answer.statusCode ?? 502, rest)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  outgoing.on('error', () => incoming.socket.destroy())
  response.on('close', () => outgoing.destroy())
  incoming.pipe(outgoing)
}
