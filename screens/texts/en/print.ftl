## Printing documents

print-one-moment = One moment
print-done = Done
print-again = Try again
print-finding = Looking for documents
print-fetching = Getting the document, checking its seal
print-list = Print which one?
print-list-lead = The platform issues these, with an electronic seal and a code that proves them.
print-sheets = { $count ->
    [one] 1 sheet of A4
   *[other] { $count } sheets of A4
  }
print-free = Free
print-fee = Costs { $amount }
print-not-sealed-hint = Not sealed yet: cannot be printed
print-none = Nothing to print
print-none-none = The platform has no such document of yours now.
print-none-offline = The platform does not answer; try again.
print-none-refused = The platform cannot give out such documents.
print-nothing-printed = Nothing was printed, nothing was charged.
print-about-lead = Check it, then press “Print”.
print-office = Issued by
print-pages = Sheets
print-costs = Costs
print-issued = Issued on
print-valid = Valid until
print-no-end = no end
print-proof = Proof
print-proof-is = electronic seal and verification code
print-print = Print
print-not-free = This document costs something and is not printed here; nothing was charged. { $where }
print-refused = This document cannot be printed
print-refused-offline = The platform does not answer, the document did not come; try again.
print-refused-refused = The platform does not give out this document now. { $where }
print-refused-unsealed = This document has no electronic seal yet and cannot be printed. Come back when it has. { $where }
print-refused-uncoded = This document has no verification code and cannot be printed. { $where }
print-refused-altered = The document does not fit its seal and cannot be printed. Ask the staff. { $where }
print-refused-printer = The A4 printer does not work. Nothing was printed, nothing was charged. { $where }
print-printing = Printing
print-printing-lead = Please wait beside the printer.
print-printing-sheets = { $count ->
    [one] Printing 1 sheet
   *[other] Printing { $count } sheets
  }
print-checked = Seal and code checked
print-take = Take your document
print-take-sentence = { $count ->
    [one] Printed, 1 sheet. Take it from the A4 printer.
   *[other] Printed, { $count } sheets. Take them from the A4 printer.
  }
print-take-count = { $count ->
    [one] It is 1 sheet
   *[other] Count them: { $count } sheets
  }
print-take-card = Take your card and your phone, too
print-take-reminder = Your document still lies in the printer. Take it!
print-taken = I have it
print-printed-title = Printed
print-printed-sentence = The document is printed, and you have it.
print-printed-valid = Valid until: { $until }
print-printed-proof = A phone that scans the code on the paper proves it.
print-copy = Print a copy
print-failed-title = Not printed
print-failed-sentence = It was not printed. Nothing was charged.
print-failed-reason = Why: { $reason }.
print-failed-sheets = Sheets that came out are not complete and no good: give them to the staff.
print-before-title = Printed before
print-before-sentence = This machine has printed it today. It was not printed again.
print-before-next = To have another one press “Print a copy”: the paper says that it is a copy.
print-unknown-title = Nobody knows whether it came out
print-unknown-sentence = The printer does not answer: nobody knows whether paper came out.
print-unknown-next = Look at the A4 printer. If nothing is there, print a copy: the paper says that it is one.
