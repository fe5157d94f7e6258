# What residents read at the terminal: short, plain, the result first, every trouble with its remedy.

journey-language = 语言
journey-language-title = Choose a language 选择语言
journey-language-stays = Change it at any time: nothing you have given is lost.
journey-leave = Leave
journey-display = Text
journey-voice = Voice
journey-display-title = How do you see best?
journey-display-size = Size of the text
journey-display-theme = Colours
journey-display-reach = Buttons low, in reach of who sits
journey-display-still = Pictures that do not move
journey-display-done = Done
journey-size-1 = Standard
journey-size-2 = Large
journey-size-3 = Larger
journey-size-4 = Huge
journey-size-5 = Largest
journey-theme-clear = Standard
journey-theme-white = Black on white
journey-theme-black = White on black
journey-theme-yellow = Yellow on black
journey-theme-warm = Soft and warm
journey-elder = Large and simple
journey-elder-off = Usual pages
journey-elder-hint = Larger, fewer things, more time
journey-help = Help
journey-help-title = Do you need help?
journey-help-who = Somebody who helps
journey-help-how = How it works
journey-help-back = “Back” leads to the page before.
journey-help-leave = “Leave” ends it at any time. What you entered is wiped; a form that is not finished can be kept for later, on your phone.
journey-help-time = Take your time. Before it is over, you are asked.
journey-help-display = Larger text
journey-home-more = More
journey-home-more-hint = By department, by life event
journey-back = Back
journey-next = Next
journey-done = Done
journey-go-on = Go on
journey-one-moment = One moment, please
journey-limit-wd =
    { $value ->
        [one] 1 working day
       *[other] { $value } working days
    }
journey-limit-day =
    { $value ->
        [one] 1 calendar day
       *[other] { $value } calendar days
    }
journey-limit-h =
    { $value ->
        [one] 1 hour
       *[other] { $value } hours
    }
journey-limit-now = at once
journey-where = Go to a service window of the street or community, or call { $hotline }.
journey-where-window = Go to { $window }, or call { $hotline }.

## News above every page

journey-banner-training = Training: nothing you send will be acted on
journey-another = Another matter
journey-banner-stays = Signed in: { $name }. Press Leave when you are done.
journey-banner-offline = The network is down. What says "works offline" can be done as always.
journey-banner-offline-kept = The network is down. Go on: what you enter is saved and sent later.
journey-banner-offline-saved = No network: it is sent later.
journey-banner-offline-stopped = The network is down. Fill in now; sending waits until it is back.
journey-no-network-yet = The network is down, so this cannot be sent now. Wait until it is back, then press here again.

## First pages

journey-attract-title =
    Your city services,
    next door
journey-attract-apply = Benefits, certificates, residence permits
journey-attract-report = Report a problem, get an answer
journey-attract-offline = Works without a network, with a number to follow
journey-attract-start = Touch to begin
journey-attract-card-left = A card lies on the reader. Please give it to the staff.
journey-home-title = What would you like to do?
journey-home-departments = By department
journey-home-events = By life event
journey-group-government = Government
journey-group-government-hint = Apply, look up, print
journey-group-community = Community
journey-group-community-hint = Report, vote
journey-group-family = Family
journey-group-family-hint = Pay, book
journey-search = Search
journey-search-title = Search
journey-search-hint = For example: relief
journey-search-nothing = Nothing found. Try another word, or call { $hotline }.
journey-tile-limit = Promised: { $limit }
journey-tile-visit = A visit is needed
journey-tile-no-flow = Guide only
journey-tile-works-offline = Works offline
journey-tile-not-offered = Not done here; open it to see where
journey-tile-no-network = Not without a network
journey-tile-queue-full = Not now: too much waits to be sent
journey-tile-item-full = Not now: too many of these wait to be sent
journey-tile-no-reader = Not while the card reader is broken
journey-tile-no-scanner = No scanner
journey-tile-no-camera = Not while the camera is broken
journey-tile-no-document-printer = The A4 printer does not work

## The guide of a service

