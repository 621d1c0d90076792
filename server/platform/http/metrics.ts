import Fastify, { type FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** Request metrics of one server: counts and durations by route pattern and status, nothing about persons. */
export interface Metrics {
  watch(app: FastifyInstance): void
  text(): Promise<string>
}

/** Creates the metrics of one server. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const answers = new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests',
    labelNames,
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests in seconds',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  return {
    watch: (app) => {
      app.addHook('onResponse', (request, reply, done) => {
        const labels = {
          method: request.method,
          route: request.routeOptions.url ?? 'none',
          status: String(reply.statusCode),
        }
        answers.inc(labels)
        seconds.observe(labels, reply.elapsedTime / 1000)
        done()
      })
    },
    text: () => registry.metrics(),
  }
}

/** Serves `/metrics` on loopback only, on a port of its own. */
export async function serveMetrics(metrics: Metrics, port: number): Promise<FastifyInstance> {
  const app = Fastify({ logger: false })
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await metrics.text()),
  )
  await app.listen({ host: '127.0.0.1', port })
  return app
}
