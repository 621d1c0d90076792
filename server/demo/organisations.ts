import {
  actOnMember,
  actOnVolunteerRequest,
  askToJoin,
  askToVolunteer,
  createOrganisation,
} from '#server/organisations/index'
import type { People } from './cast'
import type { DemoPlaces } from './places'
import { actAs, type Stage } from './stage'

/** A team of neighbours who help, led by one and joined by another, who is a volunteer too. */
export async function foundOrganisations(stage: Stage, people: People, places: DemoPlaces): Promise<void> {
  const as = (who: keyof People) => actAs(stage, people[who].personId, places.communityId)
  const { organisationId } = await createOrganisation(await as('staff'), {
    kind: 'volunteer_team',
    name: '湖光志愿队',
    does: '周末帮老人跑腿、修小家电',
    personCode: people.wu.personCode,
  })
  const { standing } = await askToJoin(await as('head'), { organisationId, note: '我是三号楼的陈阿姨' })
  const part = { organisationId, memberId: standing?.memberId ?? '' }
  await actOnMember(await as('wu'), [], { ...part, act: 'confirm' })
  const { requestId } = await askToVolunteer(await as('head'), { note: '周末能陪老人看病' })
  await actOnVolunteerRequest(await as('staff'), { requestId, act: 'approve' })
}
