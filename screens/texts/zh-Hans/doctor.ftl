# kiosk doctor：现状，以及异常时的处理办法。供技术人员使用。

doctor-name-identity = 终端身份
doctor-identity-enrolled = 终端 { $terminal }，证书有效期至 { $until }
doctor-identity-laboratory = 实验终端 { $terminal }（培训用）
doctor-identity-missing = { $reason }
doctor-identity-settings = 本地设置有误，请更正：{ $findings }
doctor-identity-early = 终端 { $terminal } 的证书自 { $from } 起有效：请校准本机时钟（timedatectl）
doctor-identity-expired = 终端 { $terminal } 的证书已于 { $until } 到期：请向运维索取新注册码，再运行 kiosk provision enrol
doctor-identity-ending = 终端 { $terminal } 的证书将于 { $until } 到期：请及时向运维索取新注册码

doctor-name-release = 发布版本
doctor-release-active = 正在使用版本 { $number }
doctor-release-laboratory = 使用实验室本地设置（settings.json，否则为默认值）
doctor-release-none = 尚未收到任何版本：请检查网络，运行 kiosk agent，再看 kiosk config status
doctor-release-alarm = 继续使用版本 { $number }。{ $alarm }
doctor-release-unknown = 没有终端身份，无法得知：请先注册

doctor-name-catalogue = 服务目录
doctor-catalogue-ready = 目录中有 { $items } 个事项
doctor-catalogue-none = 尚未收到服务目录：请检查网络，运行 kiosk agent，再看 kiosk config status
doctor-catalogue-unknown = 没有终端身份，无法得知：请先注册

doctor-name-platform = 平台
doctor-platform-reachable = { $url } 应答正常
doctor-platform-trouble = { $url } 应答 { $status }：请联系平台运维；居民提交的内容已保存在本机
doctor-platform-silent = { $url } 没有应答（{ $reason }）：请检查网线、路由器和地址；居民提交的内容已保存在本机
doctor-platform-untrusted = { $url } 的证书不受本机信任：请检查时钟及网络是否被截取，否则请重新注册
doctor-platform-unknown = 没有终端身份，无法得知：请先注册

doctor-name-clock = 时钟
doctor-clock-right = 与平台相差不超过 { $seconds } 秒
doctor-clock-wrong = 与平台相差 { $seconds } 秒：请开启时间同步（timedatectl set-ntp true），并检查时钟电池
doctor-clock-unknown = 平台未提供时间

doctor-name-queue = 待发队列
doctor-queue-empty = 没有待发送内容
doctor-queue-waiting = { $waiting } 件待发送，最早一件已等待 { $minutes } 分钟
doctor-queue-parked = { $parked } 件被平台退回：kiosk queue list 可查看原因，kiosk queue retry ID 可重新发送
doctor-queue-damaged = 队列无法读取（{ $reason }）：请运行 kiosk queue verify，切勿删除任何文件

doctor-name-disk = 磁盘
doctor-disk-enough = 剩余 { $free } GB
doctor-disk-full = 仅剩 { $free } GB：请至少腾出 0.5 GB（journalctl --vacuum-size=100M，apt-get clean）
doctor-disk-read-only = 磁盘不能写入（通常因磁盘故障）：请查看 dmesg 并重启，若再次出现请更换磁盘；待发送内容仍在

doctor-name-fonts = 字体
doctor-fonts-ready = { $font }
doctor-fonts-missing = 无法显示中文：apt-get install fonts-noto-cjk

doctor-name-document-lines = 证件机读区
doctor-document-lines-ready = 带 <<< 的几行字可以拍照读取
doctor-document-lines-missing = 带 <<< 的几行字不能拍照读取（仍可手工输入）：apt-get install fonts-ocr-b

doctor-name-pinyin = 拼音
doctor-pinyin-ready = 可以输入中文
doctor-pinyin-missing = 无法输入中文：apt-get install librime1 rime-data-luna-pinyin rime-data-pinyin-simp

