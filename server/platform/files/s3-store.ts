import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { FileStoreError, type FileStore } from './file-store'

/** A bucket that speaks S3. */
export interface S3Settings {
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Undefined: Amazon's own. */
  endpoint: string | undefined
}

/** How long connecting and one answer may take, in milliseconds, and how often one call is tried. */
const PATIENCE = { connectMs: 3_000, answerMs: 10_000, attempts: 3 }
/** What buckets answer when their quota is used up. */
const FULL = /QuotaExceeded|InsufficientStorage|StorageFull/i

/** Files in a bucket; a PUT of S3 is whole or not at all. */
export function createS3Store(settings: S3Settings, patience = PATIENCE): FileStore {
  const client = new S3Client(clientConfig(settings, patience))
  const of = (key: string) => ({ Bucket: settings.bucket, Key: key })
  return {
    put: async (key, bytes) => {
      await inWords(() =>
        client.send(new PutObjectCommand({ ...of(key), Body: bytes, ContentType: typeOf(key) })),
      )
    },
    get: async (key) => {
      try {
        return await inWords(async () => {
          const { Body: body } = await client.send(new GetObjectCommand(of(key)))
          return body && Buffer.from(await body.transformToByteArray())
        })
      } catch (error) {
        if (error instanceof FileStoreError && error.code === 'NoSuchKey') return undefined
        throw error
      }
    },
    remove: async (keys) => {
      // One by one: not every store that speaks S3 knows how to delete several at once.
      await inWords(() => Promise.all(keys.map((key) => client.send(new DeleteObjectCommand(of(key))))))
    },
  }
}

function clientConfig(
  settings: S3Settings,
  { connectMs, answerMs, attempts }: typeof PATIENCE,
): S3ClientConfig {
  const { region, endpoint, accessKeyId, secretAccessKey } = settings
  return {
    region,
    ...(endpoint ? { endpoint } : {}),
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
    // Newer checksums are unknown to many stores that speak S3.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
}

/** Photos, or what nobody but this server can read. */
const typeOf = (key: string) => (key.endsWith('.jpg') ? 'image/jpeg' : 'application/octet-stream')

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { name } = error as Error
    throw new FileStoreError(name, FULL.test(name))
  }
}