journey-guide-lead = Everything you need to know is here. Please read it first.
journey-guide-start = Begin
journey-guide-report = Begin
journey-guide-print = Print this guide
journey-guide-printed = It was sent to the printer and is not printed twice.
journey-guide-no-printer = The printer does not work now. Photograph this page.
journey-guide-conditions = Who can apply
journey-guide-materials = What to bring
journey-guide-material-card = { $name } (read at this machine)
journey-guide-material-signed = { $name } (signed on this screen)
journey-guide-material-shared = { $name } (checked between offices, not to be handed in)
journey-guide-material-question = { $name } (photographed here)
journey-guide-material-camera = { $name } (photographed here)
journey-guide-material-shareable = { $name } (offices can check it; photograph it if you have it)
journey-guide-material-declarable = { $name } (photographed; without it, a written commitment)
journey-guide-material-optional = { $name } (only if you have it)
journey-guide-times = How long, how much
journey-guide-promised = Promised: { $limit }
journey-guide-statutory = By law: { $limit }
journey-guide-apart = Not counted: { $steps }
journey-guide-step = { $name } ({ $limit })
journey-guide-fee = Fee: { $fee }
journey-guide-charged = There is a fee
journey-guide-free = Free of charge
journey-guide-visits = { $visits ->
    [0] No visit to a window is needed
    [one] One visit is needed
   *[other] { $visits } visits are needed
  }
journey-guide-basis = Basis: { $basis } ({ $confidence })
journey-guide-result = Who decides, how you hear of it
journey-guide-office = Handled by: { $office }
journey-guide-delivery = Result: { $ways }
journey-guide-agency = Can somebody act for me?
journey-guide-agency-who = Yes: { $who }. Whoever acts for you applies at the service window.
journey-guide-agency-nobody = No. { $reason }
journey-guide-receipt = Receipt
journey-guide-receipt-missing = The printer does not work now. Your number will be on the screen: please note it.
journey-guide-privacy = Your information
journey-guide-privacy-is = What you write is used for this matter only and is wiped from this machine once sent. No sign-in.
journey-guide-where = At the window
journey-urgent = In an emergency, call first
journey-urgent-danger = Somebody is hurt or gravely ill: 120. Danger or crime: 110
journey-urgent-fire = Fire, or somebody trapped: 119
journey-urgent-other = Anything else that cannot wait: { $hotline }
journey-why-not-offered = This is not done at this place. { $where }
journey-why-no-flow = This cannot be done at this machine yet. { $where }
journey-why-no-network = The network is down, so this cannot be done now. { $reason }. { $where }
journey-why-queue-full = Too much waits to be sent, so nothing new can be taken now. Come back when the network is better. { $where }
journey-why-item-full = Too many of these wait to be sent, so no new one can be taken now. Come back when the network is better. { $where }
journey-why-no-reader = The card reader does not work now, so nobody can sign in. Ask the staff. { $where }
journey-why-no-scanner = The code of the organisation must be scanned for this, and the scanner does not work now. Ask the staff. { $where }
journey-why-no-camera = Papers must be photographed for this, and the camera does not work now. Ask the staff. { $where }
journey-why-no-document-printer = This prints a document on A4, and the printer does not work. Nothing is charged. Ask the staff. { $where }

## Paper

journey-paper-guide-printing = Printing the guide…
journey-paper-guide-printed = The guide is printed. Please take it.
journey-paper-guide-failed = The guide was not printed: { $reason }. Photograph this page.
journey-paper-guide-unknown = Nobody knows whether the guide was printed. Look at the paper slot; if nothing is there, photograph this page.
journey-paper-receipt-printing = Printing your receipt…
journey-paper-receipt-printed = Your receipt is printed. Please take it.
journey-paper-receipt-failed = Not printed: { $reason }. Note or photograph the number.
journey-paper-receipt-unknown = Nobody knows whether your receipt was printed. Look at the paper slot; if nothing is there, note the number or photograph this page.
journey-paper-reason-paper-out = the printer is out of paper
journey-paper-reason-cover-open = the printer's cover is open
journey-paper-reason-jam = the paper is jammed
journey-paper-reason-incomplete = printing stopped half-way
journey-paper-reason-output-full = the output tray of the printer is full
journey-paper-reason-toner-out = the printer has no toner
journey-paper-reason-none = this machine has no printer
journey-paper-reason-other = the printer does not work

