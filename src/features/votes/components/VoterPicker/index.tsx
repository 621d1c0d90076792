import { View } from '@tarojs/components'
import { useState } from 'react'
import { listRollEndpoint, ROLL_NAME_LENGTH, type VoteView } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { FILE_PROXY } from '../../proxy-words'

interface Chosen {
  voterId: string
  name: string
}

interface VoterPickerProps {
  vote: VoteView
  value: Chosen | undefined
  onChange: (voter: Chosen | undefined) => void
}

/** One of the roll, found by name; those one votes for anyway, and who isn't counted, are not offered. */
export function VoterPicker({ vote, value, onChange }: VoterPickerProps) {
  if (value) {
    return (
      <View>
        <View className="text--strong">{FILE_PROXY.chosen(value.name)}</View>
        <View className="vote__acts">
          <Button small variant="quiet" onPress={() => onChange(undefined)}>
            {FILE_PROXY.other}
          </Button>
        </View>
      </View>
    )
  }
  return <Search vote={vote} onChange={onChange} />
}

function Search({ vote, onChange }: Omit<VoterPickerProps, 'value'>) {
  const { communityId, voteId, voters } = vote
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const roll = usePaged(
    (cursor) =>
      callEndpoint(listRollEndpoint, {
        params: { communityId, voteId },
        query: { cursor, ...(name ? { name } : {}) },
      }),
    [communityId, voteId, name],
  )
  const find = () => setName(typed.trim())
  return (
    <View>
      <Field
        label={FILE_PROXY.find}
        placeholder={FILE_PROXY.findPlaceholder}
        value={typed}
        maxLength={ROLL_NAME_LENGTH}
        onChange={setTyped}
        onConfirm={find}
      />
      <Button small variant="secondary" icon="search" onPress={find}>
        {FILE_PROXY.findAct}
      </Button>
      <FourFaces
        state={roll.state}
        skeleton={<SkeletonRows count={3} />}
        errorTitle={FILE_PROXY.failed}
        isEmpty={(all) => all.length === 0}
        empty={<Blank art="window" title={FILE_PROXY.none} text={FILE_PROXY.noneText} />}
      >
        {(all) => (
          <>
            <ChoiceList
              label={FILE_PROXY.who}
              options={all
                .filter(
                  ({ voterId, leftOut }) =>
                    leftOut === null && !voters.some((own) => own.voterId === voterId),
                )
                .map(({ voterId, name: title }) => ({ value: voterId, title }))}
              onChange={(voterId) => onChange(all.find((one) => one.voterId === voterId))}
            />
            <MoreButton more={roll.more} />
          </>
        )}
      </FourFaces>
    </View>
  )
}
