# Words on receipts. Legal wording is in the service catalogue (receipts), not here.

receipt-training = 培训样张 TRAINING
receipt-training-meaning =
    Training only, void
    仅供培训，没有任何效力
receipt-copy = -- COPY 补打 --

receipt-item = Service
receipt-applicant = Applicant
receipt-authority = Authority
receipt-reference = Pre-receipt no.
receipt-own-number = Reference
receipt-case = Case number
receipt-report-number = Report number
receipt-appointment-number = Appointment number
receipt-stored-at = Stored at
receipt-received-at = Received at
receipt-reported-at = Recorded at
receipt-terminal-clock = (terminal's clock)
receipt-terminal = Terminal
receipt-address = Address
receipt-transaction = Record ID

receipt-materials = Papers taken
receipt-material =
    { $pages ->
        [0] { $place }. { $name }
        [one] { $place }. { $name } (1 page)
       *[other] { $place }. { $name } ({ $pages } pages)
    }

receipt-answer-by = You hear by
receipt-answer-by-told = The office tells you the date by which you hear.
receipt-not-submitted = NOT YET SUBMITTED, NOT YET ACCEPTED
receipt-not-accepted = Received. Acceptance is a separate step.
receipt-granted = Decided at once: granted
receipt-granted-now = Your application is decided. The decision is in force from today.
receipt-refused = Decided at once: not granted
receipt-refused-because = Why: { $reason }.
receipt-what-if = If there is still no result by { $day }, take this number to { $window }, or call { $hotline }. If your matter has a deadline, go to the window yourself.

receipt-report-pending = STORED HERE, NOT YET SUBMITTED
receipt-report-stored = Your report was safely stored in this terminal at the time above. It has not been delivered yet. It will be submitted by itself when the network is back; only then does the time for an answer begin. Keep this slip and ask with the number above.
receipt-report-recorded = Your report is recorded under number { $number }.

receipt-scan = Scan to follow your case
receipt-scan-pending = Scan to see whether it was submitted
receipt-scan-guide = Scan for the newest guide
receipt-hotline = Service and complaints: { $hotline }

receipt-conditions = Who can apply
receipt-bring = What to bring
receipt-bring-nothing = No papers are needed
receipt-paper = { $name } ({ $form })
receipt-paper-optional = { $name } ({ $form }; optional)
receipt-paper-waived = { $name } ({ $form }; not needed when shared data confirms it)
receipt-limits = How long it takes
receipt-promised = Promised
receipt-statutory = By law
receipt-limit-wd =
    { $value ->
        [one] 1 working day
       *[other] { $value } working days
    }
receipt-limit-day =
    { $value ->
        [one] 1 day
       *[other] { $value } days
    }
receipt-limit-h =
    { $value ->
        [one] 1 hour
       *[other] { $value } hours
    }
receipt-limit-now = On the spot
receipt-fee = Fee
receipt-fee-none = Free of charge
receipt-fee-charged = Charged as the rules say
receipt-where = Where to go
receipt-as-of = Catalogue version

receipt-withdraw = Asks to withdraw a case
receipt-cancel = Asks to cancel an appointment
receipt-withdraw-received = Your request to withdraw was received. Received is not yet withdrawn: what the case says counts.
receipt-cancel-received = Your request to cancel was received. Received is not yet cancelled: what the case says counts.
receipt-notice-number = Number of the paper
receipt-seal = Electronic seal
receipt-issued-at = Issued on
receipt-verify = Scan to see that it is genuine
