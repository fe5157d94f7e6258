handover-offer = كېيىن داۋاملاشتۇرىمەن
handover-resume = داۋاملاشتۇرۇش
