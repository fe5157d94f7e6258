# For an organisation: its code, and what its operator may do

organisation-title = The organisation's code
organisation-lead = Open the code on your phone and hold it before the scanner.
organisation-e-licence = Electronic business licence
organisation-e-licence-how = Companies and sole traders
organisation-entity-code = Code for legal persons
organisation-entity-code-how = Associations, offices, public institutions
organisation-finding = Looking at the organisation and its operator
organisation-trouble-offline = The platform does not answer, so nobody can say which organisation it is. Show a new code and scan again.
organisation-trouble-over = This code is over or was used. Show a new one and scan again.
organisation-trouble-unknown = No such organisation was found. Try another code, or ask the staff.
organisation-trouble-refused = This is no code of an organisation. Open the electronic business licence or the code for legal persons.
organisation-trouble-unusable-payment = This is a payment code; do not show it here. Open the electronic business licence or the code for legal persons.
organisation-trouble-unusable-garbled = The code could not be read. Make the phone brighter and scan again.
organisation-scanner-broken = The scanner does not work now, so nobody can say which organisation it is. Ask the staff.

organisation-shown = Is it for this organisation?
organisation-name = Organisation
organisation-uscc = Unified social credit code
organisation-operator = Operator
organisation-scope = You may bring
organisation-until = Until
organisation-yes = Yes, for this one
organisation-another = No, another code

organisation-not-operator = The organisation has not authorised you for this
organisation-not-operator-none = { $name } has not registered you as its operator. Nothing was handed in.
organisation-not-operator-lapsed = What { $name } had authorised you to do is over. Nothing was handed in.
organisation-not-operator-other-matters = { $name } has authorised you only for: { $scope }. Nothing was handed in.
organisation-not-operator-struck-off = { $name } was struck off; nothing can be done in its name. Nothing was handed in.
organisation-letter = You have a letter of the organisation
organisation-letter-how = Photograph it and go on. The staff look at the letter before the matter is accepted.
organisation-letter-go = Photograph it
organisation-register = The organisation can register you
organisation-register-how = It adds you as operator in its electronic licence; then scan again.
organisation-staff = Ask the staff

organisation-banner =
    { $name } ({ $uscc })
    Operator: { $operator }. May bring: { $scope }, until { $until }
organisation-banner-letter =
    { $name } ({ $uscc })
    Operator: { $operator }. May bring: this matter only, by letter
organisation-barred = This cannot be done for an organisation. Press Leave to end, then use your own card.
organisation-offline = There is no network, so nobody can say which organisation it is. Wait for it, or go to the counter.

organisation-next-title = This matter is done
organisation-next-wiped = What you have entered
organisation-next-wiped-how = Gone from this machine; nobody can see it or bring it back.
organisation-next-cards = Take away first
organisation-next-cards-how = The receipt and the organisation's papers.
organisation-next-more = Next matter
organisation-next-end = End
