# Ballots and consultations: once a person, the choice never shown, in or not in as the platform says, else not known.

vote-done = Done
vote-next = Next
vote-skip = Skip this one
vote-change = Change
vote-skipped = (skipped)
vote-one-moment = One moment, please
vote-print = Print a slip
vote-stay = Please do not leave.
vote-no-network = The network is down, so this cannot be sent now. Wait until it is back, then press here again.
vote-finding = Looking for what is open
vote-paper = Checking who may take part
vote-putting = Sending
vote-asking = No answer came: finding out whether it is in

vote-choose = Choose a matter
vote-until = Until { $moment }
vote-over = Closed: see the result
vote-closed-at = Closed on { $moment }
vote-about = What it is about
vote-who = Who may take part
vote-when = Until when
vote-counting = How it is counted
vote-counted = { $label }: { $value }
vote-reply = Reply
vote-begin-ballot = Vote
vote-begin-survey = Have my say
vote-mark-ballot = Choose one. You can change it on the next page. The order is drawn.
vote-mark-survey = Choose one, or skip it.
vote-confirm-ballot = Is this your choice?
vote-confirm-ballot-lead = It cannot be changed once sent. It is kept without your name, and is on no paper.
vote-confirm-survey = Is this what you say?
vote-confirm-survey-lead = It cannot be changed once sent. Only totals are published.
vote-cast-ballot = Yes, cast my vote
vote-cast-survey = Yes, send it

vote-code = Code
vote-matter = Matter
vote-slip-scan = Scan to see that it is in
vote-in-ballot-title = You have voted
vote-in-ballot-sentence = Your vote is in. Your choice was kept without your name.
vote-in-ballot-next = The result is published on this machine after { $moment }.
vote-in-survey-title = We have what you said
vote-in-survey-sentence = It is in. Thank you for having your say.
vote-in-survey-next = Totals and replies are published on this machine after { $moment }. If you left a mobile number, the reply comes to it.
vote-in-code = The code shows that your answer is in; it does not show what you chose.

vote-not-title = Not sent
vote-not-sentence = Not done. Nothing was sent.
vote-again = Try again
vote-list = Other matters
vote-not-none = Nothing is open now. Please look again some other day.
vote-not-offline = The platform did not answer. Try again.
vote-not-refused = The platform did not take it. Please ask the staff.
vote-not-took-part = You have taken part in this already; everybody can once.
vote-not-not-eligible = This matter is not open to you. See “Who may take part”.
vote-not-closed = This matter is closed. Its result is published on this machine.
vote-not-void = This paper is void. Try again: your choice is still here.
vote-not-not-in = The network was down: it is not in, and will not be counted. Try again: your choice is still here.

vote-unknown-title = Not known yet
vote-unknown-sentence = The platform did not answer: nobody knows yet whether it is in. It is never counted twice.
vote-unknown-next = Ask again. Or come back later: if it is in, you will be told that you have taken part.
vote-ask-again = Ask again
