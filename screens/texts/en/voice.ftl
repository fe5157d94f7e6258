# Voice: what the page means by a form or a colour, in words.

voice-warning = Attention
voice-bad = Problem
voice-error = Please correct
voice-off = Not available now
voice-chosen = chosen
voice-not-chosen = not chosen
voice-ticked = ticked
voice-not-ticked = not ticked
voice-empty = nothing entered yet
voice-masked = { $count } characters entered, not spoken
voice-card-waiting = Waiting for a card on the reader
voice-card-reading = Reading the card, do not move it
voice-card-lift = It was read. Take the card away
voice-picture = Here is the picture just taken
voice-signed = { $count } strokes written
voice-pay-code = Here is the code to pay: hold your phone to the middle of the screen
voice-code = Here is a code
