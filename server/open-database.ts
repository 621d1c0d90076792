import { sql } from 'kysely'
import type { Pool } from 'pg'
import { foundDistrict } from '#server/people/index'
import { isLoopback, type Config } from '#server/platform/config'
import { createDatabase, createPool, migrate, type Database } from '#server/platform/db/index'
import { prepareJobs } from '#server/platform/jobs/index'
import {
  ensureDatabase,
  startPostgres,
  StartupError,
  type RunningPostgres,
} from '#server/platform/postgres/index'

const DATABASE_NAME = 'linli'

/** The database as it stands after a start: migrated, with a district. */
export interface OpenDatabase {
  pool: Pool
  bornAs: 'demo' | 'plain'
  /** Born as a demo whose community was never finished. */
  demoToBuild: boolean
  close(): Promise<void>
}

/** Opens the database of `DATABASE_URL`, else starts the embedded one. */
export async function openDatabase(config: Config, tell: (sentence: string) => void): Promise<OpenDatabase> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config, tell)
  const pool = createPool(
    embedded
      ? { host: embedded.host, port: embedded.port, user: embedded.user, database: DATABASE_NAME }
      : { connectionString: config.databaseUrl },
    () => undefined,
  )
  const close = async () => {
    if (!pool.ended) await pool.end()
    await embedded?.stop()
  }
  try {
    return { pool, close, ...(await prepare(pool, config, embedded !== undefined)) }
  } catch (error) {
    await close()
    throw inWords(error)
  }
}

async function startEmbedded(config: Config, tell: (sentence: string) => void): Promise<RunningPostgres> {
  const running = await startPostgres({ dataDir: config.dataDir, onProgress: tell })
  try {
    await ensureDatabase(running, DATABASE_NAME)
  } catch (error) {
    await running.stop()
    throw error
  }
  return running
}

async function prepare(
  pool: Pool,
  config: Config,
  embedded: boolean,
): Promise<Pick<OpenDatabase, 'bornAs' | 'demoToBuild'>> {
  const db = createDatabase(pool)
  await refuseOldPostgres(db)
  await migrate(db)
  await prepareJobs(pool)
  const bornAs = wantsDemo(config, embedded) ? 'demo' : 'plain'
  await foundDistrict(db, { name: config.districtName, bornAs, now: new Date() })
  const born = await db.selectFrom('deployment').select(['born_as', 'ready_at']).executeTakeFirstOrThrow()
  return { bornAs: born.born_as, demoToBuild: born.born_as === 'demo' && born.ready_at === null }
}

/** A demo is born only where nobody else can come: embedded (or asked for), no WeChat, on loopback. */
function wantsDemo({ demo, wechat, host }: Config, embedded: boolean): boolean {
  return (demo ?? embedded) && !wechat && isLoopback(host)
}

const OLDEST_POSTGRES = 150_000

async function refuseOldPostgres(db: Database): Promise<void> {
  const { rows } = await sql<{
    version: string
  }>`select current_setting('server_version_num') as version`.execute(db)
  if (Number(rows[0]?.version) < OLDEST_POSTGRES)
    throw new StartupError('这个 PostgreSQL 太旧了：请用 15 或更新的版本')
}

const CONNECTION_TROUBLE: Record<string, string> = {
  ECONNREFUSED: '连不上 DATABASE_URL 指的数据库：请看看它开着没有',
  ENOENT: '连不上 DATABASE_URL 指的数据库：那里没有它的连接入口，请看看它开着没有',
  EACCES: '没有权限连 DATABASE_URL 指的数据库：请换一个用户，或检查地址',
  ERR_INVALID_URL: 'DATABASE_URL 写得不对：应当像 postgres://用户:密码@主机/数据库',
  ENOTFOUND: '找不到 DATABASE_URL 里的主机：请检查地址',
  ETIMEDOUT: '连 DATABASE_URL 指的数据库超时了：请检查网络',
  '28P01': 'DATABASE_URL 里的用户名或密码不对',
  '28000': 'DATABASE_URL 里的用户不能登录这个数据库',
  '3D000': 'DATABASE_URL 里的数据库不存在：请先建好它',
  '42501': 'DATABASE_URL 里的用户没有建表的权限',
  '53100': '磁盘已满：请腾出空间，再重新启动；已有的数据没有受影响',
}

function inWords(error: unknown): unknown {
  const sentence = CONNECTION_TROUBLE[(error as { code?: string }).code ?? '']
  return sentence ? new StartupError(sentence) : error
}