## Without a network; personal information

journey-offline-title = No network: we can take it for now
journey-offline-lead = Go on as always. Nothing you enter today is lost.
journey-offline-kept = Saved here first
journey-offline-kept-how = It is sealed, kept and sent by itself when the network is back. You need not come again.
journey-offline-not-yet = Not received yet
journey-offline-not-yet-how = The office has not received or accepted it yet, and no time limit has started.
journey-offline-hurry = If there is a deadline
journey-offline-hurry-how = With a deadline close, go to the window instead. { $where }
journey-offline-go-on = I see: go on
journey-privacy-title = How we use your information
journey-privacy-who = Who uses what
journey-privacy-who-is = { $office } uses what you enter, the papers you photograph and what is on your card, for this matter only.
journey-privacy-sensitive = Some of it is sensitive: { $kinds }. It is needed for this matter; a leak could harm you, so you are asked separately.
journey-privacy-rights = How long; your rights
journey-privacy-rights-are = Wiped from this machine once sent; kept by the office as the law on archives says. You may see, correct and delete it, and take your consent back: { $hotline }.
journey-privacy-refuse = If you do not agree
journey-privacy-refuse-is = Everything else stays open to you. { $where }
journey-privacy-tick = Tick what you agree to, to go on.
journey-consent-basic = I agree to the use of my personal information for this matter
journey-consent-sensitive = I separately agree to the use of my sensitive information: { $kinds }
journey-consent-guardian = I am the child's guardian and agree to the use of the child's information

## Identity card

journey-card-title = Your identity card
journey-card-title-operator = The operator's own identity card
journey-card-title-resident = The identity card of whom it is for
journey-card-lay = Lay your identity card flat on the reader
journey-card-lay-again = Take the card up first, then lay it down again
journey-card-not-now = Please do not lay your card down now
journey-card-reading = Reading: please do not move it
journey-card-lift = Done: take your card back
journey-card-none = I have no card with me
journey-card-none-other = Other cards work too
journey-card-none-other-how = A foreigner's permanent residence card or a residence permit for Hong Kong, Macao and Taiwan residents: lay it on the reader.
journey-card-none-window = No card at all
journey-card-too-many = Too many of yours wait in this machine
journey-card-too-many-kept = Nothing that was saved is lost
journey-card-too-many-kept-how = It is sent by itself when the network is back; then you can come again. You have not filled in anything yet.
journey-card-too-many-now = If it must be now
journey-card-unreadable = The card could not be read. Take it up and lay it flat again.
journey-card-too-soon = It was taken up too soon. Lay it flat again and wait for the word to take it.
journey-card-not-identity = This is not an identity card. Lay your identity card on the reader.
journey-card-agents = This is the agent's own card. Lay the card of the person it is for.
journey-card-damaged = This card cannot be read; it may be damaged. Try once more, or go to the window.
journey-card-unknown = This machine does not know this card. Use another one, or go to the window.
journey-card-unverified = This machine cannot verify this document. Use another one, or go to the window.
journey-card-needs-pace = This machine cannot open the chip of this document. Use another one, or go to the window.
journey-card-help = { " " }Several tries failed: please ask the staff.
journey-card-reader-broken = The card reader does not work now. Wait a little, or ask the staff.
journey-card-expired = This card has expired. You can go on; the office may ask you to renew it first.
journey-confirm-title = Is this you?
journey-confirm-title-resident = Is it for this person?
journey-confirm-name = Name
journey-confirm-number = Number of the card
journey-confirm-yes = Yes, it is me
journey-confirm-yes-resident = Yes, for them
journey-confirm-no = No, it is not
journey-confirm-no-resident = No, somebody else
journey-way-title = Who are you?
journey-way-choose = Choose one way
journey-way-identity-card = Identity card
journey-way-identity-card-how = Flat on the reader
journey-way-social-card = Social security card
journey-way-social-card-how = In or on its reader
journey-way-travel-document = Passport or travel permit
journey-way-travel-document-how = Flat on the chip reader; then enter its number and dates
journey-way-app-code = Code on your phone
journey-way-app-code-how = City code or e-social card, before the scanner
journey-document-number = Enter the document number
journey-document-number-where = On the page with the photo of your passport or permit
journey-document-number-example = For example E12345678
journey-document-number-none = Enter the document number: letters and digits only.
journey-document-birth = Enter the date of birth
journey-document-birth-where = On the page with the photo
journey-document-birth-example = For example 1990-05-01
journey-document-birth-late = The date of birth is after today. Please check it.
journey-document-expiry = Enter the date of expiry
journey-document-expiry-where = On the page with the photo
journey-document-expiry-example = For example 2030-12-31
journey-document-date-none = Enter the whole date: year, month and day.
journey-document-why = The chip inside opens only for whoever knows these three.
journey-document-mismatch = It did not open: the number or a date is not that of this document. Check all three.
journey-document-camera = Let the camera read it
journey-document-camera-title = Put the <<< side under the camera
journey-document-camera-reading = Reading: keep it flat and still.
journey-document-camera-how = Flat, with all lines of <<< in the picture.
journey-document-camera-no-lines = No lines of <<< were seen. Turn the document.
journey-document-camera-unclear = Not clear: lay it flat, no glare.
journey-document-camera-unavailable = This terminal cannot read it now: type it.
journey-document-camera-broken = The camera does not work now: type it.
journey-document-camera-again = Try again
journey-document-camera-type = Type it
journey-document-lay = Lay the document flat on the chip reader
journey-person-finding = Finding out who you are
journey-person-offline = The platform does not answer. Try again, or lay your identity card.
journey-person-over = This code is over or was used. Have your phone show a new one.
journey-person-unknown = Nobody was found. Lay your identity card instead.
journey-person-refused = This is no identity code. Open the city code or the e-social card.
journey-scan-payment = That is a payment code; it was not read. Open the city code or the e-social card.
journey-scan-garbled = It could not be read. Hold the code still and flat.
journey-scan-hint = A code on your paper can be held before the scanner.
journey-code-app = Or with the code on your phone
journey-code-app-how = Open the city code or the e-social card and hold it before the scanner; no SMS is needed.
journey-code-stuck-app = The code on the phone was not right
journey-code-stuck-app-how = It is not the card holder's, or it is over. Have the phone show a new one, or use the SMS code.

