import { randomUUID } from 'node:crypto'
import { isWrite } from '#core/contract'
import { addressOf } from '../api/test-server'
import type { Request } from './load'
import type { Operation, Sample } from './operations'

/** The calls of an operation as our API takes them, one after the other, for ever. */
export function productRequests({ samples }: Operation, tokens: ReadonlyMap<string, string>): () => Request {
  const fixed = samples.map((sample, index) => requestOf(sample, tokens, index))
  return inTurn(fixed.length, (index) => {
    const request = fixed[index]!
    if (request.method === 'GET') return request
    const { newBody } = samples[index]!
    return {
      ...request,
      ...(newBody ? { body: JSON.stringify(newBody()) } : {}),
      headers: { ...request.headers, 'idempotency-key': randomUUID() },
    }
  })
}

/** The same calls for the bare server, which knows them by their numbers. */
export function bareRequests(operation: Operation): () => Request {
  const { name, samples: ours, replayed: samples = ours } = operation
  const method = isWrite(samples[0]!.endpoint) ? 'POST' : 'GET'
  return inTurn(samples.length, (index) => ({ method, path: `/${name}/${index}`, headers: {} }))
}

function inTurn(count: number, requestOf_: (index: number) => Request): () => Request {
  let asked = 0
  return () => requestOf_(asked++ % count)
}

/** Each person has an address of their own, as behind a proxy: no limit of calls is met. A new body is as long as every other. */
function requestOf(
  { endpoint, personId, input, newBody }: Sample,
  tokens: ReadonlyMap<string, string>,
  index: number,
) {
  const given = newBody ? newBody() : input.body
  const body = given === undefined ? undefined : JSON.stringify(given)
  return {
    method: endpoint.method,
    path: addressOf(endpoint, input),
    headers: {
      authorization: `Bearer ${tokens.get(personId)}`,
      'x-forwarded-for': `10.0.${index >> 8}.${index & 255}`,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    },
    ...(body === undefined ? {} : { body }),
  }
}
