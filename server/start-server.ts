import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Runner } from 'graphile-worker'
import { buildDemo } from '#server/demo/index'
import { jobHandlers, scheduleSealing } from '#server/job-handlers'
import { checkContactKey } from '#server/people/index'
import { createAccessLog } from '#server/platform/access-log'
import { isLoopback, type Config } from '#server/platform/config'
import { createContactBox } from '#server/platform/crypto/index'
import { createLocalCheck } from '#server/platform/content-check/index'
import { createDatabase } from '#server/platform/db/index'
import { openFileStore } from '#server/platform/files/index'
import { ADDRESS_LIMIT, CALL_LIMIT, SIGN_IN_LIMIT, type ServerParts } from '#server/platform/http/parts'
import { createMetrics, serveMetrics, type Metrics } from '#server/platform/http/metrics'
import { startWorker } from '#server/platform/jobs/index'
import { readOrMakeKey } from '#server/platform/keys/index'
import { openDatabase, type OpenDatabase } from '#server/open-database'
import { StartupError } from '#server/platform/postgres/index'
import { createConsoleSender, createHttpSender, type SmsSender } from '#server/platform/sms/index'
import { createWechatClient } from '#server/platform/wechat/index'
import { buildServer } from '#server/routes'

/** A running product. */
export interface RunningServer {
  /** Address to open in a browser. */
  url: string
  demoSignIn: boolean
  stop(): Promise<void>
}

const SITE_ROOT = path.resolve('dist/h5')

/** Starts everything: database, jobs, API and site. `tell` hears of long steps. What was started is stopped on failure. */
export async function startServer(config: Config, tell: (sentence: string) => void): Promise<RunningServer> {
  const opened = await openDatabase(config, tell)
  try {
    return await serve(config, opened, tell)
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function serve(
  config: Config,
  opened: OpenDatabase,
  tell: (sentence: string) => void,
): Promise<RunningServer> {
  const db = createDatabase(opened.pool)
  const now = () => new Date()
  const contactBox = createContactBox(config.contactKey ?? (await readOrMakeKey(config.dataDir, 'contact')))
  await checkContactKey(db, contactBox)
  const photos = await openFileStore(config, 'photos')
  if (opened.demoToBuild) {
    tell('第一次启动：正在建演示社区…')
    await buildDemo(db, { contactBox, contentCheck: createLocalCheck(), photos })
  }
  const demoSignIn = opened.bornAs === 'demo' && !config.wechat && isLoopback(config.host)
  const parts: ServerParts = {
    db,
    now,
    wechat: config.wechat && createWechatClient(config.wechat, now),
    contactBox,
    sms: smsSender(config, demoSignIn, tell),
    accessLog: createAccessLog(db, contactBox),
    contentCheck: createLocalCheck(),
    photos,
    photoKey: config.photoKey ?? (await readOrMakeKey(config.dataDir, 'photos')),
    siteUrl: config.siteUrl,
    jurisdictionProfile: config.jurisdictionProfile,
    demoSignIn,
    oldestClient: config.oldestClient,
    checkAnswers: false,
    signInLimit: SIGN_IN_LIMIT,
    callLimit: CALL_LIMIT,
    addressLimit: ADDRESS_LIMIT,
  }
  const metrics = createMetrics()
  const app = await buildServer(parts, {
    log: { level: config.logLevel },
    trustProxy: config.trustProxy,
    metrics,
    siteRoot: existsSync(path.join(SITE_ROOT, 'index.html')) ? SITE_ROOT : undefined,
  })
  const address = await listen(app, config)
  const running = await startBeside(config, opened, { app, metrics, parts })
  return {
    url: `http://${isLoopback(config.host) ? 'localhost' : config.host}:${address.port}`,
    demoSignIn,
    stop: running,
  }
}

/** The gateway where one is set; else the console, where only the person at this machine signs in. */
function smsSender(
  { smsGateway }: Config,
  demoSignIn: boolean,
  tell: (sentence: string) => void,
): SmsSender | undefined {
  if (smsGateway) return createHttpSender(smsGateway)
  return demoSignIn ? createConsoleSender(tell) : undefined
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<AddressInfo> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE')
      throw new StartupError(`端口 ${port} 已经有程序在用了：请关掉它，或用 PORT=另一个端口 npm start`)
    if (code === 'EACCES') throw new StartupError(`没有权限监听端口 ${port}：请换一个 1024 以上的端口`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartupError(`这台机器上没有地址 ${host}：请改 HOST`)
    throw error
  }
  return app.server.address() as AddressInfo
}

interface Parts {
  app: FastifyInstance
  metrics: Metrics
  parts: ServerParts
}

/** Jobs and metrics beside the API; answers the function that stops it all, each once. */
async function startBeside(
  config: Config,
  opened: OpenDatabase,
  { app, metrics, parts }: Parts,
): Promise<() => Promise<void>> {
  let worker: Runner | undefined
  let metricsApp: FastifyInstance | undefined
  const stop = async () => {
    await app.close()
    await metricsApp?.close()
    await worker?.stop()
    await opened.close()
  }
  try {
    await scheduleSealing(parts.db, parts.now())
    worker = await startWorker(opened.pool, jobHandlers(parts), (message) =>
      app.log.error({ job: message }, 'a job failed'),
    )
    if (config.metricsPort !== undefined) metricsApp = await serveMetrics(metrics, config.metricsPort)
    return stop
  } catch (error) {
    await app.close()
    await worker?.stop()
    throw error
  }
}
