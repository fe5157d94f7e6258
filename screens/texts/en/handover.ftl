# What is not finished is kept as a draft; its code goes along on a phone, and any terminal goes on with it.

handover-offer = Keep it for later, on my phone
handover-offer-how = You need not finish now: take it along on your phone and go on at any terminal another day. That hands nothing in, and nothing is accepted.
handover-keeping = Keeping your draft
handover-kept-title = Your draft is kept; nothing is handed in
handover-kept-sentence = Kept as a draft. Not handed in, not accepted.
handover-code = Code to go on
handover-kept-scan = Scan it to take it along; delete it on your phone if it is not wanted.
handover-kept-resume = Going on: any terminal, same service, same card; touch “Go on”, type the code.
handover-kept-until = Kept until (then deleted)
handover-kept-pictures = Photos and signatures are not kept: give them anew.
handover-not-kept-offline = The platform did not answer: no draft was kept. All that you entered is still here.
handover-not-kept-refused = The platform did not take it: no draft was kept. All that you entered is still here.
handover-resume-offer = Begun before, and kept on your phone
handover-resume = Go on
handover-code-title = Type the code of your draft
handover-code-lead = 8 digits, on the page of the draft on your phone.
handover-code-example = e.g. 12345678
handover-code-first = Type all 8 digits first
handover-fetching = Fetching your draft
handover-not-fetched-unknown = No such draft: check code, service and card.
handover-not-fetched-too-many = Wrong too often. Touch “Back”, fill in anew.
handover-not-fetched-offline = No answer. Touch “Next” once more.
handover-not-fetched-refused = Refused. Touch “Back”, fill in anew.
