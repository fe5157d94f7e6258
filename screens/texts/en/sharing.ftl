# Filling in from what departments hold: asked first, then fetched, each value decided on by the resident.

sharing-offer = Fill in from what offices hold
sharing-title = Use what offices already hold?
sharing-lead = Only if you agree. You see each value, and need not use it.
sharing-sources = Where it is looked up
sharing-purpose = What for
sharing-purpose-is = Only for this matter, nothing else. Nothing of it stays here when you leave.
sharing-proof = To be sure that it is you
sharing-proof-is = A code goes to the phone that offices know of you.
sharing-free = You need not agree
sharing-free-is = Press “Back” and fill in by yourself: it is dealt with all the same.
sharing-agree = I agree: look it up
sharing-no-network = No network: cannot be looked up now
sharing-working = Looking up what offices hold
sharing-shown = This was found: please look
sharing-nothing = Nothing that could be used was found
sharing-values = Filled in for you
sharing-waived = Papers that you need not bring
sharing-waived-count =
    { $count ->
        [one] You need not bring { $count } paper: offices check it among themselves.
       *[other] You need not bring { $count } papers: offices check them among themselves.
    }
sharing-waived-none = Bring your papers as listed.
sharing-source = { $source }, { $day }
sharing-change = Change
sharing-is-declined = Not used: you fill it in
sharing-is-wrong = You fill it in; the office is asked to correct it
sharing-use-used = Use it
sharing-use-used-hint = It goes into the form; you can still change it
sharing-use-declined = Do not use it
sharing-use-declined-hint = I fill it in by myself
sharing-use-wrong = It is not right
sharing-use-wrong-hint = I fill it in; with the application the office is asked to correct it
sharing-failed = It could not be looked up
sharing-failed-sentence = Nothing was looked up, and nothing was handed in.
sharing-failed-next = Fill in by yourself: it is dealt with all the same.
sharing-by-hand = Fill in by myself
sharing-hints-wanted = Tell me, too, what else I may be entitled to by what offices hold (you need not tick this)
sharing-hints = You may also be entitled to (a hint only: nothing is applied for; begin from the home page)
