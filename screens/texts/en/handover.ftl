# What is not finished is kept as a draft; its code goes along on a phone, and any terminal goes on with it.

handover-offer = Keep it for later, on my phone
handover-offer-how = You need not finish now: take it along on your phone and go on at any terminal another day. That hands nothing in, and nothing is accepted.
handover-keeping = Keeping your draft
handover-kept-title = Your draft is kept; nothing is handed in
handover-kept-sentence = Kept as a draft. Not handed in, not accepted.
handover-code = Code to go on
handover-kept-scan = Scan it with your phone: it shows what you entered, what is missing, and the code. You can delete the draft there.
handover-kept-resume = To go on: at any terminal choose the same service, lay the same card, touch “Go on”, and type the code.
handover-kept-until = Kept until { $day }, then deleted by itself.
handover-kept-pictures = Photos and signatures are not kept: take and give them again when you go on.
handover-not-kept-offline = The platform did not answer: no draft was kept. All that you entered is still here.
handover-not-kept-refused = The platform did not take it: no draft was kept. All that you entered is still here.
handover-resume-offer = Begun before, and kept on your phone
handover-resume = Go on
handover-code-title = Type the code of your draft
handover-code-lead = 8 digits, on the page of the draft on your phone.
handover-code-example = e.g. 12345678
handover-code-first = Type all 8 digits first
handover-fetching = Fetching your draft
handover-not-fetched-unknown = There is no such draft: compare the code, and use the same service and the same card. What has ended or was deleted cannot be fetched.
handover-not-fetched-too-many = Too many wrong codes: terminals open this draft no more. Touch “Back” and fill in the form anew.
handover-not-fetched-offline = The platform did not answer. Touch “Next” once more.
handover-not-fetched-refused = The platform did not give the draft. Touch “Back” and fill in the form anew.
