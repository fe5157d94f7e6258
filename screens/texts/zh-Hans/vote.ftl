# 投票、征求意见：一人一次，不显示选择，投进没投进只听平台的，不知道就说不知道。

vote-done = 完成
vote-next = 下一步
vote-skip = 跳过这一题
vote-change = 修改
vote-skipped = （跳过）
vote-one-moment = 请稍等
vote-print = 打印凭条
vote-stay = 请不要离开。
vote-no-network = 网络中断，现在不能提交。请稍等，网络恢复后再按这里。
vote-finding = 正在查询
vote-paper = 正在核对参加资格
vote-putting = 正在提交
vote-asking = 没有收到答复，正在核对是否已提交

vote-choose = 请选一件事
vote-until = { $moment } 截止
vote-over = 已截止，看结果
vote-closed-at = 已于 { $moment } 截止
vote-about = 是什么事
vote-who = 谁可以参加
vote-when = 什么时候截止
vote-counting = 怎么算
vote-counted = { $label }：{ $value }
vote-reply = 答复
vote-begin-ballot = 去投票
vote-begin-survey = 说说我的意见
vote-mark-ballot = 选一个。下一页还可以改。选项顺序是随机的。
vote-mark-survey = 选一个。不想答可以跳过。
vote-confirm-ballot = 请核对您的选择
vote-confirm-ballot-lead = 提交后不能改。您的选择不记名，凭条上也不显示。
vote-confirm-survey = 请核对您的意见
vote-confirm-survey-lead = 提交后不能改。只公布合计。
vote-cast-ballot = 没错，投票
vote-cast-survey = 没错，提交

vote-code = 参与码
vote-matter = 事项
vote-slip-scan = 手机扫一扫，查是否已投入
vote-in-ballot-title = 投票成功
vote-in-ballot-sentence = 已投票。您的选择没有记下姓名。
vote-in-ballot-next = { $moment } 截止后公布结果，可在本机“居民表决”“业主表决”里看。
vote-in-survey-title = 已收到您的意见
vote-in-survey-sentence = 已提交。谢谢您的意见。
vote-in-survey-next = { $moment } 截止后公布合计和答复，可在本机“意见征集”里看。留了手机号的，答复会发到手机。
vote-in-code = 参与码可以查这一票在不在，不显示选了什么。

vote-not-title = 没有提交
vote-not-sentence = 没有办成，什么也没有提交。
vote-again = 再试一次
vote-list = 看别的事项
vote-not-none = 现在没有可以参加的事项。请过些天再来看。
vote-not-offline = 平台没有答复。请再试一次。
vote-not-refused = 平台没有收下。请问工作人员。
vote-not-took-part = 您已经参加过这件事，每人一次。
vote-not-not-eligible = 您不在这件事的参加范围内。请看“谁可以参加”。
vote-not-closed = 这件事已经截止。结果会在本机公布。
vote-not-void = 这张选票已作废。请再试一次，您的选择还在。
vote-not-not-in = 网络中断，没有投进去，以后也不会算。请再试一次，您的选择还在。

vote-unknown-title = 还不知道有没有提交
vote-unknown-sentence = 平台没有答复，还不知道有没有提交。不会重复计算。
vote-unknown-next = 请再查一次。也可以以后再来：已经投进去的，平台会告诉您已参加过。
vote-ask-again = 再查一次
