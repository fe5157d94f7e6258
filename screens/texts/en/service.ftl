# The page of a terminal that cannot serve; both languages are shown at once.

service-closed = Out of service
service-closed-reason = This terminal cannot serve you at the moment.
service-closed-elsewhere = Please go to a counter, or to another terminal.
service-closed-hotline = Government service hotline { $hotline }
service-closed-staff = For the staff:
