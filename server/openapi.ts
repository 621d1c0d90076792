import { z } from 'zod/mini'
import { errorBody, isWrite, type Endpoint } from '#core/contract'
import { ALL_ENDPOINTS } from '#server/endpoints'

type Json = Record<string, unknown>

const jsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

function parametersOf(schema: Endpoint['params'], place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}

function contentOf({ body, upload }: Endpoint): Json | undefined {
  if (body) return { 'application/json': { schema: jsonSchema(body, 'input') } }
  if (!upload) return undefined
  const file = { type: 'string', format: 'binary', maxLength: upload.maxBytes }
  const schema = { type: 'object', properties: { file }, required: ['file'] }
  const encoding = { file: { contentType: upload.types.join(', ') } }
  return { 'multipart/form-data': { schema, encoding } }
}

function operationOf(endpoint: Endpoint): Json {
  const content = contentOf(endpoint)
  return {
    summary: endpoint.summary,
    security: endpoint.access === 'anyone' ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(isWrite(endpoint) ? [IDEMPOTENCY_HEADER] : []),
    ],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: jsonSchema(endpoint.response, 'output') } },
      },
      default: {
        description: 'Error',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

/** The OpenAPI 3.1 description of the whole contract: what `/docs` shows and `docs/openapi.json` keeps. */
export function buildOpenApi(): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of ALL_ENDPOINTS) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '邻里 Linli', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(errorBody, 'output') },
    },
  }
}
