# 螢幕自帶的文字：進度、翻看、鍵盤、相機。

widget-step = 第 { $number } 步 · 共 { $total } 步
widget-seconds = { $seconds } 秒後自動返回
widget-code-seconds = 還有 { $minutes } 分 { $rest } 秒可以付款
widget-seconds-unit = 秒
widget-see-above = 往上看
widget-see-below = 往下看
widget-screen-of = { $number } / { $total }

widget-year = 年
widget-month = 月
widget-day = 日
widget-space = 空格
widget-clear = 清除
widget-letters = 英文
widget-chinese = 拼音
widget-handwriting = 手寫
widget-symbols = 123
widget-case-shift = 大寫
widget-length = { $used } / { $most } 字
widget-pinyin-hint = 用拼音輸入，再點選上面的字詞
widget-pinyin-loading = 正在準備拼音輸入…
widget-pinyin-missing = 拼音輸入暫時不能用。請用字母和數字，或請工作人員協助。
widget-handwriting-hint = 在下面的大框裏寫字，再點選這裏的字
widget-handwriting-pad = 在框內寫一個字

widget-state-todo = 待遞交
widget-state-done = 已完成
widget-state-optional = 可不交
widget-state-waived = 免遞交
widget-state-care = 需處理

widget-camera-light = 相機已打開。圖像只用於本次辦理。
widget-camera-waiting = 正在打開相機…
widget-camera-off = 相機現在不能用
widget-picture-unreadable = 這張照片無法顯示，請重拍。
widget-sign-here = 請用手指在框內簽名
widget-scan = 手機掃碼查進度
widget-scan-draft = 手機掃碼看草稿
widget-scan-saved = 手機掃碼看是否已遞交
widget-next-steps = 接下來
