import { View } from '@tarojs/components'
import { useState } from 'react'
import { messageOf } from '#core/errors'
import { listPlacesEndpoint, reportable, type PlaceKind } from '#core/places'
import { CONSENT_WAY_LABELS, CONSENT_WAYS, OTHER_NAME_LENGTH } from '#core/wishes'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { State } from '@/components/State'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { sentenceOf } from '@/platform/readable-error'
import { SAY_WORDS } from '../../../../say-words'
import { errorAt } from '../../error-at'
import { originFor } from '../../say-draft'
import { originAt } from '../../say-start'
import type { SayForm } from '../../useSayWish'
import { ChoiceRow } from '../ChoiceRow'

interface PartProps {
  form: SayForm
}

const FOR_WHOM = [
  { value: 'me', words: SAY_WORDS.forMe },
  { value: 'other', words: SAY_WORDS.forOther },
] as const

/** 给谁: oneself, or somebody who agreed to it. */
export function ForWhomCard({ form }: PartProps) {
  const { draft, change, start } = form
  return (
    <Card>
      <View className="ask" {...aria({ role: 'heading', level: 2 })}>
        {SAY_WORDS.forWhom}
      </View>
      {start.own.length > 0 && (
        <View className="text--gap">
          <Chips
            label={SAY_WORDS.forWhom}
            columns={2}
            options={FOR_WHOM}
            value={draft.forOther ? 'other' : 'me'}
            onChange={(whom) => change({ forOther: whom === 'other' })}
          />
        </View>
      )}
      {draft.forOther && <Other form={form} />}
    </Card>
  )
}

const WAYS = CONSENT_WAYS.map((value) => ({ value, words: CONSENT_WAY_LABELS[value] }))

/** Whose wish it is, and how they agreed. */
function Other({ form }: PartProps) {
  const { draft, change } = form
  const wayMissing = errorAt(form, 'forOther.way')
  return (
    <>
      <Note gap>{SAY_WORDS.consentText}</Note>
      <View className="text--gap-l">
        <Field
          label={SAY_WORDS.otherName}
          hint={SAY_WORDS.otherNameHint}
          placeholder={SAY_WORDS.otherNamePlaceholder}
          value={draft.otherName}
          onChange={(otherName) => change({ otherName })}
          maxLength={OTHER_NAME_LENGTH}
          error={errorAt(form, 'forOther.name')}
          required
        />
        <View className="field">
          <View className="ask">{SAY_WORDS.consent}</View>
          <View className="text--gap">
            <Chips
              label={SAY_WORDS.consent}
              options={WAYS}
              value={draft.way}
              onChange={(way) => change({ way })}
            />
          </View>
          {wayMissing && (
            <State icon="alert" tone="late">
              {wayMissing}
            </State>
          )}
        </View>
        <Field
          label={SAY_WORDS.otherPhone}
          hint={SAY_WORDS.otherPhoneHint}
          placeholder={SAY_WORDS.otherPhonePlaceholder}
          value={draft.otherPhone}
          onChange={(otherPhone) => change({ otherPhone })}
          maxLength={20}
          type="number"
          error={errorAt(form, 'forOther.phone')}
        />
      </View>
      <OtherPlace form={form} />
    </>
  )
}

interface PlaceKnot extends TreeItem {
  kind: PlaceKind
}

/** Where that person lives; the server says to whom one may speak from there. */
function OtherPlace({ form }: PartProps) {
  const { draft, change, start } = form
  const [busy, setBusy] = useState(false)
  const origin = originFor(start, draft)
  const choose = (placeId: string) => {
    setBusy(true)
    originAt(start.communityId, placeId)
      .then((otherOrigin) =>
        otherOrigin ? change({ otherOrigin, scope: undefined }) : toast(messageOf('WISH_NEEDS_HOME')),
      )
      .catch((error: unknown) => toast(sentenceOf(error)))
      .finally(() => setBusy(false))
  }
  return (
    <ChoiceRow
      icon="pin"
      title={SAY_WORDS.otherPlace}
      value={busy ? SAY_WORDS.placeBusy : (origin?.name ?? SAY_WORDS.otherPlacePick)}
      sheetTitle={SAY_WORDS.placeSheet}
      error={errorAt(form, 'placeId')}
    >
      {(close) => (
        <TreePicker
          load={(parentId, cursor) => loadBuildings(start.communityId, parentId, cursor)}
          canChoose={({ kind }) => kind === 'building' || kind === 'courtyard'}
          onChoose={({ id }) => {
            close()
            choose(id)
          }}
        />
      )}
    </ChoiceRow>
  )
}

/** Down to the buildings, and no further. */
async function loadBuildings(communityId: string, parentId: string | undefined, cursor: string | undefined) {
  const page = await callEndpoint(listPlacesEndpoint, {
    params: { communityId },
    query: { parentId, cursor },
  })
  const places = page.items.filter(
    ({ kind }) => reportable(kind) && kind !== 'facility' && kind !== 'premises',
  )
  return {
    items: places.map(({ placeId, kind, ...place }): PlaceKnot => {
      return { ...place, id: placeId, kind, hasChildren: place.hasChildren && kind !== 'building' }
    }),
    nextCursor: page.nextCursor,
  }
}
