import { z } from 'zod/mini'
import { OLDEST_CLIENT } from '#core/contract'
import { JURISDICTION_PROFILES, type JurisdictionProfile } from '#core/votes'
import { StartupError } from '#server/platform/postgres/startup-error'

const port = z
  .pipe(z.string().check(z.regex(/^\d{1,5}$/)), z.transform(Number))
  .check(z.refine((value: number) => Number.isInteger(value) && value >= 0 && value < 65536))
const version = z
  .pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number))
  .check(z.refine((value: number) => value >= OLDEST_CLIENT))
const flag = z.pipe(
  z.enum(['true', 'false', '1', '0']),
  z.transform((value) => value === 'true' || value === '1'),
)
/** 32 bytes in base64. */
const secretKey = z
  .pipe(
    z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
    z.transform((text) => Buffer.from(text, 'base64')),
  )
  .check(z.refine((key: Buffer) => key.length === 32))

const environment = z.object({
  PORT: z._default(port, 3000),
  HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
  DATA_DIR: z._default(z.string().check(z.minLength(1)), '.data'),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
  METRICS_PORT: z.optional(port),
  TRUST_PROXY: z._default(flag, false),
  DEMO: z.optional(flag),
  SITE_URL: z.optional(z.url()),
  DISTRICT_NAME: z._default(z.string().check(z.maxLength(40)), '本区'),
  WECHAT_APPID: z.optional(z.string().check(z.minLength(1))),
  WECHAT_SECRET: z.optional(z.string().check(z.minLength(1))),
  WECHAT_BASE_URL: z._default(z.url(), 'https://api.weixin.qq.com'),
  CONTACT_KEY: z.optional(secretKey),
  PHOTO_KEY: z.optional(secretKey),
  S3_BUCKET: z.optional(z.string().check(z.minLength(1))),
  S3_ENDPOINT: z.optional(z.url()),
  S3_REGION: z.optional(z.string().check(z.minLength(1))),
  S3_ACCESS_KEY_ID: z.optional(z.string().check(z.minLength(1))),
  S3_SECRET_ACCESS_KEY: z.optional(z.string().check(z.minLength(1))),
  OLDEST_CLIENT: z._default(version, OLDEST_CLIENT),
  OWNERS_RESULTS: z._default(z.enum(JURISDICTION_PROFILES), 'advisory'),
  SMS_GATEWAY_URL: z.optional(z.url()),
  SMS_GATEWAY_TOKEN: z.optional(z.string().check(z.minLength(1))),
})

const HINTS: Record<keyof typeof environment.shape, string> = {
  PORT: '0 到 65535 的整数',
  HOST: '要监听的地址',
  DATABASE_URL: 'postgres:// 开头的地址',
  DATA_DIR: '数据文件夹的路径',
  LOG_LEVEL: 'fatal、error、warn、info、debug 或 silent',
  METRICS_PORT: '0 到 65535 的整数',
  TRUST_PROXY: 'true 或 false',
  DEMO: 'true 或 false',
  SITE_URL: '居民打开网站用的网址，如 https://linli.example.cn',
  DISTRICT_NAME: '区的名字，不超过 40 个字',
  WECHAT_APPID: '小程序的 AppID，要和 WECHAT_SECRET 一起设',
  WECHAT_SECRET: '小程序的密钥，要和 WECHAT_APPID 一起设',
  WECHAT_BASE_URL: '网址',
  CONTACT_KEY: '32 个随机字节的 base64，可以用 openssl rand -base64 32 生成',
  PHOTO_KEY: '32 个随机字节的 base64，可以用 openssl rand -base64 32 生成',
  S3_BUCKET: '存照片的桶，要和 S3_REGION、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY 一起设',
  S3_ENDPOINT: 'S3 兼容服务的网址，要和 S3_BUCKET 一起设；不设就是亚马逊的',
  S3_REGION: '桶所在的区域，要和 S3_BUCKET 一起设',
  S3_ACCESS_KEY_ID: '桶的访问编号，要和 S3_BUCKET 一起设',
  S3_SECRET_ACCESS_KEY: '桶的访问密钥，要和 S3_BUCKET 一起设',
  OLDEST_CLIENT: '还接待的最旧版本号，整数，不小于本版自带的',
  OWNERS_RESULTS: 'advisory（业主的表决仅供参考）或 binding（当地认可，有约束力）',
  SMS_GATEWAY_URL: '短信网关的网址，要和 SMS_GATEWAY_TOKEN 一起设',
  SMS_GATEWAY_TOKEN: '短信网关的令牌，要和 SMS_GATEWAY_URL 一起设',
}