## Papers and camera

journey-papers-title = Your papers
journey-papers-left = { $count ->
    [one] One paper is missing.
   *[other] { $count } papers are missing.
  }
journey-papers-complete = Every required paper is there.
journey-papers-first = Photograph “{ $name }” first.
journey-papers-take = Photograph
journey-papers-again = Again
journey-papers-pages = { $pages ->
    [one] 1 page taken
   *[other] { $pages } pages taken
  }
journey-papers-card = Read from the card
journey-papers-signed = Signed on this screen at the end
journey-papers-question = Photographed in a question
journey-papers-shared = Checked between offices
journey-papers-shareable = Offices can check it; you may skip it
journey-papers-declared = A commitment instead
journey-papers-later = To the window later
journey-papers-none = Left out
journey-capture-title = Photograph: { $name }
journey-capture-sheet = Lay it flat under the camera, within the corners.
journey-capture-card = Lay it flat under the camera, within the corners. The front first, then the back.
journey-capture-object = Point the camera at it.
journey-capture-portrait = Lay the photo flat under the camera, within the corners.
journey-capture-page = { $how } Now page { $page }.
journey-capture-take = Take the picture
journey-capture-done = That is all
journey-capture-skip = No photo
journey-capture-broken = The camera does not work now. Choose another way, or ask the staff.
journey-capture-broken-stop = The camera does not work now, and this photo is required. Ask the staff. { $where }
journey-picture-failed = No picture was taken. Try again; if it still fails, ask the staff.
journey-picture-title = Can every word be read?
journey-picture-title-scene = Is the picture clear?
journey-picture-keep = Yes, keep it
journey-picture-more = There is another page
journey-picture-more-scene = Take another picture
journey-picture-again = Again
journey-picture-blurred = The picture is blurred: better take it again.
journey-picture-dark = The picture is too dark: better take it again.
journey-picture-cut-off = A part of the paper is missing: better move all of it into the picture and take it again.
journey-picture-glare = The picture has glare: better turn the paper and take it again.
journey-instead-declared = I have none: a commitment instead
journey-instead-shared = No picture: let the offices check it
journey-instead-none = I have none: leave it out
journey-instead-later = Bring it to the window later

