import { StartupError } from '#server/platform/postgres/index'
import { isLoopback, readConfig } from './config'

const refusal = (env: Record<string, string>): StartupError => {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError)
    return error as StartupError
  }
  throw new Error(`${JSON.stringify(env)} was accepted`)
}

describe('the environment', () => {
  it('may be empty: then everything is embedded and on loopback', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: '.data',
      logLevel: 'info',
      metricsPort: undefined,
      trustProxy: false,
      demo: undefined,
      wechat: undefined,
      contactKey: undefined,
      smsGateway: undefined,
    })
  })

  it('counts a variable that is empty as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', WECHAT_APPID: '', WECHAT_SECRET: '' })).toEqual(
      readConfig({}),
    )
  })

  it('is read whole', () => {
    const env = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://linli@/linli?host=/tmp',
      DATA_DIR: '/srv/linli',
      LOG_LEVEL: 'warn',
      METRICS_PORT: '9100',
      TRUST_PROXY: '1',
      DEMO: 'false',
      DISTRICT_NAME: '湖滨区',
      WECHAT_APPID: 'wx0',
      WECHAT_SECRET: 'secret',
      WECHAT_BASE_URL: 'http://127.0.0.1:1',
      PHOTO_KEY: Buffer.alloc(32, 8).toString('base64'),
      S3_BUCKET: 'photos',
      S3_REGION: 'cn-east-1',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
      S3_ENDPOINT: 'https://s3.example.org',
      CONTACT_KEY: Buffer.alloc(32, 7).toString('base64'),
      SMS_GATEWAY_URL: 'https://sms.example.org/send',
      SMS_GATEWAY_TOKEN: 'token',
    }
    expect(readConfig(env)).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: env.DATABASE_URL,
      dataDir: env.DATA_DIR,
      logLevel: 'warn',
      metricsPort: 9100,
      trustProxy: true,
      demo: false,
      districtName: '湖滨区',
      siteUrl: undefined,
      wechat: { appid: 'wx0', secret: 'secret', baseUrl: 'http://127.0.0.1:1' },
      contactKey: Buffer.alloc(32, 7),
      smsGateway: { url: 'https://sms.example.org/send', token: 'token' },
      photoKey: Buffer.alloc(32, 8),
      s3: {
        bucket: 'photos',
        region: 'cn-east-1',
        accessKeyId: 'id',
        secretAccessKey: 'secret',
        endpoint: 'https://s3.example.org',
      },
    })
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '30.5'],
    ['PORT', ' '],
    ['DATABASE_URL', 'mysql://linli@localhost/linli'],
    ['DATABASE_URL', 'localhost'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_PORT', 'yes'],
    ['TRUST_PROXY', 'maybe'],
    ['DEMO', 'ja'],
    ['DISTRICT_NAME', '长'.repeat(41)],
    ['WECHAT_BASE_URL', 'api.weixin.qq.com'],
    ['CONTACT_KEY', 'short'],
    ['CONTACT_KEY', Buffer.alloc(31, 7).toString('base64')],
    ['CONTACT_KEY', Buffer.alloc(33, 7).toString('base64')],
    ['SMS_GATEWAY_URL', 'sms.example.org'],
    ['PHOTO_KEY', 'short'],
    ['S3_ENDPOINT', 's3.example.org'],
  ])('is refused when %s is %j, and the sentence names it', (name, value) => {
    const { message } = refusal({ [name]: value })
    expect(message).toMatch(new RegExp(`^环境变量 ${name} 不对，应当是：.+`))
    expect(message).not.toContain('\n')
  })

  it.each([
    ['WECHAT_SECRET', { WECHAT_APPID: 'wx0' }],
    ['WECHAT_APPID', { WECHAT_SECRET: 'secret' }],
    ['SMS_GATEWAY_TOKEN', { SMS_GATEWAY_URL: 'https://sms.example.org' }],
    ['SMS_GATEWAY_URL', { SMS_GATEWAY_TOKEN: 'token' }],
    ['S3_REGION', { S3_BUCKET: 'photos' }],
    ['S3_BUCKET', { S3_ENDPOINT: 'https://s3.example.org' }],
    ['S3_SECRET_ACCESS_KEY', { S3_BUCKET: 'photos', S3_REGION: 'x', S3_ACCESS_KEY_ID: 'id' }],
  ])('is refused when %s is missing beside the others', (name, env) => {
    expect(refusal(env as Record<string, string>).message).toContain(`环境变量 ${name} 不对`)
  })

  it('never repeats a value: it may be a password', () => {
    expect(refusal({ DATABASE_URL: 'mysql://linli:geheim@host/linli' }).message).not.toContain('geheim')
  })
})

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.2', false],
  ['127.0.0.1.example.com', false],
  ['10.127.0.1', false],
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
