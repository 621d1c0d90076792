import { actOnMembershipEndpoint, askForHomeEndpoint } from '#core/people'
import { secondWishEndpoint } from '#core/wishes'
import { okAt, signInAs } from './caller'
import { askDatabase } from './products'
import type { Product } from './start-product'

/** Of the demo: confirms who lives where. */
const CONFIRMS = '王敏'

interface Neighbours {
  product: Pick<Product, 'url' | 'dataDir'>
  communityId: string
  wishId: string
  /** Who of the demo moves into which home of 3号楼, such as 孙师傅 into 202 of 1单元. */
  homes?: readonly { name: string; entrance: string; home: string }[]
  /** Who lives there already. */
  names?: readonly string[]
}

/** More neighbours who want what somebody wished for: some move in first, and the staff confirm it. */
export async function moreWantIt({ product, communityId, wishId, homes = [], names = [] }: Neighbours) {
  const { url } = product
  const staff = await signInAs(url, CONFIRMS)
  for (const { name, entrance, home } of homes) {
    const homeId = await homeIn3(product.dataDir, entrance, home)
    const { membershipId } = await okAt(url, askForHomeEndpoint, {
      as: await signInAs(url, name),
      params: { communityId },
      body: { homeId, relation: 'owner', isAdult: true },
    })
    await okAt(url, actOnMembershipEndpoint, {
      as: staff,
      params: { communityId, membershipId },
      body: { act: 'confirm' },
    })
  }
  for (const name of [...names, ...homes.map((one) => one.name)])
    await okAt(url, secondWishEndpoint, {
      as: await signInAs(url, name),
      params: { communityId, wishId },
    })
}

async function homeIn3(dataDir: string, entrance: string, home: string): Promise<string> {
  const [found] = await askDatabase<{ homeId: string }>(
    dataDir,
    `select h.place_id as "homeId" from places h join places e on e.place_id = h.parent_id
      join places b on b.place_id = e.parent_id
      where h.name = '${home}' and e.name = '${entrance}' and b.name = '3号楼'`,
  )
  if (!found) throw new Error(`3号楼 has no ${entrance} ${home}`)
  return found.homeId
}
