"""Money on the platform's side: bills, orders for payment, the channel that moves the money, and whether all three agree."""
