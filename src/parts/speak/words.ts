/** What ＋ 我要说 offers. */
export const SPEAK = {
  title: '您想说什么',
  report: '报事',
  reportText: '灯不亮、门坏了、楼道堆了东西',
  wish: '发心愿',
  wishText: '小事想请邻居搭把手',
  round: '召集讨论',
  roundText: '请邻居坐到一起，把一个问题谈清楚',
  topic: '提议题',
  topicText: '想和楼里、小区里的邻居一起谈的',
  vote: '发起表决',
  voteText: '大家一起定一件事，或先听听想法',
  notice: '发通知',
  noticeText: '停水停电、开会、活动',
}
