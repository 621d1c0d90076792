import { useState } from 'react'
import {
  areaInWords,
  countFigure,
  countsArea,
  deliveredInWords,
  hasResult,
  isDraft,
  shortHash,
  type VoteView,
} from '#core/votes'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DELIVERY_WORDS } from '../../delivery-words'
import { PROXY_LINK } from '../../proxy-words'
import { LINK_WORDS } from '../../words'
import { ByUnitSheet } from '../ByUnitSheet'
import { MineSheet } from '../MineSheet'

interface PartProps {
  vote: VoteView
}

/** The lines that lead on from a vote: roll, objections, who has not voted; and after the close one's own ballot and the recount. */
export function VoteLinks({ vote }: PartProps) {
  const [open, setOpen] = useState<'mine' | 'byUnit'>()
  const { communityId, voteId, state, may, head, disclosure, silence, electorate } = vote
  if (isDraft(state)) return null
  if (!may.follow) return <MineAlone vote={vote} />
  const address = { communityId, voteId }
  const close = () => setOpen(undefined)
  return (
    <Card flush gap>
      {mayHaveCast(vote) && (
        <Item icon="key" title={LINK_WORDS.mine} text={LINK_WORDS.mineText} onPress={() => setOpen('mine')} />
      )}
      {may.readBulletin && (
        <Item
          icon="lock"
          title={LINK_WORDS.recount}
          text={head ? LINK_WORDS.recountText(shortHash(head)) : undefined}
          onPress={() => goTo(ROUTES.voteRecount, address)}
        />
      )}
      {may.readBulletin && disclosure === 'by_unit' && (
        <Item icon="list" title={LINK_WORDS.byUnit} onPress={() => setOpen('byUnit')} />
      )}
      <Item
        icon="users"
        title={LINK_WORDS.roll}
        text={LINK_WORDS.rollText[electorate]}
        value={rollInWords(vote)}
        onPress={() => goTo(ROUTES.voteRoll, address)}
      />
      {may.seeMissing && (
        <Item
          icon="door"
          title={LINK_WORDS.missing}
          text={LINK_WORDS.missingText}
          onPress={() => goTo(ROUTES.voteMissing, address)}
        />
      )}
      {may.seeDeliveries && silence && (
        <Item
          icon="doc"
          title={DELIVERY_WORDS.link}
          text={DELIVERY_WORDS.linkText}
          value={deliveredInWords(silence)}
          onPress={() => goTo(ROUTES.voteDeliveries, address)}
        />
      )}
      <ProxyLinks vote={vote} />
      <Item
        icon="talk"
        title={may.objectResult ? LINK_WORDS.objectResult : LINK_WORDS.objections}
        text={objectionsInWords(vote)}
        onPress={() => goTo(ROUTES.voteObjections, address)}
      />
      <MineSheet open={open === 'mine'} vote={vote} onClose={close} />
      <ByUnitSheet open={open === 'byUnit'} vote={vote} onClose={close} />
    </Card>
  )
}

const mayHaveCast = ({ state, voters, castBefore }: VoteView): boolean =>
  hasResult(state) && voters.length + castBefore.length > 0

/** 搬走了的: what they cast stays, and its receipt is theirs; the rest is for who follows the vote. */
function MineAlone({ vote }: PartProps) {
  const [open, setOpen] = useState(false)
  if (!mayHaveCast(vote)) return null
  return (
    <Card flush gap>
      <Item icon="key" title={LINK_WORDS.mine} text={LINK_WORDS.mineText} onPress={() => setOpen(true)} />
      <MineSheet open={open} vote={vote} onClose={() => setOpen(false)} />
    </Card>
  )
}

/** To those who check proxies, hold or gave one, and to asking for one. */
function ProxyLinks({ vote }: PartProps) {
  const { communityId, voteId, may, proxies } = vote
  const address = { communityId, voteId }
  return (
    <>
      {(may.decideProxies || proxies.length > 0) && (
        <Item
          icon="doc"
          title={may.decideProxies ? PROXY_LINK.decide : PROXY_LINK.list}
          text={may.decideProxies ? PROXY_LINK.decideText : PROXY_LINK.listText}
          onPress={() => goTo(ROUTES.voteProxies, address)}
        />
      )}
      {may.fileProxy && (
        <Item
          icon="pen"
          title={PROXY_LINK.file}
          text={PROXY_LINK.fileText}
          onPress={() => goTo(ROUTES.voteProxy, address)}
        />
      )}
    </>
  )
}

function rollInWords({ roll, electorate, items }: VoteView): string | undefined {
  if (!roll) return undefined
  const persons = `${countFigure(roll.persons)} ${electorate === 'homes' ? '户' : '人'}`
  return items.some(({ rule }) => countsArea(rule)) ? `${persons}，${areaInWords(roll.areaCentiM2)}` : persons
}

function objectionsInWords({ objections: { roll, rollOpen, result, resultOpen } }: VoteView): string {
  const [all, open] = [roll + result, rollOpen + resultOpen]
  if (all === 0) return LINK_WORDS.noObjections
  return open === 0 ? LINK_WORDS.allAnswered(all) : LINK_WORDS.someOpen(all, open)
}
