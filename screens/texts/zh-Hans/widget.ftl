# 屏幕自带的文字：进度、翻看、键盘、相机。

widget-step = 第 { $number } 步 · 共 { $total } 步
widget-seconds = { $seconds } 秒后自动返回
widget-code-seconds = 还有 { $minutes } 分 { $rest } 秒可以付款
widget-seconds-unit = 秒
widget-see-above = 往上看
widget-see-below = 往下看
widget-screen-of = { $number } / { $total }

widget-year = 年
widget-month = 月
widget-day = 日
widget-space = 空格
widget-clear = 清空
widget-letters = 英文
widget-chinese = 拼音
widget-handwriting = 手写
widget-symbols = 123
widget-case-shift = 大写
widget-length = { $used } / { $most } 字
widget-pinyin-hint = 用拼音打字，再点选上面的字词
widget-pinyin-loading = 正在准备拼音输入…
widget-pinyin-missing = 拼音输入暂时不能用。请用字母和数字，或请工作人员协助。
widget-handwriting-hint = 在下面的大框里写字，再点选这里的字
widget-handwriting-pad = 在框内写一个字

widget-state-todo = 待提交
widget-state-done = 已完成
widget-state-optional = 可不交
widget-state-waived = 免提交
widget-state-care = 需处理

widget-camera-light = 相机已打开。图像只用于本次办理。
widget-camera-waiting = 正在打开相机…
widget-camera-off = 相机现在不能用
widget-picture-unreadable = 这张照片无法显示，请重拍。
widget-sign-here = 请用手指在框内签名
widget-scan = 手机扫码查进度
widget-scan-draft = 手机扫码看草稿
widget-scan-saved = 手机扫码看是否已提交
widget-next-steps = 接下来
