import { View } from '@tarojs/components'
import { useState } from 'react'
import { VACANT_HOMES_AT_MOST } from '#core/votes'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/platform/feedback'
import { SETTINGS } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import type { VacantHome } from '../../vote-draft'
import { FaultLine } from '../FaultLine'
import { HomeTree } from './HomeTree'

/** Homes in which nobody lives: they have no vote, and are listed at notice. */
export function VacantHomes({ form }: { form: VoteForm }) {
  const { start, draft, place, change, errorAt } = form
  const [open, setOpen] = useState(false)
  const { vacant } = draft
  const toggle = (home: VacantHome) => {
    const others = vacant.filter(({ id }) => id !== home.id)
    if (others.length < vacant.length) return change({ vacant: others })
    if (vacant.length >= VACANT_HOMES_AT_MOST) return toast(SETTINGS.vacantFull(VACANT_HOMES_AT_MOST))
    change({ vacant: [...vacant, home] })
  }
  return (
    <Card gap>
      <Item
        icon="door"
        strong
        title={SETTINGS.vacant}
        text={vacant.length > 0 ? vacantInWords(vacant) : SETTINGS.vacantNone}
        onPress={() => setOpen(true)}
      />
      <View className="text--small text--quiet">{SETTINGS.vacantText}</View>
      <FaultLine error={errorAt('vacantHomeIds')} />
      <Sheet open={open} title={SETTINGS.vacantSheet} onClose={() => setOpen(false)}>
        {place && (
          <HomeTree
            communityId={start.communityId}
            rootId={place.placeId === start.communityId ? undefined : place.placeId}
            chosen={vacant}
            onToggle={toggle}
          />
        )}
      </Sheet>
    </Card>
  )
}

const NAMED_AT_MOST = 6

/** 2 户空着：1单元 101、2单元 302. */
export function vacantInWords(vacant: readonly VacantHome[]): string {
  const names = vacant.map(({ name }) => name).filter(Boolean)
  const unnamed = vacant.length - names.length
  const shown = names.slice(0, NAMED_AT_MOST).join('、')
  const more = names.length > NAMED_AT_MOST ? '…' : ''
  const named = shown ? `：${shown}${more}` : ''
  const rest = unnamed > 0 && shown ? `；${SETTINGS.vacantUnnamed(unnamed)}` : ''
  return `${SETTINGS.vacantCount(vacant.length)}${named}${rest}`
}
