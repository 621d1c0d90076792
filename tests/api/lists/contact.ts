import { listContactReadingsEndpoint } from '#core/people'
import { contactReadings } from '../../builders/contact-readings'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

const readings = (scene: Scene, count: number) =>
  contactReadings(scene.server.db, count, {
    ...here(scene),
    ownerId: scene.resident.personId,
    readerId: scene.worker.personId,
  })

export const contactLists: Lists = {
  'who read my phone, newest first': {
    endpoint: listContactReadingsEndpoint,
    page: (scene, cursor) => {
      const input = { as: scene.resident.token, params: here(scene), query: { cursor } }
      return pageOf(scene.server.ok(listContactReadingsEndpoint, input), (item) => item.readingId)
    },
    fill: (scene) => newestFirst(readings(scene, ROWS)),
    arrive: (scene) => readings(scene, 3),
  },
}
