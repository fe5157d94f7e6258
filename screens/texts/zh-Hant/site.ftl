# kiosk provision commission：技術人員在現場要量度及試用的項目。

site-head = 請在現場量度並試用以下項目，填寫記錄後執行 kiosk provision commission --measures 檔案：
site-limits-between = 應在 { $least } 至 { $most } 之間
site-limits-least = 至少 { $least }
site-limits-most = 至多 { $most }
site-limits-so = 應為是
site-taken = 實測 { $value }
site-yes = 是
site-no = 否
site-not-taken = 未量度
site-passed = 現場驗收完成，記錄：{ $record }
site-failed = 現場有 { $count } 項不符合要求：請改善後重新量度。記錄：{ $record }

site-panel_width_mm = 螢幕可見範圍的闊度（毫米）；與設定 screen.width_mm 不同時請更正設定
site-approach = 輪椅從正面（front）還是側面（side）靠近
site-obstruction_mm = 伸手要越過的障礙物深度（毫米），沒有則為 0
site-highest_mm = 最高操作部件離地高度（毫米）
site-lowest_mm = 最低操作部件離地高度（毫米）
site-knee_width_mm = 膝部空間闊度（毫米）
site-knee_height_mm = 膝部空間高度（毫米）
site-knee_depth_mm = 離地 230 毫米處的膝部空間深度（毫米）
site-toe_height_mm = 腳部空間高度（毫米）
site-toe_depth_mm = 腳部空間深度（毫米）
site-floor_width_mm = 機前淨空闊度（毫米）
site-floor_length_mm = 機前淨空長度（毫米）
site-slope_percent = 機前地面坡度（%）
site-legible_from_1015_mm = 從離地 1015 毫米處能看清螢幕
site-force_n = 操作部件所需的最大力（牛頓）
site-one_open_hand = 所有部件單手可操作，無須抓、捏、扭
site-told_apart_by_touch = 讀卡器、出紙口、按鍵、耳機插孔可摸出而不會誤觸
site-card_side_is_felt = 卡片放入方向可摸出
site-braille_where_speech_begins = 啟動語音處有點字或觸感標記
site-low_counter_mm = 低位櫃面離地高度（毫米）
site-speaker_dba = 揚聲器最大音量，距螢幕 600 毫米處（分貝 A）
site-five_is_felt = 鍵盤按電話排列，「5」鍵有觸感標記
