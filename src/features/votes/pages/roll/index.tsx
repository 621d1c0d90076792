import { View } from '@tarojs/components'
import { dateInWords, justBefore } from '#core/calendar'
import { AREA_SOURCE_LABELS, AREA_SOURCES } from '#core/imports'
import {
  applicantInWords,
  areaInWords,
  countFigure,
  LEFT_OUT_LABELS,
  listRollEndpoint,
  OUTSIDERS_IN_WORDS,
  type RollVoterView,
  type VoteView,
} from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonRows } from '@/components/Skeleton'
import { State } from '@/components/State'
import { usePaged } from '@/hooks/usePaged'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ObjectSheet } from '../../components/ObjectSheet'
import { ROLL_WORDS } from '../../roll-words'
import { useObject, type Objecting } from '../../useObject'
import { addressIn, useVote } from '../../useVote'

/** 名册: who votes, with which area and where that comes from; each line may be objected to while that is possible. */
export default function RollPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteRoll, query)
  return signedIn ? <Roll query={query} /> : null
}

function Roll({ query }: { query: Partial<Record<string, string>> }) {
  const address = addressIn(query)
  const { communityId, voteId } = address
  const state = useVote(address)
  const vote = state.status === 'ready' ? state.data : undefined
  const roll = usePaged(
    (cursor) => callEndpoint(listRollEndpoint, { params: address, query: { cursor } }),
    [communityId, voteId],
  )
  const objecting = useObject(address, () => goTo(ROUTES.voteObjections, { communityId, voteId }))
  const mayObject = vote?.may.objectRoll ?? false
  const claims = Boolean(vote?.applicantUnit)
  return (
    <Screen
      title={ROLL_WORDS.title}
      foot={
        mayObject ? (
          <View className="acts">
            <Button variant="secondary" block onPress={() => objecting.open({ about: 'roll', claims })}>
              {claims ? ROLL_WORDS.concerned : ROLL_WORDS.missing}
            </Button>
          </View>
        ) : undefined
      }
    >
      {vote && <About vote={vote} />}
      <FourFaces
        state={roll.state}
        skeleton={<SkeletonRows count={6} />}
        errorTitle={ROLL_WORDS.failed}
        isEmpty={(voters) => voters.length === 0}
        empty={<Blank art="window" title={ROLL_WORDS.empty} text={ROLL_WORDS.emptyText} />}
      >
        {(voters) => (
          <Card flush gap>
            {voters.map((voter) => (
              <Row
                key={voter.voterId}
                voter={voter}
                isHome={vote?.electorate === 'homes'}
                objecting={mayObject ? objecting : undefined}
              />
            ))}
            <MoreButton more={roll.more} />
          </Card>
        )}
      </FourFaces>
      <ObjectSheet objecting={objecting} />
      <ConsentSheet />
    </Screen>
  )
}

function About({ vote: { roll, electorate, applicantUnit, rollObjectionsUntil, may } }: { vote: VoteView }) {
  const unit = electorate === 'homes' ? '户' : '人'
  const persons = roll ? `${countFigure(roll.persons)} ${unit}` : undefined
  const area = roll && electorate === 'owners' ? `，${areaInWords(roll.areaCentiM2)}` : ''
  const canObject = may.objectRoll && rollObjectionsUntil
  return (
    <Card>
      {persons && <View className="text--strong">{`${ROLL_WORDS.sum(persons)}${area}`}</View>}
      {applicantUnit && <View className="text--gap">{applicantInWords(applicantUnit.name)}</View>}
      {applicantUnit && canObject && <View className="text--gap">{OUTSIDERS_IN_WORDS}</View>}
      <View className="text--small text--quiet">
        {canObject ? ROLL_WORDS.objectUntil(dateInWords(justBefore(rollObjectionsUntil))) : ROLL_WORDS.fixed}
      </View>
    </Card>
  )
}

interface RowProps {
  voter: RollVoterView
  isHome: boolean
  objecting: Objecting | undefined
}

function Row({ voter, isHome, objecting }: RowProps) {
  const { voterId, name, areaCentiM2, units, leftOut } = voter
  const said = isHome
    ? []
    : [areaInWords(areaCentiM2), ...(units.length > 1 ? [ROLL_WORDS.units(units.length)] : [])]
  return (
    <View className="item">
      <View className="item__body">
        <View className="item__title item__title--strong">{name}</View>
        {said.length > 0 && <View className="item__text">{said.join('，')}</View>}
        {!isHome &&
          units.map((unit) => (
            <View key={unit.name} className="item__text">
              {unitInWords(unit)}
            </View>
          ))}
        {leftOut && <State icon="info">{LEFT_OUT_LABELS[leftOut]}</State>}
      </View>
      {objecting && (
        <Button
          small
          variant="quiet"
          onPress={() => objecting.open({ about: 'roll', voter: { voterId, name } })}
          label={ROLL_WORDS.wrongNamed(name)}
        >
          {ROLL_WORDS.wrong}
        </Button>
      )}
    </View>
  )
}

function unitInWords({ name, areaCentiM2, source }: RollVoterView['units'][number]): string {
  const known = AREA_SOURCES.find((one) => one === source)
  const from = known ? ROLL_WORDS.source(AREA_SOURCE_LABELS[known]) : ROLL_WORDS.noSource
  return `${name}，${areaInWords(areaCentiM2)}，${from}`
}
