import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What may go wrong between us and the bucket. */
export type Trouble = 'status 503' | 'quota' | 'access denied' | 'hangs up' | 'never answers'

/** A server that speaks the part of S3's protocol that files need: PUT, GET and DELETE of an object, path style. */
export interface S3Server {
  settings: {
    bucket: string
    region: string
    accessKeyId: string
    secretAccessKey: string
    endpoint: string
  }
  /** What lies in the bucket, by key. */
  objects: Map<string, Buffer>
  /** `PUT key`, in the order of arrival. */
  asked: string[]
  /** The next requests go wrong in this way, so many of them. */
  failNext(how: Trouble, times?: number): void
  close(): Promise<void>
}

/** SigV4 in the Authorization header, for our key, region and service, over the headers that must be signed. */
const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=(\w+)\/\d{8}\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=[0-9a-f]{64}$/

/** Starts it on a free port of loopback. */
export async function startS3Server(): Promise<S3Server> {
  const accessKeyId = randomBytes(8).toString('hex')
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const failures: Trouble[] = []
  const open = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    open.add(response)
    void answer(request, response, { accessKeyId, objects, asked, failure: failures.shift() })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: {
      bucket: 'linli-photos',
      region: 'cn-test-1',
      accessKeyId,
      secretAccessKey: randomBytes(20).toString('hex'),
      endpoint: `http://127.0.0.1:${port}`,
    },
    objects,
    asked,
    failNext: (how, times = 1) => failures.push(...Array<Trouble>(times).fill(how)),
    close: async () => {
      for (const response of open) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Answering {
  accessKeyId: string
  objects: Map<string, Buffer>
  asked: string[]
  failure: Trouble | undefined
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { accessKeyId, objects, asked, failure }: Answering,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://s3')
  const [, bucket, ...rest] = decodeURIComponent(pathname).split('/')
  const key = rest.join('/')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  asked.push(`${request.method} ${key}`)
  if (failure) {
    goWrong(failure, response)
    return
  }
  if (!isSigned(request, accessKeyId)) {
    refuse(response, 403, 'SignatureDoesNotMatch')
    return
  }
  if (bucket !== 'linli-photos') {
    refuse(response, 404, 'NoSuchBucket')
    return
  }
  if (request.method === 'PUT') {
    objects.set(key, Buffer.concat(chunks))
    response.writeHead(200, { etag: '"1"' }).end()
  } else if (request.method === 'DELETE') {
    objects.delete(key)
    response.writeHead(204).end()
  } else {
    const found = objects.get(key)
    if (!found) refuse(response, 404, 'NoSuchKey')
    else response.writeHead(200, { 'content-length': found.length }).end(found)
  }
}

function isSigned(request: IncomingMessage, accessKeyId: string): boolean {
  const [, given, region, headers = ''] = SIGNED.exec(request.headers.authorization ?? '') ?? []
  const signed = headers.split(';')
  const asksFor = ['host', 'x-amz-content-sha256', 'x-amz-date']
  return given === accessKeyId && region === 'cn-test-1' && asksFor.every((name) => signed.includes(name))
}

function goWrong(trouble: Trouble, response: ServerResponse): void {
  if (trouble === 'never answers') return
  if (trouble === 'hangs up') response.destroy()
  else if (trouble === 'status 503') refuse(response, 503, 'SlowDown')
  else if (trouble === 'quota') refuse(response, 403, 'QuotaExceeded')
  else refuse(response, 403, 'AccessDenied')
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}
