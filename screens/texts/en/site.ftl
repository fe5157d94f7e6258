# `kiosk provision commission`: what a technician measures and tries at the place.

site-head = Measure and try these at the place, write them down, then run kiosk provision commission --measures FILE:
site-limits-between = between { $least } and { $most }
site-limits-least = at least { $least }
site-limits-most = at most { $most }
site-limits-so = must be so
site-taken = measured { $value }
site-yes = yes
site-no = no
site-not-taken = not measured
site-passed = Commissioned; the record is { $record }
site-failed =
    { $count ->
        [one] One measure is
       *[other] { $count } measures are
    } not as required: change the place and measure again. The record is { $record }

site-panel_width_mm = Visible width of the panel (mm); where it differs from the setting screen.width_mm correct that
site-approach = Whether a wheelchair comes from the front (front) or from the side (side)
site-obstruction_mm = Depth of what one reaches over (mm), 0 for nothing
site-highest_mm = Height of the highest part to operate above the floor (mm); 1120 at most from the front over more than 510, 1170 from the side over more than 255
site-lowest_mm = Height of the lowest part to operate above the floor (mm)
site-knee_width_mm = Width of the room for knees (mm) – only from the front over something
site-knee_height_mm = Height of the room for knees (mm) – only from the front over something
site-knee_depth_mm = Depth of the room for knees, 230 mm above the floor (mm) – only from the front over something
site-toe_height_mm = Height of the room for toes (mm) – only from the front over something
site-toe_depth_mm = Depth of the room for toes (mm) – only from the front over something
site-floor_width_mm = Width of the clear floor before it (mm)
site-floor_length_mm = Length of the clear floor before it (mm)
site-slope_percent = Slope of that floor (%)
site-legible_from_1015_mm = The screen is legible from 1 015 mm above the floor
site-force_n = Largest force that any part takes (N)
site-one_open_hand = Everything is worked by one open hand: nothing is grasped, pinched or twisted
site-told_apart_by_touch = Reader, slot, keypad and headphone socket are found by touch without being operated
site-card_side_is_felt = Which way a card goes in can be felt
site-braille_where_speech_begins = Braille or a mark to feel is where speech begins
site-low_counter_mm = Height of the low counter above the floor (mm)
site-speaker_dba = Loudest sound of the loudspeaker, 600 mm before the panel (dBA)
site-five_is_felt = Keys stand as on a telephone, and the 5 is marked to be felt
site-counter_knee_width_mm = Width of the room for knees below the low counter (mm)
site-counter_knee_height_mm = Height of the room for knees below the low counter (mm)
site-counter_knee_depth_mm = Depth of the room for knees below the low counter (mm)
site-alcove_width_mm = Width of the alcove (mm), 1525 at least from the side; leave it out where there is none
