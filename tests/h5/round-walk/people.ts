import { QUESTION } from '../../product/round-story'
import type { Actor } from '../actor'
import { signedIn } from '../walk'

/** Who takes part: the author of the wish, the head of the building, and two neighbours. */
export interface People {
  author: Actor
  head: Actor
  zhou: Actor
  wu: Actor
}

/** Stands under the question of a round of the building. */
export const HERE = /召集 · 湖光苑 3号楼/

/** In care mode and on a wide screen too. */
export async function gather(): Promise<People> {
  return {
    author: await signedIn('阿梅'),
    head: await signedIn('陈阿姨', { wide: true }),
    zhou: await signedIn('小周', { care: true }),
    wu: await signedIn('老吴'),
  }
}

/** From the first page, over what is being talked about, to the round. */
export async function openRound(one: Actor): Promise<void> {
  await one.opens('/')
  await one.press('议事')
  await one.press(new RegExp(QUESTION))
  await one.sees(HERE)
}

/** Opens the round again, as it stands by now. */
export async function onRound(one: Actor, address: string): Promise<void> {
  await one.opens(address)
  await one.sees(HERE)
}