## One-time code

journey-code-title = Making sure that it is you
journey-code-to = Sent to this phone
journey-code-why = Why
journey-code-why-is = For this matter we must be sure that it is you. We send a message with 6 digits, free of charge.
journey-code-send = Send the code
journey-code-sending = Sending the code
journey-code-checking = Checking the code
journey-code-enter = The code from the message
journey-code-sent = Sent to { $mobile }.
journey-code-example = 6 digits
journey-code-first = Enter the 6 digits first.
journey-code-resend = Nothing came: send it again
journey-code-wrong = The code is wrong. Look at the newest message and enter it again.
journey-code-expired = The code has expired. Have it sent again.
journey-code-again = Send it again
journey-code-defer = Go on, check later
journey-code-defer-how = The platform does not answer. You can go on; the office will make sure later that it is you.
journey-code-stuck-offline = The code was not sent
journey-code-stuck-offline-how = The platform did not answer. Have it sent again.
journey-code-stuck-too-many = Too many tries
journey-code-stuck-too-many-how = For your safety no more codes are sent now. Come back later; what you entered was not sent.
journey-code-stuck-refused = This number takes no messages
journey-code-stuck-refused-how = Press “Back”, change the mobile number and have it sent again.
journey-code-other = Another way
journey-code-other-how = Without messages it can be done at the window. { $where }

## Review and signature

journey-review-title = Please check
journey-review-lead = Press “Change” where something is wrong. It will be sent to: { $office }.
journey-review-change = Change
journey-review-sign = All correct: sign
journey-review-send = All correct: send
journey-sign-title = Please sign
journey-sign-title-other = Please sign, { $name }
journey-sign-for = For: { $item }
journey-sign-documents = The signature is for: { $names }
journey-sign-clear = Clear
journey-sign-window = I cannot draw: sign at the window
journey-sign-next = Signed
journey-sign-send = Signed: send
journey-sign-short = Write your full name in the box.

## Sending and how it ended

journey-sending-title = Sending
journey-sending-stay = Please stay.
journey-sending-slow = This takes longer than usual. Please wait a little more.
journey-sending-checked = Checked
journey-sending-keeping = Sealing and saving
journey-sending-kept = Sealed and saved
journey-sending-delivering = On its way to the platform
journey-not-kept-title = Not sent
journey-not-kept-sentence = Not done. Nothing was taken.
journey-not-kept-disk-full = This machine is full. Ask the staff.
journey-not-kept-queue-full = Too much waits in this machine. Ask the staff, or wait for the network.
journey-not-kept-item-full = Too many of these wait in this machine. Ask the staff, or wait for the network.
journey-not-kept-resident-full = Too many of yours wait in this machine. They are sent when the network is back. Ask the staff.
journey-not-kept-disk-broken = This machine's storage is broken, it cannot save anything. Ask the staff, or use another machine.
journey-not-kept-failed = This machine could not save it.
journey-not-kept-again = What you entered is still here: you can try again.
journey-not-kept-try = Try again
journey-outcome-item = Service
journey-outcome-case = Case number
journey-outcome-reference = Reference
journey-outcome-received-at = Received
journey-outcome-kept-at = Saved
journey-outcome-print = Print the receipt
journey-outcome-copy = Nothing came out? Print a copy
journey-outcome-ask = Ask by the number, or call { $hotline }.
journey-outcome-sign = It is not signed yet. Take your identity card to the window: the staff helps you sign, or takes your thumbprint.
journey-outcome-bring = Bring these papers to the window: { $papers }.
journey-outcome-done-title = Sent
journey-outcome-done-sentence = Done. The platform has received it.
journey-outcome-done-next = Received is not yet accepted. Within five working days you hear whether it is.
journey-outcome-done-next-report = It is dealt with. If you left a mobile number, the answer comes to it.
journey-outcome-answer-by = You hear by { $day } at the latest.
journey-outcome-answer-by-told = The office tells you the date by which you hear.
journey-deciding-title = Being decided
journey-deciding-lead = This is decided at once. Please wait some seconds and stay.
journey-deciding-asking = Waiting for the decision
journey-deciding-received = The platform has it: { $number }
journey-outcome-granted-title = Done
journey-outcome-granted-sentence = Decided: granted.
journey-outcome-granted-next = It is in force, you need not come again. Result: { $ways }.
journey-outcome-not-granted-title = Not granted
journey-outcome-not-granted-sentence = Not granted: { $reason }.
journey-outcome-staff-title = Sent; people will look at it
journey-outcome-staff-sentence = Received, not decided at once: { $reason }.
journey-outcome-staff-next = It is an ordinary case now. Received is not yet accepted.
journey-outcome-late-title = Sent, not decided yet
journey-outcome-late-sentence = The platform has received it. It is not decided yet.
journey-outcome-late-next = It is an ordinary case now: do not send it again.
journey-outcome-saved-title = Saved, not sent yet
journey-outcome-saved-sentence = Saved here. It will be sent by itself.
journey-outcome-saved-next = The office does not have it yet. No news in three days? Call { $hotline }.
journey-outcome-saved-next-report = It is dealt with once sent. No news in three days? Call { $hotline }.
journey-outcome-refused-title = Saved; people will look at it
journey-outcome-refused-sentence = Saved here. The platform did not take it by itself.
journey-outcome-refused-next = The staff will see to it; nothing you entered is lost. If it is urgent, call { $hotline }.
journey-outcome-refused-next-report = The staff will see to it; nothing you entered is lost. If it is urgent, call { $hotline }.

