import type { z } from 'zod/mini'

/** WeChat's request knows no PATCH. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Schema = z.ZodMiniType

/** One file sent as `multipart/form-data`, instead of a body. */
export interface Upload {
  /** Largest file, in bytes. */
  maxBytes: number
  /** Media types that are taken in. */
  types: readonly string[]
}

/** What one route takes and gives. Server, mini-program and OpenAPI read this same value. */
export interface EndpointSpec<
  Params extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Response extends Schema = Schema,
> {
  method: Method
  /** Path below `/api`, with `:name` parameters. */
  path: string
  /** One line in Chinese for the API page. */
  summary: string
  /** `anyone` needs no session; everything else does. */
  access: 'anyone' | 'signed_in'
  params: Params
  query: Query
  body: Body
  /** What it takes instead of a body; most take none. */
  upload?: Upload
  response: Response
}

export type Endpoint = EndpointSpec
type Parsed<S> = S extends Schema ? z.output<S> : undefined

export type ParamsOf<E extends Endpoint> = Parsed<E['params']>
export type QueryOf<E extends Endpoint> = Parsed<E['query']>
export type BodyOf<E extends Endpoint> = Parsed<E['body']>
export type AnswerOf<E extends Endpoint> = Parsed<E['response']>
/** What a caller hands over: inputs before defaults are filled in. */
export type InputOf<S> = S extends Schema ? z.input<S> : undefined

/** Declares an endpoint; what is left out is not accepted. */
export function endpoint<
  Response extends Schema,
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(spec: {
  method: Method
  path: string
  summary: string
  access?: 'anyone' | 'signed_in'
  params?: Params
  query?: Query
  body?: Body
  upload?: Upload
  response: Response
}): EndpointSpec<Params, Query, Body, Response> {
  return {
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    access: spec.access ?? 'signed_in',
    params: spec.params as Params,
    query: spec.query as Query,
    body: spec.body as Body,
    ...(spec.upload ? { upload: spec.upload } : {}),
    response: spec.response,
  }
}

/** Whether a call changes something, and so needs an Idempotency-Key. */
export function isWrite(spec: Pick<Endpoint, 'method'>): boolean {
  return spec.method !== 'GET'
}
