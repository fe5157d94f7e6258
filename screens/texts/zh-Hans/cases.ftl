# 我的办件：看进度、补材料、撤回、评价、投诉、改预约。

cases-mine = 我的办件
cases-tile-hint = 看进度、补材料、改预约
cases-no-network-now = 没有网络，现在查不到
cases-no-reader = 读卡器坏了，现在不能登录
cases-no-network = 没有网络，现在不能办这一项
cases-working = 正在查您的办件
cases-mine-lead = 按一件，看详情。
cases-nothing = 没有您的办件
cases-nothing-lead = 用这张证件没有查到办件。刚刚断网提交的，要等网络恢复后才查得到。
cases-line-missing =
    { $count ->
       *[other] 请补交 { $count } 份材料
    }
cases-case-lead = 现在的状态：{ $state }
cases-number = 办件编号
cases-clock = 时限
cases-due = 承诺办结日期
cases-accept-by = 最迟告知是否受理
cases-correct-by = 请在此日期前补交
cases-office = 承办单位
cases-booked = 预约的时间、地点
cases-missing = 要补交的材料
cases-acts = 您可以
cases-act-supplement = 补交材料
cases-act-withdraw = 撤回，不办了
cases-act-rate = 评价这次服务
cases-act-complain = 投诉
cases-act-cancel = 取消预约
cases-act-rebook = 改约别的时间
cases-go-supplement = 去拍照
cases-go-withdraw = 撤回
cases-go-rate = 评价
cases-go-complain = 投诉
cases-go-cancel = 取消
cases-go-rebook = 改时间
cases-papers = 部门的文书
cases-read = 看全文
cases-no-seal = 这份文书没有电子印章，不能打印。要盖章的，请到窗口。
cases-steps = 办理过程
cases-confirm-withdraw = 真的要撤回吗？
cases-means-withdraw = 撤回以后这件事不再办理。以后要办，得重新申请。
cases-yes-withdraw = 撤回
cases-confirm-cancel = 真的要取消预约吗？
cases-means-cancel = 取消以后，这个时间就给别人了。以后要办，得重新预约。
cases-yes-cancel = 取消预约
cases-rate = 您对这次服务满意吗？
cases-rate-lead = { $item }
cases-rate-skip = 不评价
cases-rate-anonymous = 评价不记您的姓名。不评价也不影响办事。
