# 語音頁：用什麼話、多快、多響，螢幕要不要關。

hearing-title = 怎樣聽得更清楚？
hearing-private = 正從耳機播放，只有您聽得到。拔下耳機就停。
hearing-aloud = 正在外放。姓名、號碼等不會讀出來；插上耳機就會讀。
hearing-tongue = 用什麼話
hearing-mandarin = 普通話
hearing-cantonese = 廣東話
hearing-volume = 聲音大小
hearing-volume-1 = 最小
hearing-volume-2 = 小
hearing-volume-3 = 適中
hearing-volume-4 = 大
hearing-volume-5 = 最大
hearing-pace = 快慢
hearing-pace-1 = 最慢
hearing-pace-2 = 慢
hearing-pace-3 = 正常
hearing-pace-4 = 快
hearing-pace-5 = 最快
hearing-blank = 螢幕不顯示，只用耳機聽
hearing-longer = 我需要更多時間，每一頁等久一點
hearing-off = 關閉語音
hearing-done = 好了
