"""What the paper says: facts in, a receipt out. Legal wording is the catalogue's, everything else is a text of `receipt.ftl`.

`pre_receipt` while only the terminal holds the application, `received` once the platform does (收件 is not 受理: no paper
of a terminal says "accepted"), `report_receipt` for a reported problem either way, `appointment` for one that the
platform took, `act_receipt` for what is asked of a case, `notice` for a sealed paper of the authority, `guide` for a
service's guide, `sheet` for what was looked up, `payment_slip` for a payment, `participation` for a vote or a consultation.
"""

from kiosk.receipts.acts import act_receipt
from kiosk.receipts.applications import pre_receipt, received
from kiosk.receipts.appointments import appointment
from kiosk.receipts.facts import Facts
from kiosk.receipts.guides import guide
from kiosk.receipts.masking import masked_name
from kiosk.receipts.notices import notice
from kiosk.receipts.participation import participation
from kiosk.receipts.payments import payment_slip
from kiosk.receipts.reports import report_receipt
from kiosk.receipts.sheets import sheet

__all__ = [
    "Facts",
    "act_receipt",
    "appointment",
    "guide",
    "masked_name",
    "notice",
    "participation",
    "payment_slip",
    "pre_receipt",
    "received",
    "report_receipt",
    "sheet",
]
