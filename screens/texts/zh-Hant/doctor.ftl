# kiosk doctor：現狀，以及異常時的處理辦法。供技術人員使用。

doctor-name-identity = 終端機身份
doctor-identity-enrolled = 終端 { $terminal }，證書有效期至 { $until }
doctor-identity-laboratory = 實驗終端機 { $terminal }（訓練用）
doctor-identity-missing = { $reason }
doctor-identity-settings = 本地設定有誤，請更正：{ $findings }
doctor-identity-early = 終端 { $terminal } 的證書自 { $from } 起有效：請校準本機時鐘（timedatectl）
doctor-identity-expired = 終端 { $terminal } 的證書已於 { $until } 到期：請向運維索取新註冊碼，再執行 kiosk provision enrol
doctor-identity-ending = 終端 { $terminal } 的證書將於 { $until } 到期：請及時向運維索取新註冊碼

doctor-name-release = 發佈版本
doctor-release-active = 正在使用版本 { $number }
doctor-release-laboratory = 使用實驗室本地設定（settings.json，否則為預設值）
doctor-release-none = 尚未收到任何版本：請檢查網絡，執行 kiosk agent，再看 kiosk config status
doctor-release-alarm = 繼續使用版本 { $number }。{ $alarm }
doctor-release-unknown = 沒有終端機身份，無法得知：請先註冊

doctor-name-catalogue = 服務目錄
doctor-catalogue-ready = 目錄中有 { $items } 個事項
doctor-catalogue-none = 尚未收到服務目錄：請檢查網絡，執行 kiosk agent，再看 kiosk config status
doctor-catalogue-unknown = 沒有終端機身份，無法得知：請先註冊

doctor-name-platform = 平台
doctor-platform-reachable = { $url } 回應正常
doctor-platform-trouble = { $url } 回應 { $status }：請聯絡平台運維；居民遞交的內容已儲存在本機
doctor-platform-silent = { $url } 沒有回應（{ $reason }）：請檢查網線、路由器和地址；居民遞交的內容已儲存在本機
doctor-platform-untrusted = { $url } 的證書不受本機信任：請檢查時鐘及網絡是否被截取，否則請重新註冊
doctor-platform-unknown = 沒有終端機身份，無法得知：請先註冊

doctor-name-clock = 時鐘
doctor-clock-right = 與平台相差不超過 { $seconds } 秒
doctor-clock-wrong = 與平台相差 { $seconds } 秒：請開啟時間同步（timedatectl set-ntp true），並檢查時鐘電池
doctor-clock-unknown = 平台未提供時間

doctor-name-queue = 待發佇列
doctor-queue-empty = 沒有待發送內容
doctor-queue-waiting = { $waiting } 件待發送，最早一件已等待 { $minutes } 分鐘
doctor-queue-parked = { $parked } 件被平台退回：kiosk queue list 可查看原因，kiosk queue retry ID 可重新發送
doctor-queue-damaged = 佇列無法讀取（{ $reason }）：請執行 kiosk queue verify，切勿刪除任何檔案

doctor-name-disk = 磁碟
doctor-disk-enough = 剩餘 { $free } GB
doctor-disk-full = 僅剩 { $free } GB：請至少騰出 0.5 GB（journalctl --vacuum-size=100M，apt-get clean）
doctor-disk-read-only = 磁碟不能寫入（通常因磁碟故障）：請查看 dmesg 並重新啟動，若再次出現請更換磁碟；待發送內容仍在

doctor-name-fonts = 字體
doctor-fonts-ready = { $font }
doctor-fonts-missing = 無法顯示中文：apt-get install fonts-noto-cjk

doctor-name-document-lines = 證件機讀區
doctor-document-lines-ready = 帶 <<< 的幾行字可以拍照讀取
doctor-document-lines-missing = 帶 <<< 的幾行字不能拍照讀取（仍可手工輸入）：apt-get install fonts-ocr-b

doctor-name-pinyin = 拼音
doctor-pinyin-ready = 可以輸入中文
doctor-pinyin-missing = 無法輸入中文：apt-get install librime1 rime-data-luna-pinyin rime-data-pinyin-simp