## Leaving

journey-leaving-title = Really leave?
journey-leaving-lost = What you entered will be wiped; nothing is sent.
journey-leaving-leave = Leave
journey-still-there-longer = I need more time
journey-still-there-title = Are you still there?
journey-still-there-ends = At the end, this returns to the first page.
journey-still-there-wiped = At the end you are signed out: what you entered is wiped, nothing is sent.
journey-still-there-kept = At the end you are signed out. What you sent is saved and will be dealt with.
journey-still-there-cast-in = At the end you are signed out. You have taken part; nothing is left to do.
journey-still-there-cast-unknown = At the end you are signed out. Nobody knows yet whether it is in; it is never counted twice.
journey-still-there-over = The time cannot be extended any more; at the end you are signed out. Please ask the staff.
journey-goodbye-title = Take your things along
journey-goodbye-looked = Goodbye.
journey-goodbye-taken-along = Your draft is kept; nothing was handed in. This terminal keeps nothing.
journey-goodbye-left = You have left. What you entered is wiped; nothing was sent.
journey-goodbye-timed-out = Time is up and you are signed out. What you entered is wiped; nothing was sent.
journey-goodbye-kept = What you sent is saved and will be dealt with. What was on the screen is wiped.
journey-goodbye-unknown = The machine gave no answer: nobody knows whether it was saved. Ask the staff before you send it again.
journey-goodbye-paid = Paid. The order number shows the result. The screen is wiped.
journey-goodbye-not-charged = Not paid. Nothing was charged. The screen is wiped.
journey-goodbye-payment-unknown = The payment is still being checked. Do not pay again. The order number or the code shows the result.
journey-goodbye-cast = You have taken part; your choice was kept without your name. The screen is wiped.
journey-goodbye-cast-unknown = Nobody knows yet whether it is in; it is never counted twice. Come back later to see. The screen is wiped.
journey-goodbye-paper-left = Your document may still lie in the A4 printer: take it. What was on the screen is wiped.
journey-goodbye-card-left = Your card is still on the reader. Please take it.
journey-goodbye-card = Your identity card
journey-goodbye-receipt = Your receipt
journey-goodbye-document = Your document in the A4 printer
journey-goodbye-phone = Your phone

## Looking something up

