import { View } from '@tarojs/components'
import { useState } from 'react'
import { readWishContactEndpoint, waitsForWord, type WishView } from '#core/wishes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { callNumber } from '@/platform/phone-call'
import { CONTACT_WORDS, DETAIL_WORDS } from '../../words'

/** The other's phone, while the two have to do with each other: masked until it is asked for, and each reading on record. */
export function ContactCard({ wish }: { wish: WishView }) {
  const { mine, mayReadContact, contactMasked } = wish
  if (!mayReadContact && contactMasked === null) return null
  return (
    <Card title={mine ? CONTACT_WORDS.titleAuthor : CONTACT_WORDS.titleHelper} gap>
      <Known wish={wish} />
    </Card>
  )
}

function Known({ wish }: { wish: WishView }) {
  const { mine, state, mayReadContact, contactMasked } = wish
  if (contactMasked === null) return <Note>{CONTACT_WORDS.none}</Note>
  if (mayReadContact) return <Phone wish={wish} masked={contactMasked} />
  return (
    <>
      <View className="text">{CONTACT_WORDS.masked(contactMasked)}</View>
      <View className="text--small text--quiet text--gap">
        {CONTACT_WORDS[mine && waitsForWord(state) ? 'unconfirmed' : 'again']}
      </View>
    </>
  )
}

function Phone({ wish: { communityId, wishId }, masked }: { wish: WishView; masked: string }) {
  const [phone, setPhone] = useState<string | null>()
  const params = { communityId, wishId }
  const ask = useSubmit(
    (_input: typeof params, key) => callEndpoint(readWishContactEndpoint, { params, key }),
    (answer: { phone: string | null }) => setPhone(answer.phone),
  )
  if (phone === null) return <Note>{CONTACT_WORDS.none}</Note>
  if (phone !== undefined) {
    return (
      <Button variant="secondary" block icon="phone" onPress={() => callNumber(phone)}>
        {CONTACT_WORDS.call(phone)}
      </Button>
    )
  }
  return (
    <>
      <View className="text">{CONTACT_WORDS.masked(masked)}</View>
      <View className="text--small text--quiet text--gap">{CONTACT_WORDS.recorded}</View>
      <View className="text--gap-l">
        <Button
          variant="secondary"
          block
          icon="eye"
          busy={ask.busy}
          busyWords={DETAIL_WORDS.sending}
          onPress={() => void ask.submit(params)}
        >
          {CONTACT_WORDS.see}
        </Button>
      </View>
      {ask.failure && (
        <Note gap tone="late" icon="alert" alert>
          {ask.failure.message}
        </Note>
      )}
    </>
  )
}
