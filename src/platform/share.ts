import Taro, { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useEffect } from 'react'
import { TABS } from '../tabs'
import { copyText } from './clipboard'
import { isWeapp } from './device'
import { urlOf } from './navigation'

/** What a card in a chat shows, and where it leads: nothing personal in either. */
export interface ShareCard {
  title: string
  page: string
  query: Record<string, string>
  /** May also be shown in 朋友圈, where nobody is signed in. */
  timeline?: boolean
}

/** A packaged picture, 5:4. Without one WeChat draws the page as it stands there: words and photos of whoever wrote it. */
export const CARD_PICTURE = '/assets/share.png'

/** What is passed on where nothing of the page may be: the app itself. */
const APP_CARD = { title: '邻里', path: urlOf(TABS[0].page), imageUrl: CARD_PICTURE }

/** WeChat's number for a page that was opened from 朋友圈. */
const SINGLE_PAGE = 1154

/**
 * What WeChat's ··· menu shares of this page. Without a card the menu offers nothing: the thing is not for everybody, or
 * isn't known yet.
 */
export function useShareCard(card: ShareCard | undefined): void {
  useShareAppMessage(() =>
    card ? { title: card.title, path: urlOf(card.page, card.query), imageUrl: CARD_PICTURE } : APP_CARD,
  )
  useShareTimeline(() =>
    card ? { title: card.title, query: urlOf('', card.query).replace(/^\/?\??/, '') } : {},
  )
  const inChats = card !== undefined
  const inTimeline = card?.timeline === true
  useEffect(() => {
    if (!isWeapp) return
    // What is not named stays hidden.
    void showMenu(inChats ? itemsOf(inTimeline) : [])
  }, [inChats, inTimeline])
}

/** An older WeChat may know neither; then its menu stays as it is. */
async function showMenu(menus: string[]): Promise<void> {
  try {
    await Taro.hideShareMenu({})
    if (menus.length > 0) await Taro.showShareMenu({ menus } as Taro.showShareMenu.Option)
  } catch {
    // What it shares then is the app, or a card with nothing personal in it.
  }
}

function itemsOf(timeline: boolean): ('shareAppMessage' | 'shareTimeline')[] {
  return timeline ? ['shareAppMessage', 'shareTimeline'] : ['shareAppMessage']
}

/** On the H5 site there is no ··· menu: the address goes to the phone's own share sheet, or is copied. */
export const hasShareButton = !isWeapp

/** Shares the address of a card. `copied`: it is on the clipboard; undefined: the person put the sheet away. */
export async function shareAddress({
  title,
  page,
  query,
}: ShareCard): Promise<'shared' | 'copied' | 'failed' | undefined> {
  const url = window.location.origin + urlOf(page, query)
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title, url })
      return 'shared'
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return undefined
    }
  }
  return (await copyText(url)) ? 'copied' : 'failed'
}

/** Whether this is the single page that opens from 朋友圈: nobody can sign in there, and nothing else can be opened. */
export function isSinglePage(): boolean {
  if (!isWeapp) return false
  try {
    return Taro.getLaunchOptionsSync().scene === SINGLE_PAGE
  } catch {
    return false
  }
}
