# 投票、徵求意見：一人一次，不顯示選擇，投進沒投進只聽平台的，不知道就說不知道。

vote-done = 完成
vote-next = 下一步
vote-skip = 跳過這一題
vote-change = 更改
vote-skipped = （跳過）
vote-one-moment = 請稍等
vote-print = 列印收條
vote-stay = 請不要離開。
vote-no-network = 網絡中斷，現在不能遞交。請稍等，網絡恢復後再按這裏。
vote-finding = 正在查詢
vote-paper = 正在核對參加資格
vote-putting = 正在遞交
vote-asking = 沒有收到答覆，正在核對是否已遞交

vote-choose = 請選一件事
vote-until = { $moment } 截止
vote-over = 已截止，看結果
vote-closed-at = 已於 { $moment } 截止
vote-about = 是什麼事
vote-who = 誰可以參加
vote-when = 什麼時候截止
vote-counting = 怎麼算
vote-counted = { $label }：{ $value }
vote-reply = 答覆
vote-begin-ballot = 去投票
vote-begin-survey = 說說我的意見
vote-mark-ballot = 選一個。下一頁還可以改。選項順序是隨機的。
vote-mark-survey = 選一個。不想答可以跳過。
vote-confirm-ballot = 請核對您的選擇
vote-confirm-ballot-lead = 遞交後不能改。您的選擇不記名，收條上也不顯示。
vote-confirm-survey = 請核對您的意見
vote-confirm-survey-lead = 遞交後不能改。只公佈合計。
vote-cast-ballot = 沒錯，投票
vote-cast-survey = 沒錯，遞交

vote-code = 參與碼
vote-matter = 事項
vote-slip-scan = 手機掃描一下，查是否已投入
vote-in-ballot-title = 投票成功
vote-in-ballot-sentence = 已投票。您的選擇沒有記下姓名。
vote-in-ballot-next = { $moment } 截止後公佈結果，可在本機「居民表決」「業主表決」裏看。
vote-in-survey-title = 已收到您的意見
vote-in-survey-sentence = 已遞交。謝謝您的意見。
vote-in-survey-next = { $moment } 截止後公佈合計和答覆，可在本機「意見徵集」裏看。留了手機號碼的，答覆會發到手機。
vote-in-code = 參與碼可以查這一票在不在，不顯示選了什麼。

vote-not-title = 沒有遞交
vote-not-sentence = 沒有辦成，什麼也沒有遞交。
vote-again = 再試一次
vote-list = 看別的事項
vote-not-none = 現在沒有可以參加的事項。請過些天再來看。
vote-not-offline = 平台沒有答覆。請再試一次。
vote-not-refused = 平台沒有收下。請問工作人員。
vote-not-took-part = 您已經參加過這件事，每人一次。
vote-not-not-eligible = 您不在這件事的參加範圍內。請看「誰可以參加」。
vote-not-closed = 這件事已經截止。結果會在本機公佈。
vote-not-void = 這張選票已作廢。請再試一次，您的選擇還在。
vote-not-not-in = 網絡中斷，沒有投進去，以後也不會算。請再試一次，您的選擇還在。

vote-unknown-title = 還不知道有沒有遞交
vote-unknown-sentence = 平台沒有答覆，還不知道有沒有遞交。不會重複計算。
vote-unknown-next = 請再查一次。也可以以後再來：已經投進去的，平台會告訴您已參加過。
vote-ask-again = 再查一次
