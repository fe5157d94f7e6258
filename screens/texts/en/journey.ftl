# What residents read at the terminal: short, plain, the result first.

journey-language = 中文
journey-leave = Leave
journey-back = Back
journey-next = Next
journey-done = Done
journey-search = Search

journey-banner-training = Training: nothing you send will be acted on
journey-banner-offline = The network is down. What can be done is done as always: it is saved here and sent later.

journey-attract-title =
    Your city services,
    next door
journey-attract-apply = Benefits, certificates, residence permits
journey-attract-report = Report a problem, get an answer
journey-attract-offline = Works without a network, with a number to follow
journey-attract-start = Touch to begin

journey-home-title = What would you like to do?
journey-home-departments = By department
journey-home-events = By life event
journey-group-government = Government
journey-group-government-hint = Apply, look up, print
journey-group-community = Community
journey-group-community-hint = Report, vote
journey-group-family = Family
journey-group-family-hint = Pay, book
journey-search-title = Search
journey-search-hint = For example: relief
journey-search-nothing = Nothing found. Try another word, or call { $hotline }.

journey-goodbye-title = Take your things along
journey-goodbye-looked = Goodbye.
journey-goodbye-left = You have left. What you entered is wiped; nothing was taken.
journey-goodbye-timed-out = Time is up and you have been signed out. What you entered is wiped; nothing was taken.
journey-goodbye-done = What was saved is dealt with as said. Your data is wiped from this machine.
journey-goodbye-unknown = The machine gave no answer: nobody knows whether it was saved. Ask the staff before you send it again.
journey-goodbye-card = Your identity card
journey-goodbye-receipt = Your receipt
journey-goodbye-phone = Your phone
