# `kiosk provision commission`：技术员在现场要测量和试用的项目。

site-head = 请在现场测量并试用以下项目，填写记录后运行 kiosk provision commission --measures 文件：
site-limits-between = 应在 { $least } 至 { $most } 之间
site-limits-least = 至少 { $least }
site-limits-most = 至多 { $most }
site-limits-so = 应为是
site-taken = 实测 { $value }
site-yes = 是
site-no = 否
site-not-taken = 未测量
site-passed = 现场验收完成，记录：{ $record }
site-failed = 现场有 { $count } 项不符合要求：请整改后重新测量。记录：{ $record }

site-panel_width_mm = 屏幕可见区域的宽度（毫米）；与设置 screen.width_mm 不同时请更正设置
site-approach = 轮椅从正面（front）还是侧面（side）靠近
site-obstruction_mm = 伸手要越过的障碍物深度（毫米），没有则为 0
site-highest_mm = 最高操作部件离地高度（毫米）
site-lowest_mm = 最低操作部件离地高度（毫米）
site-knee_width_mm = 膝部空间宽度（毫米）
site-knee_height_mm = 膝部空间高度（毫米）
site-knee_depth_mm = 离地 230 毫米处的膝部空间深度（毫米）
site-toe_height_mm = 脚部空间高度（毫米）
site-toe_depth_mm = 脚部空间深度（毫米）
site-floor_width_mm = 机前净空宽度（毫米）
site-floor_length_mm = 机前净空长度（毫米）
site-slope_percent = 机前地面坡度（%）
site-legible_from_1015_mm = 从离地 1015 毫米处能看清屏幕
site-force_n = 操作部件所需的最大力（牛）
site-one_open_hand = 所有部件单手可操作，无需抓、捏、拧
site-told_apart_by_touch = 读卡器、出纸口、按键、耳机孔可摸出而不误触
site-card_side_is_felt = 卡片放入方向可摸出
site-braille_where_speech_begins = 启动语音处有盲文或触感标记
site-low_counter_mm = 低位台面离地高度（毫米）
site-speaker_dba = 扬声器最大音量，距屏幕 600 毫米处（分贝 A）
site-five_is_felt = 键盘按电话排列，“5”键有触感标记
