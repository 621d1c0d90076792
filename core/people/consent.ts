import { ALLOWED, refused, type Decision } from '../permissions'

/** 同意. What one agrees to, each apart from the other and withdrawn apart (domain.md 10). */
export const CONSENT_DOCUMENTS = ['privacy', 'public_words'] as const
export type ConsentDocument = (typeof CONSENT_DOCUMENTS)[number]

/** Who agrees: somebody of 14 and over, or the guardian of a child [Personal Information Protection Law 31]. */
export const CONSENT_AGES = ['over_14', 'guardian_agreed'] as const
export type ConsentAge = (typeof CONSENT_AGES)[number]

export const CONSENT_AGE_LABELS: Record<ConsentAge, string> = {
  over_14: '我已满 14 岁',
  guardian_agreed: '我未满 14 岁，爸妈或监护人看过并同意',
}

/** A text that one agrees to. Another text is another version: who agreed to the old one is asked again. */
export interface Notice {
  version: string
  title: string
  /** What agreeing means, in one sentence. */
  asks: string
  parts: readonly { title: string; text: string }[]
  /** What happens when one withdraws: what stops, what stays and why. */
  withdrawing: string
}

/** What a button says by which somebody agrees to a notice. */
export const AGREE = '同意'

/** 个人信息处理说明 and 公开的说明, in plain words [Personal Information Protection Law 14, 17, 25]. ○ */
export const NOTICES: Record<ConsentDocument, Notice> = {
  privacy: {
    version: '2026-11-22',
    title: '个人信息处理说明',
    asks: '同意邻里为了办您的事，使用下面这些信息',
    parts: [
      {
        title: '收什么',
        text: '微信给的登录编号、您的称呼、您绑定的住处、您报的事、说的心愿和写的话；您愿意填的话，还有手机号。不看通讯录，也不跟踪您在哪里。',
      },
      {
        title: '为什么要用',
        text: '办您报的事，让邻居帮得上您，确认您住在这里，需要时联系得到您。不作别的用。',
      },
      {
        title: '谁看得到',
        text: '办这件事的人看得到您报的事。手机号加密保存，只给正在办您的事的人看；说心愿、帮邻居时，只给您点头请来帮的人、点头请您去帮的人看，帮完又遮起来。谁看过，您在「谁看过我的电话」里都查得到。',
      },
      {
        title: '存多久',
        text: '手机号到您删掉或撤回同意为止。登录时的网络地址按法律加密保存六个月。办事的记录要留着备查。',
      },
      { title: '问谁', text: '有疑问，或要看、要改、要删您的信息，找您所在社区的工作人员。' },
      { title: '怎么撤回', text: '在「我的」里打开「我的同意」，随时可以撤回。' },
    ],
    withdrawing:
      '撤回以后不再收您的新信息：改称呼、绑定住处、报事、说心愿、留言前会再问您。您的手机号马上删掉。已经报的事和办理记录留着，因为要办完，也要查得到；登录地址按法律留满六个月。',
  },
  public_words: {
    version: '2026-11-22',
    title: '把您的话给邻居看',
    asks: '同意您写的话和照片给这里的邻居看',
    parts: [
      { title: '给谁看', text: '您发在楼里、小区里的话和照片，那里的邻居和社区工作人员看得到。' },
      { title: '署什么名', text: '署您的称呼，或者只写「一位住户」，由您选。手机号和门牌号不会显示。' },
      { title: '怎么撤下', text: '自己发的话，自己随时可以删。' },
      { title: '怎么撤回', text: '在「我的」里打开「我的同意」，随时可以撤回。' },
    ],
    withdrawing:
      '撤回以后，您再发给邻居看的话之前会再问您。以前发的话还在，因为邻居已经接着说了；您可以自己一条一条删。',
  },
}

/** Only to the text that is in force: what somebody agrees to is what they have read. */
export function canAgree(document: ConsentDocument, version: string): Decision {
  return NOTICES[document].version === version ? ALLOWED : refused('CONSENT_OUTDATED')
}

/** The refusal of whoever has not agreed yet: each document has its own, so that the page knows which to show. */
export const CONSENT_REFUSALS = {
  privacy: 'CONSENT_REQUIRED',
  public_words: 'PUBLIC_CONSENT_REQUIRED',
} as const satisfies Record<ConsentDocument, string>

/** The document that a refusal asks to agree to; undefined for any other refusal. */
export function documentRefusedBy(code: string): ConsentDocument | undefined {
  return CONSENT_DOCUMENTS.find((document) => CONSENT_REFUSALS[document] === code)
}
