# One's own cases: how they stand, papers to add, withdrawing, rating, complaining, appointments.

cases-mine = My cases
cases-tile-hint = Progress, papers, appointments
cases-no-network-now = No network: cannot be looked up now
cases-no-reader = The card reader is broken: nobody can sign in
cases-no-network = No network: this cannot be done now
cases-working = Looking up your cases
cases-mine-lead = Touch one to see all of it.
cases-nothing = You have no cases
cases-nothing-lead = Nothing was found for this card. What was handed in without a network is found once it was sent.
cases-line-missing =
    { $count ->
        [one] { $count } paper is missing: please add it
       *[other] { $count } papers are missing: please add them
    }
cases-case-lead = It is now: { $state }
cases-number = Case number
cases-clock = Clock
cases-due = Promised by
cases-accept-by = You hear whether it is accepted by
cases-correct-by = Add the papers by
cases-office = Office
cases-booked = Your appointment
cases-missing = Papers to add
cases-acts = You can
cases-act-supplement = Add the papers
cases-act-withdraw = Withdraw it
cases-act-rate = Rate the service
cases-act-complain = Complain
cases-act-cancel = Cancel the appointment
cases-act-rebook = Take another time
cases-go-supplement = Photograph
cases-go-withdraw = Withdraw
cases-go-rate = Rate
cases-go-complain = Complain
cases-go-cancel = Cancel
cases-go-rebook = Change
cases-papers = Papers of the office
cases-read = Read
cases-no-seal = This paper has no electronic seal and cannot be printed. For one with a seal go to the window.
cases-steps = What has happened
cases-confirm-withdraw = Really withdraw it?
cases-means-withdraw = Nobody works on it any more then. To have it done later you must apply again.
cases-yes-withdraw = Withdraw it
cases-confirm-cancel = Really cancel the appointment?
cases-means-cancel = Others get that time then. To come later you must book again.
cases-yes-cancel = Cancel it
cases-rate = Were you satisfied?
cases-rate-lead = { $item }
cases-rate-skip = Do not rate
cases-rate-anonymous = Your name is not kept with it. Not rating changes nothing.