doctor-name-touch = 触摸
doctor-touch-ready = 触摸屏库已安装
doctor-touch-missing = 缺少触摸屏库：apt-get install libmtdev1

doctor-name-device = 设备
doctor-device-card-reader = 身份证读卡器
doctor-device-printer = 凭条打印机
doctor-device-document-printer = A4 打印机
doctor-device-chip-reader = 芯片卡读卡器
doctor-device-scanner = 扫码器
doctor-device-camera = 摄像头
doctor-device-touch-panel = 触摸屏
doctor-device-voice = 语音
doctor-device-keypad = 触感按键
doctor-device-switches = 辅助开关
doctor-device-headphones = 耳机插孔
doctor-device-unknown = 没有终端身份，无法得知：请先注册
doctor-device-absent = { $device }：未配置
doctor-device-works = { $device }：正常（{ $how }）
doctor-device-coarse = { $device }：可用，但画面只有 { $size }，A4 材料上的小字看不清。请换短边不少于 { $needed } 像素的摄像头（约 300 万像素），或在设置中要求更大的尺寸（如 0@2592x1944）
doctor-device-refuses = { $device }：报告 { $code }，请装纸、合上机盖、清理切刀
doctor-device-library = { $device }：驱动无法加载，请重新安装终端软件（make）：{ $reason }
doctor-device-paper-low = { $device }：纸将用完，请备好新纸卷
doctor-device-sheets-low = { $device }：纸将用完，请备好 A4 纸
doctor-device-no-service = { $device }：智能卡服务没有运行，请执行 systemctl enable --now pcscd.socket
doctor-device-no-such-reader = { $device }：没有插着这个名称的读卡器，请插好，或用 kiosk devices list 查到名称后更正设置。{ $message }
doctor-device-no-such-port = { $device }：设置中的端口不存在，请插好设备，或用 kiosk devices list 查到端口后更正设置。{ $message }
doctor-device-not-permitted = { $device }：本用户无权使用，请把终端用户加入该设备所属的组（用 ls -l 查看）。{ $message }
doctor-device-busy = { $device }：正被其他程序占用，请停止该程序；触摸屏程序（kiosk run）运行时，占用者就是它
doctor-device-queue-stopped = { $device }：打印队列已停止，请先检查打印机，再用 cupsenable 启动队列
doctor-device-queue-closed = { $device }：打印队列不接收任务，请用 cupsaccept 打开队列
doctor-device-queue-retries = { $device }：打印队列会自行重打失败的任务，请执行 lpadmin -p 队列名 -o printer-error-policy=abort-job
doctor-device-not-askable = { $device }：无法向队列后的打印机确认是否打印，请在设置中填写打印机自己的 ipp:// 地址
doctor-device-retry = { $device }：{ $code }，请再次运行。{ $message }
doctor-device-ask-resident = { $device }：{ $code }，请重新放置证件或物品。{ $message }
doctor-device-clear-media = { $device }：{ $code }，请装纸或清除卡纸。{ $message }
doctor-device-call-staff = { $device }：{ $code }，请检查连线和电源。{ $message }
doctor-device-replace = { $device }：{ $code }，请更换该设备。{ $message }
doctor-device-configuration = { $device }：{ $code }，请更正设置。{ $message }

doctor-well = 一切正常。
doctor-findings = 发现 { $count } 个问题。

doctor-name-paper = 纸张
doctor-paper-left = 大约还能打印{ $count }张回执
doctor-paper-few = 大约还能打印{ $count }张回执，请备好新纸卷

doctor-name-site = 现场验收
doctor-site-passed = 已于 { $at } 完成现场验收
doctor-site-open = 尚未现场验收：请测量并运行 kiosk provision commission
doctor-site-outside = 现场有不符合要求的项目（{ $measures }）：请整改后重新运行 kiosk provision commission
doctor-site-laboratory = 实验终端，无需现场验收
doctor-site-unknown = 没有终端身份，无法得知：请先登记
