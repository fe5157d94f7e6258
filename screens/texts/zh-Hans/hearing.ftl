# 语音页：用什么话、多快、多响，屏幕要不要关。

hearing-title = 怎样听得更清楚？
hearing-private = 正从耳机播放，只有您听得到。拔下耳机就停。
hearing-aloud = 正在外放。姓名、号码等不会读出来；插上耳机就会读。
hearing-tongue = 用什么话
hearing-mandarin = 普通话
hearing-cantonese = 粤语
hearing-volume = 声音大小
hearing-volume-1 = 最小
hearing-volume-2 = 小
hearing-volume-3 = 适中
hearing-volume-4 = 大
hearing-volume-5 = 最大
hearing-pace = 快慢
hearing-pace-1 = 最慢
hearing-pace-2 = 慢
hearing-pace-3 = 正常
hearing-pace-4 = 快
hearing-pace-5 = 最快
hearing-blank = 屏幕不显示，只用耳机听
hearing-longer = 我需要更多时间，每一页等久一点
hearing-off = 关闭语音
hearing-done = 好了
