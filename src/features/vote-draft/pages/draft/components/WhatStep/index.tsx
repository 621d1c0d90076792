import { VOTE_ITEMS_AT_MOST } from '#core/votes'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { WHAT } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import { asksUnanimity, EMPTY_ITEM, type WrittenItem } from '../../vote-draft'
import { ApplicantCard } from '../ApplicantCard'
import { ItemCard } from '../ItemCard'

/** What is to be decided: one thing, or several on one ballot. */
export function WhatStep({ form }: { form: VoteForm }) {
  const { draft, electorate, place, change } = form
  if (!place || !electorate) return null
  const { items } = draft
  const put = (at: number, part: Partial<WrittenItem>) =>
    change({ items: items.map((item, index) => (index === at ? { ...item, ...part } : item)) })
  const several = items.length > 1
  const unanimous = asksUnanimity(draft, electorate)
  return (
    <>
      {items.map((item, index) => (
        <ItemCard
          key={index}
          item={item}
          electorate={electorate}
          kind={place.kind}
          {...(several ? { title: WHAT.item(index + 1) } : {})}
          errorAt={(field) => form.errorAt(`items.${index}.${field}`)}
          onChange={(part) => put(index, part)}
          {...(several ? { onRemove: () => change({ items: items.filter((_, at) => at !== index) }) } : {})}
        />
      ))}
      {unanimous && <ApplicantCard form={form} />}
      {unanimous ? (
        several && <Note gap>{WHAT.alone}</Note>
      ) : items.length < VOTE_ITEMS_AT_MOST ? (
        <Button variant="quiet" block icon="plus" onPress={() => change({ items: [...items, EMPTY_ITEM] })}>
          {WHAT.add}
        </Button>
      ) : (
        <Note gap>{WHAT.full(VOTE_ITEMS_AT_MOST)}</Note>
      )}
    </>
  )
}
