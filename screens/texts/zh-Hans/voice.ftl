# 语音：画面上用图形、颜色表示的意思，说出来的话。

voice-warning = 注意
voice-bad = 有问题
voice-error = 请改正
voice-off = 现在不能用
voice-chosen = 已选
voice-not-chosen = 未选
voice-ticked = 已勾选
voice-not-ticked = 未勾选
voice-empty = 还没有填
voice-masked = 已输入 { $count } 位，不读出来
voice-card-waiting = 请放卡，读卡区在等待
voice-card-reading = 正在读卡，请不要移动
voice-card-lift = 已读好，请把卡拿走
voice-picture = 这里是刚拍的照片
voice-signed = 已写 { $count } 笔
voice-pay-code = 这里是付款二维码，请用手机对准屏幕中间扫描
voice-code = 这里是二维码