journey-lookup-working = Looking it up
journey-lookup-found = Found
journey-lookup-none = No record was found
journey-lookup-as-of = As of { $moment }.{" "}
journey-lookup-kept = No network. This was kept on this machine, as of { $moment }; there may be newer.{" "}
journey-lookup-more = Details
journey-lookup-print = Print a copy
journey-lookup-printed = It was sent to the printer and is not printed twice.
journey-lookup-failed = It could not be looked up
journey-lookup-failed-sentence = It could not be looked up. Nothing was handed in.
journey-lookup-offline = The platform does not answer; try again.
journey-lookup-unknown = There is no such record. Compare the number and what you entered.
journey-lookup-refused = The platform cannot tell this. Please ask at the window.
journey-lookup-again = Try again
journey-paper-sheet-printing = Printing the result…
journey-paper-sheet-printed = The result is printed. Please take it.
journey-paper-sheet-failed = The result was not printed: { $reason }. Photograph this page.
journey-paper-sheet-unknown = Nobody knows whether the result was printed. Look at the paper slot; if nothing is there, photograph this page.
journey-code-on-record = Your phone, as the offices know it
journey-code-sent-on-record = Sent to the phone that the offices have of you.
journey-code-none-on-record = The offices have no mobile number of you, or it takes no messages.

## Appointments

journey-appoint-finding = Looking for free times
journey-appoint-holding = Booking
journey-appoint-day = Which day?
journey-appoint-time = What time?
journey-appoint-free = Free times: { $count }
journey-appoint-left = Places left: { $count }
journey-appoint-gone = Somebody else has just taken that time. Choose another one.
journey-appoint-confirm = Check it, then press “Book”
journey-appoint-place = Place
journey-appoint-when = Time
journey-appoint-bring = Please bring
journey-appoint-book = Book
journey-appoint-not-done = Nothing was booked
journey-appoint-not-done-sentence = Nothing was booked. Nothing was handed in.
journey-appoint-none-none = Everything is booked for now. Come back in a few days, or take a number at the window.
journey-appoint-none-offline = The platform does not answer, nothing can be booked now; try again.
journey-appoint-none-refused = This cannot be booked here at the moment.
journey-appoint-again = Try again
journey-outcome-done-title-appoint = Booked
journey-outcome-done-sentence-appoint = It is booked. The platform has it.
journey-outcome-done-next-appoint = Bring your papers and come on time. To change or cancel it call { $hotline }.
journey-outcome-saved-title-appoint = Saved, not booked yet
journey-outcome-saved-sentence-appoint = Saved here, will be sent by itself. It is not confirmed yet.
journey-outcome-saved-next-appoint = Do not come at that time before it is confirmed. Call { $hotline } to make sure.
journey-outcome-refused-title-appoint = Saved, staff must look at it
journey-outcome-refused-sentence-appoint = Saved here. The platform did not take it by itself. It is not confirmed.
journey-outcome-refused-next-appoint = Do not come at that time before it is confirmed. Call { $hotline } to make sure.
journey-weekday-1 = Monday
journey-weekday-2 = Tuesday
journey-weekday-3 = Wednesday
journey-weekday-4 = Thursday
journey-weekday-5 = Friday
journey-weekday-6 = Saturday
journey-weekday-7 = Sunday

## What is asked of a case

journey-outcome-about = Service of the case
journey-outcome-done-next-withdraw = Received is not yet withdrawn. It is once the case says “Withdrawn”.
journey-outcome-saved-next-withdraw = The office has not heard of it yet; the case goes on. Without news after three days, call { $hotline }.
journey-outcome-refused-next-withdraw = The case goes on; the staff will see to it. If it is urgent, call { $hotline }.
journey-outcome-done-next-cancel = Received is not yet cancelled. It is once the case says “Withdrawn”.
journey-outcome-saved-next-cancel = The office has not heard of it yet; the appointment stands. Call { $hotline } to make sure.
journey-outcome-refused-next-cancel = The appointment stands; the staff will see to it. If it is urgent, call { $hotline }.
journey-outcome-done-next-rate = Thank you. Your name is not kept with it.
journey-outcome-saved-next-rate = Thank you. Your name is not kept with it. It is sent once the network is back.
journey-outcome-refused-next-rate = Thank you. Your name is not kept with it. The staff will see to it.