/** What the environment sets. Read once, by the composition root. */
export interface Config {
  port: number
  host: string
  databaseUrl: string | undefined
  dataDir: string
  logLevel: string
  metricsPort: number | undefined
  trustProxy: boolean
  /** Whether an empty database is born as a demo; undefined: only the embedded one without WeChat, on loopback. */
  demo: boolean | undefined
  /** Where people open the site: printed on door codes. Undefined: wherever a sheet is asked for. */
  siteUrl: string | undefined
  /** What the district is called when the database is new. */
  districtName: string
  wechat: { appid: string; secret: string; baseUrl: string } | undefined
  /** What phones are sealed with; undefined: a key file in the data folder. */
  contactKey: Buffer | undefined
  smsGateway: { url: string; token: string } | undefined
  /** What signs the addresses of photos; undefined: a key file in the data folder. */
  photoKey: Buffer | undefined
  /** The bucket of the photos; undefined: they lie in the data folder. */
  s3: Bucket | undefined
  /** Oldest version of the client that is served: raised to send old ones home at once, after a bad release. */
  oldestClient: number
  /** Whether what owners decide here binds by the law of the place, or is advisory (domain.md 7). */
  jurisdictionProfile: JurisdictionProfile
}

interface Bucket {
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Undefined: Amazon's own. */
  endpoint: string | undefined
}

/** Reads the environment. Throws a StartupError that names the first bad value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = z.safeParse(environment, present)
  if (!parsed.success) throw badValue(String(parsed.error.issues[0]?.path[0]))
  const values = parsed.data
  if (Boolean(values.WECHAT_APPID) !== Boolean(values.WECHAT_SECRET)) {
    throw badValue(values.WECHAT_APPID ? 'WECHAT_SECRET' : 'WECHAT_APPID')
  }
  if (Boolean(values.SMS_GATEWAY_URL) !== Boolean(values.SMS_GATEWAY_TOKEN)) {
    throw badValue(values.SMS_GATEWAY_URL ? 'SMS_GATEWAY_TOKEN' : 'SMS_GATEWAY_URL')
  }
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    metricsPort: values.METRICS_PORT,
    trustProxy: values.TRUST_PROXY,
    demo: values.DEMO,
    siteUrl: values.SITE_URL?.replace(/\/+$/, ''),
    districtName: values.DISTRICT_NAME,
    wechat:
      values.WECHAT_APPID && values.WECHAT_SECRET
        ? { appid: values.WECHAT_APPID, secret: values.WECHAT_SECRET, baseUrl: values.WECHAT_BASE_URL }
        : undefined,
    contactKey: values.CONTACT_KEY,
    smsGateway:
      values.SMS_GATEWAY_URL && values.SMS_GATEWAY_TOKEN
        ? { url: values.SMS_GATEWAY_URL, token: values.SMS_GATEWAY_TOKEN }
        : undefined,
    photoKey: values.PHOTO_KEY,
    s3: bucketOf(values),
    oldestClient: values.OLDEST_CLIENT,
    jurisdictionProfile: values.OWNERS_RESULTS,
  }
}

/** All that a bucket needs, or nothing of it. */
function bucketOf(values: z.output<typeof environment>): Bucket | undefined {
  const { S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT } = values
  const needed = { S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }
  const missing = Object.entries(needed).find(([, value]) => value === undefined)?.[0]
  const anySet = [...Object.values(needed), S3_ENDPOINT].some((value) => value !== undefined)
  if (!anySet) return undefined
  if (!S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw badValue(missing ?? 'S3_BUCKET')
  return {
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    endpoint: S3_ENDPOINT,
  }
}

function badValue(name: string): StartupError {
  return new StartupError(`环境变量 ${name} 不对，应当是：${HINTS[name as keyof typeof HINTS]}`)
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