doctor-name-touch = 觸控
doctor-touch-ready = 觸控螢幕程式庫已安裝
doctor-touch-missing = 缺少觸控螢幕程式庫：apt-get install libmtdev1

doctor-name-device = 設備
doctor-device-card-reader = 身份證讀卡器
doctor-device-printer = 收條打印機
doctor-device-document-printer = A4 打印機
doctor-device-chip-reader = 晶片卡讀卡器
doctor-device-scanner = 掃碼器
doctor-device-camera = 攝影機
doctor-device-touch-panel = 觸控螢幕
doctor-device-voice = 語音
doctor-device-keypad = 觸感按鍵
doctor-device-switches = 輔助開關
doctor-device-headphones = 耳機插孔
doctor-device-unknown = 沒有終端機身份，無法得知：請先註冊
doctor-device-absent = { $device }：未配置
doctor-device-works = { $device }：正常（{ $how }）
doctor-device-coarse = { $device }：可用，但畫面只有 { $size }，A4 材料上的小字看不清。請換短邊不少於 { $needed } 像素的攝影機（約 300 萬像素），或在設定中要求更大的尺寸（如 0@2592x1944）
doctor-device-refuses = { $device }：報告 { $code }，請裝紙、合上機蓋、清理切刀
doctor-device-library = { $device }：驅動無法加載，請重新安裝終端軟件（make）：{ $reason }
doctor-device-paper-low = { $device }：紙將用完，請備好新紙卷
doctor-device-sheets-low = { $device }：紙將用完，請備好 A4 紙
doctor-device-no-service = { $device }：智能卡服務沒有運行，請執行 systemctl enable --now pcscd.socket
doctor-device-no-such-reader = { $device }：沒有插着這個名稱的讀卡器，請插好，或用 kiosk devices list 查到名稱後更正設定。{ $message }
doctor-device-no-such-port = { $device }：設定中的連接埠不存在，請插好設備，或用 kiosk devices list 查到後更正設定。{ $message }
doctor-device-not-permitted = { $device }：本用戶無權使用，請把終端機用戶加入該設備所屬的群組（用 ls -l 查看）。{ $message }
doctor-device-busy = { $device }：正被其他程式佔用，請停止該程式；觸控螢幕程式（kiosk run）運行時，佔用者就是它
doctor-device-queue-stopped = { $device }：列印隊列已停止，請先檢查打印機，再用 cupsenable 啟動隊列
doctor-device-queue-closed = { $device }：列印隊列不接收任務，請用 cupsaccept 打開隊列
doctor-device-queue-retries = { $device }：列印隊列會自行重印失敗的任務，請執行 lpadmin -p 隊列名 -o printer-error-policy=abort-job
doctor-device-not-askable = { $device }：無法向隊列後的打印機確認是否已印出，請在設定中填寫打印機自己的 ipp:// 地址
doctor-device-retry = { $device }：{ $code }，請再次執行。{ $message }
doctor-device-ask-resident = { $device }：{ $code }，請重新放置證件或物品。{ $message }
doctor-device-clear-media = { $device }：{ $code }，請裝紙或清除夾紙。{ $message }
doctor-device-call-staff = { $device }：{ $code }，請檢查連線和電源。{ $message }
doctor-device-replace = { $device }：{ $code }，請更換該設備。{ $message }
doctor-device-configuration = { $device }：{ $code }，請更正設定。{ $message }

doctor-well = 一切正常。
doctor-findings = 發現 { $count } 個問題。

doctor-name-paper = 紙張
doctor-paper-left = 大約還能列印{ $count }張回執
doctor-paper-few = 大約還能列印{ $count }張回執，請備好新紙卷

doctor-name-site = 現場驗收
doctor-site-passed = 已於 { $at } 完成現場驗收
doctor-site-open = 尚未現場驗收：請量度並執行 kiosk provision commission
doctor-site-outside = 現場有不符合要求的項目（{ $measures }）：請改善後重新執行 kiosk provision commission
doctor-site-laboratory = 實驗終端機，無須現場驗收
doctor-site-unknown = 沒有終端機身份，無法得知：請先註冊
