import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import {
  asksForMoney,
  NO_MONEY,
  WISH_KINDS,
  WISH_TEXT_LENGTH,
  WISH_TITLE_LENGTH,
  wishKindName,
} from '#core/wishes'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Note } from '@/components/Note'
import { Press } from '@/components/Press'
import { Sheet } from '@/components/Sheet'
import { SAY_WORDS } from '../../../../say-words'
import { errorAt } from '../../error-at'
import { kindFor } from '../../say-draft'
import type { SayForm } from '../../useSayWish'

interface PartProps {
  form: SayForm
}

/** What is wished for: one line, and more for who likes. Money has no place in it. */
export function WhatCard({ form }: PartProps) {
  const { draft, change, failure } = form
  const money = !failure && asksForMoney(`${draft.title} ${draft.text}`)
  return (
    <Card gap>
      <Field
        label={SAY_WORDS.what}
        placeholder={SAY_WORDS.whatPlaceholder}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={WISH_TITLE_LENGTH}
        error={errorAt(form, 'title')}
        required
      />
      {(draft.title || draft.kind) && <KindRow form={form} />}
      <More form={form} />
      {money && (
        <Note gap tone="wait" icon="alert" alert>
          {NO_MONEY}
        </Note>
      )}
    </Card>
  )
}

const KINDS = WISH_KINDS.map(({ code, name }) => ({ value: code, words: name }))

/** What it is about: suggested by the words, changed by hand. */
function KindRow({ form: { draft, change } }: PartProps) {
  const [choosing, setChoosing] = useState(false)
  const kind = kindFor(draft)
  return (
    <>
      <View className="hintrow">
        <View>
          {!draft.kind && <Text className="aside-inline">{SAY_WORDS.sortedBy}</Text>}
          {SAY_WORDS.sorted(wishKindName(kind))}
        </View>
        <Press className="hintrow__act" onPress={() => setChoosing(true)}>
          <View>{SAY_WORDS.change}</View>
        </Press>
      </View>
      <Sheet open={choosing} title={SAY_WORDS.kindSheet} onClose={() => setChoosing(false)}>
        <View className="sheet__chips">
          <Chips
            label={SAY_WORDS.kindSheet}
            columns={2}
            options={KINDS}
            value={kind}
            onChange={(next) => {
              setChoosing(false)
              change({ kind: next })
            }}
          />
        </View>
      </Sheet>
    </>
  )
}

/** Room for more words, for who asks for it. */
function More({ form }: PartProps) {
  const { draft, change } = form
  const [open, setOpen] = useState(draft.text !== '')
  const error = errorAt(form, 'text')
  if (!open && !error) {
    return (
      <Press className="link link--more" onPress={() => setOpen(true)}>
        <Icon name="plus" size="s" lead />
        <View>{SAY_WORDS.more}</View>
      </Press>
    )
  }
  return (
    <Field
      label={SAY_WORDS.more}
      hint={SAY_WORDS.moreHint}
      placeholder={SAY_WORDS.morePlaceholder}
      value={draft.text}
      onChange={(text) => change({ text })}
      maxLength={WISH_TEXT_LENGTH}
      error={error}
      multiline
    />
  )
}
