# What the screen says by itself: progress, more to see, keyboards, camera.

widget-step = Step { $number } of { $total }
widget-seconds = Returns to the start in { $seconds } s
widget-code-seconds = Can be paid for another { $minutes } min { $rest } s
widget-seconds-unit = seconds
widget-see-above = See above
widget-see-below = See below
widget-screen-of = { $number } / { $total }

widget-year = Year
widget-month = Month
widget-day = Day
widget-space = Space
widget-clear = Clear
widget-letters = English
widget-chinese = Pinyin
widget-handwriting = Write
widget-symbols = 123
widget-case-shift = Capitals
widget-length = { $used } of { $most }
widget-pinyin-hint = Type in Pinyin, then touch the word above
widget-pinyin-loading = Getting Pinyin ready…
widget-pinyin-missing = Pinyin does not work at the moment. Use letters and digits, or ask the staff.
widget-handwriting-hint = Write a character in the box below, then choose it here
widget-handwriting-pad = Write one character in this box

widget-state-todo = To do
widget-state-done = Done
widget-state-optional = Optional
widget-state-waived = Not needed
widget-state-care = Needs care

widget-camera-light = The camera is on. The picture is used for this application only.
widget-camera-waiting = Opening the camera…
widget-camera-off = The camera does not work now
widget-picture-unreadable = This picture cannot be shown. Take it again.
widget-sign-here = Sign with your finger in the box
widget-scan = Scan to follow your case
widget-scan-draft = Scan to see your draft
widget-scan-saved = Scan to see whether it was submitted
widget-next-steps = What happens next
