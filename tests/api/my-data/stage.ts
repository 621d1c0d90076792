import { buffer } from 'node:stream/consumers'
import { fromBuffer, type Entry } from 'yauzl'
import { actOnMatterEndpoint, joinMatterEndpoint, reportMatterEndpoint, type MatterView } from '#core/matters'
import { CLOSING_DAYS, closeAccountEndpoint } from '#core/my-data'
import { carryOutClosings, makeArchive, sweepArchives } from '#server/my-data/index'
import { personalAreas } from '#server/personal-data'
import { writePostEndpoint } from '#core/threads'
import type { SignedInPerson } from '../../builders/neighbourhood'
import type { TestServer } from '../test-server'

/** Files of a ZIP by name, as another program reads them. */
export function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>()
    fromBuffer(zip, { lazyEntries: true, validateEntrySizes: true }, (failure, opened) => {
      if (failure) return reject(failure)
      opened.on('error', reject)
      opened.on('end', () => resolve(files))
      opened.on('entry', (entry: Entry) =>
        opened.openReadStream(entry, (unreadable, stream) => {
          if (unreadable) return reject(unreadable)
          buffer(stream).then((bytes) => {
            files.set(entry.fileName, bytes)
            opened.readEntry()
          }, reject)
        }),
      )
      opened.readEntry()
    })
  })
}

/** What the clock and the jobs do to one's data. */
export function jobsOf(server: () => TestServer) {
  const parts = () => {
    const { db, contactBox, photos, now } = server().parts
    return { db, contactBox, store: photos, now, areas: personalAreas }
  }
  return {
    /** Makes what was asked for. */
    make: async () => {
      const rows = await server()
        .db.selectFrom('data_archives')
        .select(['person_id', 'archive_id'])
        .where('state', '=', 'making')
        .execute()
      for (const { person_id: personId, archive_id: archiveId } of rows)
        await makeArchive(parts(), { personId, archiveId })
    },
    sweep: () => sweepArchives(parts()),
    close: () => carryOutClosings(parts()),
    parts,
  }
}

/** Somebody closes their account, and the days pass after which it is gone. */
export async function closedAfterAll(
  server: TestServer,
  jobs: ReturnType<typeof jobsOf>,
  who: SignedInPerson,
  words: 'keep' | 'delete',
) {
  await server.ok(closeAccountEndpoint, { as: who.token, body: { words } })
  server.clock.now = new Date(server.clock.now.getTime() + CLOSING_DAYS * 86_400_000)
  await jobs.close()
}

/** Things people do, in one community. */
export function doingHere(server: () => TestServer, communityId: () => string, buildingId: () => string) {
  const params = () => ({ communityId: communityId() })
  return {
    report: (by: SignedInPerson, title: string): Promise<MatterView> =>
      server().ok(reportMatterEndpoint, {
        as: by.token,
        params: params(),
        body: { placeId: buildingId(), serviceCode: 'stair_lamp', title, shownAs: 'nickname' },
      }),
    join: (by: SignedInPerson, { matterId }: MatterView) =>
      server().ok(joinMatterEndpoint, { as: by.token, params: { ...params(), matterId } }),
    act: (by: SignedInPerson, { matterId, revision }: MatterView, act: 'acknowledge' | 'withdraw') =>
      server().ok(actOnMatterEndpoint, {
        as: by.token,
        params: { ...params(), matterId },
        body: { act, revision },
      }),
    say: (by: SignedInPerson, { matterId }: MatterView, text: string) =>
      server().ok(writePostEndpoint, {
        as: by.token,
        params: { ...params(), subjectKind: 'matter', subjectId: matterId },
        body: { text, shownAs: 'nickname' },
      }),
  }
}
