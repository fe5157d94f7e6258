# The page of the voice: which language, how fast, how loud, whether the screen shows anything.

hearing-title = How do you hear best?
hearing-private = It speaks in your headphones only. Pull them out and it stops.
hearing-aloud = Everybody hears it: names and numbers are not said. Plug in headphones to hear them.
hearing-tongue = Language
hearing-mandarin = Mandarin
hearing-cantonese = Cantonese
hearing-volume = Volume
hearing-volume-1 = Softest
hearing-volume-2 = Soft
hearing-volume-3 = Medium
hearing-volume-4 = Loud
hearing-volume-5 = Loudest
hearing-pace = Speed
hearing-pace-1 = Slowest
hearing-pace-2 = Slow
hearing-pace-3 = Normal
hearing-pace-4 = Fast
hearing-pace-5 = Fastest
hearing-blank = Show nothing on the screen, headphones only
hearing-longer = I need more time: wait longer on every page
hearing-off = Stop the voice
hearing-done = Done
