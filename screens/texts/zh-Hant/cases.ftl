# 我的辦件：看進度、補材料、撤回、評價、投訴、改預約。

cases-mine = 我的辦件
cases-tile-hint = 看進度、補材料、改預約
cases-no-network-now = 沒有網絡，現在查不到
cases-no-reader = 讀卡器壞了，現在不能登入
cases-no-network = 沒有網絡，現在不能辦這一項
cases-working = 正在查您的辦件
cases-mine-lead = 按一件，看詳情。
cases-nothing = 沒有您的辦件
cases-nothing-lead = 用這張證件沒有查到辦件。剛剛斷網遞交的，要等網絡恢復後才查得到。
cases-line-missing =
    { $count ->
       *[other] 請補交 { $count } 份材料
    }
cases-case-lead = 現在的狀態：{ $state }
cases-number = 辦件編號
cases-clock = 時限
cases-due = 承諾辦結日期
cases-accept-by = 最遲告知是否受理
cases-correct-by = 請在此日期前補交
cases-office = 承辦單位
cases-booked = 預約的時間、地點
cases-missing = 要補交的材料
cases-acts = 您可以
cases-act-supplement = 補交材料
cases-act-withdraw = 撤回，不辦了
cases-act-rate = 評價這次服務
cases-act-complain = 投訴
cases-act-cancel = 取消預約
cases-act-rebook = 改約別的時間
cases-go-supplement = 去拍照
cases-go-withdraw = 撤回
cases-go-rate = 評價
cases-go-complain = 投訴
cases-go-cancel = 取消
cases-go-rebook = 改時間
cases-papers = 部門的文書
cases-read = 看全文
cases-no-seal = 這份文書沒有電子印章，不能列印。要蓋章的，請到窗口。
cases-steps = 辦理過程
cases-confirm-withdraw = 真的要撤回嗎？
cases-means-withdraw = 撤回以後這件事不再辦理。以後要辦，得重新申請。
cases-yes-withdraw = 撤回
cases-confirm-cancel = 真的要取消預約嗎？
cases-means-cancel = 取消以後，這個時間就給別人了。以後要辦，得重新預約。
cases-yes-cancel = 取消預約
cases-rate = 您對這次服務滿意嗎？
cases-rate-lead = { $item }
cases-rate-skip = 不評價
cases-rate-anonymous = 評價不記您的姓名。不評價也不影響辦事。
